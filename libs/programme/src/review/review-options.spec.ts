import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { given } from '#testing';
import { everyCommand } from './every-command.story.js';
import { reviewStream, type ReviewEvent } from './index.js';
import { asItIs, asked, company, happened, legalServices, partner, upTo } from './legal-services.story.js';

const identified = upTo('options-appraised').slice(0, 4);
const exception = { rule: 'option-not-identified', reason: 'not in the source' };
const minuted = (on: string) => ({ on, precision: 'day', provenance: 'minuted' });
const optionsAfter = (entries: readonly ReviewEvent[]) =>
  given(reviewStream, entries).asAt().get(legalServices)?.options;

describe('An option that is identified', () => {
  it('says whether it is for the whole or a part of the service, its model, its provider and the sector', () => {
    const part = {
      option: 'advocacy',
      title: 'Advocacy by the mutual',
      scope: 'part',
      part: 'Advocacy',
      model: 'MUT',
      provider: 'A mutual of the staff',
      sector: 'staff-led',
    } as const;
    given(reviewStream, upTo('brief-agreed'))
      .when(asked('2013-12-18', { type: 'identify-option', ...part }))
      .thenRecords([happened('2013-12-18', { type: 'OptionIdentified', ...part, asIs: false })]);
    const { option: id, ...outline } = part;
    expect(
      optionsAfter([
        ...upTo('brief-agreed'),
        happened('2013-12-18', { type: 'OptionIdentified', ...part, asIs: false }),
      ]),
    ).toEqual([{ id, ...outline, asIs: false, identified: minuted('2013-12-18'), endorsements: [] }]);
  });

  it('moves neither stage nor standing, and may be recorded before the brief is agreed', () => {
    const after = given(reviewStream, upTo('proposed'))
      .when(asked('2013-09-30', { type: 'identify-option', ...asItIs }))
      .thenRecords([happened('2013-09-30', { type: 'OptionIdentified', ...asItIs })]);
    expect(after.asAt().get(legalServices)).toMatchObject({ stage: 'proposed', standing: 'active' });
  });

  it('is refused under an id that another option has', () => {
    given(reviewStream, identified)
      .when(asked('2014-01-06', { type: 'identify-option', ...partner, title: 'Alliance' }))
      .thenRefused('option-already-identified');
  });

  it('is refused as a second "service as it is", whatever the exception', () => {
    given(reviewStream, identified)
      .when(
        asked('2014-01-06', {
          type: 'identify-option',
          ...company,
          asIs: true,
          exception: { rule: 'as-is-already-identified', reason: 'not in the source' },
        }),
      )
      .thenRefused('as-is-already-identified');
  });

  it('is refused a second time for a later day: it was identified already', () => {
    given(reviewStream, identified)
      .when(asked('2014-01-06', { type: 'identify-option', ...partner }))
      .thenRefused('option-already-identified');
  });
});

describe('An option that nobody identified by then', () => {
  it.each([
    asked('2014-03-03', { type: 'appraise-option', option: 'shared-service', score: 300, exception }),
    asked('2014-03-03', {
      type: 'reject-option',
      option: 'shared-service',
      reason: 'None is ready',
      exception,
    }),
    asked('2014-03-03', {
      type: 'endorse-option',
      option: 'shared-service',
      by: 'Cabinet Committee',
      exception,
    }),
  ])('is refused to $type, whatever the exception', (command) => {
    given(reviewStream, identified).when(command).thenRefused('option-not-identified');
  });

  it.each(['appraise-option', 'reject-option', 'endorse-option'] as const)(
    'is refused to %s where it was identified only afterwards',
    (name) => {
      const { command } = everyCommand[name];
      given(reviewStream, identified)
        .when({ ...command, effectiveOn: upTo('brief-agreed')[1]!.effectiveOn })
        .thenRefused('option-not-identified');
    },
  );
});

describe('An appraisal', () => {
  const { event } = everyCommand['appraise-option'];

  it('keeps what it found, and the last one stands', () => {
    const again = happened('2014-04-10', {
      type: 'OptionAppraised',
      option: 'commercial-partner',
      score: 700,
    });
    expect(optionsAfter([...identified, event])?.[1]?.appraisal).toEqual({
      summary: 'Grows',
      cost: 120_000_000,
      saving: 64_000_000,
      risk: 'medium',
      score: 640,
      appraised: minuted('2014-03-03'),
    });
    const after = optionsAfter([...identified, event, again])?.[1];
    expect(after?.appraisal).toEqual({ score: 700, appraised: minuted('2014-04-10') });
    expect(after?.formerAppraisals).toEqual([
      {
        ...{ summary: 'Grows', cost: 120_000_000, saving: 64_000_000, risk: 'medium', score: 640 },
        appraised: minuted('2014-03-03'),
      },
    ]);
  });

  it('with other figures on the same day is recorded as an appraisal anew', () => {
    given(reviewStream, [...identified, event])
      .when(asked('2014-03-03', { type: 'appraise-option', option: 'commercial-partner', score: 650 }))
      .thenRecords([
        happened('2014-03-03', { type: 'OptionAppraised', option: 'commercial-partner', score: 650 }),
      ]);
  });

  it('with the same figures is no news on its day, and an appraisal anew on another or by another decision', () => {
    const { command } = everyCommand['appraise-option'];
    const later = { effectiveOn: civilDate('2014-04-10') };
    const decided = { decision: 'council-2014-05-15' };
    const review = [...identified, event];
    given(reviewStream, review).when(command).thenNothing();
    given(reviewStream, review)
      .when({ ...command, ...decided })
      .thenRecords([{ ...event, ...decided }]);
    const option = given(reviewStream, review)
      .when({ ...command, ...later })
      .thenRecords([{ ...event, ...later }])
      .asAt()
      .get(legalServices)?.options[1];
    expect(option?.appraisal?.appraised).toEqual(minuted('2014-04-10'));
    expect(option?.formerAppraisals?.map(({ appraised }) => appraised)).toEqual([minuted('2014-03-03')]);
  });

  it('that found nothing is refused, so that no empty one can stand for the service as it is', () => {
    given(reviewStream, identified)
      .when(asked('2014-02-20', { type: 'appraise-option', option: 'as-it-is' }))
      .thenRefused('nothing-appraised');
  });
});

describe('A rejection', () => {
  it('gives its reason, and a new reason takes the place of the former', () => {
    const first = everyCommand['reject-option'].event;
    const second = happened('2014-05-06', {
      type: 'OptionRejected',
      option: 'as-it-is',
      reason: 'It costs more',
    });
    const option = optionsAfter([...identified, first, second])?.[0];
    expect(option?.rejection).toEqual({ reason: 'It costs more', rejected: minuted('2014-05-06') });
    expect(option?.formerRejections).toEqual([
      { reason: 'It gives no way to raise capital for growth', rejected: minuted('2014-04-30') },
    ]);
  });

  it('moves neither stage nor standing', () => {
    const after = given(reviewStream, upTo('option-chosen'))
      .when(
        asked('2015-10-01', { type: 'reject-option', option: 'commercial-partner', reason: 'It withdrew' }),
      )
      .thenRecords([
        happened('2015-10-01', {
          type: 'OptionRejected',
          option: 'commercial-partner',
          reason: 'It withdrew',
        }),
      ]);
    expect(after.asAt().get(legalServices)).toMatchObject({
      stage: 'option-chosen',
      standing: 'active',
      chosen: { option: 'commercial-partner' },
    });
  });

  it('for the same reason is no news on its day, and a rejection anew on another', () => {
    const { command, event } = everyCommand['reject-option'];
    const later = { effectiveOn: civilDate('2014-05-06') };
    const review = given(reviewStream, [...identified, event]);
    review.when(command).thenNothing();
    const option = review
      .when({ ...command, ...later })
      .thenRecords([{ ...event, ...later }])
      .asAt()
      .get(legalServices)?.options[0];
    expect(option?.rejection?.rejected).toEqual(minuted('2014-05-06'));
    expect(option?.formerRejections?.map(({ rejected }) => rejected)).toEqual([minuted('2014-04-30')]);
  });

  it('with a blank reason is refused', () => {
    given(reviewStream, identified)
      .when(asked('2014-04-30', { type: 'reject-option', option: 'as-it-is', reason: '  ' }))
      .thenRefused('reason-needed');
  });
});

describe('The endorsement of a body that advises', () => {
  it('is kept beside those of other bodies, and of the same body on another day', () => {
    const endorsed = (day: string, by: string) =>
      happened(day, { type: 'OptionEndorsed', option: 'commercial-partner', by });
    const entries = [
      endorsed('2014-03-20', 'Transformation Advisory Group'),
      endorsed('2014-04-24', 'Policy and Resources Cabinet Committee'),
      endorsed('2014-05-06', 'Transformation Advisory Group'),
    ];
    expect(optionsAfter([...identified, ...entries])?.[1]?.endorsements).toEqual([
      { by: 'Transformation Advisory Group', endorsed: minuted('2014-03-20') },
      { by: 'Policy and Resources Cabinet Committee', endorsed: minuted('2014-04-24') },
      { by: 'Transformation Advisory Group', endorsed: minuted('2014-05-06') },
    ]);
  });

  it('is kept once a day, and again where another decision is behind it', () => {
    const { command, event } = everyCommand['endorse-option'];
    const decided = { decision: 'advisory-group-2014-03-20' };
    const review = given(reviewStream, [...identified, event]);
    review.when(command).thenNothing();
    const option = review
      .when({ ...command, ...decided })
      .thenRecords([{ ...event, ...decided }])
      .asAt()
      .get(legalServices)?.options[1];
    expect(option?.endorsements.map(({ endorsed }) => endorsed)).toEqual([
      minuted('2014-03-20'),
      { ...minuted('2014-03-20'), ...decided },
    ]);
  });

  it('chooses nothing: an endorsed option is not the one chosen, and the stage stays', () => {
    const review = given(reviewStream, [...upTo('options-appraised'), everyCommand['endorse-option'].event]);
    expect(review.asAt().get(legalServices)).toMatchObject({
      stage: 'options-appraised',
      standing: 'active',
    });
    expect(review.asAt().get(legalServices)?.chosen).toBeUndefined();
    review.when(asked('2014-05-15', { type: 'authorise-to-proceed' })).thenRefused('stage-out-of-order');
  });
});
