import { type FunctionalGroup, groups, type StructureCommand } from '#programme';
import { BudgetForm } from './budget-form.js';
import { type FormOfEach, Optional, Premise, Required } from './form.js';
import { filledIn, listOf } from './nested-kinds.js';
import { wholeNumber, yesOrNo } from './number-kinds.js';
import { RecordedForm } from './recorded-form.js';
import { idOf, name, oneOf, text } from './text-kinds.js';

const says = {
  code: 'The code it has elsewhere, as in the ledger of accounts.',
  unitKind: 'What kind of unit it is, such as "business unit".',
  directorate: 'The directorate it belongs to.',
  group: 'The functional group it belongs to.',
};

export class RegisterUnitForm extends RecordedForm {
  @Required(idOf('unit', 'new'), 'The unit.')
  unit!: string;

  @Required(name, 'What the unit is called.')
  name!: string;

  @Optional(name, says.code)
  code?: string;

  @Optional(name, says.unitKind)
  unitKind?: string;

  @Optional(name, says.directorate)
  directorate?: string;

  @Optional(oneOf(groups), says.group)
  group?: FunctionalGroup;

  @Optional(
    yesOrNo,
    'True where the unit was there already when counting began, and was not founded that day.',
    'There already when counting began',
  )
  opening?: boolean;
}

export class MergeUnitsForm extends RecordedForm {
  @Required(
    listOf(idOf('unit'), { distinct: true }),
    'The units that merge; each of them ends unless it is the successor.',
  )
  units!: string[];

  @Required(idOf('unit', 'either'), 'The unit they become, registered already or new.')
  successor!: string;

  @Optional(name, 'What the successor is called; needed where it is new.')
  name?: string;

  @Optional(name, says.code)
  code?: string;

  @Optional(name, says.unitKind)
  unitKind?: string;

  @Optional(name, says.directorate)
  directorate?: string;

  @Optional(oneOf(groups), says.group)
  group?: FunctionalGroup;
}

export class SplitPartForm {
  @Required(
    idOf('unit', 'either'),
    'A unit it becomes, registered already or new; the unit itself where it continues.',
  )
  unit!: string;

  @Required(
    wholeNumber(1, 1_000_000),
    'Its share of the whole, in the same measure as the shares of the others.',
  )
  share!: number;

  @Optional(name, 'What it is called; needed where it is new.')
  name?: string;

  @Optional(name, says.code)
  code?: string;

  @Optional(name, says.unitKind)
  unitKind?: string;

  @Optional(name, says.directorate)
  directorate?: string;

  @Optional(oneOf(groups), says.group)
  group?: FunctionalGroup;
}

export class SplitUnitForm extends RecordedForm {
  @Required(idOf('unit'), 'The unit that is split.')
  unit!: string;

  @Required(listOf(filledIn(SplitPartForm)), 'The units it becomes, with their shares.')
  into!: SplitPartForm[];
}

export class RenameUnitForm extends RecordedForm {
  @Required(idOf('unit'), 'The unit.')
  unit!: string;

  @Required(name, 'What the unit is called from then on.')
  name!: string;

  @Premise(
    name,
    'The name it is believed to have until then; refused if it has another on that day.',
    'Former name',
  )
  fromName?: string;
}

const formerCode = 'The code it is believed to have until then; refused if it has another on that day.';

export class RecodeUnitForm extends RecordedForm {
  @Required(idOf('unit'), 'The unit.')
  unit!: string;

  @Required(name, 'The code it has from then on.')
  code!: string;

  @Premise(name, formerCode, 'Former code')
  fromCode?: string;
}

export class CodeGivenForm {
  @Required(idOf('unit'), 'The unit.')
  unit!: string;

  @Required(name, 'The code it has from then on; another of these units may have it until then.')
  code!: string;

  @Premise(name, formerCode, 'Former code')
  fromCode?: string;
}

export class RecodeUnitsForm extends RecordedForm {
  @Required(listOf(filledIn(CodeGivenForm)), 'The units, each once, and the codes they have from then on.')
  units!: CodeGivenForm[];
}

export class ReclassifyUnitForm extends RecordedForm {
  @Required(idOf('unit'), 'The unit.')
  unit!: string;

  @Required(name, 'What kind of unit it is from then on.')
  unitKind!: string;

  @Premise(
    name,
    'The kind it is believed to be until then; refused if it is of another on that day.',
    'Former kind',
  )
  fromKind?: string;
}

export class TransferUnitForm extends RecordedForm {
  @Required(idOf('unit'), 'The unit.')
  unit!: string;

  @Optional(name, 'The directorate it goes to; left out where that does not change.', 'New directorate')
  toDirectorate?: string;

  @Optional(
    oneOf(groups),
    'The functional group it goes to; left out where that does not change.',
    'New functional group',
  )
  toGroup?: FunctionalGroup;

  @Premise(name, 'The directorate it is believed to come from; refused if it is in another on that day.')
  fromDirectorate?: string;

  @Premise(oneOf(groups), 'The functional group it is believed to come from; refused if it is in another.')
  fromGroup?: FunctionalGroup;
}

export class SetUnitBudgetForm extends BudgetForm {
  @Required(idOf('unit'), 'The unit.')
  unit!: string;
}

export class SetUnitPostsForm extends RecordedForm {
  @Required(idOf('unit'), 'The unit.')
  unit!: string;

  @Required(wholeNumber(0, 1_000_000), 'How many whole posts it has, filled or not.')
  posts!: number;
}

export class CloseUnitForm extends RecordedForm {
  @Required(idOf('unit'), 'The unit, gone on the day the entry holds from.')
  unit!: string;

  @Optional(text, 'Why it closes.')
  reason?: string;
}

export const structureForms = {
  'register-unit': RegisterUnitForm,
  'merge-units': MergeUnitsForm,
  'split-unit': SplitUnitForm,
  'rename-unit': RenameUnitForm,
  'recode-unit': RecodeUnitForm,
  'recode-units': RecodeUnitsForm,
  'reclassify-unit': ReclassifyUnitForm,
  'transfer-unit': TransferUnitForm,
  'set-unit-budget': SetUnitBudgetForm,
  'set-unit-posts': SetUnitPostsForm,
  'close-unit': CloseUnitForm,
} satisfies FormOfEach<StructureCommand>;
