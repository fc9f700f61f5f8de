import { beforeEach, describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { MemoryEventStore, type Append, type Appended, type StoredEvent } from '#event-store';
import { Reader, ReadModel } from '#read-model';
import { Recorder } from '#recording';
import {
  Batches,
  isRefused,
  type Batch,
  type BatchInto,
  type BatchItem,
  type BatchOutcome,
} from './batch.js';

const council = { decision: 'council-2014-03-27', takenOn: '2014-03-27', effectiveOn: '2014-04-01' };
const item = (command: string, body: Readonly<Record<string, unknown>>, id?: string): BatchItem => ({
  command,
  body,
  ...(id !== undefined && { id }),
});
const start = item('start-programme', { name: 'Whole-Council Transformation', effectiveOn: '2013-07-18' });
const register = (unit: string) =>
  item('register-unit', { unit, name: unit, opening: true, effectiveOn: '2013-09-19' });
const rename = (unit: string, name: string, more: object = { effectiveOn: '2014-04-01' }) =>
  item('rename-unit', { unit, name, ...more });

/** A decision of the council, and what follows from it in four other streams. */
const meeting: readonly BatchItem[] = [
  item('record-decision', {
    decision: council.decision,
    title: 'Facing the Challenge: next steps',
    maker: 'County Council',
    takenOn: council.takenOn,
  }),
  item('open-portfolio', { portfolio: 'adults', name: 'Adults', ...council }),
  item('charter-project', { project: 'care', name: 'Care', portfolio: 'adults', ...council }),
  item('register-unit', { unit: 'commissioning', name: 'Commissioning', ...council }),
  item('merge-units', { units: ['archives'], successor: 'libraries', ...council }),
  item('plan-phase', { phase: 'phase-2', name: 'Phase 2', ...council }),
];

/** A store that stops answering after so many appends, as where the power went. */
class UntilPowerCut extends MemoryEventStore {
  left = Infinity;
  /** What somebody else does before an append, once. */
  meanwhile: (() => Promise<unknown>) | undefined;

  override async append(append: Append): Promise<Appended> {
    if (this.left <= 0) throw new Error('The power is cut');
    this.left -= 1;
    const meanwhile = this.meanwhile;
    this.meanwhile = undefined;
    await meanwhile?.();
    return super.append(append);
  }
}

let store: UntilPowerCut;
let now: string;

/** The book as a process that was just started has it. */
function opened(): BatchInto {
  const model = ReadModel.open(':memory:');
  return {
    store,
    recorder: new Recorder(store),
    reader: new Reader(model),
    noting: (outcome) => outcome,
    upTo: async () => {
      const after = model.checkpoint();
      for await (const page of store.readAll({ ...(after !== undefined && { after }) })) model.apply(page);
    },
  };
}

let book: BatchInto;
let batches: Batches;
const restarted = () => {
  book = opened();
  batches = new Batches(book, () => civilDate(now.slice(0, 10)));
};

const send = (key: string, items: readonly BatchItem[], more: Partial<Batch> = {}): Promise<BatchOutcome> =>
  batches.record({
    programme: 'county',
    actor: 'programme-officer',
    capacity: 'programme-office',
    key,
    items,
    keepGoing: false,
    dryRun: false,
    ...more,
  });

/** What came of each item, as `recorded`, `nothing`, or the code of the refusal. */
const each = (outcome: BatchOutcome): string[] =>
  outcome.came === 'key-reused'
    ? ['key-reused']
    : outcome.results.map(({ outcome: one }) =>
        one.outcome === 'refused' ? one.refusal.refused : one.outcome,
      );

async function log(): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const page of store.readAll()) events.push(...page);
  return events;
}
const recordedUnder = async (key: string) =>
  (await log()).flatMap(({ commandId, type }) =>
    commandId.startsWith(`${key}/`) ? [`${commandId} ${type}`] : [],
  );

beforeEach(async () => {
  now = '2014-04-02T09:00:00.000Z';
  store = new UntilPowerCut({ clock: () => now });
  restarted();
  const begun = await send('opening', [start, register('libraries'), register('archives')]);
  expect(each(begun)).toEqual(['recorded', 'recorded', 'recorded']);
});

describe('A batch of a meeting', () => {
  it('is recorded in order, one append each, a later item following from an earlier one', async () => {
    const outcome = await send('meeting', meeting);
    expect(outcome.came).toBe('recorded');
    expect(each(outcome)).toEqual(meeting.map(() => 'recorded'));
    expect(await recordedUnder('meeting')).toEqual([
      'meeting/0 DecisionRecorded',
      'meeting/1 PortfolioOpened',
      'meeting/2 ProjectChartered',
      'meeting/3 UnitRegistered',
      'meeting/4 UnitsMerged',
      'meeting/5 PhasePlanned',
    ]);
    const told = (await log()).filter(({ commandId }) => commandId.startsWith('meeting/'));
    expect(new Set(told.map(({ envelope }) => envelope['correlationId']))).toEqual(new Set(['meeting']));
  });

  it('tells of each item its stream, revision, position and events', async () => {
    const outcome = await send('meeting', meeting);
    const stored = await log();
    for (const { id, outcome: one } of 'results' in outcome ? outcome.results : []) {
      const events = stored.filter(({ commandId }) => commandId === id);
      const { stream, revision, position } = events.at(-1) as StoredEvent;
      expect(one).toEqual({ outcome: 'recorded', stream, revision, position, events, repeated: false });
    }
  });

  it('names its items by their own ids where they have one', async () => {
    await send('meeting', [item('plan-phase', { phase: 'phase-2', name: 'Phase 2' }, 'second-phase')]);
    expect(await recordedUnder('meeting')).toEqual(['meeting/second-phase PhasePlanned']);
  });

  it('may strike entries of several streams, those of its own earlier items among them', async () => {
    await send('meeting', meeting);
    const because = { reason: 'The minutes say otherwise', authority: 'Head of the programme office' };
    const outcome = await send('correction', [
      rename('libraries', 'Libraries and Archives'),
      item('strike-entry', { commands: ['correction/0'], ...because }),
      item('strike-entry', { commands: ['meeting/5'], ...because }),
      item('strike-entry', { commands: ['meeting/2'], ...because }),
    ]);
    expect(each(outcome)).toEqual(['recorded', 'recorded', 'recorded', 'recorded']);
    const struck = (await log()).filter(({ type }) => type === 'EntryStruck').map(({ stream }) => stream);
    expect(struck).toEqual(['county/structure', 'county/programme', 'county/project/care']);
  });
});

describe('A batch with something that is refused', () => {
  const withGaps = [
    item('open-portfolio', { portfolio: 'adults', name: 'Adults', decision: 'unheard-of' }),
    item('charter-project', { project: 'care', name: 'Care', portfolio: 'adults' }),
    rename('museums', 'Museums'),
    item('open-the-door', {}),
    item('rename-unit', { unit: 'Not An Id' }),
    item('strike-entry', { commands: ['nobody'], reason: 'Wrong', authority: 'Leader' }),
    rename('libraries', 'Libraries and Archives'),
  ];
  const refusals = [
    'unknown-decision',
    'portfolio-not-open',
    'unit-not-registered',
    'unknown-command',
    'fields-wrong',
    'entry-not-found',
    'recorded',
  ];

  it('records nothing, and tells every refusal: what would follow from a refused item is refused by the rules', async () => {
    const before = await log();
    const outcome = await send('meeting', withGaps);
    expect(outcome.came).toBe('refused');
    expect(each(outcome)).toEqual(refusals);
    expect(await log()).toEqual(before);
  });

  it('records what it can where it is to keep going, and tells the same', async () => {
    const outcome = await send('meeting', withGaps, { keepGoing: true });
    expect(each(outcome)).toEqual(refusals);
    expect(await recordedUnder('meeting')).toEqual(['meeting/6 UnitRenamed']);
    expect(each(await send('meeting', withGaps, { keepGoing: true }))).toEqual(refusals);
  });

  it('may be sent again under its key once it is put right, since nothing was recorded', async () => {
    await send('meeting', withGaps);
    expect(each(await send('meeting', meeting))).toEqual(meeting.map(() => 'recorded'));
  });
});

describe('A dry run', () => {
  it('plays the whole meeting, and records nothing', async () => {
    const before = await log();
    const outcome = await send('meeting', [...meeting, rename('museums', 'Museums')], { dryRun: true });
    expect(outcome.came).toBe('played');
    expect(each(outcome)).toEqual([...meeting.map(() => 'recorded'), 'unit-not-registered']);
    expect(await log()).toEqual(before);
  });

  it('leaves its key free for the meeting itself', async () => {
    await send('meeting', meeting, { dryRun: true });
    expect((await send('meeting', meeting)).came).toBe('recorded');
  });
});

describe('A batch that is sent again', () => {
  const told = (outcome: BatchOutcome) =>
    'results' in outcome
      ? outcome.results.map(({ outcome: one, ...result }) => ({ ...result, ...one, repeated: undefined }))
      : outcome;

  it('repeats nothing and gets the same answer, whatever has been recorded since', async () => {
    // The second changes nothing as it stands; afterwards it would.
    const items = [...meeting, rename('libraries', 'libraries'), rename('libraries', 'Libraries')];
    const first = await send('meeting', items);
    expect(each(first).slice(-2)).toEqual(['nothing', 'recorded']);
    await send('another', [rename('libraries', 'Books')]);
    const before = await log();
    expect(told(await send('meeting', items))).toEqual(told(first));
    restarted();
    expect(told(await send('meeting', items))).toEqual(told(first));
    expect(await log()).toEqual(before);
  });

  it('is recorded once, though it is sent twice at the same time', async () => {
    const [first, second] = await Promise.all([send('meeting', meeting), send('meeting', meeting)]);
    expect(told(second)).toEqual(told(first));
    expect(await recordedUnder('meeting')).toHaveLength(meeting.length);
  });

  it.each([false, true])(
    'goes on from wherever the power was cut, and everything is recorded exactly once (keepGoing: %s)',
    async (keepGoing) => {
      const items = [
        ...meeting,
        rename('libraries', 'libraries'),
        rename('libraries', 'Libraries'),
        ...(keepGoing ? [rename('museums', 'Museums')] : []),
        item('strike-entry', { commands: ['meeting/5'], reason: 'Deferred', authority: 'County Council' }),
      ];
      const whole = await send('meeting', items, { keepGoing });
      const recorded = each(whole).filter((one) => one === 'recorded').length;
      expect(recorded).toBe(meeting.length + 2);
      const idsOf = (events: readonly StoredEvent[]) => events.map(({ id, data }) => ({ id, data }));
      const expected = idsOf(await log());
      for (let appends = 0; appends < recorded; appends++) {
        store = new UntilPowerCut({ clock: () => now });
        restarted();
        await send('opening', [start, register('libraries'), register('archives')]);
        store.left = appends;
        await expect(send('meeting', items, { keepGoing })).rejects.toThrow('The power is cut');
        expect(await recordedUnder('meeting')).toHaveLength(appends);
        store.left = Infinity;
        restarted();
        expect(each(await send('meeting', items, { keepGoing }))).toEqual(each(whole));
        expect(idsOf(await log())).toEqual(expected);
      }
    },
  );

  it('with another body under the same key is refused, finished or cut off half way', async () => {
    store.left = 2;
    await expect(send('meeting', meeting)).rejects.toThrow('The power is cut');
    store.left = Infinity;
    restarted();
    const before = await log();
    const others: readonly (readonly BatchItem[])[] = [
      meeting.slice(0, 2),
      [...meeting].reverse(),
      [...meeting, rename('libraries', 'Libraries')],
      [rename('libraries', 'Libraries')],
      [item('plan-phase', { phase: 'phase-3', name: 'Phase 3' }, 'third-phase')],
    ];
    for (const items of others) expect(await send('meeting', items)).toEqual({ came: 'key-reused' });
    expect(await send('meeting', meeting, { keepGoing: true })).toEqual({ came: 'key-reused' });
    expect(await log()).toEqual(before);
    await send('meeting', meeting);
    for (const items of others) expect(await send('meeting', items)).toEqual({ came: 'key-reused' });
  });

  it('is not taken for one whose key only begins like its own', async () => {
    await send('meeting/1', meeting);
    expect(each(await send('meeting', [rename('libraries', 'Libraries')]))).toEqual(['recorded']);
  });

  it('on another day holds from the day on which it was begun', async () => {
    const items = [rename('libraries', 'Libraries', {}), rename('archives', 'Archives', {})];
    store.left = 1;
    await expect(send('meeting', items)).rejects.toThrow('The power is cut');
    store.left = Infinity;
    now = '2014-04-03T09:00:00.000Z';
    restarted();
    await send('meeting', items);
    expect((await log()).slice(-2).map(({ envelope }) => envelope['effectiveOn'])).toEqual([
      '2014-04-02',
      '2014-04-02',
    ]);
  });
});

describe('A batch that somebody comes before', () => {
  it('stops at what can no longer be, tells what was not reached, and keeps what was recorded', async () => {
    const items = [
      item('plan-phase', { phase: 'phase-2', name: 'Phase 2' }),
      item('register-unit', { unit: 'museums', name: 'Museums' }),
      item('plan-phase', { phase: 'phase-3', name: 'Phase 3' }),
    ];
    const theirs = new Batches(opened());
    store.meanwhile = () =>
      theirs.record({
        programme: 'county',
        actor: 'another-officer',
        capacity: 'programme-office',
        key: 'theirs',
        items: [item('register-unit', { unit: 'museums', name: 'The Museums', effectiveOn: '2013-09-19' })],
        keepGoing: false,
        dryRun: false,
      });
    const outcome = await send('meeting', items);
    expect(outcome.came).toBe('stopped');
    expect(each(outcome)).toEqual(['recorded', 'unit-already-registered', 'not-reached']);
    expect('results' in outcome && outcome.results.filter(isRefused)).toHaveLength(2);
    expect(await recordedUnder('meeting')).toEqual(['meeting/0 PhasePlanned']);
  });
});
