import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { BuiltServer, type Answer } from './built-server.js';

let server: BuiltServer;

beforeAll(async () => {
  server = await BuiltServer.startWithKent();
});

afterAll(() => server.stopAndForget());

const view = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  server.get(`/api/programmes/kent/${path}`, headers);
const codeOf = ({ body }: Answer): unknown => String(body['type']).replace('urn:minutebook:problem:', '');
const fieldsOf = ({ body }: Answer) => (body['errors'] as { field: string }[]).map(({ field }) => field);

const lists = [
  'phases',
  'portfolios',
  'projects',
  'reviews',
  'services',
  'units',
  'themes',
  'tranches',
  'settings',
  'savings',
  'decisions',
  'history',
];

describe('Every view', () => {
  it.each(['overview', 'scales', 'ratings', ...lists])(
    '%s echoes both dates and the position, and counts what was recorded later',
    async (name) => {
      const { status, body } = await view(`${name}?asAt=2014-06-01&knownAt=2014-06-30`);
      expect(status).toBe(200);
      expect(body).toMatchObject({ asAt: '2014-06-01', knownAt: '2014-06-30' });
      expect(body['position']).toEqual(expect.any(String));
      expect((body['meta'] as Record<string, unknown>)['laterEntries']).toEqual(expect.any(Number));
    },
  );

  it.each(lists)('%s is a CSV too, line for line what the JSON says', async (name) => {
    const json = (await view(`${name}?asAt=2014-06-01`)).body[name] as Record<string, unknown>[];
    const answer = await view(`${name}?asAt=2014-06-01&format=csv`);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toContain('2014-06-01');
    const rows = parse<Record<string, string>>(answer.text, { columns: true });
    expect(rows.length).toBe(json.length);
    for (const [n, row] of rows.entries()) {
      const said = json[n] as Record<string, unknown>;
      const id = said['id'] as string;
      expect(row['id']).toBe(id);
      for (const [column, value] of Object.entries(row)) {
        const original = said[column];
        if (typeof original === 'string')
          expect([id, column, value.replace(/^'/, '')]).toEqual([id, column, original.replace(/^'/, '')]);
        if (typeof original === 'number') expect([id, column, value]).toEqual([id, column, String(original)]);
      }
    }
  });

  it('has a tag that stands while its answer does, whatever is counted beside it', async () => {
    const first = await view('reviews/legal-services?asAt=2014-06-01&knownAt=2014-06-30');
    const tag = first.headers.get('etag') ?? '';
    const again = await view('reviews/legal-services?asAt=2014-06-01&knownAt=2014-06-30', {
      'if-none-match': tag,
    });
    expect([again.status, again.text]).toEqual([304, '']);
    const other = await view('reviews/legal-services?asAt=2016-04-01', { 'if-none-match': tag });
    expect(other.status).toBe(200);
  });

  it('says that it is a demonstration whose recording instants are illustrative', async () => {
    const { body } = await view('overview');
    expect(body).toMatchObject({
      meta: { demonstration: 'This is a demonstration: its recording instants are illustrative.' },
    });
  });
});

describe('An id', () => {
  it('that nothing recorded by then names is not found', async () => {
    const never = await view('reviews/unheard-of');
    expect([never.status, codeOf(never)]).toEqual([404, 'unknown-thing']);
    const notYet = await view('reviews/legal-services?knownAt=2013-07-31');
    expect([notYet.status, codeOf(notYet)]).toEqual([404, 'unknown-thing']);
  });

  it('whose first entry holds only later is an answer: it does not exist yet', async () => {
    const { status, body } = await view('reviews/legal-services?asAt=2013-01-01');
    expect([status, body['exists']]).toEqual([200, false]);
    const { body: list } = await view('reviews?asAt=2013-01-01');
    expect(list['reviews']).toEqual([]);
  });

  it('of a programme known only later is not found before', async () => {
    const early = await view('overview?knownAt=2013-01-01');
    expect([early.status, codeOf(early)]).toEqual([404, 'unknown-programme']);
  });
});

describe('A question that cannot be read', () => {
  it.each([
    ['asAt=2014-02-30', 'asAt'],
    ['asAt=15/10/2013', 'asAt'],
    ['asAt=', 'asAt'],
    ['asAt=2013-10', 'asAt'],
    ['knownAt=yesterday', 'knownAt'],
    ['knownAt=2014-04-15T12:00:00', 'knownAt'],
    ['asAt=2014-01-01&asAt=2014-01-02', 'asAt'],
    ['asat=2014-01-01', 'asat'],
    ['minPosition=%20', 'minPosition'],
    ['format=xml', 'format'],
  ])('%s is refused and the field is named', async (query, field) => {
    const refused = await view(`overview?${query}`);
    expect([refused.status, codeOf(refused), fieldsOf(refused)]).toEqual([400, 'query-wrong', [field]]);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
  });

  it('has every field named at once', async () => {
    expect(fieldsOf(await view('reviews?asAt=x&knownAt=y&colour=red')).sort()).toEqual([
      'asAt',
      'colour',
      'knownAt',
    ]);
  });

  it('is refused where a filter has a value that there is not', async () => {
    expect(fieldsOf(await view('decisions?from=soon'))).toEqual(['from']);
    expect(fieldsOf(await view('decisions?key=perhaps'))).toEqual(['key']);
    expect(fieldsOf(await view('reviews?stage=lost'))).toEqual(['stage']);
    expect(fieldsOf(await view('units?status=gone'))).toEqual(['status']);
    expect(fieldsOf(await view('history?limit=0'))).toEqual(['limit']);
    expect(fieldsOf(await view('history?entries=first,second'))).toEqual(['entries']);
    expect(fieldsOf(await view('savings?year=2015'))).toEqual(['year']);
    expect(fieldsOf(await view('waterfall?by=colour&category=money')).sort()).toEqual(['by', 'category']);
  });

  it('is refused for a position that is none, or that the record has not reached, and waits for neither', async () => {
    const { body } = await view('overview');
    const here = String(body['position']);
    const asked = async (minPosition: string) => {
      const refused = await view(`overview?minPosition=${minPosition}`);
      return [refused.status, codeOf(refused)];
    };
    for (const none of ['NaN', '-Infinity', 'kent']) expect(await asked(none)).toEqual([400, 'query-wrong']);
    for (const none of ['2999-12-31', '0', '-1', '1.5', here.slice(1), `${here}0`, here.replace(/^0/, '9')])
      expect(await asked(none)).toEqual([400, 'no-such-position']);
    expect((await view(`overview?minPosition=${here}`)).status).toBe(200);
  });
});

describe('Whoever is asked', () => {
  it('no token reads as reporting, a wrong one is refused', async () => {
    expect((await view('overview')).status).toBe(200);
    for (const token of [
      'demo-programme-office',
      'demo-governance',
      'demo-reporting',
      'demo-administrator',
    ]) {
      expect((await view('overview', { authorization: `Bearer ${token}` })).status).toBe(200);
    }
    const refused = await view('overview', { authorization: 'Bearer stolen' });
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
      401,
      expect.stringContaining('Bearer'),
    ]);
  });
});

describe('The register of decisions', () => {
  const ids = (answer: Answer) => (answer.body['decisions'] as { id: string }[]).map(({ id }) => id);

  it('shows what was taken by the date, newest first', async () => {
    const rows = (await view('decisions?asAt=2014-06-01')).body['decisions'] as { takenOn: string }[];
    expect(rows.length).toBeGreaterThan(3);
    const dates = rows.map(({ takenOn }) => takenOn);
    expect(dates).toEqual([...dates].sort().reverse());
    expect(dates.every((date) => date <= '2014-06-01')).toBe(true);
  });

  it('is searched by the words of its record and filtered by maker and date', async () => {
    const all = ids(await view('decisions'));
    const found = ids(await view('decisions?search=whole%20council'));
    expect(found).toContain('county-council-2013-07-18');
    expect(found.length).toBeLessThan(all.length);
    const council = ids(await view('decisions?maker=County%20Council&from=2013-01-01&to=2013-12-31'));
    expect(council.length).toBeGreaterThan(0);
    expect(council.every((id) => all.includes(id))).toBe(true);
    expect(ids(await view('decisions?search=unheardofword'))).toEqual([]);
  });

  it('opens each decision to the entries that follow from it', async () => {
    const { body } = await view('decisions/county-council-2013-07-18');
    expect((body['entries'] as unknown[]).length).toBeGreaterThan(1);
  });
});

describe('Units', () => {
  it('are listed by kind, directorate and status', async () => {
    const open = (await view('units?asAt=2013-10-15&status=open')).body['units'] as Record<string, string>[];
    expect(open).toHaveLength(80);
    const directorate = open[0]?.['directorate'] ?? '';
    const some = (await view(`units?asAt=2013-10-15&directorate=${encodeURIComponent(directorate)}`)).body[
      'units'
    ] as object[];
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(80);
  });

  it('have a lineage through any number of merges, both ways', async () => {
    const units = (await view('units?asAt=2016-06-01')).body['units'] as {
      id: string;
      predecessors: string[];
      status: string;
    }[];
    const merged = units.find(({ predecessors, status }) => status === 'open' && predecessors.length > 0);
    const { body } = await view(`units/${merged?.id}?asAt=2016-06-01`);
    const lineage = body['lineage'] as { ancestors: { unit: string }[]; descendants: { unit: string }[] };
    expect(lineage.ancestors.map(({ unit }) => unit)).toEqual(
      expect.arrayContaining(merged?.predecessors ?? []),
    );
    const first = lineage.ancestors[0]?.unit;
    const back = (await view(`units/${first}?asAt=2016-06-01`)).body['lineage'] as typeof lineage;
    expect(back.descendants.map(({ unit }) => unit)).toContain(merged?.id);
  });
});

describe('Changes', () => {
  it('between two dates name the fields that differ and the entries behind them', async () => {
    const { body } = await view('changes?from=2014-03-31&to=2014-06-01');
    const legal = (
      body['changes'] as { id: string; kind: string; fields: { field: string }[]; entries: object[] }[]
    ).find(({ kind, id }) => kind === 'review' && id === 'legal-services');
    expect(legal?.fields.map(({ field }) => field)).toContain('chosen');
    expect(legal?.entries.length).toBeGreaterThan(0);
  });

  it('between two states of knowledge show what was learnt of one date', async () => {
    const { body } = await view('changes?asAt=2016-04-01&knownFrom=2015-12-31&knownTo=2016-12-31');
    const changed = (body['changes'] as { id: string; kind: string }[]).map(
      ({ kind, id }) => `${kind}/${id}`,
    );
    expect(changed).toContain('review/legal-services');
  });

  it('ask for two dates or two states of knowledge, not both and not neither', async () => {
    for (const query of [
      'changes',
      'changes?from=2014-01-01',
      'changes?from=2014-01-01&to=2014-02-01&knownFrom=2014-01-01',
    ]) {
      const refused = await view(query);
      expect([query, refused.status, codeOf(refused)]).toEqual([query, 400, 'query-wrong']);
    }
  });
});

describe('The demonstration', () => {
  it('refuses any programme but its own', async () => {
    const refused = await server.issue('surrey', 'start-programme', { name: 'Surrey' });
    expect([refused.status, codeOf(refused)]).toEqual([409, 'demonstration-only']);
  });
});

describe('What is not there', () => {
  it.each([
    ['/api/programmes/kent/nothing', 404],
    ['/api/programmes/kent/reviews/legal-services/more', 404],
    ['/elsewhere', 404],
    ['/api/programmes/kent/commands', 404],
  ])('%s answers %i as a problem', async (path, status) => {
    const answer = await server.get(path);
    expect([answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([
      status,
      'application/problem+json',
    ]);
  });

  it('a method that an address does not take is refused with those it does', async () => {
    const answer = await server.ask('/api/programmes/kent/overview', { method: 'DELETE' });
    expect([answer.status, codeOf(answer), answer.headers.get('allow')]).toEqual([
      405,
      'method-not-allowed',
      expect.stringContaining('GET'),
    ]);
  });

  it('a command whose fields are each within bounds, and too large together to be kept, is refused', async () => {
    const long = '€'.repeat(19_000);
    const answer = await server.issue('kent', 'record-decision', {
      decision: 'too-long',
      title: 'Too long',
      maker: 'County Council',
      takenOn: '2014-05-15',
      text: long,
      reasons: long,
    });
    expect([answer.status, answer.body['type']]).toEqual([400, 'urn:minutebook:problem:event-too-large']);
    expect(answer.body['detail']).toContain('shorten text, which takes 57002 of them');
    expect((await server.get('/api/programmes/kent/decisions/too-long')).status).toBe(404);
  });

  it('a body that is too large, is no JSON or is not said to be JSON is refused', async () => {
    const post = (body: string, type = 'application/json') =>
      server.ask('/api/programmes/kent/commands/open-phase', {
        method: 'POST',
        body,
        headers: { 'content-type': type, authorization: 'Bearer demo-programme-office' },
      });
    const large = await post(JSON.stringify({ phase: 'x'.repeat(2_000_000) }));
    expect([large.status, codeOf(large)]).toEqual([413, 'body-too-large']);
    const broken = await post('{"phase":');
    expect([broken.status, codeOf(broken)]).toEqual([400, 'not-json']);
    const form = await post('phase=phase-1', 'application/x-www-form-urlencoded');
    expect([form.status, codeOf(form)]).toEqual([415, 'not-json']);
    const list = await post('[]');
    expect(list.status).toBe(400);
  });
});

describe('Health', () => {
  it('says ready once everything is projected', async () => {
    const { status, body } = await server.get('/health');
    expect([status, body]).toMatchObject([200, { status: 'ready' }]);
  });
});
