import { describe, expect, it } from '@jest/globals';
import { eventId, uuidV5 } from './event-id.js';

describe('uuidV5', () => {
  it('makes the name-based UUID that RFC 9562 gives as its example', () => {
    const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
    expect(uuidV5(dns, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  });
});

describe('The id of an event', () => {
  it('is the same each time, for ever', () => {
    // Stored in every book: where this fails, a retried command would be taken for a new one.
    expect(eventId('kent', 'kent/programme', 'name-programme', 0)).toBe(
      'd70f2ad0-c870-550d-ab0d-78b3a3ca1861',
    );
  });

  it('is another for another programme, stream, command or index', () => {
    const ids = [
      eventId('kent', 'kent/programme', 'name-programme', 0),
      eventId('kent', 'kent/programme', 'name-programme', 1),
      eventId('kent', 'kent/programme', 'name-programme-again', 0),
      eventId('kent', 'kent/structure', 'name-programme', 0),
      eventId('essex', 'kent/programme', 'name-programme', 0),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('does not run its names together', () => {
    expect(eventId('kent', 'a', 'b,c', 0)).not.toBe(eventId('kent', 'a,b', 'c', 0));
    expect(eventId('kent', 'a', '1', 0)).not.toBe(eventId('kent', 'a', '', 10));
  });
});
