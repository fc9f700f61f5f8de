import { beforeEach, describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { MemoryEventStore, type StoredEvent } from '#event-store';
import type { Command, ProgrammeCommand, ReviewCommand } from '#programme';
import type { DutiesApart } from './duties.js';
import { Recorder } from './recorder.js';
import type { RecordingOutcome } from './outcome.js';

type Said<T> = T extends Command ? Omit<T, 'programme' | 'effectiveOn' | 'provenance'> : never;

const review = 'legal-services';
const submit = { type: 'submit-full-business-case', review } as const;
const authorise = { type: 'authorise-full-business-case', review } as const;

let store: MemoryEventStore;
let recorder: Recorder;
let sent = 0;

function commandOn<C extends ProgrammeCommand | ReviewCommand>(day: string, said: Said<C>): C {
  return { programme: 'county', effectiveOn: civilDate(day), provenance: 'minuted', ...said } as unknown as C;
}

const sender = (actor: string) => ({
  actor,
  capacity: 'programme-office',
  commandId: `command-${++sent}`,
  fingerprint: 'f',
});

const record = (actor: string, day: string, said: Said<ReviewCommand>) =>
  recorder.record(commandOn<ReviewCommand>(day, said), sender(actor));

/** Strikes one entry and records another in its place. */
const replace = (actor: string, struck: RecordingOutcome, day: string, said: Said<ReviewCommand>) => {
  const { events, stream } = struck as Extract<RecordingOutcome, { outcome: 'recorded' }>;
  return recorder.strike(
    {
      programme: 'county',
      stream,
      entries: events.map(({ id }) => id),
      reason: 'recorded by mistake',
      authority: 'Head of programme office',
      recorded: { effectiveOn: civilDate('2015-11-01'), provenance: 'observed' },
      replacement: [{ command: commandOn<ReviewCommand>(day, said) }],
    },
    sender(actor),
  );
};

const came = (outcome: RecordingOutcome) =>
  outcome.outcome === 'refused' ? outcome.refusal.refused : outcome.outcome;
const waivedOf = (outcome: RecordingOutcome) =>
  ('events' in outcome ? outcome.events : []).map(({ type, envelope }: StoredEvent) => [
    type,
    envelope['waived'],
  ]);

async function startedUnder(duties: DutiesApart | undefined): Promise<void> {
  store = new MemoryEventStore();
  recorder = new Recorder(store, { duties });
  const start = { type: 'start-programme', name: 'County' } as const;
  await recorder.record(commandOn<ProgrammeCommand>('2013-07-18', start), sender('head'));
  const way: readonly (readonly [string, Said<ReviewCommand>])[] = [
    ['2013-09-19', { type: 'propose-review', review, name: 'Legal Services' }],
    ['2013-10-21', { type: 'agree-scoping-brief', review }],
    [
      '2013-12-18',
      {
        type: 'identify-option',
        review,
        option: 'as-is',
        title: 'As it is',
        scope: 'whole',
        model: 'INH',
        asIs: true,
      },
    ],
    [
      '2013-12-18',
      { type: 'identify-option', review, option: 'partner', title: 'A partner', scope: 'whole', model: 'JV' },
    ],
    ['2014-02-20', { type: 'appraise-option', review, option: 'as-is', score: 450 }],
    ['2014-03-03', { type: 'appraise-option', review, option: 'partner', score: 640 }],
    ['2014-04-30', { type: 'conclude-appraisal', review }],
    [
      '2014-05-15',
      {
        type: 'choose-option',
        review,
        option: 'partner',
        reasons: [{ option: 'as-is', reason: 'No capital' }],
      },
    ],
    ['2014-07-17', { type: 'authorise-to-proceed', review }],
  ];
  for (const [day, said] of way) expect(came(await record('head', day, said))).toBe('recorded');
}

describe('Whoever submits a business case', () => {
  beforeEach(() => startedUnder({ held: 'refuse' }));

  it('cannot record its authorisation, and another can', async () => {
    await record('head', '2015-09-09', submit);
    expect(came(await record('head', '2015-10-12', authorise))).toBe('own-business-case');
    const by = await record('officer', '2015-10-12', authorise);
    expect([came(by), waivedOf(by)]).toEqual(['recorded', [['FullBusinessCaseAuthorised', undefined]]]);
  });

  it('cannot after striking what another recorded, and recording it again', async () => {
    await record('head', '2015-09-09', submit);
    const authorised = await record('officer', '2015-10-12', authorise);
    expect(came(await replace('head', authorised, '2015-10-13', authorise))).toBe('own-business-case');
    expect(came(await replace('officer', authorised, '2015-10-13', authorise))).toBe('recorded');
  });

  it('cannot become so by replacing the submission after having recorded the authorisation', async () => {
    const submitted = await record('head', '2015-09-09', submit);
    await record('officer', '2015-10-12', authorise);
    expect(came(await replace('officer', submitted, '2015-09-08', submit))).toBe('own-business-case');
    expect(came(await replace('head', submitted, '2015-09-08', submit))).toBe('recorded');
  });

  it('is not held to what is struck', async () => {
    const submitted = await record('head', '2015-09-09', submit);
    expect(came(await replace('officer', submitted, '2015-09-09', submit))).toBe('recorded');
    expect(came(await record('head', '2015-10-12', authorise))).toBe('recorded');
  });

  it('is not held to what stood so before the rule was kept', async () => {
    recorder = new Recorder(store);
    await record('head', '2015-09-09', submit);
    await record('head', '2015-10-12', authorise);
    recorder = new Recorder(store, { duties: { held: 'refuse' } });
    const started = { type: 'start-implementation', review } as const;
    expect(came(await record('head', '2015-11-02', started))).toBe('recorded');
  });

  it('is held to what stands alone: a submission by another that was struck does not come between', async () => {
    recorder = new Recorder(store);
    const others = await record('officer', '2015-09-20', submit);
    const { events, stream } = others as Extract<RecordingOutcome, { outcome: 'recorded' }>;
    const struck = {
      ...{ programme: 'county', stream, entries: events.map(({ id }) => id), replacement: [] },
      ...{ reason: 'recorded by mistake', authority: 'Head of programme office' },
      recorded: { effectiveOn: civilDate('2015-11-01'), provenance: 'observed' },
    } as const;
    expect(came(await recorder.strike(struck, sender('officer')))).toBe('recorded');
    await record('head', '2015-09-09', submit);
    await record('head', '2015-10-12', authorise);
    recorder = new Recorder(store, { duties: { held: 'refuse' } });
    const started = { type: 'start-implementation', review } as const;
    expect(came(await record('head', '2015-11-02', started))).toBe('recorded');
  });

  it('is who they are after a restart too', async () => {
    await record('head', '2015-09-09', submit);
    recorder = new Recorder(store, { duties: { held: 'refuse' } });
    expect(came(await record('head', '2015-10-12', authorise))).toBe('own-business-case');
  });
});

describe('Where that is waived', () => {
  const reason = 'an office of one person';
  beforeEach(() => startedUnder({ held: 'waive', reason }));

  it('the entry says so, with the reason, and no other entry does', async () => {
    const submitted = await record('head', '2015-09-09', submit);
    expect(waivedOf(submitted)).toEqual([['FullBusinessCaseSubmitted', undefined]]);
    const own = await record('head', '2015-10-12', authorise);
    const waived = { rule: 'own-business-case', reason };
    expect(waivedOf(own)).toEqual([['FullBusinessCaseAuthorised', waived]]);
    const again = await replace('head', own, '2015-10-13', authorise);
    expect(waivedOf(again)).toEqual([
      ['EntryStruck', undefined],
      ['FullBusinessCaseAuthorised', waived],
    ]);
  });

  it('the strike says nothing of it where one of several that take its place does', async () => {
    await record('head', '2015-09-09', submit);
    const authorised = await record('officer', '2015-10-12', authorise);
    const { events, stream } = authorised as Extract<RecordingOutcome, { outcome: 'recorded' }>;
    const asked = (day: string, said: Said<ReviewCommand>) => ({
      command: commandOn<ReviewCommand>(day, said),
    });
    const outcome = await recorder.strike(
      {
        ...{ programme: 'county', stream, entries: events.map(({ id }) => id) },
        ...{ reason: 'recorded by mistake', authority: 'Head of programme office' },
        recorded: { effectiveOn: civilDate('2015-11-01'), provenance: 'observed' },
        replacement: [
          asked('2015-10-13', authorise),
          asked('2015-11-02', { type: 'start-implementation', review }),
        ],
      },
      sender('head'),
    );
    expect(waivedOf(outcome)).toEqual([
      ['EntryStruck', undefined],
      ['FullBusinessCaseAuthorised', { rule: 'own-business-case', reason }],
      ['ImplementationStarted', undefined],
    ]);
  });

  it('what another recorded says nothing of it', async () => {
    await record('head', '2015-09-09', submit);
    expect(waivedOf(await record('officer', '2015-10-12', authorise))).toEqual([
      ['FullBusinessCaseAuthorised', undefined],
    ]);
  });
});
