import type { SignInPolicy } from '#signing-in';
import { columnKinds, type Columns } from '#read-model';
import { viewsOfOne, type Filters, views, type ViewOfOne } from '#views';
import { batchJsonSchema, batchName, commandJsonSchema, commandNames, describeCommand } from '#intake';
import { linesOfJson } from '#serving';
import { problemSchema, eventSchema, batchSchema, recordedSchema } from './schemas.js';

type Json = Readonly<Record<string, unknown>>;

const problem = { $ref: '#/components/responses/Problem' };
const programme = { $ref: '#/components/parameters/programme' };
const { day, objectOf, orNull, text } = columnKinds;
/** What every view says beside its answer. */
const answered = { asAt: day, knownAt: orNull(text), position: orNull(text), meta: objectOf({}) };
const dates = ['asAt', 'knownAt', 'minPosition'].map((name) => ({ $ref: `#/components/parameters/${name}` }));

/**
 * The description of the API as OpenAPI 3.1, made from the forms of the commands and the filters of the views.
 * @param policy how people sign in here
 */
export function openApi({ readingIsOpen, hasPage, tokens }: SignInPolicy): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Minutebook',
      version: '0.1.0',
      description:
        'The decision ledger for change programmes: the state of any portfolio, phase, review, unit or service on any date, and as it was known on any date.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }, ...(hasPage ? [{ session: [] }] : []), ...(readingIsOpen ? [{}] : [])],
    tags: [
      { name: 'Commands', description: 'What the programme office records.' },
      { name: 'Views', description: 'What is true as at a date, as known on a date.' },
      { name: 'Operation', description: 'Keeping a book.' },
    ],
    paths: {
      '/': { get: operation('Operation', 'The overview as a page', [...dates], { 'text/html': {} }) },
      '/health': {
        get: operation('Operation', 'Ready once the views show the whole log', [], json({ type: 'object' })),
      },
      '/health/live': {
        get: operation('Operation', 'The process answers', [], json({ type: 'object' })),
      },
      '/health/ready': {
        get: operation(
          'Operation',
          'Ready, or degraded where entries are held back; 503 with how far the views are until then',
          [],
          json({ type: 'object' }),
        ),
      },
      '/metrics': {
        get: operation('Operation', 'Metrics in the text format of Prometheus', [], {
          'text/plain': { schema: { type: 'string' } },
        }),
      },
      '/api/openapi.json': { get: operation('Operation', 'This description', [], json({ type: 'object' })) },
      '/api/rebuild': {
        post: operation('Operation', 'Fills new views from the log beside the live ones, then swaps', [], {
          [linesOfJson]: { schema: { type: 'string', description: 'A line of progress each, then `done`.' } },
        }),
      },
      '/api/quarantine': {
        get: operation(
          'Operation',
          'The streams that the views hold back, from which entry on and why',
          [],
          json({ type: 'object' }),
        ),
      },
      '/api/quarantine/requeue': {
        post: operation(
          'Operation',
          'Takes in again what is held back of a stream, as far as it goes',
          [{ ...query('stream', 'The name of the stream.', { type: 'string' }), required: true }],
          json({ type: 'object' }),
        ),
      },
      '/api/programmes': {
        get: operation('Views', 'The ids of the programmes of the book', [], json({ type: 'object' })),
      },
      '/api/programmes/{programme}/import': { post: importOperation() },
      '/api/programmes/{programme}/events': { get: eventsOperation() },
      ...Object.fromEntries(
        commandNames.map((name) => [
          `/api/programmes/{programme}/commands/${name}`,
          { post: commandOperation(name) },
        ]),
      ),
      [`/api/programmes/{programme}/commands/${batchName}`]: { post: batchOperation() },
      ...viewPaths(),
      ...besideThings(),
      ...issuedReports(),
    },
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: `${tokens} The programme office records; it and administrators import; administrators operate.`,
        },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'minutebook',
          description:
            'Whoever is signed in on the pages may read here; by https the name begins with __Host-. It changes nothing.',
        },
      },
      parameters: {
        programme: {
          name: 'programme',
          in: 'path',
          required: true,
          schema: { type: 'string' },
          example: 'kent',
        },
        id: { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
        asAt: query(
          'asAt',
          'The civil date the answer is for, after all of that day; today where left out.',
          {
            type: 'string',
            format: 'date',
          },
        ),
        knownAt: query(
          'knownAt',
          'What had been recorded by then: an instant with its zone, or a date, meaning its end in London; the end of the log where left out.',
          { type: 'string' },
        ),
        minPosition: query('minPosition', 'Waits until the views have reached this position.', {
          type: 'string',
        }),
        idempotencyKey: {
          ...query('Idempotency-Key', 'The same key with the same body gets the first result.', {
            type: 'string',
            maxLength: 200,
          }),
          in: 'header',
        },
        ifMatch: {
          ...query('If-Match', 'The revision of the stream that the sender saw, such as "12".', {
            type: 'string',
          }),
          in: 'header',
        },
      },
      responses: {
        Problem: {
          description: 'Refused, with what to do next (RFC 9457).',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      schemas: { Problem: problemSchema, Event: eventSchema, Recorded: recordedSchema },
    },
  };
}

function viewPaths(): Json {
  return Object.fromEntries(
    [...views].flatMap(([name, { says, filters, columns, shows, one }]): [string, Json][] => {
      const path = `/api/programmes/{programme}/${name}`;
      const get = viewOperation(says, [programme], filters, { columns, shows });
      if (!one) return [[path, { get }]];
      const oneOf = (id: string, parameters: readonly Json[]) => ({
        get: viewOperation(one.says(id), parameters, one.filters(id), shownBy(one, id)),
      });
      const named = [programme, { $ref: '#/components/parameters/id' }];
      const ofIds = one.ids?.map((id): [string, Json] => [`${path}/${id}`, oneOf(id, [programme])]);
      return [[path, { get }], ...(ofIds ?? [[`${path}/{id}`, oneOf('', named)]])];
    }),
  );
}

function besideThings(): Json {
  const named = [programme, { $ref: '#/components/parameters/id' }];
  const asHtml = { 'text/html': { schema: { type: 'string' } } };
  return Object.fromEntries(
    Object.entries(viewsOfOne).flatMap(([name, all]) =>
      Object.entries(all).map(([last, one]) => [
        `/api/programmes/{programme}/${name}/{id}/${last}`,
        {
          get: one.isPage
            ? operation('Views', one.says(''), [...named, ...dates], asHtml)
            : viewOperation(one.says(''), named, one.filters(''), shownBy(one, '')),
        },
      ]),
    ),
  );
}

/** What an answer is made of: its lines, where it is CSV too, and what it shows as JSON. */
interface Shown {
  readonly columns?: Columns | undefined;
  readonly shows?: Columns | undefined;
}

const shownBy = ({ columns, shows }: ViewOfOne, id: string): Shown => ({
  columns: columns?.(id),
  shows: shows?.(id),
});

function viewOperation(
  says: string,
  names: readonly Json[],
  filters: Filters,
  { columns, shows }: Shown,
): Json {
  const isList = columns !== undefined;
  const filtered = Object.entries(filters).map(([name, filter]) => query(name, filter.says, filter.schema));
  const format = query('format', 'JSON, or CSV for a spreadsheet.', {
    type: 'string',
    enum: ['json', 'csv'],
  });
  const money = query(
    'money',
    'What the amounts of a CSV are in; pence where left out, as programs read them.',
    {
      type: 'string',
      enum: ['pence', 'pounds'],
    },
  );
  const shown = {
    ...json(shows ? columnKinds.rowSchema({ ...shows, ...answered }) : { type: 'object' }),
    ...(isList && { 'text/csv': { schema: { type: 'string' } } }),
  };
  return operation(
    'Views',
    says,
    [...names, ...dates, ...filtered, ...(isList ? [format, money] : [])],
    shown,
  );
}

function issuedReports(): Json {
  const at = '/api/programmes/{programme}/reports/{id}';
  const parameters = [programme, { $ref: '#/components/parameters/id' }, ...dates];
  const says = 'A report run again at its position: the same bytes as were issued, or 409 where they are not';
  const bytes = { ...json({}), 'text/csv': { schema: { type: 'string' } } };
  return {
    [`${at}/content`]: { get: operation('Views', says, parameters, bytes) },
  };
}

function commandOperation(name: string): Json {
  const { does = '', adds = [] } = describeCommand(name) ?? {};
  const recorded = { schema: { $ref: '#/components/schemas/Recorded' } };
  const { $schema: _, ...schema } = commandJsonSchema(name) ?? {};
  return {
    tags: ['Commands'],
    operationId: name,
    summary: does,
    description: `Adds ${adds.join(', ')}.`,
    parameters: [
      programme,
      { $ref: '#/components/parameters/idempotencyKey' },
      { $ref: '#/components/parameters/ifMatch' },
    ],
    requestBody: { required: true, content: { 'application/json': { schema } } },
    responses: {
      200: { description: 'It changes nothing.', content: { 'application/json': recorded } },
      201: { description: 'Recorded, and durable.', content: { 'application/json': recorded } },
      default: problem,
    },
  };
}

function batchOperation(): Json {
  const summary = 'The decisions of a meeting and what follows from them, in order, in any streams';
  return {
    tags: ['Commands'],
    operationId: batchName,
    summary,
    description:
      'Plays every command first; with any refused nothing is recorded (422, with every result), unless keepGoing. The Idempotency-Key is the id of the batch: sent again with the same body it resumes, and repeats nothing.',
    parameters: [programme, { $ref: '#/components/parameters/idempotencyKey' }],
    requestBody: { required: true, content: json(batchJsonSchema()) },
    responses: {
      200: { description: 'A play, or nothing to record.', content: json(batchSchema) },
      201: { description: 'Recorded, and durable.', content: json(batchSchema) },
      default: problem,
    },
  };
}

function importOperation(): Json {
  const lines = { [linesOfJson]: { schema: { type: 'string', description: 'One JSON object a line.' } } };
  return {
    ...operation(
      'Operation',
      'Plays a file of commands, then records it line by line',
      [programme, query('dryRun', 'Stops after the play.', { type: 'string', enum: ['true', 'false'] })],
      lines,
    ),
    requestBody: { required: true, content: lines },
  };
}

function eventsOperation(): Json {
  const says =
    'What is recorded, as it is recorded, as server-sent events: an event an entry, its id the position';
  const about =
    'The position, recordedAt, id, type, stream and things of each entry, and no word of it. A comment every 15 seconds says that it is still there.';
  return {
    ...operation(
      'Views',
      says,
      [
        programme,
        query('from', 'Begins after this position; from now on where left out.', { type: 'string' }),
        {
          ...query('Last-Event-ID', 'Goes on after the event of this id.', { type: 'string' }),
          in: 'header',
        },
      ],
      { 'text/event-stream': { schema: { type: 'string' } } },
    ),
    description: about,
  };
}

function operation(tag: string, summary: string, parameters: readonly Json[], content: Json): Json {
  return {
    tags: [tag],
    summary,
    parameters,
    responses: { 200: { description: summary, content }, default: problem },
  };
}

function query(name: string, description: string, schema: Json): Json {
  return { name, in: 'query', required: false, description, schema };
}

const json = (schema: Json): Json => ({ 'application/json': { schema } });
