import { factOf } from '#acts';
import { idOf, name, oneOf, optional, required, yesOrNo } from '#fields';
import { advisoryKinds, bodyKinds, callInUnlessSaid } from './body-kinds.js';
import { act, notOnRecord, onRecord, putOnRecord } from './makers.js';
import { bodyKey, bodyPart } from './state.js';

export const establishBody = act({
  command: 'establish-body',
  event: 'BodyEstablished',
  version: 1,
  says: 'Puts a body on record from the day it was established: a council, its cabinet, a committee, a board.',
  happened: 'A body was established',
  fields: {
    body: required(idOf('body', 'new'), 'The body.'),
    name: required(name, 'What the body is called; no other body or office is called that on the day.'),
    bodyKind: required(
      oneOf(bodyKinds),
      'What kind of body it is. A cabinet committee, a board and an advisory group endorse, and hold no power.',
    ),
    callIn: optional(
      yesOrNo,
      'Whether what it decides is subject to call-in; left out, true of a cabinet, not of a council or a committee, and not known of officers.',
      'Subject to call-in',
    ),
  },
  settles: ({ bodyKind, callIn = callInUnlessSaid(bodyKind) }): { callIn?: boolean } => ({ callIn }),
  touches: ({ body: id, name: called }) => [bodyKey(id), ...putOnRecord(id, called)],
  meaningless: (state, { body: id, name: called }) => notOnRecord(state, id, called),
  evolve(state, entry) {
    const { body: id, name: called, bodyKind, callIn, source } = entry;
    const established = factOf(entry);
    const body = bodyPart({ id, name: called, bodyKind, callIn, established, source, members: [] });
    const advisory = advisoryKinds.includes(bodyKind);
    return [[bodyKey(id), body], ...onRecord(state, id, called, { of: 'body', advisory })];
  },
  example: {
    effectiveOn: '2001-09-10',
    source: 'Constitution, article 7',
    body: 'cabinet',
    name: 'Cabinet',
    bodyKind: 'cabinet',
    callIn: true,
  },
});
