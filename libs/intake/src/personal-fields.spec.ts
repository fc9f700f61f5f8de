import { expect, it } from '@jest/globals';
import type { NamedField } from '#fields';
import { commandNames, commandOf } from './commands.js';
import { fieldsOf } from './form.js';

it('A field that asks for an office and for no personal name is kept apart as one that may hold it all the same', () => {
  const within = (field: NamedField): readonly NamedField[] => [
    field,
    ...(field.kind.inside ?? []).flatMap(within),
  ];
  const asking = commandNames.flatMap((name) =>
    [...fieldsOf(commandOf(name)?.form ?? Object).values()].flatMap((field) =>
      within(field)
        .filter(({ says }) => /no personal name/.test(says))
        .map((one) => [name, one.name, field.personal ?? one.personal ?? false] as const),
    ),
  );
  expect(asking.length).toBeGreaterThan(12);
  expect(asking.filter(([, , isPersonal]) => !isPersonal)).toEqual([]);
});
