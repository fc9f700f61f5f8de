import {
  type AnyAct,
  type AnyPart,
  asData,
  type Command,
  type DomainEvent,
  entryStruck,
  type StreamDefinition,
} from '#acts';
import { authorityStream, decisionStream } from '#governance';
import { portfolioStream } from './portfolio/index.js';
import { programmeStream } from './programme/index.js';
import { projectStream } from './project/index.js';
import { reportStream } from './report/index.js';
import { reviewStream } from './review/index.js';
import { savingStream } from './saving/index.js';
import { serviceStream } from './service/index.js';
import { structureStream } from './structure/index.js';
import type { Saying } from '#timeline';

/** A stream of any kind, where the kind does not matter. */
export type AnyStream = StreamDefinition<AnyPart, Command, DomainEvent>;

/** Every kind of stream there is. */
export const streams: readonly AnyStream[] = [
  programmeStream,
  authorityStream,
  decisionStream,
  serviceStream,
  reviewStream,
  portfolioStream,
  projectStream,
  structureStream,
  reportStream,
  savingStream,
];

const byKind = new Map(streams.map((stream) => [stream.kind, stream]));
const byCommand = new Map(
  streams.flatMap((stream) => Object.keys(stream.commands).map((name) => [name, stream])),
);
const byEntry = new Map(streams.flatMap(({ acts }) => acts.map((act) => [act.event, act])));

/** The kinds of part that stand in another kind's stream; every other part is its own stream's. */
const hostOf: ReadonlyMap<string, string> = new Map([
  ['phase', 'programme'],
  ['theme', 'programme'],
  ['tranche', 'programme'],
  ['setting', 'programme'],
  ['scale', 'programme'],
  ['unit', 'structure'],
  ['code', 'structure'],
  ['body', 'authority'],
  ['office', 'authority'],
  ['power', 'authority'],
]);

/**
 * The kinds of part that only rules look things up in: a code taken, a name used. They repeat what other parts say, and
 * are no things of the programme: no view shows, lists or counts them. Design section 1.5.
 */
export const lookUpKinds: ReadonlySet<string> = new Set(['authority', 'code']);

/** Every kind of thing of a programme: what a view shows, and what a filter may ask for. */
export const thingKinds: readonly string[] = [...streams.map(({ kind }) => kind), ...hostOf.keys()].filter(
  (kind) =>
    !lookUpKinds.has(kind) && ![...hostOf.values()].some((host) => host === kind && host !== 'programme'),
);

/** Every type of entry there is. */
export const entryTypes: readonly string[] = [
  ...new Set([...streams.flatMap(({ events }) => Object.keys(events)), entryStruck]),
];

/** Kinds of which a programme has one stream, named without an id. */
const onePerProgramme = new Set(['programme', 'structure', 'authority']);

export function streamOfKind(kind: string): AnyStream | undefined {
  return byKind.get(kind);
}

/** The act that comes to an entry of a type; undefined for a strike, which no stream answers, and for what nobody knows. */
export function actOfEntry(type: string): AnyAct | undefined {
  return byEntry.get(type);
}

/** The stream definition that answers a command, or undefined for a command nobody knows. */
export function streamOfCommand(name: string): AnyStream | undefined {
  return byCommand.get(name);
}

/** `{programme}/{kind}` or `{programme}/{kind}/{id}`. The id must be given where a programme has many of the kind. */
export function streamName(programme: string, kind: string, id?: string): string {
  if (onePerProgramme.has(kind)) return `${programme}/${kind}`;
  if (id === undefined) throw new Error(`A stream of the kind ${kind} is named by its id: give it one`);
  return `${programme}/${kind}/${id}`;
}

/** The name taken apart, or undefined where it is not a stream's. */
export function parseStreamName(name: string): { programme: string; kind: string; id?: string } | undefined {
  const [programme, kind, id, ...rest] = name.split('/');
  if (!programme || !kind || !byKind.has(kind) || rest.length > 0) return undefined;
  if (onePerProgramme.has(kind)) return id === undefined ? { programme, kind } : undefined;
  return id ? { programme, kind, id } : undefined;
}

/** What the streams of which a programme has one are about. */
const ofProgramme: Readonly<Record<string, string>> = {
  authority: 'who may decide',
  programme: 'the programme',
  structure: 'the business units',
};

/** Whose record a stream is, as a sentence goes on with it: "decision “Archives”", "the business units". */
export function whoseRecord(stream: string): Saying {
  const { kind = '', id } = parseStreamName(stream) ?? {};
  return id === undefined ? [ofProgramme[kind] ?? kind] : [`${kind} `, { kind, id }];
}

/** The name of the stream a command is recorded in. The command's name must be known. */
export function streamNameOf(command: Command): string {
  const stream = streamOfCommand(command.type);
  const definition = stream?.commands[command.type];
  if (!stream || !definition) throw new Error(`No stream knows the command ${command.type}`);
  const id = definition.id === undefined ? undefined : asData(command)[definition.id];
  return streamName(command.programme, stream.kind, id as string | undefined);
}

/** The name of the stream that holds a part, given its key, such as `unit/legal-services`. */
export function streamNameOfPart(programme: string, key: string): string {
  const [kind = '', id] = key.split('/');
  const host = hostOf.get(kind);
  return host ? streamName(programme, host) : streamName(programme, kind, id);
}
