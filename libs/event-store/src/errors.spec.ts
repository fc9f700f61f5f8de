import { describe, expect, it } from '@jest/globals';
import { CommandIdReused, NotStorable, StoreClosed, StoreInUse, WrongExpectedRevision } from './errors.js';

describe('An error of the event store says what to do next', () => {
  const stream = 'kent/review/library-service';
  const again = 'read it again, decide again, and append at the revision you decided on.';
  it.each([
    [
      new WrongExpectedRevision(stream, 3, 4),
      `The stream ${stream} is at revision 4, where revision 3 was expected: ${again}`,
    ],
    [
      new WrongExpectedRevision(stream, 'none', 0),
      `The stream ${stream} is at revision 0, where no stream was expected: ${again}`,
    ],
    [
      new WrongExpectedRevision(stream, 'exists', undefined),
      `The stream ${stream} does not exist, where an existing stream was expected: ${again}`,
    ],
    [
      new CommandIdReused(stream, 'scope-review'),
      `The command id scope-review was used before in the stream ${stream}, for another command: ` +
        'send this one under a new id, or the first one unchanged to get its result again.',
    ],
    [
      NotStorable.idTaken('urn:7'),
      'The event id urn:7 is in the log already: make ids from the programme, the stream, the command id and the index.',
    ],
    [
      new StoreInUse('kent.sqlite'),
      'Another Minutebook process has the book kent.sqlite open: ' +
        'use --url http://127.0.0.1:3000 to speak to it, or stop it first.',
    ],
    [
      new StoreInUse('kent.sqlite', 'this process'),
      'This process has the book kent.sqlite open already: use that store, or close it first.',
    ],
    [new StoreClosed(), 'The event store is closed: open it again to read it or append to it.'],
  ])('%s', (error, message) => {
    expect(error.message).toBe(message);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe(error.constructor.name);
  });
});
