import { type AnyAct, type CommandDefinition, sentFieldsOf, streams } from '#programme';
import { type Form, formOf } from './form.js';
import { RecordedForm } from './recorded-form.js';
import { StrikeEntryForm } from './strike-entry-form.js';

/** A command that can be sent: what it is and the form it is sent on. */
export interface KnownCommand {
  readonly definition: CommandDefinition;
  readonly form: Form;
}

/** The name of the one command that every stream takes. */
export const strikeEntry = 'strike-entry';

/** What the page of commands and events says of a strike, which is no stream's own. */
const strikeDefinition: CommandDefinition = {
  does: 'Takes entries of one stream out of the record from now on, for a reason, and may put others in their place.',
  adds: ['EntryStruck'],
};

const acts: readonly AnyAct[] = streams.flatMap((stream) => stream.acts);

function formOfAct(act: AnyAct): Form {
  const words = act.command.split('-').map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
  return formOf(`${words.join('')}Form`, sentFieldsOf(act), RecordedForm);
}

/** The form of every command, by name. */
export const forms: Readonly<Record<string, Form>> = {
  ...Object.fromEntries(acts.map((act) => [act.command, formOfAct(act)])),
  [strikeEntry]: StrikeEntryForm,
};

const definitions = new Map<string, CommandDefinition>([
  ...streams.flatMap(({ commands }) => Object.entries(commands)),
  [strikeEntry, strikeDefinition],
]);

const known = new Map<string, KnownCommand>();
for (const [name, definition] of definitions) {
  const form = forms[name];
  if (form) known.set(name, { definition, form });
}

/** The names of every command that can be sent, stream by stream, `strike-entry` last. */
export const commandNames: readonly string[] = [...known.keys()];

/** The command of a name, or undefined where there is none. */
export function commandOf(name: string): KnownCommand | undefined {
  return known.get(name);
}
