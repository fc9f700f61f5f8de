import { phaseRow } from '#read-model';
import { rowsOf } from '#views';
import { thingAddress } from '../addresses-of-pages.js';
import { fact, heldOn } from '../facts.js';
import { filterForm } from '../filter-form.js';
import { openingsTable } from '../log-table.js';
import { phasesChart, planInWords } from '../overview/phases-chart.js';
import { reviewsOf } from '../services/service-pages.js';
import { table, type Cell } from '../table.js';
import type { ThingPages } from '../things/thing-pages.js';
import { sentence } from '../words.js';

/** The pages of phases: as planned and as they came true, with the reviews and the tranches of each. */
export const phasePages: ThingPages<'phase'> = {
  name: 'phases',
  kind: 'phase',
  section: 'overview',
  list({ where, asAt, rows, filters }) {
    const fields = [{ name: 'status', label: 'Status', options: ['planned', 'open', 'closed'] }];
    const chart = phasesChart(rows, asAt, where, filters);
    return { heading: 'Phases', filters: filterForm(where, 'phases', fields, filters), shown: [{ chart }] };
  },
  async one({ where, asAt, part: phase, nameOf, asking }) {
    const { id, name, status, opened, closed, reopened, replanned } = phase;
    const reviews = rowsOf('reviews', await asking.view('reviews', undefined, { phase: id }));
    const tranches = asking.reader.parts
      .list(where.programme, 'tranche', asking.moment)
      .filter((one) => one.phase === id);
    return {
      name,
      facts: [
        ...fact('Status', sentence(status)),
        ...fact('Planned', planInWords(phaseRow(phase)), `on record since ${heldOn(phase.planned)}`),
        ...fact('Planned anew', replanned && `${heldOn(replanned)}: ${replanned.reason}`),
        ...fact('Opened', heldOn(opened)),
        ...fact('Closed', heldOn(closed), closed?.reason),
        ...fact('Opened again', reopened && `${heldOn(reopened)}: ${reopened.reason}`),
        ...fact('Source', phase.source),
      ],
      shown: [
        { chart: phasesChart([phaseRow(phase)], asAt, where) },
        ...(phase.statusLog.length > 0
          ? [{ table: openingsTable(phase.statusLog, { where, asAt, nameOf }) }]
          : []),
        { table: reviewsOf(where, reviews, { phase: id }) },
        {
          table: table(
            'Tranches',
            ['Tranche', 'Defined'],
            tranches.map((one): Cell[] => [
              { text: one.name, href: thingAddress(where, 'tranche', one.id) },
              heldOn(one.defined),
            ]),
            { empty: 'No tranche belongs to it.' },
          ),
        },
      ],
    };
  },
};
