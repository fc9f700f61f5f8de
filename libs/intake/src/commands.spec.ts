import { describe, expect, it } from '@jest/globals';
import { streams } from '#programme';
import { commandNames, forms, strikeEntry } from './commands.js';
import { exampleBodies } from './example-bodies.js';
import { fieldsOf } from './form.js';
import { RecordedForm } from './recorded-form.js';

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

  it.each(Object.entries(forms))('%s has an example that fills in every field of its own', (name, form) => {
    const everyCommand = fieldsOf(RecordedForm);
    const own = [...fieldsOf(form).keys()].filter((field) => !everyCommand.has(field));
    const leftOut = own.filter((field) => !Object.hasOwn(exampleBodies[name] ?? {}, field));
    // A strike names entries or commands, never both.
    expect(leftOut).toEqual(name === strikeEntry ? ['commands'] : []);
  });

  it.each(streams.flatMap(({ commands }) => Object.entries(commands)))(
    '%s needs the field that names what it is about',
    (name, { id }) => {
      const form = forms[name];
      expect(form && id !== undefined ? fieldsOf(form).get(id)?.required : true).toBe(true);
    },
  );
});
