import { idOf, name, oneOf, text } from '#fields';
import { type Heading, headings, type ServiceCommand } from '#programme';
import { BudgetForm } from './budget-form.js';
import { type FormOfEach, Optional, Premise, Required } from './form.js';
import { RecordedForm } from './recorded-form.js';

const headingSays = 'The heading of the tranche it counts under.';

export class RegisterServiceForm extends RecordedForm {
  @Required(idOf('service', 'new'), 'The service.')
  service!: string;

  @Required(name, 'What the service is called.')
  name!: string;

  @Optional(name, 'The directorate it belongs to.')
  directorate?: string;

  @Optional(idOf('tranche'), 'The tranche it is reviewed in.')
  tranche?: string;

  @Optional(oneOf(headings), headingSays)
  heading?: Heading;
}

export class SetServiceBudgetForm extends BudgetForm {
  @Required(idOf('service'), 'The service.')
  service!: string;
}

export class RenameServiceForm extends RecordedForm {
  @Required(idOf('service'), 'The service.')
  service!: string;

  @Required(name, 'What the service is called from then on.')
  name!: string;
}

export class TransferServiceForm extends RecordedForm {
  @Required(idOf('service'), 'The service.')
  service!: string;

  @Required(name, 'The directorate it goes to.', 'New directorate')
  toDirectorate!: string;

  @Premise(name, 'The directorate it is believed to come from; refused if it is in another on that day.')
  fromDirectorate?: string;
}

export class AssignServiceToTrancheForm extends RecordedForm {
  @Required(idOf('service'), 'The service.')
  service!: string;

  @Required(idOf('tranche'), 'The tranche it is reviewed in from then on.')
  tranche!: string;

  @Premise(idOf('tranche'), 'The tranche it is believed to be in until then; refused if it is in another.')
  fromTranche?: string;

  @Optional(oneOf(headings), headingSays)
  heading?: Heading;
}

export class WithdrawServiceForm extends RecordedForm {
  @Required(idOf('service'), 'The service.')
  service!: string;

  @Required(text, 'Why it is withdrawn from review.')
  reason!: string;
}

export const serviceForms = {
  'register-service': RegisterServiceForm,
  'set-service-budget': SetServiceBudgetForm,
  'rename-service': RenameServiceForm,
  'transfer-service': TransferServiceForm,
  'assign-service-to-tranche': AssignServiceToTrancheForm,
  'withdraw-service': WithdrawServiceForm,
} satisfies FormOfEach<ServiceCommand>;
