import { commandId, idOf, listOf, name, text } from '#fields';
import { Optional, Required } from './form.js';
import { RecordedForm } from './recorded-form.js';
import { replacementCommand } from './replacement.js';

export class StrikeEntryForm extends RecordedForm {
  @Optional(name, 'The stream the entries stand in, such as kent/review/legal-services.')
  stream?: string;

  @Optional(
    listOf(idOf('entry'), { distinct: true }),
    'The entries to strike, by their ids; or else send commands.',
  )
  entries?: string[];

  @Optional(
    listOf(commandId, { distinct: true }),
    'The commands whose entries to strike, by their ids; or else send entries.',
  )
  commands?: string[];

  @Required(text, 'Why they are struck.')
  reason!: string;

  @Required(text, 'On whose authority: an office, a body, a decision; no personal name.')
  authority!: string;

  @Optional(
    listOf(replacementCommand),
    'What is recorded in their place: commands of the same stream, each on its own form.',
  )
  replacement?: object[];
}
