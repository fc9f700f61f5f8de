export const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string', format: 'uri', examples: ['urn:minutebook:problem:unit-not-open'] },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { field: { type: 'string' }, problem: { type: 'string' } },
        required: ['field', 'problem'],
      },
    },
    conflict: {
      type: 'object',
      description: 'The entry that stands in the way.',
      properties: {
        id: { type: 'string', format: 'uuid' },
        type: { type: 'string' },
        effectiveOn: { type: 'string', format: 'date' },
        decision: { type: 'string' },
      },
      required: ['id', 'type', 'effectiveOn'],
    },
  },
};

export const eventSchema = {
  type: 'object',
  required: [
    'id',
    'type',
    'version',
    'stream',
    'revision',
    'position',
    'recordedAt',
    'commandId',
    'envelope',
    'data',
  ],
  properties: {
    id: { type: 'string', format: 'uuid' },
    type: { type: 'string' },
    version: { type: 'integer', minimum: 1 },
    stream: { type: 'string' },
    revision: { type: 'integer', minimum: 0 },
    position: { type: 'string' },
    recordedAt: { type: 'string', format: 'date-time' },
    commandId: { type: 'string' },
    envelope: { type: 'object' },
    data: { type: 'object' },
  },
};

export const batchSchema = {
  type: 'object',
  required: ['id', 'dryRun', 'recorded', 'nothing', 'refused', 'results'],
  properties: {
    id: { type: 'string' },
    dryRun: { type: 'boolean' },
    recorded: { type: 'integer' },
    nothing: { type: 'integer' },
    refused: { type: 'integer' },
    results: {
      type: 'array',
      items: {
        type: 'object',
        description: 'As the command by itself would be answered: what was recorded, or the problem.',
        required: ['index', 'id', 'status'],
        properties: {
          index: { type: 'integer' },
          id: { type: 'string', description: 'The id of the command, for a strike to name.' },
          status: { type: 'integer' },
          stream: { type: 'string' },
          revision: { type: ['integer', 'null'] },
          position: { type: ['string', 'null'] },
          events: { type: 'array', items: { type: 'object' } },
          problem: { $ref: '#/components/schemas/Problem' },
        },
      },
    },
  },
};

export const recordedSchema = {
  type: 'object',
  required: ['stream', 'revision', 'position', 'events'],
  properties: {
    stream: { type: 'string' },
    revision: { type: ['integer', 'null'] },
    position: { type: ['string', 'null'] },
    events: { type: 'array', items: { $ref: '#/components/schemas/Event' } },
  },
};
