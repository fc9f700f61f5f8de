import { factOf } from '#acts';
import { idOf, name, optional, required, yesOrNo } from '#fields';
import { act, notOnRecord, onRecord, putOnRecord } from './makers.js';
import { officeKey, officePart } from './state.js';

export const createOffice = act({
  command: 'create-office',
  event: 'OfficeCreated',
  version: 1,
  says: 'Puts an office on record, such as Leader or Head of Paid Service.',
  happened: 'An office was created',
  fields: {
    office: required(idOf('office', 'new'), 'The office.'),
    title: required(name, 'Its title, such as "Leader" or "Head of Paid Service".'),
    callIn: optional(
      yesOrNo,
      'Whether what its holder decides is subject to call-in; left out, it is not known until a decision says it.',
      'Subject to call-in',
    ),
  },
  touches: ({ office: id, title }) => [officeKey(id), ...putOnRecord(id, title)],
  meaningless: (state, { office: id, title }) => notOnRecord(state, id, title),
  evolve(state, entry) {
    const { office: id, title, callIn, source } = entry;
    const office = officePart({ id, title, callIn, created: factOf(entry), source, holders: [] });
    return [[officeKey(id), office], ...onRecord(state, id, title, { of: 'office', advisory: false })];
  },
  example: { effectiveOn: '2001-09-10', office: 'leader', title: 'Leader', callIn: true },
});
