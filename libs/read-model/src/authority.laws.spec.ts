import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, instant, type CivilDate } from '#calendar';
import { MemoryEventStore, type StoredEvent } from '#event-store';
import type { AuthorityEvent, Command } from '#programme';
import { Recorder } from '#recording';
import {
  HandedClock,
  historySeed as seed,
  randomDays,
  randomProgramme as programme,
  recordedEntries,
  metOften,
} from '#testing';
import { authorityOf, holderOn, holdingsOn } from './authority.js';
import { Reader, ReadModel } from './index.js';

const stream = `${programme}/authority`;
const atTheStart = { programme, effectiveOn: randomDays[0] as CivilDate, provenance: 'minuted' } as const;
const beginning: readonly Command[] = [
  { ...atTheStart, type: 'start-programme', name: 'Whole-Council Transformation' } as Command,
  { ...atTheStart, type: 'establish-body', body: 'cabinet', name: 'Cabinet', bodyKind: 'cabinet' } as Command,
  { ...atTheStart, type: 'create-office', office: 'leader', title: 'Leader' } as Command,
  {
    ...atTheStart,
    type: 'confer-power',
    power: 'found-company',
    description: 'To found',
    on: 'cabinet',
  } as Command,
];

const aDay = fc.constantFrom(...randomDays);
const anEnd = fc.option(
  aDay.map((on) => ({ until: { on, precision: 'day' } })),
  { nil: {}, freq: 1 },
);
const delegation = { power: 'found-company', from: 'cabinet', to: 'leader' };
const aStep = fc.record({
  command: fc
    .tuple(
      aDay,
      anEnd,
      fc.constantFrom(
        { type: 'appoint-to-office', office: 'leader', holder: 'person-1' },
        { type: 'appoint-to-office', office: 'leader', holder: 'person-2' },
        { type: 'end-appointment', office: 'leader' },
        { type: 'delegate-power', ...delegation },
        { type: 'end-delegation', ...delegation },
      ),
    )
    .map(([effectiveOn, until, said]) => ({
      ...atTheStart,
      ...said,
      ...(said.type.startsWith('end') ? {} : until),
      effectiveOn,
    })),
  strike: fc.option(fc.nat(30), { nil: undefined, freq: 4 }),
});

/** A book of appointments and delegations, recorded late, ahead and struck, a day apart. */
async function bookOf(steps: readonly { readonly command: object; readonly strike: number | undefined }[]) {
  const clock = new HandedClock();
  const store = new MemoryEventStore({ clock: clock.read });
  const recorder = new Recorder(store);
  const log: StoredEvent[] = [];
  let sent = 0;
  const sender = () => {
    const id = `step-${sent++}`;
    return { actor: 'programme-officer', capacity: 'programme-office', commandId: id, fingerprint: id };
  };
  for (const command of beginning) await recorder.record(command, sender());
  for (const step of steps) {
    clock.moveOn(24 * 60 * 60_000);
    const command = step.command as Command;
    const struck = step.strike === undefined ? undefined : log[step.strike]?.id;
    const outcome =
      struck === undefined
        ? await recorder.record(command, sender())
        : await recorder.strike(
            {
              programme,
              stream,
              entries: [struck],
              reason: 'It was recorded by mistake',
              authority: 'Monitoring Officer',
              recorded: { effectiveOn: command.effectiveOn, provenance: 'observed' },
              replacement: [],
            },
            sender(),
          );
    if (outcome.outcome === 'recorded') log.push(...outcome.events);
  }
  const all: StoredEvent[] = [];
  for await (const page of store.readAll()) all.push(...page);
  return all;
}

/** Who is in office and whether the Leader has the power by delegation, told entry by entry with nothing of the domain. */
function told(log: readonly StoredEvent[], known: number, asAt: CivilDate) {
  let office: { holder: string; until: string } | undefined;
  let delegated: { until: string } | undefined;
  for (const { effectiveOn, event } of recordedEntries(log, known).get(stream) ?? []) {
    const said = event as AuthorityEvent;
    if (effectiveOn > asAt) break;
    const until = 'until' in said && said.until ? said.until.on : '9999-12-31';
    if (said.type === 'HolderAppointed') office = { holder: said.holder, until };
    if (said.type === 'AppointmentEnded' && office) office.until = effectiveOn;
    if (said.type === 'PowerDelegated') delegated = { until };
    if (said.type === 'DelegationEnded') delegated = { until: effectiveOn };
  }
  return {
    holder: office && office.until >= asAt ? office.holder : null,
    delegated: delegated !== undefined && delegated.until >= asAt,
  };
}

describe('The holders of an office and of a power', () => {
  it(`are right at every pair of dates, whatever was recorded late, ahead and struck (seed ${seed})`, async () => {
    const met = { held: 0, vacant: 0, delegated: 0, differently: 0 };
    for (const steps of fc.sample(fc.array(aStep, { minLength: 40, maxLength: 40, size: 'max' }), {
      seed,
      numRuns: 25,
    })) {
      const log = await bookOf(steps);
      const model = ReadModel.open(':memory:');
      model.apply(log);
      const reader = new Reader(model);
      const days = randomDays.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]);
      for (const recordedAt of new Set(log.map((stored) => stored.recordedAt))) {
        const known = log.filter((stored) => stored.recordedAt <= recordedAt).length;
        for (const asAt of days) {
          const moment = reader.moments.at(asAt, instant(recordedAt));
          const office = reader.parts.one(programme, 'office', 'leader', moment).part;
          const power = reader.parts.one(programme, 'power', 'found-company', moment).part;
          const authority = authorityOf(reader, programme, moment);
          const found = {
            holder: office ? holderOn(office, asAt).holder : null,
            delegated: power
              ? holdingsOn(power, authority, asAt).some(({ how }) => how === 'delegation')
              : false,
          };
          const expected = told(log, known, asAt);
          expect([asAt, recordedAt, found]).toEqual([asAt, recordedAt, expected]);
          met[expected.holder === null ? 'vacant' : 'held'] += 1;
          if (expected.delegated) met.delegated += 1;
          if (expected.holder !== told(log, log.length, asAt).holder) met.differently += 1;
        }
      }
      model.close();
    }
    metOften(met, 200);
  });
});
