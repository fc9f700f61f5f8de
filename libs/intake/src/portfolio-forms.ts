import { idOf, name, text } from '#fields';
import type { PortfolioCommand } from '#programme';
import { type FormOfEach, Optional, Required } from './form.js';
import { RecordedForm } from './recorded-form.js';

const sponsorSays = 'The office that sponsors it, such as "Corporate Director"; no personal name.';

/** A command about a portfolio. */
export class AboutPortfolioForm extends RecordedForm {
  @Required(idOf('portfolio'), 'The portfolio.')
  portfolio!: string;
}

export class OpenPortfolioForm extends AboutPortfolioForm {
  @Required(idOf('portfolio', 'new'), 'The portfolio.')
  override portfolio!: string;

  @Required(name, 'What the portfolio is called.')
  name!: string;

  @Optional(name, sponsorSays)
  sponsor?: string;
}

export class RenamePortfolioForm extends AboutPortfolioForm {
  @Required(name, 'What the portfolio is called from then on.')
  name!: string;
}

export class NamePortfolioSponsorForm extends AboutPortfolioForm {
  @Required(name, sponsorSays)
  sponsor!: string;
}

export class ClosePortfolioForm extends AboutPortfolioForm {
  @Optional(text, 'Why it closes.')
  reason?: string;
}

export class ReopenPortfolioForm extends AboutPortfolioForm {
  @Required(text, 'Why it opens again.')
  reason!: string;
}

export const portfolioForms = {
  'open-portfolio': OpenPortfolioForm,
  'rename-portfolio': RenamePortfolioForm,
  'name-portfolio-sponsor': NamePortfolioSponsorForm,
  'close-portfolio': ClosePortfolioForm,
  'reopen-portfolio': ReopenPortfolioForm,
} satisfies FormOfEach<PortfolioCommand>;
