import { describe, expect, it } from '@jest/globals';
import { commandNames, describeCommand, exampleBodies } from '#intake';
import { nothingOnRecord } from './contract/nothing-on-record.js';
import { readTyped } from './read-typed.js';
import { typeBody } from './type-body.js';

describe('The form of every command', () => {
  it.each(commandNames)(
    '%s takes its example as a person types it, and makes the same of it again',
    (name) => {
      const fields = describeCommand(name)?.fields ?? [];
      const body = exampleBodies[name] ?? {};
      const typed = typeBody(fields, body);
      expect(Object.keys(typed).length).toBeGreaterThan(0);
      for (const text of Object.values(typed)) expect(typeof text).toBe('string');
      expect(readTyped(fields, typed, nothingOnRecord)).toMatchObject({ body, problems: [] });
      expect(readTyped(fields, typed, nothingOnRecord).body).toEqual(body);
    },
  );
});
