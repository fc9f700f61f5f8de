import { type Content, day, draftAddress, formAddress, pageAddress, type Where } from '#pages';
import { describeCommand } from '#intake';
import { londonDate, type Instant } from '#calendar';
import type { Draft } from './draft-file.js';
import { subjectOf, whatFields } from './steps.js';
import type { Things } from './things.js';
import { happened, happenings } from './what-happened.js';

interface StartShown {
  readonly where: Where;
  readonly search: string;
  /** The thing that something happened to, where that is known: 'review/legal-services'. */
  readonly about: string;
  /** The decision that it follows from, where that is known. */
  readonly decision: string;
  readonly unfinished: readonly Draft[];
  readonly mostUsed: readonly string[];
  readonly things: Things;
}

/** "What happened?": everything that may be recorded, in the words people use, and what they have begun. */
export function startPage(facts: StartShown): Content {
  const { where, search, about, decision, unfinished, mostUsed, things } = facts;
  const { programme } = where;
  const [kind = '', id = ''] = about.split('/');
  const link = (command: string) => ({
    text: happened(command),
    says: describeCommand(command)?.does ?? '',
    href: formAddress(programme, command, known(command, kind, id, decision)),
  });
  const isNarrowed = search !== '' || about !== '';
  const groups = happenings
    .map(({ heading, commands }) => ({
      heading,
      links: Object.keys(commands)
        .filter((command) => about === '' || fieldFor(command, kind) !== undefined)
        .filter((command) => found(command, search))
        .map(link),
    }))
    .filter(({ links }) => links.length > 0);
  const name = about === '' ? undefined : things.nameOf(kind as Parameters<Things['nameOf']>[0], id);
  return {
    title: name === undefined ? 'What happened?' : `What happened to ${name}?`,
    template: 'record-start',
    streams: [],
    undated: true,
    data: {
      heading: name === undefined ? 'What happened?' : `What happened to ${name}?`,
      search,
      about,
      decision,
      decisionName: decision === '' ? undefined : things.nameOf('decision', decision),
      action: pageAddress({ programme }, 'record'),
      meeting: pageAddress({ programme }, 'record/meeting'),
      everything: pageAddress({ programme }, 'record'),
      mostUsed: isNarrowed ? [] : usual(mostUsed).map(link),
      groups,
      folded: !isNarrowed,
      unfinished: unfinished.map((draft) => ({
        text: draftName(draft, things, programme),
        touched: day(londonDate(new Date(draft.touched).toISOString() as Instant)),
        href: draftAddress(draft, draft.kind === 'meeting' ? 'meeting' : 'check'),
        drop: draftAddress(draft, 'drop'),
      })),
    },
  };
}

/** How many stand before the rest, which is folded away. */
const mostShown = 6;
/** What a programme records most, until its own habits are known. */
const usualAtFirst = [
  'record-decision',
  'choose-option',
  'merge-units',
  'record-delivered-saving',
  'reach-milestone',
  'rate-project',
];

/** The commands recorded most here, filled up with those that are usual anywhere. */
function usual(mostUsed: readonly string[]): string[] {
  const commands = mostUsed.filter((name) => happened(name) !== name);
  return [...new Set([...commands, ...usualAtFirst])].slice(0, mostShown);
}

function found(command: string, search: string): boolean {
  const text = `${happened(command)} ${describeCommand(command)?.does ?? ''} ${command}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** The field of a command that names what is there already and is of a kind. */
function fieldFor(command: string, kind: string): string | undefined {
  return whatFields(command).find(
    ({ name, control }) =>
      control.as === 'id' && control.newness !== 'new' && (control.of === kind || name === kind),
  )?.name;
}

function known(command: string, kind: string, id: string, decision: string): Record<string, string> {
  const field = id === '' ? undefined : fieldFor(command, kind);
  return { ...(decision !== '' && { decision }), ...(field !== undefined && { [field]: id }) };
}

/** What a draft is about, in a line. */
function draftName(draft: Draft, things: Things, programme: string): string {
  if (draft.kind === 'meeting') return 'A meeting';
  if (draft.kind === 'correction') return 'The correction of an entry';
  const subject = subjectOf(draft.subject, draft.typed, programme);
  const name =
    subject && subject.id !== '' && subject.kind !== 'programme'
      ? `: ${things.nameOf(subject.kind as Parameters<Things['nameOf']>[0], subject.id)}`
      : '';
  return `${happened(draft.subject)}${name}`;
}
