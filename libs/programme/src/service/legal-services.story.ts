import type { Recorded } from '#acts';
import { civilDate, parseFinancialYear, type FinancialYear } from '#calendar';
import type { ServiceCommand, ServiceEvent } from './index.js';

/** What is said of Legal Services, without its id and its day; minuted where nothing else is said. */
type Said<T> = T extends Recorded
  ? Omit<T, 'programme' | 'service' | 'effectiveOn' | 'provenance'> & Partial<Pick<Recorded, 'provenance'>>
  : never;

/** An entry of Legal Services, which the specs tell of; only specs import this file. */
export function happened(day: string, said: Said<ServiceEvent>): ServiceEvent {
  return { service: 'legal-services', effectiveOn: civilDate(day), provenance: 'minuted', ...said };
}

/** A command about Legal Services. */
export function asked(day: string, said: Said<ServiceCommand>): ServiceCommand {
  const who = { programme: 'county', service: 'legal-services' };
  return { ...who, effectiveOn: civilDate(day), provenance: 'minuted', ...said };
}

/** The same said as a command and as the event it comes to, on one day. */
export function said(day: string, command: Said<ServiceCommand>, event: Said<ServiceEvent>) {
  return { command: asked(day, command), event: happened(day, event) };
}

/** A financial year, such as "2013/14". */
export function year(text: string): FinancialYear {
  const read = parseFinancialYear(text);
  if (read === undefined) throw new Error(`${text} is no financial year`);
  return read;
}

export const support = 'Business Strategy and Support';
export const corporate = 'Strategic and Corporate Services';

const legal = {
  name: 'Legal Services',
  directorate: support,
  tranche: 'first',
  heading: 'corporate support',
} as const;
export const registering = said(
  '2013-09-19',
  { type: 'register-service', ...legal },
  { type: 'ServiceRegistered', ...legal },
);

/** £9,335,200 gross and £8,224,000 net. */
const budget = { year: year('2013/14'), gross: 9_335_200_00, net: 8_224_000_00 } as const;
export const budgeting = said(
  '2013-09-19',
  { type: 'set-service-budget', ...budget },
  { type: 'ServiceBudgetSet', ...budget },
);

export const transferring = said(
  '2014-04-01',
  { type: 'transfer-service', toDirectorate: corporate },
  { type: 'ServiceTransferred', fromDirectorate: support, toDirectorate: corporate },
);

export const assigning = said(
  '2013-12-12',
  { type: 'assign-service-to-tranche', tranche: 'second', heading: 'front line' },
  { type: 'ServiceAssignedToTranche', fromTranche: 'first', tranche: 'second', heading: 'front line' },
);

const reason = 'A company took its work over';
export const withdrawing = said(
  '2017-03-31',
  { type: 'withdraw-service', reason },
  { type: 'ServiceWithdrawn', reason },
);

export const registered = [registering.event];
export const withdrawn = [registering.event, withdrawing.event];
