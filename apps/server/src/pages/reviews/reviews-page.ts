import { reviewStages, type ReviewPart } from '#programme';
import type { Row } from '#read-model';
import { dataAddress, pageAddress, type Where } from '../addresses-of-pages.js';
import { decisionOf, fact, heldOn, amount, thing } from '../facts.js';
import { filterForm } from '../filter-form.js';
import type { EntryShown } from '../history/entry-rows.js';
import { historyChart } from '../history/history-section.js';
import type { Names } from '../names.js';
import { table, type Cell } from '../table.js';
import type { Authorisations } from './authorisations.js';
import { day, inWords, marked, sentence } from '../words.js';

/** The list of reviews, as the view of the same name gives it. */
export function reviewsPage(where: Where, rows: readonly Row[], filters: Readonly<Record<string, string>>) {
  const fields = [
    { name: 'stage', label: 'Stage', options: reviewStages },
    { name: 'standing', label: 'Standing', options: ['active', 'deferred', 'withdrawn'] },
  ];
  const cells = rows.map((row): Cell[] => [
    { text: String(row['name']), href: pageAddress(where, `reviews/${String(row['id'])}`) },
    {
      text: sentence(inWords(String(row['stage']))),
      ...(row['standing'] !== 'active' && { tag: String(row['standing']) }),
    },
    marked(day(String(row['stageSince'])), row['illustrative'] === true ? 'illustrative' : null),
    (row['preferredOptionTitle'] as string | null) ?? '',
  ]);
  return {
    filters: filterForm(where, 'reviews', fields, filters),
    table: table('Reviews', ['Review', 'Stage', 'Since', 'Preferred option'], cells, {
      empty: Object.keys(filters).length > 0 ? 'No review is like that.' : 'No review is on the record.',
      csv: dataAddress(where, 'reviews', { ...filters, format: 'csv' }),
    }),
  };
}

/** One review: how far it has come, the spectrum of its options with reasons, and its history. */
export function reviewPage(
  where: Where,
  review: ReviewPart,
  entries: readonly EntryShown[],
  authorised: Authorisations,
  names: Names,
) {
  const { id, name, stage, stageSince, standing, standingReason, chosen, options, engagement, team } = review;
  const titleOf = (option: string) => options.find((one) => one.id === option)?.title ?? option;
  return {
    name,
    authorised: authorised.table,
    authorisedBy: authorised.inShort,
    facts: [
      ...fact('Stage', `${sentence(inWords(stage))}, since ${heldOn(stageSince)}`),
      ...fact('Standing', standing === 'active' ? undefined : sentence(standing), standingReason),
      ...fact('Preferred option', chosen && `${titleOf(chosen.option)}, chosen ${heldOn(chosen.chosen)}`),
      ...fact(
        'Chosen by decision',
        chosen?.chosen.decision && names.of(['decision'], chosen.chosen.decision),
      ),
      ...fact('Service', thing('service', review.service, where)),
      ...fact('Phase', review.phase && sentence(inWords(review.phase))),
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
    stages: table(
      'Stages',
      ['Stage', 'Reached', 'By', 'Decision', 'What was said'],
      review.stages.map((one): Cell[] => [
        sentence(inWords(one.stage)),
        heldOn(one),
        one.by ?? '',
        one.decision === undefined ? '' : (names.of(['decision'], one.decision) ?? decisionOf(one, where)),
        one.summary ?? '',
      ]),
    ),
    options: table(
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
    engagement: table(
      'Market engagement',
      ['Activity', 'When', 'What was said'],
      engagement.map((one): Cell[] => [one.activity, heldOn(one.recorded), one.summary ?? '']),
      { empty: 'None is on the record.' },
    ),
    history: historyChart(
      'History of this review',
      entries,
      where,
      dataAddress(where, `history/${id}`, { kind: 'review', format: 'csv' }),
      names,
    ),
    data: dataAddress(where, `reviews/${id}`),
    compare: pageAddress(where, 'compare', { thing: `review/${id}` }),
    whole: pageAddress(where, `history/${id}`, { kind: 'review' }),
    decisions: pageAddress(where, 'decisions', { ledTo: `review/${id}` }),
  };
}
