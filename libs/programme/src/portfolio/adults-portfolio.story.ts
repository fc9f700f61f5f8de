import type { Recorded } from '#acts';
import { civilDate } from '#calendar';
import type { PortfolioCommand, PortfolioEvent } from './index.js';

/** What is said of the Adults portfolio, without its id and its day; minuted where nothing else is said. */
type Said<T> = T extends Recorded
  ? Omit<T, 'programme' | 'portfolio' | 'effectiveOn' | 'provenance'> & Partial<Pick<Recorded, 'provenance'>>
  : never;

/** An entry of the Adults portfolio, which the specs tell of; only specs import this file. */
export function happened(day: string, said: Said<PortfolioEvent>): PortfolioEvent {
  return { portfolio: 'adults', effectiveOn: civilDate(day), provenance: 'minuted', ...said };
}

/** A command about the Adults portfolio. */
export function asked(day: string, said: Said<PortfolioCommand>): PortfolioCommand {
  const who = { programme: 'county', portfolio: 'adults' };
  return { ...who, effectiveOn: civilDate(day), provenance: 'minuted', ...said };
}

/** The same said as a command and as the event it comes to, on one day. */
export function said(day: string, command: Said<PortfolioCommand>, event: Said<PortfolioEvent>) {
  return { command: asked(day, command), event: happened(day, event) };
}

const adults = { name: 'Adults Transformation', sponsor: 'Corporate Director, Social Care' };
export const opening = said(
  '2013-09-19',
  { type: 'open-portfolio', ...adults },
  { type: 'PortfolioOpened', ...adults },
);

const end = { reason: 'Its projects are closed' };
export const closing = said(
  '2016-03-31',
  { type: 'close-portfolio', ...end },
  { type: 'PortfolioClosed', ...end },
);

export const opened = [opening.event];
export const closed = [opening.event, closing.event];
