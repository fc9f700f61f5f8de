import { describe, expect, it } from '@jest/globals';
import type { DomainEvent, Facts, StreamDefinition } from '#acts';
import { civilDate, type CivilDate } from '#calendar';
import {
  type AuthorityEvent,
  authorityStream,
  type CoveredAct,
  type DecisionEvent,
  decisionStream,
} from '#governance';
import { given } from '#testing';
import { Timeline } from '#timeline';
import { conferred } from '../../governance/src/authority/county-authority.story.js';
import { programmeStream, type ProgrammeEvent } from './programme/index.js';
import { asked, happened, upTo } from './review/legal-services.story.js';
import { reviewStream, type ReviewEvent } from './review/index.js';
import { asked as ofUnits, counted, merging } from './structure/support-units.story.js';
import { structureStream } from './structure/index.js';

interface Elsewhere {
  readonly authority?: readonly AuthorityEvent[];
  readonly decision?: readonly DecisionEvent[];
  readonly settings?: readonly ProgrammeEvent[];
}

function timelineOf<E extends DomainEvent>(
  stream: StreamDefinition<never, never, E>,
  events: readonly E[],
): { asAt(on: CivilDate): { get(key: string): unknown } } {
  const entries = events.map((event, revision) => ({
    id: `entry-${revision}`,
    revision,
    effectiveOn: event.effectiveOn,
    event,
  }));
  return Timeline.of(stream, entries);
}

/** What a gate reads: the decision, who could take it, and the council's clocks. */
function factsOf(
  { authority = conferred, decision = [], settings = [] }: Elsewhere,
  today = '2026-11-24',
): Facts {
  const timelines = {
    decision: timelineOf(decisionStream as never, decision),
    setting: timelineOf(programmeStream as never, settings),
    authority: timelineOf(authorityStream as never, authority),
  };
  return {
    get: (key, on = civilDate(today)) => {
      const kind = key.slice(0, key.indexOf('/'));
      const held = kind === 'decision' || kind === 'setting' ? timelines[kind] : timelines.authority;
      return held.asAt(on).get(key);
    },
  };
}

const about = (day: string) =>
  ({ decision: 'cabinet-2015-10-12', effectiveOn: civilDate(day), provenance: 'minuted' }) as const;
const takenBy = (maker: string, more: { subjectToCallIn?: boolean; power?: string } = {}): DecisionEvent => ({
  ...about('2015-10-12'),
  takenOn: civilDate('2015-10-12'),
  type: 'DecisionRecorded',
  title: 'Legal Services: full business case',
  maker,
  power: 'found-company',
  ...more,
});
const published: DecisionEvent = { ...about('2015-10-16'), type: 'DecisionPublished' };
const calledIn: DecisionEvent = {
  ...about('2015-10-20'),
  type: 'DecisionCalledIn',
  by: ['Member for Ashford Central'],
  grounds: 'The figures were not before the committee',
};
const setting = (id: 'call-in-clear-days' | 'call-in-basis', value: number | string): ProgrammeEvent => ({
  programme: 'county',
  type: 'CouncilSettingChanged',
  setting: id,
  value,
  effectiveOn: civilDate('2013-07-18'),
  provenance: 'minuted',
});
const started: ProgrammeEvent = {
  programme: 'county',
  type: 'ProgrammeStarted',
  name: 'Facing the Challenge',
  effectiveOn: civilDate('2013-07-18'),
  provenance: 'minuted',
};
const settings = [started, setting('call-in-clear-days', 5), setting('call-in-basis', 'working')];

/** The review up to its authorisation, which follows from the decision of the Cabinet. */
const authorised: readonly ReviewEvent[] = [
  ...upTo('full-case-submitted'),
  happened('2015-10-12', {
    type: 'FullBusinessCaseAuthorised',
    decision: 'cabinet-2015-10-12',
  }),
];
const start = (day: string) => asked(day, { type: 'start-implementation' });
const started2016 = (day: string) => happened(day, { type: 'ImplementationStarted' });

describe('Implementation', () => {
  it('starts under a decision in force, and the entry says which it stands on', () => {
    const facts = factsOf({ decision: [takenBy('cabinet'), published], settings });
    given(reviewStream, authorised)
      .when(start('2015-10-24'), facts)
      .thenRecords([started2016('2015-10-24')]);
  });

  it('is refused while the call-in window is open, with the arithmetic', () => {
    const facts = factsOf({ decision: [takenBy('cabinet'), published], settings });
    const refusal = given(reviewStream, authorised)
      .when(start('2015-10-23'), facts)
      .thenRefused('authorisation-not-in-force');
    expect(refusal.because).toContain(
      'published Fri 16 Oct 2015, five clear working days end Fri 23 Oct 2015, in force from Sat 24 Oct 2015',
    );
  });

  it('is refused under a decision that was not published, or was called in', () => {
    for (const decision of [[takenBy('cabinet')], [takenBy('cabinet'), published, calledIn]]) {
      given(reviewStream, authorised)
        .when(start('2016-04-01'), factsOf({ decision, settings }))
        .thenRefused('authorisation-not-in-force');
    }
  });

  it('is refused under a decision that was rescinded by then, and not on a day before', () => {
    const rescinded: DecisionEvent = { ...about('2016-03-21'), type: 'DecisionRescinded', reason: 'No bid' };
    const facts = factsOf({ decision: [takenBy('cabinet'), published, rescinded], settings });
    given(reviewStream, authorised)
      .when(start('2016-03-21'), facts)
      .thenRefused('authorisation-not-in-force');
    given(reviewStream, authorised)
      .when(start('2016-03-20'), facts)
      .thenRecords([started2016('2016-03-20')]);
  });

  it('is refused under a decision of a maker who did not hold the power', () => {
    const decision = [takenBy('county-council', { subjectToCallIn: false })];
    const refusal = given(reviewStream, authorised)
      .when(start('2016-04-01'), factsOf({ decision, settings }))
      .thenRefused('authorisation-without-power');
    expect(refusal.because).toContain('was held by Cabinet');
  });

  it('is refused under a decision that names no power, though its maker holds one', () => {
    const { power: _, ...unnamed } = takenBy('cabinet') as DecisionEvent & { power: string };
    const facts = factsOf({ decision: [unnamed, published], settings });
    const refusal = given(reviewStream, authorised)
      .when(start('2016-04-01'), facts)
      .thenRefused('authorisation-without-power');
    expect(refusal.because).toBe(
      'Implementation of review legal-services stands on decision cabinet-2015-10-12, which does not carry it. ' +
        'Cabinet holds powers; none was named. Say under which it was taken with complete-decision-record',
    );
    const exception = { rule: 'authorisation-without-power', reason: 'The power is not in the source' };
    given(reviewStream, authorised)
      .when({ ...start('2016-04-01'), exception }, facts)
      .thenRecords([{ ...started2016('2016-04-01'), exception }]);
    const named: DecisionEvent = {
      ...about('2015-10-12'),
      type: 'DecisionRecordCompleted',
      power: 'found-company',
    };
    given(reviewStream, authorised)
      .when(start('2016-04-01'), factsOf({ decision: [unnamed, published, named], settings }))
      .thenRecords([started2016('2016-04-01')]);
  });

  it('is refused under a power that covers another act, on the day the decision was taken', () => {
    const covering = (day: string, ...covers: CoveredAct[]): AuthorityEvent => ({
      type: 'PowerCoverageSet',
      power: 'found-company',
      covers,
      effectiveOn: civilDate(day),
      provenance: 'minuted',
    });
    const under = (...coverage: AuthorityEvent[]) =>
      factsOf({
        authority: [...conferred, ...coverage],
        decision: [takenBy('cabinet'), published],
        settings,
      });
    const refusal = given(reviewStream, authorised)
      .when(start('2016-04-01'), under(covering('2015-10-12', 'staffing')))
      .thenRefused('authorisation-without-power');
    expect(refusal.because).toContain(
      'It was taken under power found-company, which covers staffing and the organisation of business units, and not executive functions.',
    );
    // What it covers from a later day makes no authority of a decision that was taken before.
    const later = [covering('2014-04-01', 'staffing'), covering('2015-10-13', 'executive-functions')];
    given(reviewStream, authorised)
      .when(start('2016-04-01'), under(...later))
      .thenRefused('authorisation-without-power');
    given(reviewStream, authorised)
      .when(start('2016-04-01'), under(covering('2015-10-13', 'staffing')))
      .thenRecords([started2016('2016-04-01')]);
  });

  it('is refused under a power of which nobody has said what it covers', () => {
    const unsaid = conferred.map((event): AuthorityEvent => {
      if (event.type !== 'PowerConferred') return event;
      const { covers: _, ...said } = event;
      return said;
    });
    const refusal = given(reviewStream, authorised)
      .when(
        start('2016-04-01'),
        factsOf({ authority: unsaid, decision: [takenBy('cabinet'), published], settings }),
      )
      .thenRefused('authorisation-without-power');
    expect(refusal.because).toContain('say it with set-power-coverage');
  });

  it('is refused where the window of its decision was never set, and says what to set', () => {
    const refusal = given(reviewStream, authorised)
      .when(start('2016-04-01'), factsOf({ decision: [takenBy('cabinet'), published] }))
      .thenRefused('authorisation-not-in-force');
    expect(refusal.because).toContain(
      'not known: no call-in window is on the record. Record what is not known of it',
    );
  });

  it('is refused where the authorisation names no decision, in a programme that has recorded who may decide', () => {
    given(reviewStream, upTo('full-case-authorised'))
      .when(start('2016-04-01'), factsOf({}))
      .thenRefused('authorisation-missing');
  });

  it('may start without one where a programme has recorded no authority: it is held to none', () => {
    given(reviewStream, upTo('full-case-authorised'))
      .when(start('2016-04-01'), factsOf({ authority: [] }))
      .thenRecords([happened('2016-04-01', { type: 'ImplementationStarted' })]);
  });

  it('is recorded with an exception where the source does not say, and only with one for that rule', () => {
    const exception = { rule: 'authorisation-not-in-force', reason: 'The publication was not found' };
    const facts = factsOf({ decision: [takenBy('cabinet')], settings });
    given(reviewStream, authorised)
      .when({ ...start('2016-04-01'), exception }, facts)
      .thenRecords([{ ...started2016('2016-04-01'), exception }]);
    given(reviewStream, authorised)
      .when({ ...start('2016-04-01'), exception: { ...exception, rule: 'authorisation-missing' } }, facts)
      .thenRefused('authorisation-not-in-force');
    given(reviewStream, authorised)
      .when({ ...start('2016-04-01'), provenance: 'observed', exception }, facts)
      .thenRefused('authorisation-not-in-force');
  });

  it('reads the decision of its authorisation, which the command need not name', () => {
    const state = given(reviewStream, authorised).asAt();
    expect(reviewStream.reads(start('2016-04-01'), state)).toEqual([
      'decision/cabinet-2015-10-12',
      'authority/register',
      'setting/call-in-clear-days',
    ]);
  });
});

describe('A full business case', () => {
  it('needs the decision that authorised work on it to be in force', () => {
    const before: readonly ReviewEvent[] = [
      ...upTo('option-chosen'),
      happened('2015-10-12', { type: 'AuthorisedToProceed', decision: 'cabinet-2015-10-12' }),
    ];
    const submit = asked('2015-10-26', { type: 'submit-full-business-case' });
    given(reviewStream, before)
      .when(submit, factsOf({ decision: [takenBy('cabinet')], settings }))
      .thenRefused('authorisation-not-in-force');
    given(reviewStream, before)
      .when(submit, factsOf({ decision: [takenBy('cabinet'), published], settings }))
      .thenRecords([happened('2015-10-26', { type: 'FullBusinessCaseSubmitted' })]);
  });
});

describe('A merge of units under a decision', () => {
  const { type, effectiveOn, ...said } = merging.command;
  const merge = { ...said, type, effectiveOn, decision: 'cabinet-2015-10-12' } as typeof merging.command;

  /** The Cabinet may organise units too. */
  const authority: readonly AuthorityEvent[] = [
    ...conferred,
    {
      type: 'PowerCoverageSet',
      power: 'found-company',
      covers: ['executive-functions', 'staffing'],
      effectiveOn: civilDate('2015-10-01'),
      provenance: 'minuted',
    },
  ];

  it('needs a power that covers staffing', () => {
    const refusal = given(structureStream, counted)
      .when(
        { ...merge, effectiveOn: civilDate('2016-04-01') },
        factsOf({ decision: [takenBy('cabinet'), published], settings }),
      )
      .thenRefused('authorisation-without-power');
    expect(refusal.because).toContain(
      'which covers executive functions, and not staffing and the organisation of business units',
    );
  });

  it('needs the decision to be in force on the day of the merge', () => {
    const later = { ...merge, effectiveOn: civilDate('2016-04-01') };
    given(structureStream, counted)
      .when(later, factsOf({ authority, decision: [takenBy('cabinet')], settings }))
      .thenRefused('authorisation-not-in-force');
    given(structureStream, counted)
      .when(later, factsOf({ authority, decision: [takenBy('cabinet'), published], settings }))
      .thenRecords([
        { ...merging.event, effectiveOn: civilDate('2016-04-01'), decision: 'cabinet-2015-10-12' },
      ]);
  });

  it('may not be dated before the decision was taken', () => {
    given(structureStream, counted)
      .when({ ...merge, effectiveOn: civilDate('2015-10-11') }, factsOf({ decision: [takenBy('cabinet')] }))
      .thenRefused('authorisation-missing');
  });

  it('that follows from no decision is a reported fact, and has no gate', () => {
    given(structureStream, counted).when(merging.command, factsOf({})).thenRecords([merging.event]);
    expect(structureStream.reads(merging.command)).toEqual([]);
    expect(structureStream.reads(ofUnits('2014-04-01', { type: 'close-unit', unit: 'legal' }))).toEqual([]);
  });
});
