import { describe, expect, it } from '@jest/globals';
import { fieldsOf } from './entry-reading.js';
import { nameOfNew, withoutMadeIds } from './made-ids.js';

const namesOf = (command: string, typed = {}) =>
  withoutMadeIds(fieldsOf(command), typed).map(({ name }) => name);

describe('The fields that are shown before something is recorded', () => {
  it('leave out an id that is made from a name', () => {
    expect(namesOf('register-unit')).toEqual(expect.arrayContaining(['name', 'code']));
    expect(namesOf('register-unit')).not.toContain('unit');
    expect(namesOf('charter-project')).not.toContain('project');
  });

  it('call what is new by the name that it is given', () => {
    expect(nameOfNew({ unit: 'woodlands', name: 'Woodlands' })).toBe('Woodlands');
    expect(nameOfNew({ decision: 'c-1', title: 'The budget' })).toBe('The budget');
    expect(nameOfNew({ unit: 'legal' })).toBeUndefined();
  });

  it('have the id that somebody typed, and each that names what is there', () => {
    expect(namesOf('register-unit', { unit: 'estates' })).toContain('unit');
    expect(namesOf('rename-unit')).toContain('unit');
  });
});
