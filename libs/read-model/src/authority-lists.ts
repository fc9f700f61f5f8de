import { advisoryKinds, covers, type BodyPart, type OfficePart, type PowerPart } from '#programme';
import { authorityOf, holderOn, holdingsOn, membersOn } from './authority.js';
import type { ListView } from './lists.js';

const illustrative = (provenance: string) => provenance === 'illustrative';

/** Bodies with the members of the day, offices with whoever holds them, powers with those that may exercise them. */
export const authorityLists: readonly ListView[] = [
  {
    name: 'bodies',
    kind: 'body',
    streams: ['authority'],
    row: (part, _reader, _programme, { asAt }) => {
      const body = part as BodyPart;
      const { id, name, bodyKind, callIn, established, dissolved } = body;
      return {
        id,
        name,
        bodyKind,
        advisory: advisoryKinds.includes(bodyKind),
        callIn: callIn ?? null,
        establishedOn: established.on,
        dissolvedOn: dissolved?.on ?? null,
        members: membersOn(body, asAt),
        illustrative: illustrative(established.provenance),
      };
    },
    onTheDay: (part, _reader, _programme, { asAt }) => ({
      membersOnTheDay: membersOn(part as BodyPart, asAt),
    }),
  },
  {
    name: 'offices',
    kind: 'office',
    streams: ['authority'],
    row: (part, _reader, _programme, { asAt }) => {
      const office = part as OfficePart;
      const { id, title, callIn, created, abolished, holders } = office;
      return {
        id,
        title,
        callIn: callIn ?? null,
        createdOn: created.on,
        abolishedOn: abolished?.on ?? null,
        ...holderOn(office, asAt),
        illustrative: [created, ...holders.filter((term) => covers(term, asAt))].some(({ provenance }) =>
          illustrative(provenance),
        ),
      };
    },
    onTheDay: (part, _reader, _programme, { asAt }) => holderOn(part as OfficePart, asAt),
  },
  {
    name: 'powers',
    kind: 'power',
    streams: ['authority'],
    row: (part, reader, programme, moment) => {
      const power = part as PowerPart;
      const holdings = holdingsOn(power, authorityOf(reader, programme, moment), moment.asAt);
      const by = (how: string) => holdings.filter((one) => one.how === how).map((one) => one.by);
      const { id, description, source } = power;
      return {
        id,
        description,
        covers: power.covers ?? null,
        source: source ?? null,
        heldBy: by('constitution'),
        delegatedTo: by('delegation'),
        illustrative: power.held.some(({ provenance }) => illustrative(provenance)),
      };
    },
    onTheDay: (part, reader, programme, moment) => ({
      heldOnTheDay: holdingsOn(part as PowerPart, authorityOf(reader, programme, moment), moment.asAt),
    }),
  },
];
