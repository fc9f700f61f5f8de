import { describe, expect, it } from '@jest/globals';
import { type Facts, noFacts } from '#acts';
import { addDays, civilDate } from '#calendar';
import { given } from '#testing';
import { servicePart, type ServicePart } from '../service/state.js';
import { everyCommand } from './every-command.story.js';
import { reviewStream } from './index.js';
import { asked, happened, legalServices, upTo } from './legal-services.story.js';

const minuted = (on: string) => ({ on: civilDate(on), precision: 'day', provenance: 'minuted' }) as const;
const service = servicePart({
  id: 'legal-services',
  name: 'Legal Services',
  registered: minuted('2013-09-19'),
  budgets: [],
});
const knowing = (found: ServicePart): Facts => ({
  get: (key) => (key === 'service/legal-services' ? found : undefined),
});
const propose = asked('2013-09-19', {
  type: 'propose-review',
  name: 'Legal Services',
  service: 'legal-services',
  phase: 'phase-1',
  tranche: 'first-tranche',
  decision: 'county-council-2013-09-19',
  source: 'Minutes of the County Council',
});
const proposed = happened('2013-09-19', {
  type: 'ReviewProposed',
  name: 'Legal Services',
  service: 'legal-services',
  phase: 'phase-1',
  tranche: 'first-tranche',
  decision: 'county-council-2013-09-19',
  source: 'Minutes of the County Council',
});

describe('A review that is proposed', () => {
  it('holds what was said of it, its decision and its source, and nothing of the stages to come', () => {
    const after = given(reviewStream, []).when(propose, knowing(service)).thenRecords([proposed]);
    const fact = { ...minuted('2013-09-19'), decision: 'county-council-2013-09-19' };
    expect(after.asAt(civilDate('2013-09-18')).get(legalServices)).toBeUndefined();
    expect(after.asAt(civilDate('2013-09-19')).get(legalServices)).toEqual({
      kind: 'review',
      id: 'legal-services',
      name: 'Legal Services',
      service: 'legal-services',
      phase: 'phase-1',
      tranche: 'first-tranche',
      proposed: fact,
      source: 'Minutes of the County Council',
      stage: 'proposed',
      stageSince: fact,
      standing: 'active',
      stages: [{ stage: 'proposed', ...fact }],
      stageLog: [{ stage: 'proposed', how: 'reached', ...fact }],
      standingLog: [],
      engagement: [],
      options: [],
    });
  });

  it('need not be of a service that is registered', () => {
    given(reviewStream, [])
      .when(asked('2013-09-19', { type: 'propose-review', name: 'Legal Services' }), noFacts)
      .thenRecords([happened('2013-09-19', { type: 'ReviewProposed', name: 'Legal Services' })]);
  });

  it('reads its service, and no other command but an endorsement reads anything elsewhere before a gate', () => {
    expect(reviewStream.reads(propose)).toEqual(['service/legal-services']);
    expect(reviewStream.reads(asked('2013-09-19', { type: 'propose-review', name: 'Libraries' }))).toEqual(
      [],
    );
    for (const { command } of Object.values(everyCommand))
      if (command.type !== 'propose-review' && command.type !== 'endorse-option')
        expect(reviewStream.reads(command)).toEqual([]);
  });

  it('is refused of a service that is not registered by then', () => {
    given(reviewStream, []).when(propose, noFacts).thenRefused('unknown-service');
  });

  it('is refused of a service that was taken out of the programme', () => {
    const out = servicePart({ ...service, withdrawn: minuted('2013-09-01') });
    given(reviewStream, []).when(propose, knowing(out)).thenRefused('service-withdrawn');
  });

  it('is refused a second time with other content, or for another day', () => {
    const review = given(reviewStream, [proposed]);
    review
      .when({ ...propose, name: 'Law' } as typeof propose, knowing(service))
      .thenRefused('review-already-proposed');
    review
      .when({ ...propose, effectiveOn: civilDate('2013-10-01') }, knowing(service))
      .thenRefused('review-already-proposed');
  });

  it('is refused a second time under another decision: the entry is struck to correct it', () => {
    given(reviewStream, [proposed])
      .when({ ...propose, decision: 'cabinet-2013-10-14' }, knowing(service))
      .thenRefused('review-already-proposed');
  });
});

describe('Before a review is proposed', () => {
  const others = Object.entries(everyCommand).filter(([name]) => name !== 'propose-review');

  it.each(others)('%s is refused', (_name, { command }) => {
    given(reviewStream, []).when(command).thenRefused('review-not-proposed');
  });

  it.each(others)('%s is refused on the day before, and names no entry', (_name, { command }) => {
    given(reviewStream, upTo('proposed'))
      .when({ ...command, effectiveOn: addDays(civilDate('2013-09-19'), -1) })
      .thenRefused('review-not-proposed');
  });
});

describe('What is found out about a service and its market', () => {
  it('moves neither stage nor standing, and each engagement is kept', () => {
    const after = given(reviewStream, [
      ...upTo('brief-agreed'),
      everyCommand['name-review-team'].event,
      everyCommand['record-service-understanding'].event,
      everyCommand['record-market-engagement'].event,
      happened('2014-10-01', { type: 'MarketEngagementRecorded', activity: 'Contract notice' }),
    ]);
    expect(after.asAt().get(legalServices)).toMatchObject({
      stage: 'brief-agreed',
      standing: 'active',
      team: [
        { role: 'Head of Legal Services', from: 'in-house' },
        { role: 'Adviser on markets', from: 'external', organisation: 'A consultancy' },
      ],
      understanding: { summary: 'A trading service', recorded: minuted('2013-11-29') },
      engagement: [
        {
          activity: 'Notice of market engagement',
          summary: 'Nine replies',
          reference: '2014/S 1',
          recorded: minuted('2014-04-08'),
        },
        { activity: 'Contract notice', recorded: minuted('2014-10-01') },
      ],
    });
  });

  it('is refused of a team that names nobody', () => {
    given(reviewStream, upTo('brief-agreed'))
      .when(asked('2013-11-04', { type: 'name-review-team', members: [] }))
      .thenRefused('nobody-named');
  });

  it('takes the last team named as the whole team, and the last understanding as what is known', () => {
    const members = [{ role: 'General Counsel', from: 'in-house' }] as const;
    const review = given(reviewStream, [
      ...upTo('brief-agreed'),
      everyCommand['name-review-team'].event,
      everyCommand['record-service-understanding'].event,
      happened('2015-09-01', { type: 'ReviewTeamNamed', members }),
      happened('2015-09-02', { type: 'ServiceUnderstandingRecorded', summary: 'It earns less' }),
    ])
      .asAt()
      .get(legalServices);
    expect(review?.team).toEqual(members);
    expect(review?.understanding).toEqual({ summary: 'It earns less', recorded: minuted('2015-09-02') });
  });

  it.each(['record-service-understanding', 'record-market-engagement'] as const)(
    'said once more by %s is no news on its day, and an entry on another',
    (name) => {
      const { command, event } = everyCommand[name];
      const another = { effectiveOn: civilDate('2014-10-01') };
      const review = given(reviewStream, [...upTo('brief-agreed'), event]);
      review.when(command).thenNothing();
      review.when({ ...command, ...another }).thenRecords([{ ...event, ...another }]);
    },
  );

  it('holds no day of its team: the same team named once more is no news', () => {
    const { command, event } = everyCommand['name-review-team'];
    given(reviewStream, [...upTo('brief-agreed'), event])
      .when({ ...command, effectiveOn: civilDate('2014-10-01') })
      .thenNothing();
  });
});
