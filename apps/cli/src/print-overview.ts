import { describeDate, type CivilDate } from '#calendar';
import type { overview } from '#read-model';

/** The overview as lines for a terminal. */
export function printOverview(
  view: ReturnType<typeof overview>,
  asAt: CivilDate,
  known: string | undefined,
): string {
  const { programme, phases, portfolios, reviews, units } = view;
  const target = programme.savingsTarget;
  const lines = [
    `${programme.name ?? programme.id}, as at ${describeDate(asAt, 'day')}${known === undefined ? '' : `, as known on ${known}`}`,
    programme.exists ? '' : 'The programme had not begun on this day.',
    target
      ? `Savings target  £${(target.pence / 100).toLocaleString('en-GB')}, ${target.fromYear} to ${target.toYear}`
      : '',
    `Business units  ${units.count}${units.target === null ? '' : `, target ${units.target}`}`,
    `Reviews         ${reviews.total}${Object.entries(reviews.byStage)
      .map(([stage, count]) => `, ${stage} ${count}`)
      .join('')}`,
    ...phases.map(({ name, status, openedOn, closedOn }) =>
      [`${name}: ${status}`, openedOn && `opened ${openedOn}`, closedOn && `closed ${closedOn}`]
        .filter(Boolean)
        .join(', '),
    ),
    ...portfolios.map(({ name, projects }) => `${name}: ${projects} projects`),
  ];
  return lines.filter((line) => line !== '').join('\n');
}
