import { reviewStages } from '#programme';
import { owedBy, type RowOfKind } from '#read-model';
import { dataAddress, pageAddress, type Where } from '../addresses-of-pages.js';
import { decisionOf, fact, heldOn, amount, thing } from '../facts.js';
import { filterForm } from '../filter-form.js';
import { inOrderOfName } from '#views';
import type { NameOf } from '../names.js';
import type { ListContent, Shown, ThingContent, ThingPages } from '../things/thing-pages.js';
import { standsOn, streamsOfStanding } from '../stands-on.js';
import { table, type Cell } from '../table.js';
import { outcomesOf } from './outcomes-page.js';
import { authorisationsOf, type Authorisations } from './authorisations.js';
import { formerlyTable, stagesTable, standingsTable, type ReviewOnTheDay } from './review-log.js';
import { day, inWords, marked, sentence } from '../words.js';

/** The pages of reviews: how far each has come, and the spectrum of its options with reasons. */
export const reviewPages: ThingPages<'review'> = {
  name: 'reviews',
  kind: 'review',
  section: 'reviews',
  list: ({ where, rows, filters }) => reviewsPage(where, rows, filters),
  one({ where, part, body, nameOf, asking }) {
    const { stageLog, standingLog } = body as Pick<ReviewOnTheDay, 'stageLog' | 'standingLog'>;
    const review = { ...part, stageLog, standingLog };
    // Of its own part: the view reads every review, and an entry of another is none of this page's.
    const outcomes = outcomesOf(where, owedBy(part, asking.moment.asAt), nameOf, review);
    const authorised = authorisationsOf(asking, part.id);
    return reviewPage(where, review, nameOf, authorised, standsOn(asking), outcomes);
  },
};

function reviewsPage(
  where: Where,
  rows: readonly RowOfKind<'review'>[],
  filters: Readonly<Record<string, string>>,
): ListContent {
  const fields = [
    { name: 'stage', label: 'Stage', options: reviewStages },
    { name: 'standing', label: 'Standing', options: ['active', 'deferred', 'withdrawn', 'not-withdrawn'] },
  ];
  const cells = inOrderOfName(rows).map((row): Cell[] => [
    { text: row.name, href: pageAddress(where, `reviews/${row.id}`) },
    {
      text: sentence(inWords(row.stage)),
      ...(row.standing !== 'active' && { tag: row.standing }),
    },
    marked(day(row.stageSince), row.illustrative ? 'illustrative' : null),
    row.preferredOptionTitle ?? '',
  ]);
  const reviews = table('Reviews', ['Review', 'Stage', 'Since', 'Preferred option'], cells, {
    empty: Object.keys(filters).length > 0 ? 'No review is like that.' : 'No review is on the record.',
    csv: dataAddress(where, 'reviews', { ...filters, format: 'csv' }),
  });
  return {
    heading: 'Reviews',
    filters: filterForm(where, 'reviews', fields, filters),
    shown: [{ table: reviews }],
    links: [
      { text: 'What the reviews owe', href: pageAddress(where, 'outcomes') },
      { text: 'The services under review', href: pageAddress(where, 'services') },
      { text: 'The phases', href: pageAddress(where, 'phases') },
      { text: 'The tranches', href: pageAddress(where, 'tranches') },
    ],
  };
}

function reviewPage(
  where: Where,
  review: ReviewOnTheDay,
  nameOf: NameOf,
  authorised: Authorisations,
  stands: ReturnType<typeof standsOn>,
  outcomes: readonly Shown[],
): ThingContent {
  const { name, stage, stageSince, standing, standingReason, chosen, options, engagement, team } = review;
  const titleOf = (option: string) => options.find((one) => one.id === option)?.title ?? option;
  const formerly = formerlyTable(review, where, nameOf);
  return {
    name,
    facts: [
      ...fact('Stage', `${sentence(inWords(stage))}, since ${heldOn(stageSince)}`),
      ...fact('Standing', standing === 'active' ? undefined : sentence(standing), standingReason),
      ...fact('Preferred option', chosen && `${titleOf(chosen.option)}, chosen ${heldOn(chosen.chosen)}`),
      ...fact('Chosen by decision', decisionOf(chosen?.chosen, where, nameOf), stands(chosen?.chosen)),
      ...fact('Service', thing('service', review.service, where, nameOf)),
      ...fact('Phase', thing('phase', review.phase, where, nameOf)),
      ...fact(
        'Referred back',
        review.referredBack && `${heldOn(review.referredBack)}: ${review.referredBack.reason}`,
      ),
      ...fact(
        'Team',
        ...(team ?? []).map(({ role, from, organisation }) =>
          [role, from, organisation].filter(Boolean).join(', '),
        ),
      ),
      ...fact('Understanding', review.understanding?.summary),
      ...fact('Proposed', heldOn(review.proposed)),
      ...fact('Source', review.source),
    ],
    ...(authorised.inShort !== undefined && { inShort: authorised.inShort }),
    first: [{ table: authorised.table }],
    links: [
      {
        text: 'Decisions behind it',
        href: pageAddress(where, 'decisions', { ledTo: `review/${review.id}` }),
      },
    ],
    streams: streamsOfStanding(where.programme),
    shown: [
      ...outcomes,
      {
        table: stagesTable(review, where, nameOf),
      },
      ...(review.standingLog.length > 0 ? [{ table: standingsTable(review, where, nameOf) }] : []),
      {
        table: table(
          'Options',
          ['Option', 'Standing', 'Why', 'Appraisal', 'Cost', 'Saving', 'Risk', 'Score', 'Endorsed by'],
          options.map((option): Cell[] => [
            { text: option.title, ...(option.asIs && { tag: 'as it is' }) },
            option.id === chosen?.option
              ? { text: 'Preferred', tag: 'chosen' }
              : option.rejection
                ? 'Rejected'
                : 'Open',
            option.rejection ? marked(option.rejection.reason, option.rejection.rejected.provenance) : '',
            option.appraisal?.summary
              ? marked(option.appraisal.summary, option.appraisal.appraised.provenance)
              : '',
            amount(option.appraisal?.cost),
            amount(option.appraisal?.saving),
            sentence(option.appraisal?.risk ?? ''),
            option.appraisal?.score ?? '',
            option.endorsements.map(({ by, endorsed }) => `${by}, ${heldOn(endorsed)}`).join('; '),
          ]),
          { empty: 'No option is identified yet.', numeric: [4, 5, 7] },
        ),
      },
      ...(formerly ? [{ table: formerly }] : []),
      {
        table: table(
          'Market engagement',
          ['Activity', 'When', 'What was said'],
          engagement.map((one): Cell[] => [one.activity, heldOn(one.recorded), one.summary ?? '']),
          { empty: 'None is on the record.' },
        ),
      },
    ],
  };
}
