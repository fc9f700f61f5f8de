import type { Recorded } from '#acts';
import { civilDate, parseFinancialYear, type FinancialYear } from '#calendar';
import type { StructureCommand, StructureEvent } from './index.js';

/** What is said of the county's units, without its day; minuted where nothing else is said. */
type Said<T> = T extends Recorded
  ? Omit<T, 'programme' | 'effectiveOn' | 'provenance'> & Partial<Pick<Recorded, 'provenance'>>
  : never;

/** An entry of the county's structure, which the specs tell of; only specs import this file. */
export function happened(day: string, said: Said<StructureEvent>): StructureEvent {
  return { effectiveOn: civilDate(day), provenance: 'minuted', ...said };
}

/** A command about the county's units. */
export function asked(day: string, said: Said<StructureCommand>): StructureCommand {
  return { programme: 'county', effectiveOn: civilDate(day), provenance: 'minuted', ...said };
}

/** The same said as a command and as the event it comes to, on one day. */
export function said(day: string, command: Said<StructureCommand>, event: Said<StructureEvent>) {
  return { command: asked(day, command), event: happened(day, event) };
}

/** A financial year, such as "2014/15". */
export function year(text: string): FinancialYear {
  const read = parseFinancialYear(text);
  if (read === undefined) throw new Error(`${text} is no financial year`);
  return read;
}

const support = 'Business Strategy and Support';
const legalServices = {
  unit: 'legal',
  name: 'Legal Services',
  code: 'BU-041',
  unitKind: 'business unit',
  directorate: support,
  group: 'corporate',
  opening: true,
} as const;
export const registering = said(
  '2013-09-19',
  { type: 'register-unit', ...legalServices },
  { type: 'UnitRegistered', ...legalServices },
);

const registered = (unit: string, name: string, more: { code?: string; directorate?: string } = {}) =>
  happened('2013-09-19', { type: 'UnitRegistered', unit, name, opening: true, ...more });

/** The opening count: three units that were there when counting began. */
export const counted = [
  registering.event,
  registered('democratic', 'Democratic Services', { code: 'BU-042', directorate: support }),
  registered('property', 'Property', { code: 'BU-050' }),
];

const governance = { name: 'Governance and Law', code: 'BU-101', directorate: support };
export const merging = said(
  '2014-04-01',
  { type: 'merge-units', units: ['legal', 'democratic'], successor: 'governance', ...governance },
  {
    type: 'UnitsMerged',
    units: ['legal', 'democratic'],
    successor: 'governance',
    founds: true,
    ...governance,
  },
);

export const splitting = said(
  '2014-04-01',
  {
    type: 'split-unit',
    unit: 'property',
    into: [
      { unit: 'estates', share: 2, name: 'Estates' },
      { unit: 'facilities', share: 1, name: 'Facilities' },
    ],
  },
  {
    type: 'UnitSplit',
    unit: 'property',
    into: [
      { unit: 'estates', share: 2, founds: true, name: 'Estates' },
      { unit: 'facilities', share: 1, founds: true, name: 'Facilities' },
    ],
  },
);

const goes = { reason: 'Its work goes to the company' };
export const closing = said(
  '2017-06-01',
  { type: 'close-unit', unit: 'legal', ...goes },
  { type: 'UnitClosed', unit: 'legal', ...goes },
);

export const merged = [...counted, merging.event];
export const split = [...counted, splitting.event];
export const closed = [...counted, closing.event];
