import fc from 'fast-check';
import { commandNames, describeCommand } from '#intake';
import { aCommand } from '#testing';

/** A request as it is sent, byte for byte. `{csrf}`, `{draft}` and `{entry}` in it stand for what the sender has seen last. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | undefined;
  /** Sent by a browser in which the programme office is signed in. */
  readonly inBrowser?: true;
}

/** What people type, and what nobody would. */
export const odd = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    ...[
      '',
      ' ',
      '%',
      '%00',
      '../..',
      '__proto__',
      'constructor',
      'toString',
      "'; DROP TABLE event; --",
      '=1+1',
    ],
    ...[
      '\u{1F600}',
      '“reasons”',
      '\r\nset-cookie: x=1',
      '\u0000',
      '\u202e',
      '<script>alert(1)</script>',
      '{{7*7}}',
    ],
    ...[
      '2014-02-30',
      '31 February 2014',
      '9999-12-31',
      '0000-00-00',
      '2014-04-01',
      'today',
      '-1',
      '1e400',
      '0x10',
    ],
    ...[
      '£1,000,000.005',
      '£0.50',
      'NaN',
      '99999999999999999999',
      'null',
      'county',
      'Cabinet',
      'legal',
      'yes',
      'no',
    ],
    'x'.repeat(3_000),
    '"",'.repeat(2_000),
    '\t"'.repeat(500),
  ),
);

const views = [
  ...['overview', 'phases', 'reviews', 'units', 'services', 'decisions', 'registers', 'history', 'changes'],
  ...['restatement', 'reports', 'themes', 'settings', 'unit-budgets', 'unit-count', 'savings', 'waterfall'],
  ...[
    'needs-doing',
    'authority',
    'compare',
    'portfolios',
    'projects',
    'tranches',
    'follow-ups',
    'ratings',
    'terms',
  ],
];

/** Views of the API that answer without being asked for more. */
export const plainViews = views.filter((view) => !['changes', 'restatement', 'compare'].includes(view));

const names = [
  ...['asAt', 'knownAt', 'minPosition', 'format', 'search', 'from', 'to', 'limit', 'after', 'kind', 'status'],
  ...[
    'by',
    'year',
    'entries',
    'missing',
    'quarter',
    'of',
    'thing',
    'page',
    'about',
    'decision',
    'rule',
    'sent',
  ],
];

const aQuery = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom(...names), odd), odd), { maxLength: 4 })
  .map((query) =>
    query.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&'),
  );

/** An address of the API, of a page, or of nothing. */
export const aPath = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('/api/programmes', '/programmes'),
      fc.constantFrom('county', 'county', 'county', 'nowhere', '%E0%A4%A', '..'),
      fc.constantFrom(...views, 'commands', 'record', 'record/meeting', 'record/drafts', 'x'),
      fc.option(
        fc.tuple(
          fc.oneof(
            odd.map(encodeURIComponent),
            fc.constantFrom('urgent-decisions', 'facts-changed', 'legal'),
          ),
          fc.constantFrom('', '', '/checklist', '/statement', '/clocks', '/content'),
        ),
        { nil: undefined },
      ),
      aQuery,
    )
    .map(
      ([of, programme, view, id, query]) =>
        `${of}/${programme}/${view}${id ? `/${id.join('')}` : ''}?${query}`,
    ),
  fc.constantFrom(
    '/',
    '/sign-in',
    '/audit-log',
    '/sessions',
    '/health',
    '/cookies',
    '/api/openapi.json',
    '*',
  ),
  fc
    .tuple(fc.constantFrom('/sign-in', '/audit-log.csv', '/api/quarantine', '/'), aQuery)
    .map((two) => two.join('?')),
  odd.map((text) => `/${encodeURI(text)}`),
);

export const aHeader = fc.string({
  minLength: 0,
  maxLength: 40,
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((n) => String.fromCharCode(n)),
});
const aToken = fc.constantFrom('programme-office', 'governance', 'reporting', 'administrator', 'nobody');
export const someHeaders = fc
  .tuple(
    fc.dictionary(
      fc.constantFrom(
        ...['authorization', 'if-match', 'idempotency-key', 'accept', 'if-none-match', 'content-type'],
        ...[
          'x-other',
          'cookie',
          'origin',
          'sec-fetch-site',
          'x-forwarded-for',
          'accept-encoding',
          'last-event-id',
        ],
      ),
      fc.oneof(
        aHeader,
        fc.constantFrom('text/html', 'text/csv', 'gzip, br', 'caf\xe9', 'minutebook=x; minutebook=y'),
      ),
    ),
    fc.option(aToken, { nil: undefined }),
  )
  .map(([headers, token]) => ({
    ...headers,
    ...(token !== undefined && { authorization: `Bearer demo-${token}` }),
  }));

export const office = { authorization: 'Bearer demo-programme-office', 'content-type': 'application/json' };

/** A value as JSON, with what JSON can say and the domain cannot take, and with what is no JSON or no UTF-8. */
export const aBody = fc.oneof(
  fc.json(),
  fc.jsonValue().map((value) => JSON.stringify(value)),
  fc.constantFrom<string | Buffer>(
    ...['', '{', 'null', '[]', '"\\ud800"', '{"__proto__":{"x":1}}', '{"unit":"\\ud800","name":"x"}'],
    ...['{"pence":1e400}', '{"name":"\\u0000"}', '\ufeff{}', '{"name":"x","name":"y"}', '[{}]'],
    Buffer.from('{"unit":"caf\xe9","name":"Caf\xe9"}', 'latin1'),
    Buffer.from([0x1f, 0x8b, 0x08, 0x00]),
    `{"name":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
    `{"reasons":${'{"x":'.repeat(5_000)}1${'}'.repeat(5_000)}}`,
  ),
);

/** A command that would be taken, with one field turned into anything. */
export const aSpoiltCommand = fc.tuple(aCommand, fc.nat(), fc.jsonValue()).map(([command, which, value]) => {
  const { type, programme: _, ...body } = command;
  const fields = Object.keys(body);
  return { name: type, body: { ...body, [fields[which % fields.length] ?? 'x']: value } };
});

const atCounty = '/api/programmes/county';

const aCommandSent = fc
  .tuple(
    fc.constantFrom(...commandNames),
    aBody,
    fc.dictionary(fc.constantFrom('if-match', 'idempotency-key'), aHeader),
  )
  .map(([name, body, extra]): Sent => ({
    method: 'POST',
    path: `${atCounty}/commands/${name}`,
    headers: { ...office, ...extra },
    body,
  }));

const aSpoiltCommandSent = aSpoiltCommand.map(({ name, body }): Sent => ({
  method: 'POST',
  path: `${atCounty}/commands/${name}`,
  headers: office,
  body: JSON.stringify(body),
}));

const aBatchSent = fc
  .tuple(fc.array(fc.oneof(aSpoiltCommand, fc.jsonValue()), { maxLength: 5 }), fc.boolean(), fc.boolean())
  .map(([items, dryRun, keepGoing]): Sent => ({
    method: 'POST',
    path: `${atCounty}/commands/batch`,
    headers: office,
    body: JSON.stringify({
      dryRun,
      keepGoing,
      items: items.map((one) =>
        typeof one === 'object' && one !== null && 'name' in one
          ? { command: one.name, ...(one.body as object) }
          : one,
      ),
    }),
  }));

const anImportSent = fc
  .tuple(
    fc.array(fc.oneof(aBody.map(String), aSpoiltCommand), { maxLength: 6 }),
    fc.constantFrom('true', 'false', 'x'),
  )
  .map(([lines, dryRun]): Sent => ({
    method: 'POST',
    path: `${atCounty}/import?dryRun=${dryRun}`,
    headers: { ...office, 'content-type': 'application/x-ndjson' },
    body: lines
      .map((line, n) =>
        typeof line === 'string'
          ? line
          : JSON.stringify({ id: `line-${n}`, command: line.name, ...line.body }),
      )
      .join('\n'),
  }));

const typed = fc.oneof(
  odd,
  fc.constantFrom('2014-04-01', '1 April 2014', 'county', 'legal', 'Cabinet', 'true'),
);

/** Every field of the form of a command, each with something typed into it. */
const fieldsOfForms = new Map(
  commandNames.map((name) => {
    const fields = (describeCommand(name)?.fields ?? []).flatMap((field) => [
      field.name,
      ...[0, 1, 99_999].map((row) => `${field.name}.${row}`),
      ...['year', 'name', 'reason', 'rule', 'amount', 'unit', 'share', 'date'].map(
        (sub) => `${field.name}.0.${sub}`,
      ),
    ]);
    return [name, fields] as const;
  }),
);
const aboutTime = [
  ...['when', 'when-day', 'when-part', 'when-said', 'decided', 'holds', 'takenOn', 'effectiveOn', 'decision'],
  ...[
    'provenance',
    'source',
    'exception.rule',
    'exception.reason',
    'seen',
    'add',
    'strike.how',
    'strike.reason',
  ],
  ...['strike.authority', 'strike.also.0', 'strike.command', 'lines', 'title', 'maker', 'reference', 'text'],
];

const aForm = fc.constantFrom(...commandNames).chain((command) =>
  fc
    .array(fc.tuple(fc.constantFrom(...(fieldsOfForms.get(command) ?? []), ...aboutTime), typed), {
      maxLength: 12,
    })
    .map((fields) => ({ command, fields })),
);

/** A pasted table: cells apart by tabs, one of them anything. */
const aPaste = fc
  .array(
    fc.array(fc.oneof(odd, fc.constantFrom(...commandNames, 'What happened', 'Unit', 'Name', 'Date')), {
      maxLength: 6,
    }),
    {
      maxLength: 6,
    },
  )
  .map((rows) => rows.map((cells) => cells.join('\t')).join('\n'));

const record = '/programmes/county/record';
const formAddresses = [
  ...['what', 'when', 'correct', 'record', 'meeting', 'record-meeting', 'drop'].map(
    (page) => `${record}/drafts/{draft}/${page}`,
  ),
  ...[
    `${record}/meeting`,
    `${record}/correct/{entry}`,
    '/sign-in',
    '/sessions/end',
    `${record}/drafts/none/what`,
  ],
];

const aFormSent = fc
  .tuple(aForm, fc.option(fc.constantFrom(...formAddresses), { nil: undefined }), aPaste, fc.nat({ max: 9 }))
  .map(([{ command, fields }, address, lines, n]): Sent => {
    const path = address ?? `${record}/new/${command}`;
    const body = new URLSearchParams([
      ...fields,
      ...(path.endsWith('/meeting') ? [['lines', lines] as [string, string]] : []),
    ]);
    const token = n === 0 ? 'x' : '{csrf}';
    return {
      method: 'POST',
      path,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
      body: n === 1 ? `${body.toString()}&x=%E9` : `${body.toString()}&_csrf=${token}`,
      inBrowser: true,
    };
  });

const aDraftPage = fc
  .tuple(fc.constantFrom('what', 'when', 'check', 'correct', 'meeting', 'done'), aQuery)
  .map(([page, query]): Sent => ({
    method: 'GET',
    path: `${record}/drafts/{draft}/${page}?${query}`,
    headers: { accept: 'text/html' },
    inBrowser: true,
  }));

const methods = ['GET', 'GET', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'];

/** A request of any sort to any address. */
export const anAddressAsked = fc
  .tuple(fc.constantFrom(...methods), aPath, someHeaders)
  // A position far ahead is waited for; that wait has its own test. Of an address that is too long to be read it is not
  // known that only the head of its answer is wanted.
  .filter(([method, path]) => !path.includes('minPosition') && !(method === 'HEAD' && path.length > 8_000))
  .map(([method, path, headers]): Sent => ({ method, path, headers }));

/** Everything that may be sent to a server, by sort. */
export const hostile = fc.oneof(
  { weight: 3, arbitrary: anAddressAsked },
  { weight: 2, arbitrary: anAddressAsked.map((sent): Sent => ({ ...sent, inBrowser: true })) },
  { weight: 2, arbitrary: aCommandSent },
  { weight: 2, arbitrary: aSpoiltCommandSent },
  { weight: 1, arbitrary: aBatchSent },
  { weight: 1, arbitrary: anImportSent },
  { weight: 5, arbitrary: aFormSent },
  { weight: 2, arbitrary: aDraftPage },
);
