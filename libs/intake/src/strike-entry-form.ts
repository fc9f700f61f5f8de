import { commandId, idOf, listOf, name, optional, required, text } from '#fields';
import { formOf } from './form.js';
import { RecordedForm } from './recorded-form.js';
import { replacementCommand } from './replacement.js';

/** What a strike is sent on. */
export const StrikeEntryForm = formOf(
  'StrikeEntryForm',
  {
    stream: optional(name, 'The stream the entries stand in, such as kent/review/legal-services.'),
    entries: optional(
      listOf(idOf('entry'), { distinct: true }),
      'The entries to strike, by their ids; or else send commands.',
    ),
    commands: optional(
      listOf(commandId, { distinct: true }),
      'The commands whose entries to strike, by their ids; or else send entries.',
    ),
    reason: required(text, 'Why they are struck.'),
    authority: required(text, 'On whose authority: an office, a body, a decision; no personal name.', {
      personal: true,
    }),
    replacement: optional(
      listOf(replacementCommand),
      'What is recorded in their place: commands of the same stream, each on its own form.',
    ),
  },
  RecordedForm,
);
