import type { FieldChange } from './change-shown.js';
import type { Names } from '../names.js';
import { namedUnder } from '../part-in-words.js';
import { isMoney } from '../field-words.js';
import { dated, day, inWords, pounds, sentence } from '../words.js';
import { isCivilDate } from '#calendar';

/** What the fields of things are called, where their own name is not how people say it. */
const labels: Readonly<Record<string, string>> = {
  stageSince: 'At this stage since',
  stages: 'Stages reached',
  standingReason: 'Why it stands so',
  standingSince: 'Stands so since',
  memberSince: 'In its portfolio since',
  ownerSince: 'With its owner since',
  portfolioSince: 'In its portfolio since',
  chosen: 'Preferred option',
  inBusinessCase: 'In a business case',
  validated: 'Validated by finance',
  unitKind: 'Kind',
  group: 'Functional group',
  predecessors: 'Made from',
  successors: 'Led to',
  holds: 'Holds',
  savingsTarget: 'Savings target',
  unitTarget: 'Target for business units',
  plannedStart: 'Planned start',
  plannedEnd: 'Planned end',
  heldBy: 'Held by',
  takenOn: 'Taken on',
  notStated: 'Gross or net not stated',
  fromYear: 'From',
  toYear: 'To',
  fullYearPence: 'A full year of it',
  asIs: 'The service as it is',
  ended: 'Ended',
  had: 'What it had',
};

/** Fields that only repeat how an entry was recorded: the entry has them. */
const leftOut: ReadonlySet<string> = new Set([
  'precision',
  'provenance',
  'provenances',
  'source',
  'decision',
  'kind',
  'id',
  'carriedFrom',
  'had',
  // The stage and the standing say it; the logs have what was so before.
  'stageLog',
  'standingLog',
  'portfolioLog',
  'statusLog',
  'sponsorLog',
  'ownerLog',
  'forecastLog',
  'reprofileLog',
  'formerAppraisals',
  'formerRejections',
]);

/** Names of things, as those of one thing say them: its options are named within it. */
interface NamesWithin {
  readonly names: Names;
  readonly thing: { readonly kind?: string; readonly id?: string };
}

/** The name of a field as people say it: 'Planned end'. */
export function fieldInWords(field: string): string {
  return (
    labels[field] ??
    sentence(field.replace(/Pence$/, '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))
  );
}

/** A value as people say it: dates, money and ids in words, a fact as its date. Nothing where there is none. */
export function valueInWords(value: unknown, field: string, within: NamesWithin): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) {
    const said = value.map((one) => valueInWords(one, field, within)).filter(Boolean);
    return said.length === 0 ? 'None' : said.join('; ');
  }
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') {
    return isMoney(field, within.thing) ? pounds(value) : value.toLocaleString('en-GB');
  }
  if (typeof value === 'string') return wordInWords(value, field, within);
  if (typeof value === 'object') return objectInWords(value as Readonly<Record<string, unknown>>, within);
  return '';
}

function wordInWords(text: string, field: string, { names, thing }: NamesWithin): string {
  if (isCivilDate(text)) return day(text);
  const named = namedUnder(field, text, names, thing);
  if (named) return named.text;
  return /^[a-z0-9]+(-[a-z0-9]+)+$|^[a-z]+$/.test(text) ? sentence(inWords(text)) : text;
}

function objectInWords(held: Readonly<Record<string, unknown>>, within: NamesWithin): string {
  const { on, precision, provenance, ...rest } = held;
  const date =
    typeof on === 'string'
      ? dated(on, precision as string | undefined, provenance as string | undefined)
      : '';
  const name = [rest['title'], rest['name']].find((one) => typeof one === 'string');
  const said = Object.entries(rest)
    .filter(([field]) => !leftOut.has(field) && field !== 'title' && field !== 'name')
    .map(([field, inside]) => [field, valueInWords(inside, field, within).replace(/\.$/, '')] as const)
    .filter(([, words]) => words !== '' && words !== 'None')
    .map(([field, words]) => insideInWords(field, rest[field], words));
  return [name, ...said, date].filter(Boolean).join(', ');
}

/** Fields whose value says by itself what it is. */
const plain: ReadonlySet<string> = new Set([
  'year',
  'unit',
  'how',
  'stage',
  'label',
  'point',
  'count',
  'role',
  'option',
  'activity',
]);

/** A field inside a value: '£6m', 'chosen 15 May 2014', 'reason: the case fell'. */
function insideInWords(field: string, value: unknown, words: string): string {
  if (plain.has(field)) return words;
  const called = field.replace(/Pence$/, '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const isDate = typeof value === 'object' && value !== null && 'on' in value;
  return isDate ? `${called} ${words}` : `${called}: ${words}`;
}

/** How much of a value stands in its cell. */
const longest = 300;

/** Both sides of a change in words; of a list only what differs, item by item. */
export function sidesInWords(
  { field, before, after }: FieldChange,
  names: Names,
  /** The thing that the field is of. */
  thing: { readonly kind?: string; readonly id?: string } = {},
): { readonly before: string; readonly after: string } {
  const told = (value: unknown, other: unknown) => {
    const said = sentence(valueInWords(differing(value, other), field, { names, thing }));
    return said.length > longest ? `${said.slice(0, longest).trimEnd()}…` : said || 'Nothing';
  };
  return { before: told(before, after), after: told(after, before) };
}

/** What tells an item of a list from the others. */
const keys = ['id', 'stage', 'unit', 'year', 'measure', 'member'] as const;

/** The items of a list that the other side has not, each with what differs of it where the other has it otherwise. */
function differing(value: unknown, other: unknown): unknown {
  if (!Array.isArray(value) || !Array.isArray(other)) return value;
  const others: readonly unknown[] = other;
  return value.flatMap((item: unknown): unknown[] => {
    const text = JSON.stringify(item);
    if (others.some((one) => JSON.stringify(one) === text)) return [];
    const key = keys.find((one) => typeof fieldOf(item, one) === 'string');
    const same = key && others.find((one) => fieldOf(one, key) === fieldOf(item, key));
    if (!key || typeof same !== 'object' || same === null) return [item];
    const fields = Object.entries(item as object).filter(
      ([name, inside]) =>
        name === key ||
        name === 'title' ||
        name === 'name' ||
        JSON.stringify(inside) !== JSON.stringify(fieldOf(same, name)),
    );
    return [Object.fromEntries(fields)];
  });
}

const fieldOf = (item: unknown, field: string): unknown =>
  typeof item === 'object' && item !== null ? (item as Readonly<Record<string, unknown>>)[field] : undefined;

/** Fields that a change of another field says already, or that only repeat how it was recorded. */
export function isTold(field: string): boolean {
  return !leftOut.has(field) && field !== 'stageSince' && field !== 'provenance';
}
