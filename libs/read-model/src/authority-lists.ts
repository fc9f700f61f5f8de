import { advisoryKinds, bodyKinds, coveredActs, covers } from '#programme';
import { authorityOf, holderOn, holdingsOn, membersOn } from './authority.js';
import {
  day,
  fieldsOf,
  id,
  illustrative,
  isIllustrative,
  listOf,
  oneOf,
  orNull,
  text,
  yesOrNo,
} from './columns.js';
import { list } from './list.js';

/** Bodies, with the members of the day. */
export const bodies = list({
  name: 'bodies',
  kind: 'body',
  streams: ['authority'],
  columns: {
    ...{ id, name: text, bodyKind: oneOf(...bodyKinds), advisory: yesOrNo, callIn: orNull(yesOrNo) },
    ...{ establishedOn: day, dissolvedOn: orNull(day), members: listOf(text), illustrative },
  },
  row: (body, _reader, _programme, { asAt }) => {
    const { bodyKind, callIn, established, dissolved } = body;
    return {
      ...fieldsOf(body, 'id', 'name', 'bodyKind'),
      advisory: advisoryKinds.includes(bodyKind),
      callIn: callIn ?? null,
      establishedOn: established.on,
      dissolvedOn: dissolved?.on ?? null,
      members: membersOn(body, asAt),
      illustrative: isIllustrative(established.provenance),
    };
  },
  onTheDay: (body, _reader, _programme, { asAt }) => ({ membersOnTheDay: membersOn(body, asAt) }),
});

/** Offices, with whoever holds them. */
export const offices = list({
  name: 'offices',
  kind: 'office',
  streams: ['authority'],
  columns: {
    ...{ id, title: text, callIn: orNull(yesOrNo), createdOn: day, abolishedOn: orNull(day) },
    ...{ holder: orNull(text), heldFrom: orNull(day), heldUntil: orNull(day), illustrative },
  },
  row: (office, _reader, _programme, { asAt }) => {
    const { created, abolished, holders } = office;
    return {
      ...fieldsOf(office, 'id', 'title', 'callIn'),
      createdOn: created.on,
      abolishedOn: abolished?.on ?? null,
      ...holderOn(office, asAt),
      illustrative: [created, ...holders.filter((term) => covers(term, asAt))].some(({ provenance }) =>
        isIllustrative(provenance),
      ),
    };
  },
  onTheDay: (office, _reader, _programme, { asAt }) => holderOn(office, asAt),
});

/** Powers, with those that may exercise them. */
export const powers = list({
  name: 'powers',
  kind: 'power',
  streams: ['authority'],
  columns: {
    ...{ id, description: text, covers: orNull(listOf(oneOf(...coveredActs))), source: orNull(text) },
    ...{ heldBy: listOf(id), delegatedTo: listOf(id), illustrative },
  },
  row: (power, reader, programme, moment) => {
    const holdings = holdingsOn(power, authorityOf(reader, programme, moment), moment.asAt);
    const by = (how: string) => holdings.filter((one) => one.how === how).map((one) => one.by);
    return {
      ...fieldsOf(power, 'id', 'description', 'covers', 'source'),
      heldBy: by('constitution'),
      delegatedTo: by('delegation'),
      illustrative: power.held.some(({ provenance }) => isIllustrative(provenance)),
    };
  },
  onTheDay: (power, reader, programme, moment) => ({
    heldOnTheDay: holdingsOn(power, authorityOf(reader, programme, moment), moment.asAt),
  }),
});
