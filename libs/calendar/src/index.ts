export {
  addDays,
  type CivilDate,
  civilDate,
  dayNumber,
  daysBetween,
  earliestDate,
  firstOfMonth,
  firstOfYear,
  fromDayNumber,
  isCivilDate,
  lastOfMonth,
  lastOfYear,
  latestDate,
  type Weekday,
  weekday,
} from './civil-date.js';
export { noSuchDay } from './no-such-day.js';
export { type Dated, type DatePrecision, describeDate, parseDated, shortDate } from './precision.js';
export {
  earliestInstant,
  epochMs,
  type Instant,
  instant,
  instantOf,
  isInstant,
  latestInstant,
  parseInstant,
} from './instant.js';
export { describeInstant, endOfDayInLondon, londonDate, startOfDayInLondon } from './london.js';
export { type FinancialYear, financialYear, parseFinancialYear, quarter } from './financial-year.js';
export { type BankHoliday, bankHolidays, bankHolidayYears } from './bank-holidays.js';
export {
  type ClearDays,
  clearDaysBetween,
  countClearDays,
  type DayBasis,
  effectiveFrom,
  isCounted,
  isWorkingDay,
  lastClearDay,
  type Uncountable,
} from './clear-days.js';
