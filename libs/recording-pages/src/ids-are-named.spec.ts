import { describe, expect, it } from '@jest/globals';
import { commandNames, describeCommand, type Control, type FieldDescription } from '#intake';
import { dataInWords, type Names } from '#pages';

/** Names everything that a field may name, whichever kinds those are. */
const everything: Names = {
  of: (kinds, id) => (kinds.length === 0 ? undefined : { text: `«${kinds.join(', ')}»`, href: `/${id}` }),
};

/** Each field that holds an id, by its name, with the kind of thing it is of. */
function idsOf(fields: readonly FieldDescription[]): string[] {
  const within = (control: Control, name: string): string[] => {
    if (control.as === 'id') return [`${name}: ${control.of}`];
    if (control.as === 'list') return within(control.item, name);
    if (control.as === 'object') return idsOf(control.fields);
    if (control.as !== 'ways') return [];
    return control.ways.flatMap((way) => ('control' in way ? within(way.control, name) : []));
  };
  return fields.flatMap(({ name, control }) => within(control, name));
}

/** What has no name on the record: a person, a word for a rule, a view or a series, and what a field is about at large. */
const nameless = ['holder: person', 'published: series', 'rule: rule', 'thing: thing', 'view: view'];
/** The id of a point within its own scale, which stands beside what it is called. */
const besideItsName = ['id: point'];

describe('An entry in words', () => {
  const ids = [
    ...new Set(commandNames.flatMap((command) => idsOf(describeCommand(command)?.fields ?? []))),
  ].filter((one) => !nameless.includes(one));

  it('names the thing of every id that a command takes', () => {
    expect(ids.length).toBeGreaterThan(30);
    const unnamed = ids.filter((one) => {
      const [field = '', kind = ''] = one.split(': ');
      const said = dataInWords({ [field]: 'of-nothing' }, everything);
      const kinds = kind === 'maker' ? ['body', 'office'] : [kind];
      return !besideItsName.includes(one) && !kinds.every((each) => said.includes(each));
    });
    expect(unnamed).toEqual([]);
  });

  it('would say of one that it does not name what it was called', () => {
    expect(dataInWords({ nonsense: 'of-1' }, everything)).toBe('Nonsense: of-1');
  });
});
