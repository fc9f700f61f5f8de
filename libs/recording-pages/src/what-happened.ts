import { streamOfKind } from '#programme';

/** A group of what people record, in the words they would use. */
export interface Happening {
  readonly heading: string;
  readonly commands: Readonly<Record<string, string>>;
}

/** In which order people look for what they record: the kinds of stream, the most usual first. */
const kindsInOrder = [
  'decision',
  'review',
  'structure',
  'saving',
  'project',
  'portfolio',
  'service',
  'programme',
  'authority',
  'report',
];

/** Every command as somebody would say that it happened, in the groups they would look in, the most usual first. */
export const happenings: readonly Happening[] = grouped();

function grouped(): Happening[] {
  const groups = new Map<string, Record<string, string>>();
  for (const { heading, acts } of kindsInOrder.flatMap((kind) => streamOfKind(kind) ?? [])) {
    const said = acts.map(({ command, happened: words }) => [command, words] as const);
    groups.set(heading, { ...groups.get(heading), ...Object.fromEntries(said) });
  }
  return [...groups].map(([heading, commands]) => ({ heading, commands }));
}

const titles: Readonly<Record<string, string>> = Object.assign(
  {},
  ...happenings.map(({ commands }) => commands),
) as Record<string, string>;

/** A command as somebody would say that it happened. */
export function happened(command: string): string {
  return titles[command] ?? command;
}

/** The command that somebody names by its own name or in the words above; undefined where there is none. */
export function commandCalled(text: string): string | undefined {
  const typed = text.trim().toLowerCase();
  if (Object.hasOwn(titles, typed)) return typed;
  return Object.keys(titles).find((name) => titles[name]?.toLowerCase() === typed);
}
