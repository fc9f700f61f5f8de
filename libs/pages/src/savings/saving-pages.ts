import { standsOn, streamsOfStanding } from '../stands-on.js';
import { savingCategories, savingRecurrences, savingStatuses, type SavingPart } from '#programme';
import { amountsByUnit } from '#read-model';
import { pageAddress } from '../addresses-of-pages.js';
import { amount, fact, heldOn, thing } from '../facts.js';
import { filterForm } from '../filter-form.js';
import { logTable } from '../log-table.js';
import type { ThingFacts, ThingPages } from '../things/thing-pages.js';
import type { Cell, Table } from '../table.js';
import { inWords, pounds, sentence } from '../words.js';
import { profileTable, reprofilesTable, restatedTables, savingPath } from './saving-path.js';
import { kindInWords } from './savings-in-words.js';
import { savingsTable } from './savings-table.js';
import { inOrderOfName } from '#views';

/** The pages of savings: how far each has come, year by year, moved with which reason, and which unit carries it. */
export const savingPages: ThingPages<'saving'> = {
  name: 'savings',
  kind: 'saving',
  section: 'savings',
  list({ where, rows, filters, nameOf, asking }) {
    const portfolios = asking.reader.parts.list(where.programme, 'portfolio', asking.moment);
    const fields = [
      { name: 'category', label: 'Category', options: savingCategories },
      { name: 'recurrence', label: 'Recurrence', options: savingRecurrences },
      { name: 'status', label: 'Status', options: savingStatuses },
      { name: 'standing', label: 'Standing', options: ['active', 'withdrawn', 'released'] },
      {
        name: 'portfolio',
        label: 'Portfolio',
        options: inOrderOfName(portfolios).map(({ id, name }) => ({ value: id, text: name })),
      },
      { name: 'year', label: 'Year, such as 2015/16' },
    ];
    return {
      heading: 'Savings',
      intro: `${yearsInWords(filters['year'])}, as the record has them on this day. Cashable savings, non-cashable savings and cost avoidance are never added to one another, and totals as they were published may hold savings that stand here by themselves.`,
      filters: filterForm(where, 'savings', fields, filters),
      shown: [{ table: savingsTable(where, rows, nameOf, filters) }],
      links: [{ text: 'From the target to what finance has validated', href: pageAddress(where) }],
    };
  },
  one(facts) {
    const { where, asAt, entries, nameOf } = facts;
    const saving = facts.part;
    return {
      name: saving.name,
      facts: savingFacts(facts, saving),
      streams: streamsOfStanding(where.programme),
      shown: [
        { chart: savingPath(where, saving, entries, asAt, nameOf, standsOn(facts.asking)) },
        ...restatedTables(facts).map((restated) => ({ table: restated })),
        { table: profileTable(saving, entries, asAt) },
        { table: reprofilesTable(where, entries, asAt) },
        ...holdersTables(saving, facts).map((held) => ({ table: held })),
        ...(saving.standingLog.length > 0 ? [{ table: standingTable(saving, facts) }] : []),
      ],
    };
  },
};

/** Every time a saving was withdrawn, released and reinstated. */
function standingTable({ standingLog }: SavingPart, facts: ThingFacts) {
  const lines = standingLog.map(({ standing, reason, ...held }) => ({
    ...held,
    what: standing === 'active' ? 'Reinstated' : sentence(standing),
    why: reason,
  }));
  return logTable('Withdrawn, released and reinstated', ['What', 'Why'], lines, facts);
}

/** Every owner a saving had and every portfolio it was in, where that was more than the one that its facts say. */
function holdersTables({ ownerLog, portfolioLog }: SavingPart, facts: ThingFacts): Table[] {
  const { where, nameOf } = facts;
  const owners = ownerLog.map(({ owner, ...held }) => ({ ...held, what: owner }));
  const portfolios = portfolioLog.map(({ portfolio, ...held }) => ({
    ...held,
    what: thing('portfolio', portfolio, where, nameOf) ?? '',
  }));
  return [
    ...(owners.length > 1 ? [logTable('Its owners', ['Owner', 'Why'], owners, facts)] : []),
    ...(portfolios.length > 1
      ? [logTable('The portfolios it was in', ['Portfolio', 'Why'], portfolios, facts)]
      : []),
  ];
}

/** Which years the amounts of the list are of. */
function yearsInWords(year: string | undefined): string {
  if (year === undefined) return 'Amounts are all years together';
  return year === 'not-stated' ? 'Amounts are those of no stated year' : `Amounts are those of ${year} alone`;
}

function savingFacts({ where, nameOf, asking }: ThingFacts, saving: SavingPart) {
  const { standing, standingSince, standingReason, unit } = saving;
  const plan = saving.forecast ?? saving.authorised ?? saving.inBusinessCase ?? saving.identified;
  return [
    ...fact('Kind', kindInWords(saving)),
    ...fact('Means', saving.means === 'not-stated' ? 'Not stated' : sentence(inWords(saving.means))),
    ...fact('Status', sentence(inWords(saving.status))),
    ...fact(
      'Standing',
      standing === 'active' ? undefined : `${sentence(standing)}, ${heldOn(standingSince)}`,
      standingReason,
    ),
    ...fact('Owner', saving.owner),
    ...fact('Portfolio', thing('portfolio', saving.portfolio, where, nameOf)),
    ...fact('Review', thing('review', saving.review, where, nameOf)),
    ...fact('Project', thing('project', saving.project, where, nameOf)),
    ...fact('Identified for unit', thing('unit', unit, where, nameOf)),
    ...fact('Carried now by', ...carriers({ where, nameOf, asking }, saving)),
    ...fact('Price base', saving.priceBase),
    ...fact('A full year of it', amount(plan.fullYearPence)),
    ...fact('Source', saving.source),
  ];
}

/** The units that carry a saving now, with the share of each where there are several; none where it names no unit. */
function carriers(
  { where, nameOf, asking }: Pick<ThingFacts, 'where' | 'nameOf' | 'asking'>,
  saving: SavingPart,
): Cell[] {
  if (saving.unit === undefined) return [];
  const pence = saving.identified.profile.reduce((sum, one) => sum + one.pence, 0);
  const year = saving.identified.profile[0]?.year ?? 'not-stated';
  const spread = amountsByUnit(asking.reader, where.programme, asking.moment);
  const shares = spread({ saving, measure: 'identified', year, pence, makers: [] });
  return shares.flatMap(({ unit, amount: share }): Cell[] => {
    const carrier = unit === null ? undefined : thing('unit', unit, where, nameOf);
    if (carrier === undefined || typeof carrier !== 'object') return [];
    const part = shares.length > 1 ? ` (${pounds(share.pence)} of what was identified)` : '';
    return [{ ...carrier, text: `${carrier.text}${part}` }];
  });
}
