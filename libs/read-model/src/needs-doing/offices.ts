import { addDays } from '#calendar';
import { covers, dayInWords, holderOf, holdersOf, type Appointment, type OfficePart } from '#programme';
import { daysAhead, type Looking, type Need } from './sorts.js';

/** Offices that hold a power and that nobody holds, or nobody will within days. */
export function* officeNeeds({ reader, programme, moment }: Looking): Iterable<Need> {
  const { asAt } = moment;
  const powers = reader.parts.list(programme, 'power', moment);
  const soon = addDays(asAt, daysAhead.term);
  for (const office of reader.parts.list(programme, 'office', moment)) {
    if (office.abolished) continue;
    const held = powers.filter((power) => holdersOf(power, asAt).some(({ by }) => by === office.id));
    if (held.length === 0) continue;
    const holder = holderOf(office, asAt);
    const until = holder?.until;
    if (holder && (!until || until.on > soon || followed(office, holder))) continue;
    const { id, title } = office;
    const exercised = `holds ${held.map((power) => `power “${power.description}”`).join(', ')}`;
    yield {
      sort: 'office-vacant',
      what: 'Record who is appointed to the office',
      kind: 'office',
      id,
      name: title,
      because: until
        ? `the term of its holder ends ${dayInWords(until)} and nobody follows; it ${exercised}`
        : `nobody holds it; it ${exercised}`,
      since: holder?.from ?? vacantSince(office, asAt),
      by: until ? until.on : asAt,
      next: { command: 'appoint-to-office', fields: { office: id } },
    };
  }
}

/** Whether somebody holds an office on the day after a term ends. */
function followed({ holders }: OfficePart, { until }: Appointment): boolean {
  return until === undefined || holders.some((one) => covers(one, addDays(until.on, 1)));
}

/** The day after the last term that was over by a day; the day of its creation where nobody ever held it. */
function vacantSince({ holders, created }: OfficePart, asAt: Appointment['from']): Appointment['from'] {
  const over = holders.flatMap(({ until }) => (until && until.on < asAt ? until.on : [])).sort();
  const last = over.at(-1);
  return last === undefined ? created.on : addDays(last, 1);
}
