import { countedOf, savingMeasures, type SavingMeasure, type SavingPart } from '#programme';
import { dataAddress, type Where } from '../addresses-of-pages.js';
import { bars, type Bar } from '../charts/bars.js';
import type { Chart } from '../charts/chart.js';
import { decisionOf, heldOn, type Held } from '../facts.js';
import { believedBy, type EntryShown } from '../history/entry-rows.js';
import { logTable, type LogLine } from '../log-table.js';
import { heldFrom } from '../names-log.js';
import { opensTo } from '../opens-to.js';
import type { NameOf } from '../names.js';
import { table, type Cell, type Table } from '../table.js';
import type { ThingFacts } from '../things/thing-pages.js';
import { dated, marked, pounds } from '../words.js';
import { measureNames } from './savings-in-words.js';

/** The entries that state each measure of a saving. */
const statedBy: Readonly<Record<SavingMeasure, readonly string[]>> = {
  identified: ['SavingIdentified'],
  inBusinessCase: ['SavingPlacedInBusinessCase'],
  authorised: ['SavingAuthorised'],
  forecast: ['SavingForecast'],
  delivered: ['SavingDelivered'],
  validated: ['SavingValidated'],
};

const planOf: Readonly<Record<string, SavingMeasure>> = {
  identified: 'identified',
  'business-case': 'inBusinessCase',
  authorised: 'authorised',
  forecast: 'forecast',
};

interface Step {
  readonly measure: SavingMeasure;
  readonly pence: number;
  readonly years: readonly { readonly year: string; readonly pence: number }[];
  readonly held: Held;
  readonly reason?: string | undefined;
  readonly counts: boolean;
  readonly entries: readonly string[];
}

/** The path of a saving, from identified to validated: each amount that is on the record, beside the others. */
export function savingPath(
  where: Where,
  saving: SavingPart,
  entries: readonly EntryShown[],
  asAt: string,
  nameOf: NameOf,
  stands: (held: Held | undefined) => string,
): Chart {
  const title = 'From identified to validated';
  const steps = stepsOf(saving, entries, asAt);
  const description = steps
    .map(({ measure, pence, held }) => `${measureNames[measure]}: ${pounds(pence)}, ${heldOn(held)}`)
    .join('. ');
  const svg = bars(
    { id: 'path', title, description },
    steps.map(({ measure, pence, held, counts }): Bar => ({
      name: measureNames[measure],
      value: pence,
      label: marked(
        counts ? pounds(pence) : `${pounds(pence)}, counts no more`,
        held.provenance === 'illustrative' ? 'illustrative' : null,
      ),
      look: counts ? 'c-fill' : 'c-planned',
    })),
  );
  const rows = steps.map(({ measure, pence, held, reason, entries: behind }): Cell[] => [
    measureNames[measure],
    opensTo(pounds(pence), behind, where, held.provenance === 'illustrative'),
    dated(held.on, held.precision),
    decisionOf(held, where, nameOf),
    // What is authorised is a decision; what is identified, forecast or delivered is reported.
    measure === 'authorised' || held.decision !== undefined ? stands(held) : '',
    reason ?? '',
  ]);
  return {
    title,
    note: 'No amount overwrites another. How far they are apart is what is in dispute, and is shown.',
    ...(svg !== undefined && { svg }),
    table: table('Its amounts', ['Measure', 'Amount', 'Since', 'Decision', 'Where it stands', 'Why'], rows, {
      csv: dataAddress(where, `history/${saving.id}`, { kind: 'saving', format: 'csv' }),
      numeric: [1],
    }),
  };
}

/**
 * Each amount that was stated more than once: what was said every time, until it was said anew, under which decision and
 * why. What was delivered and validated is stated of one year at a time.
 */
export function restatedTables({ where, asAt, nameOf, entries }: RestatedFacts): Table[] {
  return savingMeasures.flatMap((measure): Table[] => {
    const stated = believedBy(entries, asAt).filter(({ type }) => statedBy[measure].includes(type));
    const years = [...new Set(stated.map(({ data }) => yearOf(data as Stated)))].sort();
    return years.flatMap((year): Table[] => {
      const lines = stated
        .filter(({ data }) => yearOf(data as Stated) === year)
        .map((entry): LogLine => {
          const said = entry.data as Stated;
          const what = opensTo(amountInWords(said), [entry.id], where, entry.provenance === 'illustrative');
          return { ...heldFrom(entry), what, why: said.reason };
        });
      if (lines.length < 2) return [];
      const caption = `${measureNames[measure]}${year === '' ? '' : ` in ${year}`}, each time it was stated`;
      return [logTable(caption, ['Amount', 'Why'], lines, { where, asAt, nameOf })];
    });
  });
}

type RestatedFacts = Pick<ThingFacts, 'where' | 'asAt' | 'nameOf' | 'entries'>;

/** What an entry states of an amount: of years to come together, or of one year that is over. */
interface Stated {
  readonly profile?: Step['years'];
  readonly year?: string;
  readonly pence?: number;
  readonly reason?: string;
}

const yearOf = ({ profile, year = '' }: Stated): string => (profile ? '' : year);

/** The whole of an amount, with its years where there are several. */
function amountInWords({ profile = [], pence = 0 }: Stated): string {
  const whole = pounds(profile.reduce((sum, one) => sum + one.pence, pence));
  return profile.length > 1 ? `${whole} (${profileInWords(profile)})` : whole;
}

/** What a saving comes to year by year in each measure; nothing is carried from one year into the next. */
export function profileTable(saving: SavingPart, entries: readonly EntryShown[], asAt: string): Table {
  const steps = stepsOf(saving, entries, asAt);
  const years = [...new Set(steps.flatMap((step) => step.years.map(({ year }) => year)))].sort();
  return table(
    'Its amounts year by year',
    ['Year', ...steps.map(({ measure }) => measureNames[measure])],
    years.map((year): Cell[] => [
      year === 'not-stated' ? 'Year not stated' : year,
      ...steps.map(({ years: all }) => {
        const held = all.find((one) => one.year === year);
        return held ? pounds(held.pence) : '';
      }),
    ]),
    { empty: 'No amount is on the record.', numeric: steps.map((_, n) => n + 1) },
  );
}

/** Each time amounts were moved from year to year, with the reason that was given. */
export function reprofilesTable(where: Where, entries: readonly EntryShown[], asAt: string): Table {
  const rows = believedBy(entries, asAt)
    .filter(({ type }) => type === 'SavingReprofiled')
    .map((entry): Cell[] => {
      // The first version of the entry calls the years from then on toProfile.
      const {
        plan,
        fromProfile,
        toProfile = [],
        profile = toProfile,
        reason,
      } = entry.data as {
        plan: string;
        fromProfile: Step['years'];
        toProfile?: Step['years'];
        profile?: Step['years'];
        reason: string;
      };
      return [
        opensTo(
          dated(entry.effectiveOn, entry.precision),
          [entry.id],
          where,
          entry.provenance === 'illustrative',
        ),
        measureNames[planOf[plan] ?? 'identified'],
        profileInWords(fromProfile),
        profileInWords(profile),
        reason,
      ];
    });
  return table('Moved from year to year', ['On', 'Which amounts', 'From', 'To', 'Why'], rows, {
    empty: 'Its amounts were never moved from year to year.',
  });
}

const profileInWords = (profile: Step['years']): string =>
  profile
    .map(({ year, pence }) => `${year === 'not-stated' ? 'year not stated' : year}: ${pounds(pence)}`)
    .join(', ');

function stepsOf(saving: SavingPart, entries: readonly EntryShown[], asAt: string): Step[] {
  const believed = believedBy(entries, asAt);
  return savingMeasures.flatMap((measure): Step[] => {
    const makers = believed.filter(
      ({ type, data }) =>
        statedBy[measure].includes(type) ||
        (type === 'SavingReprofiled' && planOf[String(data['plan'])] === measure),
    );
    const behind = makers.map(({ id }) => id);
    if (measure === 'delivered' || measure === 'validated') {
      const years = saving[measure];
      const last = saving[measure].at(-1);
      if (!last) return [];
      const held = 'confirmed' in last ? last.confirmed : last.reported;
      const pence = years.reduce((sum, one) => sum + one.pence, 0);
      return [{ measure, pence, years, held, counts: true, entries: behind }];
    }
    const plan = saving[measure];
    if (!plan) return [];
    const pence = plan.profile.reduce((sum, one) => sum + one.pence, 0);
    const counts = countedOf(saving, measure).length > 0;
    const { stated: held, reason, profile: years } = plan;
    return [{ measure, pence, years, held, reason, counts, entries: behind }];
  });
}
