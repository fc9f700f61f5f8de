import { dataAddress, thingAddress } from '../addresses-of-pages.js';
import { fact, heldOn, thing } from '../facts.js';
import { inOrderOfName, rowsOf } from '#views';
import { basisInWords } from '../savings/savings-in-words.js';
import { table, type Cell } from '../table.js';
import type { ThingPages } from '../things/thing-pages.js';
import { day, pounds, sentence } from '../words.js';
import { servicesTable } from './service-pages.js';

/** The pages of tranches: the totals that were published of each, and the services in it. */
export const tranchePages: ThingPages<'tranche'> = {
  name: 'tranches',
  kind: 'tranche',
  section: 'reviews',
  list({ where, rows, nameOf }) {
    const cells = inOrderOfName(rows).map((row): Cell[] => [
      {
        text: row.name,
        href: thingAddress(where, 'tranche', row.id),
        ...(row.provenance === 'illustrative' && { tag: 'illustrative' }),
      },
      row.phase === null ? '' : nameOf('phase', row.phase),
      day(row.definedOn),
    ]);
    return {
      heading: 'Tranches of services',
      shown: [
        {
          table: table('Tranches', ['Tranche', 'Phase', 'Defined'], cells, {
            empty: 'No tranche is on the record.',
            csv: dataAddress(where, 'tranches', { format: 'csv' }),
          }),
        },
      ],
    };
  },
  async one({ where, part, nameOf, asking }) {
    const { id, name, phase, totals, defined, source } = part;
    const services = rowsOf('services', await asking.view('services', undefined, { tranche: id }));
    return {
      name,
      facts: [
        ...fact('Phase', thing('phase', phase, where, nameOf)),
        ...fact('Defined', heldOn(defined)),
        ...fact('Source', source),
      ],
      shown: [
        {
          table: table(
            'Totals as they were published',
            ['Heading', 'Amount', 'Basis'],
            totals.map(({ heading, pence, basis }): Cell[] => [
              {
                text: sentence(heading),
                ...(defined.provenance === 'illustrative' && { tag: 'illustrative' }),
              },
              pounds(pence),
              sentence(basisInWords(basis)),
            ]),
            { empty: 'None was published.', numeric: [1] },
          ),
        },
        { table: servicesTable(where, services, nameOf, { tranche: id }) },
      ],
    };
  },
};
