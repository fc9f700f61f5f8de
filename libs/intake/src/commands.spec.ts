import { describe, expect, it } from '@jest/globals';
import { streams } from '#programme';
import { commandNames, forms, strikeEntry } from './commands.js';
import { exampleBodies } from './example-bodies.js';
import { fieldsOf } from './form.js';

const defined = streams.flatMap(({ commands }) => Object.keys(commands));

describe('The commands', () => {
  it('of every stream have a form each, and every form is of a command', () => {
    expect(defined.length).toBeGreaterThan(60);
    expect(Object.keys(forms).sort()).toEqual([...defined, strikeEntry].sort());
    expect(commandNames).toEqual([...defined, strikeEntry]);
  });

  it('have a form of their own, named after them', () => {
    for (const [name, form] of Object.entries(forms)) {
      const words = name.split('-').map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
      expect(form.name).toBe(`${words.join('')}Form`);
    }
  });

  it('have an example each', () => {
    expect(Object.keys(exampleBodies).sort()).toEqual([...commandNames].sort());
  });

  it.each(streams.flatMap(({ commands }) => Object.entries(commands)))(
    '%s needs the field that names what it is about',
    (name, { id }) => {
      const form = forms[name];
      expect(form && id !== undefined ? fieldsOf(form).get(id)?.required : true).toBe(true);
    },
  );
});
