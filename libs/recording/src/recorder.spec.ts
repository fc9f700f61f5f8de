import { beforeEach, describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { CommandIdReused, MemoryEventStore, type StoredEvent } from '#event-store';
import type { Command } from '#programme';
import { Recorder } from './recorder.js';
import type { RecordingOutcome, Sender } from './outcome.js';

/** A store that lets something happen just before a stream is read. */
class InterruptedStore extends MemoryEventStore {
  private waiting: { stream: string; work: () => Promise<unknown> } | undefined;
  reads = 0;

  before(stream: string, work: () => Promise<unknown>): void {
    this.waiting = { stream, work };
  }

  override async *readStream(stream: string, options: { readonly from?: number } = {}) {
    this.reads += 1;
    if (this.waiting?.stream === stream) {
      const { work } = this.waiting;
      this.waiting = undefined;
      await work();
    }
    yield* super.readStream(stream, options);
  }
}

let store: InterruptedStore;
let here: Recorder;
/** Another server on the same store. */
let there: Recorder;
let sent: number;

const sender = (more: Partial<Sender> = {}): Sender => {
  const commandId = `command-${++sent}`;
  return { actor: 'programme-officer', capacity: 'programme-office', commandId, fingerprint: 'f', ...more };
};
const command = (day: string, said: object): Command =>
  ({
    programme: 'county',
    effectiveOn: civilDate(day),
    provenance: 'minuted',
    ...said,
  }) as unknown as Command;
const record = (day: string, said: object, more: Partial<Sender> = {}, by = here) =>
  by.record(command(day, said), sender(more));

async function recorded(
  day: string,
  said: object,
  more: Partial<Sender> = {},
  by = here,
): Promise<StoredEvent> {
  const outcome = await record(day, said, more, by);
  if (outcome.outcome !== 'recorded') throw new Error(JSON.stringify(outcome));
  return outcome.events[0] as StoredEvent;
}

const strike = (
  stream: string,
  entries: readonly string[],
  replacement: readonly object[] = [],
  more: Partial<Sender> = {},
) =>
  here.strike(
    {
      programme: 'county',
      stream: `county/${stream}`,
      entries,
      reason: 'It was recorded by mistake',
      authority: 'Head of the programme office',
      recorded: { effectiveOn: civilDate('2014-06-01'), provenance: 'observed' },
      replacement: replacement.map((said) => ({ command: command('2014-01-02', said) })),
    },
    sender(more),
  );

/** An outcome with its events as type and revision, and no position. */
const short = (outcome: RecordingOutcome) => {
  if (!('events' in outcome)) return outcome;
  const { position: _position, events, ...rest } = outcome;
  return { ...rest, events: events.map(({ type, revision }) => `${revision} ${type}`) };
};

const portfolio = (id: string) => ({ type: 'open-portfolio', portfolio: id, name: id });
const unit = (id: string, more: object = {}) => ({ type: 'register-unit', unit: id, name: id, ...more });
const rename = (id: string, name: string) => ({ type: 'rename-unit', unit: id, name });

beforeEach(async () => {
  store = new InterruptedStore();
  here = new Recorder(store);
  there = new Recorder(store);
  sent = 0;
  await recorded('2013-07-18', { type: 'start-programme', name: 'Facing the Challenge' });
});

describe('A command that is recorded', () => {
  it('is one entry, whole, with who recorded it, following what, and on what it knew', async () => {
    const opened = await recorded('2014-01-01', portfolio('adults'));
    const chartered = await recorded(
      '2014-01-02',
      { type: 'charter-project', project: 'carers', name: 'Carers', portfolio: 'adults', source: 'Minute 3' },
      { causationId: opened.id, correlationId: 'meeting', capacity: 'project-manager' },
    );
    const { position, recordedAt, id, ...rest } = chartered;
    expect(position > opened.position).toBe(true);
    expect(recordedAt >= opened.recordedAt).toBe(true);
    expect(id).not.toBe(opened.id);
    expect(rest).toEqual({
      stream: 'county/project/carers',
      revision: 0,
      type: 'ProjectChartered',
      version: 1,
      commandId: 'command-3',
      envelope: {
        effectiveOn: '2014-01-02',
        provenance: 'minuted',
        source: 'Minute 3',
        actor: 'programme-officer',
        capacity: 'project-manager',
        correlationId: 'meeting',
        causationId: opened.id,
        basedOn: opened.position,
      },
      data: { project: 'carers', name: 'Carers', portfolio: 'adults' },
    });
    expect(opened.envelope).toEqual({
      effectiveOn: '2014-01-01',
      provenance: 'minuted',
      actor: 'programme-officer',
      capacity: 'programme-office',
      correlationId: 'command-2',
    });
  });

  it('rests on the last of what it read, in whichever stream that is', async () => {
    const first = await recorded('2014-01-01', portfolio('adults'));
    const second = await recorded('2014-01-01', portfolio('place'));
    await recorded('2014-01-02', { type: 'charter-project', project: 'a', name: 'A', portfolio: 'place' });
    const moved = await recorded('2014-01-03', { type: 'move-project', project: 'a', toPortfolio: 'adults' });
    expect(second.position > first.position).toBe(true);
    expect(moved.envelope['basedOn']).toBe(first.position);
  });

  it('rests on the latest of several streams that it read, whichever was read first', async () => {
    const saving = (id: string) => ({
      ...{ type: 'identify-saving', saving: id, name: id, category: 'cashable', recurrence: 'recurring' },
      ...{ basis: 'net', owner: 'Corporate Director', portfolio: 'adults', project: 'a' },
      profile: [{ year: '2015/16', pence: 1 }],
    });
    await recorded('2014-01-01', portfolio('adults'));
    const project = await recorded('2014-01-02', {
      ...{ type: 'charter-project', project: 'a', name: 'A', portfolio: 'adults' },
    });
    expect((await recorded('2014-01-03', saving('one'))).envelope['basedOn']).toBe(project.position);
    const renamed = await recorded('2014-01-03', {
      type: 'rename-portfolio',
      portfolio: 'adults',
      name: 'Adults',
    });
    expect((await recorded('2014-01-03', saving('two'))).envelope['basedOn']).toBe(renamed.position);
  });

  it('gives its first result when it is sent again, and is refused where its id was used for anything else', async () => {
    const first = await record('2014-01-01', unit('a'), { commandId: 'once' });
    expect(short(first)).toEqual({
      ...{ outcome: 'recorded', stream: 'county/structure', revision: 0, repeated: false },
      events: ['0 UnitRegistered'],
    });
    expect(await record('2014-01-01', unit('a'), { commandId: 'once' })).toEqual({
      ...first,
      repeated: true,
    });
    expect(await record('2014-01-01', unit('a'), { commandId: 'once' }, there)).toEqual({
      ...first,
      repeated: true,
    });
    const reused = { outcome: 'command-id-reused', stream: 'county/structure' };
    expect(await record('2014-01-01', unit('b'), { commandId: 'once', fingerprint: 'g' })).toEqual(reused);
    expect(await record('2014-01-01', unit('b'), { commandId: 'once', fingerprint: 'g' }, there)).toEqual(
      reused,
    );
    expect(await record('2014-01-01', portfolio('adults'), { commandId: 'once' })).toEqual(reused);
    expect(await here.takenByCommand('county', 'once')).toEqual(['county/structure']);
    expect(await here.takenByCommand('county', 'twice')).toEqual([]);
  });

  it('is refused where views know its id of a batch', async () => {
    const taken = {
      byCommand: () => [],
      byBatch: (_: string, id: string) => (id === 'batch' ? ['county/review/a'] : []),
    };
    const known = new Recorder(store, { taken });
    expect(await record('2014-01-01', unit('a'), { commandId: 'batch' }, known)).toEqual({
      outcome: 'command-id-reused',
      stream: 'county/review/a',
    });
    expect(short(await record('2014-01-01', unit('a'), {}, known))).toMatchObject({ outcome: 'recorded' });
  });

  it('is nothing where it would change nothing', async () => {
    const first = await recorded('2014-01-01', unit('a'));
    expect(await record('2014-01-02', rename('a', 'a'))).toEqual({
      ...{ outcome: 'nothing', stream: 'county/structure', revision: 0, position: first.position },
    });
  });
});

describe('A command that is not recorded', () => {
  const aUnit = { kind: 'unit', id: 'a' };

  it('is told that its programme was never started', async () => {
    expect(
      await here.record({ ...command('2014-01-01', unit('a')), programme: 'district' }, sender()),
    ).toEqual({
      outcome: 'unknown-programme',
      programme: 'district',
    });
    expect(short(await record('2014-01-01', unit('a'), {}, there))).toMatchObject({ outcome: 'recorded' });
  });

  it('is recorded once its programme was started elsewhere, by a server too that was told before that it was not', async () => {
    const district = (said: object) => ({ ...command('2014-01-01', said), programme: 'district' });
    expect(await there.record(district(unit('a')), sender())).toEqual({
      outcome: 'unknown-programme',
      programme: 'district',
    });
    await here.record(district({ type: 'start-programme', name: 'District' }), sender());
    expect(short(await there.record(district(unit('a')), sender()))).toEqual({
      ...{ outcome: 'recorded', stream: 'district/structure', revision: 0, repeated: false },
      events: ['0 UnitRegistered'],
    });
  });

  it('is refused where its id was used meanwhile by another server for something else', async () => {
    store.append = () => Promise.reject(new CommandIdReused('county/structure', 'once'));
    expect(await record('2014-01-01', unit('a'), { commandId: 'once' })).toEqual({
      outcome: 'command-id-reused',
      stream: 'county/structure',
    });
  });

  it('is an accident where the store has its entries and lost its result', async () => {
    await recorded('2014-01-01', unit('a'), { commandId: 'once' });
    store.commandResult = () => Promise.resolve(undefined);
    await expect(record('2014-01-01', unit('a'), { commandId: 'once' })).rejects.toThrow(
      'county/structure holds an entry of command once, and no result of it',
    );
  });

  it('has an id that nothing is known to have taken, where neither the store nor any views know', async () => {
    store.streamsOfCommand = () => Promise.resolve(undefined);
    expect(await here.takenByCommand('county', 'once')).toEqual([]);
    const taken = { byCommand: (_: string, id: string) => [`county/review/${id}`], byBatch: () => [] };
    expect(await new Recorder(store, { taken }).takenByCommand('county', 'once')).toEqual([
      'county/review/once',
    ]);
  });

  it('is told the rule in its way, and the later entry that it would leave without permission, with its decision', async () => {
    expect(await record('2014-01-02', rename('a', 'A'))).toEqual({
      ...{ outcome: 'refused', stream: 'county/structure', index: 0, effectiveOn: '2014-01-02' },
      refusal: {
        refused: 'unit-not-registered',
        because: 'No unit a is registered by then: register it first, or date this later',
        says: ['No unit ', aUnit, ' is registered by then: register it first, or date this later'],
      },
    });
    await recorded('2013-12-01', {
      type: 'record-decision',
      decision: 'd',
      title: 'D',
      maker: 'Cabinet',
      takenOn: '2013-12-01',
      subjectToCallIn: false,
    });
    await recorded('2014-01-01', unit('a'));
    const merged = await recorded('2014-04-01', {
      type: 'merge-units',
      units: ['a'],
      successor: 'b',
      name: 'B',
      decision: 'd',
    });
    const outcome = await record('2014-02-01', { type: 'close-unit', unit: 'a' });
    expect(outcome).toEqual({
      ...{ outcome: 'refused', stream: 'county/structure', effectiveOn: '2014-02-01' },
      refusal: (outcome as { refusal: unknown }).refusal,
      conflict: { id: merged.id, type: 'UnitsMerged', effectiveOn: '2014-04-01', decision: 'd' },
    });
    expect((outcome as { refusal: { refused: string } }).refusal.refused).toBe('unit-not-open');
    const again = await record('2013-12-31', unit('a'));
    expect(again).toMatchObject({
      outcome: 'refused',
      refusal: { refused: 'unit-already-registered' },
      conflict: { type: 'UnitRegistered', effectiveOn: '2014-01-01' },
    });
  });

  it('names a decision that is on the record', async () => {
    const because = 'No decision d is on the record: record it first with record-decision, or correct its id';
    expect(await record('2014-01-01', unit('a', { decision: 'd' }))).toEqual({
      ...{ outcome: 'refused', stream: 'county/structure', index: 0, effectiveOn: '2014-01-01' },
      refusal: {
        ...{ refused: 'unknown-decision', because },
        says: [
          'No decision ',
          { kind: 'decision', id: 'd' },
          ' is on the record: record it first with record-decision, or correct its id',
        ],
      },
    });
    await recorded('2014-01-01', {
      type: 'give-key-decision-notice',
      decision: 'd',
      title: 'D',
      matter: 'M',
    });
    expect(await record('2014-01-01', unit('a', { decision: 'd' }))).toMatchObject({ outcome: 'refused' });
    await recorded('2014-03-01', {
      type: 'record-decision',
      decision: 'd',
      title: 'D',
      maker: 'Cabinet',
      takenOn: '2014-03-01',
    });
    expect(short(await record('2014-01-01', unit('a', { decision: 'd' })))).toMatchObject({
      outcome: 'recorded',
    });
  });

  it('is stale where its sender had seen another revision', async () => {
    await recorded('2014-01-01', unit('a'));
    expect(await record('2014-01-02', rename('a', 'A'), { ifRevision: -1 })).toEqual({
      ...{ outcome: 'stale', stream: 'county/structure', revision: 0 },
    });
    expect(short(await record('2014-01-02', rename('a', 'A'), { ifRevision: 0 }))).toMatchObject({
      revision: 1,
    });
  });
});

describe('A stream that others append to', () => {
  it('is read again before a command is refused by what was last seen of it', async () => {
    expect(await record('2014-01-02', rename('a', 'A'))).toMatchObject({ outcome: 'refused' });
    await recorded('2014-01-01', unit('a'), {}, there);
    expect(short(await record('2014-01-02', rename('a', 'A')))).toEqual({
      ...{ outcome: 'recorded', stream: 'county/structure', revision: 1, repeated: false },
      events: ['1 UnitRenamed'],
    });
  });

  it('is read again before a command is stale by what was last seen of it', async () => {
    await recorded('2014-01-01', unit('a'));
    await recorded('2014-01-01', unit('b'), {}, there);
    expect(short(await record('2014-01-02', rename('a', 'A'), { ifRevision: 1 }))).toMatchObject({
      revision: 2,
    });
  });

  it('is judged again where it moved on before the append', async () => {
    await recorded('2014-01-01', unit('a'));
    await recorded('2014-02-01', { type: 'close-unit', unit: 'a' }, {}, there);
    expect(await record('2014-03-01', rename('a', 'A'))).toMatchObject({
      ...{ outcome: 'refused', refusal: { refused: 'unit-not-open' } },
    });
    expect(short(await record('2014-01-15', rename('a', 'A')))).toMatchObject({ events: ['2 UnitRenamed'] });
  });

  /** While a project is moved here, it is renamed by another server, and here something else reads it. */
  async function movedMeanwhile(more: Partial<Sender> = {}) {
    await recorded('2014-01-01', portfolio('adults'));
    await recorded('2014-01-01', portfolio('place'));
    await recorded('2014-01-02', { type: 'charter-project', project: 'a', name: 'A', portfolio: 'adults' });
    const saving = {
      ...{ type: 'identify-saving', saving: 's', name: 'S', category: 'cashable', recurrence: 'recurring' },
      ...{ basis: 'net', owner: 'Corporate Director', portfolio: 'adults', project: 'a' },
      profile: [{ year: '2015/16', pence: 1 }],
    };
    store.before('county/portfolio/place', async () => {
      await recorded('2014-01-03', { type: 'rename-project', project: 'a', name: 'B' }, {}, there);
      await recorded('2014-01-03', saving);
    });
    return record('2014-01-04', { type: 'move-project', project: 'a', toPortfolio: 'place' }, more);
  }

  it('is looked at a second time once facts were read: a command is not recorded on a revision it was not judged on', async () => {
    expect(await movedMeanwhile({ ifRevision: 0 })).toEqual({
      ...{ outcome: 'stale', stream: 'county/project/a', revision: 1 },
    });
  });

  it('is judged again, and recorded at its end, where its sender asked for no revision', async () => {
    expect(short(await movedMeanwhile())).toEqual({
      ...{ outcome: 'recorded', stream: 'county/project/a', revision: 2, repeated: false },
      events: ['2 ProjectMoved'],
    });
  });

  it('that never stops moving is told so to whoever would append to it, after fifty times', async () => {
    await recorded('2014-01-01', unit('a'));
    const posts = (count: number) => ({ type: 'set-unit-posts', unit: 'a', posts: count });
    const append = store.append.bind(store);
    let tried = 0;
    store.append = async (asked) => {
      if (asked.commandId === 'unlucky') await recorded('2014-01-02', posts(100 + ++tried), {}, there);
      return append(asked);
    };
    expect(await record('2014-01-02', posts(3), { commandId: 'unlucky' })).toEqual({
      ...{ outcome: 'stale', stream: 'county/structure', revision: 50 },
    });
    expect(tried).toBe(50);
  });

  it('takes the commands that are sent at once here one after another', async () => {
    const outcomes = await Promise.all(['a', 'b', 'c'].map((id) => record('2014-01-01', unit(id))));
    expect(outcomes.map((outcome) => ('revision' in outcome ? outcome.revision : outcome))).toEqual([
      0, 1, 2,
    ]);
  });

  it('goes on after a command that failed by the store', async () => {
    await recorded('2014-01-01', unit('a'));
    const append = store.append.bind(store);
    store.append = () => Promise.reject(new Error('The disk is full'));
    await expect(record('2014-01-02', rename('a', 'A'))).rejects.toThrow('The disk is full');
    store.append = append;
    expect(short(await record('2014-01-02', rename('a', 'A')))).toMatchObject({ events: ['1 UnitRenamed'] });
  });

  it('is the same however few streams are kept open', async () => {
    const few = new Recorder(store, { mostOpenEntries: 1 });
    await recorded('2014-01-01', unit('a'), {}, few);
    await recorded('2014-01-01', portfolio('adults'), {}, few);
    await recorded('2014-01-02', rename('a', 'A'), {}, few);
    await recorded(
      '2014-01-02',
      { type: 'charter-project', project: 'p', name: 'P', portfolio: 'adults' },
      {},
      few,
    );
    expect(await record('2014-01-03', rename('a', 'A'), {}, few)).toMatchObject({
      outcome: 'nothing',
      revision: 1,
    });
  });

  it('that is kept open is read no further than its new entries', async () => {
    await recorded('2014-01-01', unit('a'));
    const before = store.reads;
    await recorded('2014-01-02', rename('a', 'A'));
    expect(store.reads - before).toBe(0);
  });
});

describe('A strike', () => {
  it('is one entry, whole, and what replaces the struck entry stands in its place', async () => {
    const wrong = await recorded('2014-01-01', unit('a'));
    const outcome = await strike('structure', [wrong.id], [unit('b')]);
    expect(short(outcome)).toEqual({
      ...{ outcome: 'recorded', stream: 'county/structure', revision: 2, repeated: false },
      events: ['1 EntryStruck', '2 UnitRegistered'],
    });
    const [struck, replacement] = (outcome as { events: readonly StoredEvent[] }).events;
    expect([struck?.version, struck?.data, struck?.envelope]).toEqual([
      1,
      {
        entries: [wrong.id],
        reason: 'It was recorded by mistake',
        authority: 'Head of the programme office',
      },
      {
        ...{ effectiveOn: '2014-06-01', provenance: 'observed', actor: 'programme-officer' },
        ...{ capacity: 'programme-office', correlationId: 'command-3' },
      },
    ]);
    expect(replacement?.data).toEqual({ unit: 'b', name: 'b', opening: false });
    expect(struck?.id).not.toBe(replacement?.id);
    expect(replacement?.envelope['replaces']).toBe(wrong.id);
    const again = await strike('structure', [replacement?.id ?? ''], [unit('c')]);
    const { events } = again as { events: readonly StoredEvent[] };
    expect(events.map(({ envelope }) => envelope['replaces'])).toEqual([undefined, replacement?.id]);
  });

  it('names entries of its own stream that are no strikes and not struck, and replacements of that stream', async () => {
    const wrong = await recorded('2014-01-01', unit('a'));
    const kept = await recorded('2014-01-01', unit('k'));
    const first = await strike('structure', [wrong.id]);
    const [itself] = (first as { events: readonly StoredEvent[] }).events;
    const refusal = async (asked: Promise<RecordingOutcome>) => {
      const outcome = await asked;
      return outcome.outcome === 'refused' ? [outcome.stream, outcome.refusal] : outcome;
    };
    const id = itself?.id ?? '';
    expect(await refusal(strike('structure', ['nothing']))).toEqual([
      'county/structure',
      {
        refused: 'entry-not-found',
        because:
          'No entry nothing is on the record of the business units: look it up in the history of the thing it is about',
        says: [
          'No entry ',
          { kind: 'entry', id: 'nothing' },
          ' is on the record of the business units: look it up in the history of the thing it is about',
        ],
      },
    ]);
    expect(await refusal(strike('structure', [kept.id, id]))).toEqual([
      'county/structure',
      {
        refused: 'entry-not-found',
        because: `Entry ${id} is itself a strike and cannot be struck: record the fact again instead`,
        says: [
          'Entry ',
          { kind: 'entry', id },
          ' is itself a strike and cannot be struck: record the fact again instead',
        ],
      },
    ]);
    expect(await refusal(strike('structure', [wrong.id]))).toEqual([
      'county/structure',
      {
        refused: 'entry-already-struck',
        because: `Entry ${wrong.id} is already struck: if it was right after all, record the fact again`,
        says: [
          'Entry ',
          { kind: 'entry', id: wrong.id },
          ' is already struck: if it was right after all, record the fact again',
        ],
      },
    ]);
    const elsewhere = {
      ...{ programme: 'county', stream: 'county/structure', entries: [kept.id] },
      ...{ reason: 'It was recorded by mistake', authority: 'Head of the programme office' },
      recorded: { effectiveOn: civilDate('2014-06-01'), provenance: 'observed' },
      replacement: [{ command: command('2014-01-02', unit('b')), replaces: wrong.id }],
    } as const;
    expect(await refusal(here.strike(elsewhere, sender()))).toEqual([
      'county/structure',
      {
        refused: 'replaces-not-struck',
        because: `register-unit is to replace entry ${wrong.id}, which this strikes not: name one of the entries that are struck`,
        says: [
          'register-unit is to replace entry ',
          { kind: 'entry', id: wrong.id },
          ', which this strikes not: name one of the entries that are struck',
        ],
      },
    ]);
    expect(await refusal(strike('structure', [kept.id], [unit('b'), portfolio('adults')]))).toEqual([
      'county/structure',
      {
        refused: 'replacement-elsewhere',
        because:
          'A replacement must belong to the record of the business units, as what it replaces does: send open-portfolio as a command of its own',
      },
    ]);
  });

  it('gives its first result when it is sent again', async () => {
    const wrong = await recorded('2014-01-01', unit('a'));
    const first = await strike('structure', [wrong.id], [], { commandId: 'strike' });
    expect(await strike('structure', [wrong.id], [], { commandId: 'strike' })).toEqual({
      ...first,
      repeated: true,
    });
  });

  it('of the start of a programme is judged like any other, and the programme goes on', async () => {
    const start = (await store.readStream('county/programme').next()).value as readonly StoredEvent[];
    const outcome = await strike(
      'programme',
      [start[0]?.id ?? ''],
      [{ type: 'start-programme', name: 'Renamed' }],
    );
    expect(short(outcome)).toMatchObject({ events: ['1 EntryStruck', '2 ProgrammeStarted'] });
  });
});
