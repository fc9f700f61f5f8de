import { either, financialYear, idOf, listOf, money, name, oneOf, text } from '#fields';
import {
  bases,
  type Basis,
  type BusinessCase,
  businessCases,
  type PlanName,
  planNames,
  savingCategories,
  type SavingCategory,
  type SavingCommand,
  savingMeans,
  type SavingMeans,
  savingRecurrences,
  type SavingRecurrence,
  type YearEffect,
  yearEffects,
} from '#programme';
import { type FormOfEach, Optional, Premise, Required, filledIn } from './form.js';
import { RecordedForm } from './recorded-form.js';

/** At most £10bn, so that thousands of amounts add up to the penny. */
const amount = money(1_000_000_000_000, {
  shape: 'whole number of pence, at most 1000000000000',
  mustBe: 'a whole number of pence such as 327000000, at most £10bn',
});

const fullYearSays = 'What it saves a year once the change runs a whole year; only where it recurs.';
const ownerSays = 'The office that answers for it, such as "Corporate Director"; no personal name.';

/** What a saving comes to in one year. */
export class YearAmountForm {
  @Required(either('not-stated', financialYear), 'The year in which it begins to lower the budget.')
  year!: string;

  @Required(
    amount,
    'What is saved, positive; said once, in the year it begins, also where it recurs.',
    'Amount',
  )
  pence!: number;

  @Optional(oneOf(yearEffects), 'Whether the change runs for part of the year or for all of it.')
  effect?: YearEffect;
}

const profile = listOf(filledIn(YearAmountForm));
const profileSays = 'The amounts by year, each year once.';

/** A command about a saving. */
export class AboutSavingForm extends RecordedForm {
  @Required(idOf('saving'), 'The saving.')
  saving!: string;
}

export class IdentifySavingForm extends AboutSavingForm {
  @Required(idOf('saving', 'new'), 'The saving.')
  override saving!: string;

  @Required(name, 'What the saving is called.')
  name!: string;

  @Required(oneOf(savingCategories), 'What good it does; different categories are never added together.')
  category!: SavingCategory;

  @Optional(oneOf(savingMeans), 'By what means it is made.')
  means?: SavingMeans;

  @Required(oneOf(savingRecurrences), 'Whether the budget stays lower, or is lower in that year only.')
  recurrence!: SavingRecurrence;

  @Required(
    oneOf(bases),
    'Whether it counts before what it costs to make it, after, or the source does not say.',
  )
  basis!: Basis;

  @Optional(name, 'The prices that the figures are in, such as "2014/15 prices".')
  priceBase?: string;

  @Optional(
    idOf('series', 'either'),
    'Only for a total as it was published: the series it belongs to, such as council-budgets. Totals of one series are added to one another and to nothing else.',
    'Series of published totals',
  )
  published?: string;

  @Optional(name, `${ownerSays} Needed unless it is a published total.`, 'Owner')
  owner?: string;

  @Optional(
    idOf('portfolio'),
    'The portfolio it is in, open on that day. Needed unless it is a published total.',
  )
  portfolio?: string;

  @Optional(idOf('review'), 'The review that is to make it.')
  review?: string;

  @Optional(idOf('project'), 'The project that is to make it, open on that day.')
  project?: string;

  @Optional(idOf('unit'), 'The business unit whose budget it lowers, open on that day.')
  unit?: string;

  @Required(profile, profileSays)
  profile!: YearAmountForm[];

  @Optional(amount, fullYearSays, 'Full-year amount')
  fullYearPence?: number;
}

export class PlaceSavingInBusinessCaseForm extends AboutSavingForm {
  @Required(oneOf(businessCases), 'The business case.')
  businessCase!: BusinessCase;

  @Optional(idOf('review'), 'The review whose business case it is; the saving is that review’s from then on.')
  review?: string;

  @Required(profile, profileSays)
  profile!: YearAmountForm[];

  @Optional(amount, fullYearSays, 'Full-year amount')
  fullYearPence?: number;
}

export class AuthoriseSavingForm extends AboutSavingForm {
  @Required(profile, 'The amounts by year that the decision authorises, each year once.')
  profile!: YearAmountForm[];

  @Optional(amount, fullYearSays, 'Full-year amount')
  fullYearPence?: number;
}

export class ForecastSavingForm extends AboutSavingForm {
  @Required(profile, profileSays)
  profile!: YearAmountForm[];

  @Optional(amount, fullYearSays, 'Full-year amount')
  fullYearPence?: number;

  @Optional(text, 'Why it is expected to come to that.')
  reason?: string;
}

export class RecordDeliveredSavingForm extends AboutSavingForm {
  @Required(financialYear, 'The year it was delivered in.')
  year!: string;

  @Required(amount, 'All that was delivered in that year, up to that day.', 'Amount delivered')
  pence!: number;
}

export class ValidateSavingForm extends AboutSavingForm {
  @Required(financialYear, 'The year of the budget.')
  year!: string;

  @Required(
    amount,
    'All that is confirmed of that year; no more than was delivered in it.',
    'Amount confirmed',
  )
  pence!: number;

  @Required(name, 'The finance office that confirms it, by role.', 'Confirmed by')
  by!: string;
}

export class ReprofileSavingForm extends AboutSavingForm {
  @Required(oneOf(planNames), 'Which of its planned amounts is spread anew.')
  plan!: PlanName;

  @Required(
    profile,
    'All its amounts by year as they are from then on; together they come to what they were.',
  )
  profile!: YearAmountForm[];

  @Premise(
    profile,
    'All its amounts by year as they are believed to be until then; refused if they are others on that day.',
    'Former amounts by year',
  )
  fromProfile?: YearAmountForm[];

  @Required(text, 'Why the years change.')
  reason!: string;
}

export class MoveSavingForm extends AboutSavingForm {
  @Required(idOf('portfolio'), 'The portfolio it moves to, open on that day.', 'New portfolio')
  toPortfolio!: string;

  @Premise(
    idOf('portfolio'),
    'The portfolio it is believed to be in until then; refused if it is in another on that day.',
  )
  fromPortfolio?: string;
}

export class ChangeSavingOwnerForm extends AboutSavingForm {
  @Required(name, ownerSays, 'New owner')
  toOwner!: string;

  @Optional(name, 'Who answers for it until then; refused where it is another.')
  fromOwner?: string;
}

export class WithdrawSavingForm extends AboutSavingForm {
  @Required(text, 'Why it is given up.')
  reason!: string;
}

export class ReleaseSavingForm extends AboutSavingForm {
  @Required(text, 'What has ended that was to make it.')
  reason!: string;
}

export class ReinstateSavingForm extends AboutSavingForm {
  @Required(text, 'Why it is taken up again.')
  reason!: string;

  @Optional(idOf('review'), 'The review that is to make it from then on.')
  review?: string;
}

export const savingForms = {
  'identify-saving': IdentifySavingForm,
  'place-saving-in-business-case': PlaceSavingInBusinessCaseForm,
  'authorise-saving': AuthoriseSavingForm,
  'forecast-saving': ForecastSavingForm,
  'record-delivered-saving': RecordDeliveredSavingForm,
  'validate-saving': ValidateSavingForm,
  'reprofile-saving': ReprofileSavingForm,
  'move-saving': MoveSavingForm,
  'change-saving-owner': ChangeSavingOwnerForm,
  'withdraw-saving': WithdrawSavingForm,
  'release-saving': ReleaseSavingForm,
  'reinstate-saving': ReinstateSavingForm,
} satisfies FormOfEach<SavingCommand>;
