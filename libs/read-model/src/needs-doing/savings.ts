import { financialYear } from '#calendar';
import { pounds } from '#fields';
import { dayInWords } from '#programme';
import type { Looking, Need } from './sorts.js';

/** Savings that finance has yet to validate, and forecasts of another year. */
export function* savingNeeds({ reader, programme, moment }: Looking): Iterable<Need> {
  const thisYear = financialYear(moment.asAt);
  for (const saving of reader.parts.list(programme, 'saving', moment)) {
    const { id, name, standing, delivered, validated, forecast } = saving;
    const about = { kind: 'saving', id, name };
    for (const { year, pence, reported } of delivered) {
      const confirmed = validated.find((one) => one.year === year)?.pence ?? 0;
      if (pence <= confirmed) continue;
      yield {
        ...{
          sort: 'saving-to-validate',
          what: `Have finance validate what was delivered in ${year}`,
          ...about,
        },
        because: `${pounds(pence)} delivered in ${year}, ${confirmed === 0 ? 'nothing' : pounds(confirmed)} validated`,
        since: reported.on,
        next: { command: 'validate-saving', fields: { saving: id, year } },
      };
    }
    if (standing !== 'active' || !forecast) continue;
    const { stated, profile } = forecast;
    if (financialYear(stated.on) >= thisYear || !profile.some(({ year }) => isFrom(thisYear, year))) continue;
    yield {
      ...{ sort: 'forecast-out-of-date', what: `Forecast the saving in ${thisYear}`, ...about },
      because: `last forecast ${dayInWords(stated)}, in ${financialYear(stated.on)}`,
      since: stated.on,
      next: { command: 'forecast-saving', fields: { saving: id } },
    };
  }
}

/** Whether an amount is for a year or a later one; one for which no year is stated is not. */
const isFrom = (first: string, year: string): boolean => /^\d{4}/.test(year) && year >= first;
