import { type AnyAct, namedFieldsOf, saidIn } from './act.js';
import { recordedOf } from './recorded.js';
import type { Command, DomainEvent } from './stream.js';
import { streams } from './streams.js';

type Fields = Readonly<Record<string, unknown>>;

const commandOfType: ReadonlyMap<string, string> = new Map(
  streams.flatMap(({ commands }) =>
    Object.entries(commands).flatMap(([command, { adds }]) => adds.map((type) => [type, command] as const)),
  ),
);

const actOfType: ReadonlyMap<string, AnyAct> = new Map(
  streams.flatMap(({ acts = [] }) => acts.map((act) => [act.event, act] as const)),
);

const renaming = ({ toName: name, ...others }: Fields): Fields => ({ ...others, name });

/** How each entry that says a thing otherwise than its command is turned back; any other has the fields of its command. */
const turnedBack: Readonly<Record<string, (event: Fields) => Fields>> = {
  BodyRenamed: renaming,
};

/**
 * The command that an entry answers, field by field: decided again where the entry stands, it comes to that entry and no
 * other. It says what went without saying when it was sent: what it changes from, and what holds where nothing is said.
 * Undefined for a strike, which no stream answers.
 */
export function commandOf(event: DomainEvent, programme: string): Command | undefined {
  const type = commandOfType.get(event.type);
  if (type === undefined) return undefined;
  const { type: _type, ...fields } = event;
  const act = actOfType.get(event.type);
  if (act) {
    const said = saidIn(namedFieldsOf(act), fields);
    return { ...recordedOf(event), ...said, type, programme };
  }
  const back = turnedBack[event.type];
  return {
    ...said(back ? back(fields) : fields),
    type,
    programme,
  } as unknown as Command;
}

/** An entry says that there was none, where a command leaves it out. */
function said(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
