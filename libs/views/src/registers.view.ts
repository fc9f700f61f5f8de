import { columnKinds, parseQuarter, registers } from '#read-model';
import { Problem } from '#problem';
import { anId, like, type Filter, type Filters } from './filters.js';
import { streamsOf, view } from './view.js';

const { listOf, objectOf, text } = columnKinds;

const aQuarter: Filter = {
  says: 'Only those of this quarter of a financial year; quarters start on 1 April.',
  schema: { type: 'string', examples: ['2015/16-Q1'] },
  read: (text) => parseQuarter(text) ?? text,
  problem: (text) =>
    parseQuarter(text) === undefined
      ? 'must be a quarter of a financial year, written like 2015/16-Q1'
      : undefined,
};

/** The filters of each register; each compares the column of its own name. */
export const registerFilters: Readonly<Record<string, Filters>> = {
  'urgent-decisions': { quarter: aQuarter },
  exceptions: { rule: anId('Only exceptions from this rule, by its code.') },
  'fallen-authorisations': { decision: anId('Only what stands on this decision, by its id.') },
};

/** The register of a name. Throws 404 where there is none. */
export function registerOf(name: string): (typeof registers)[number] {
  const register = registers.find((one) => one.name === name);
  if (register) return register;
  throw new Problem(
    404,
    'unknown-register',
    'There is no such register',
    `There is no register ${name}: see ${registers.map((one) => one.name).join(', ')}`,
  );
}

export const registersView = view({
  name: 'registers',
  says: 'The registers: lists that fall out of the log',
  columns: { name: text, says: text, filters: listOf(text) },
  answer: () => ({
    rows: registers.map(({ name, says }) => ({
      name,
      says,
      filters: Object.keys(registerFilters[name] ?? {}),
    })),
    // It says what can be asked and reads no stream: no entry changes it.
    streams: ['none'],
  }),
  one: {
    says: (id) => registerOf(id).says,
    filters: (id) => registerFilters[registerOf(id).name] ?? {},
    columns: (id) => registerOf(id).columns,
    shows: (id) => ({ register: text, says: text, rows: listOf(objectOf(registerOf(id).columns)) }),
    ids: registers.map(({ name }) => name),
    answer({ reader, programme, moment, question, id }) {
      const { name, says, streams, columns, rows: all } = registerOf(id);
      const rows = all(reader, programme, moment).filter(like(question.filters));
      return {
        body: { register: name, says, rows },
        streams: streamsOf(programme, ...streams),
        list: { name, columns, rows },
      };
    },
  },
});
