import { describeForm } from './form.js';
import { type FieldDescription } from '#fields';
import { type AnyStream, entryStruck, streams } from '#programme';
import { strikeEntry } from './commands.js';
import { describeCommand, isOfEveryCommand } from './describe-command.js';
import { exampleBodies } from './example-bodies.js';
import { RecordedForm } from './recorded-form.js';

/** The page of commands and events as Markdown, made from the streams and the forms: docs/commands-and-events.md. */
export function commandsAndEventsPage(): string {
  return `${[...introduction(), ...streams.flatMap(streamSection), ...anyStreamSection()].join('\n\n')}\n`;
}

function introduction(): string[] {
  return [
    '# Commands and events',
    'Made from the streams and the forms by `npm run docs`; do not edit it by hand.',
    'A command is sent as `POST /api/programmes/{programme}/commands/{command}` with a JSON object of the fields ' +
      'below. An import line carries the same fields. A field that is not listed is refused.',
    'A date of which only the month or the year is known is written `2014-03` or `2014`. It stands for its first ' +
      'day; `effectiveOn` stands for its last day where the command ends something.',
    'The examples show how to write a command. What they say is made up.',
    '## What every command may carry',
    fieldTable(describeForm(RecordedForm)),
  ];
}

function streamSection({ kind, commands, events }: AnyStream): string[] {
  return [
    `## ${kind.charAt(0).toUpperCase()}${kind.slice(1)}`,
    ...Object.keys(commands).flatMap(commandSection),
    `### Events of a ${kind}`,
    table(
      ['event', 'version', 'what it says', 'personal fields'],
      Object.entries(events).map(([type, { version, says, personal }]) => [
        code(type),
        String(version),
        says,
        personal.length > 0 ? personal.map(code).join(', ') : 'none',
      ]),
    ),
  ];
}

function anyStreamSection(): string[] {
  return [
    '## Any stream',
    ...commandSection(strikeEntry),
    '### Event of any stream',
    table(
      ['event', 'version', 'what it says', 'personal fields'],
      [
        [
          code(entryStruck),
          '1',
          'Entries were taken out of the record, from the moment this was recorded.',
          'none',
        ],
      ],
    ),
  ];
}

function commandSection(name: string): string[] {
  const command = describeCommand(name);
  if (!command) throw new Error(`The command ${name} has no form to be described by`);
  const { does, adds, ends, fields } = command;
  const own = fields.filter((field) => !isOfEveryCommand(field));
  return [
    `### ${code(name)}`,
    `${does} Adds ${adds.map(code).join(' or ')}.${ends ? ' A month or a year stands for its last day.' : ''}`,
    ...(own.length > 0 ? [fieldTable(own)] : []),
    ['```json', JSON.stringify(exampleBodies[name], null, 2), '```'].join('\n'),
  ];
}

function fieldTable(fields: readonly FieldDescription[]): string {
  return table(
    ['field', 'needed', 'how to write it', 'what it means'],
    fields.flatMap((field) => fieldRows(field)),
  );
}

function fieldRows({ name, required, shape, says, fields = [] }: FieldDescription, inside = ''): string[][] {
  const path = `${inside}${name}`;
  return [
    [code(path), required ? 'yes' : 'no', shape, says],
    ...fields.flatMap((field) => fieldRows(field, `${path}.`)),
  ];
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}

function code(words: string): string {
  return `\`${words}\``;
}
