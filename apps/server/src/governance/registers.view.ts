import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Book } from '#book';
import { parseQuarter, registers, type Register } from '#read-model';
import { Problem } from '../problem.js';
import { anId, type Filter, type Filters } from '../reporting/filters.js';
import type { Question } from '../reporting/query.js';
import { atTheMoment, ViewQuery, type View } from '../reporting/view.js';

const aQuarter: Filter = {
  says: 'Only those of this quarter of a financial year; quarters start on 1 April.',
  schema: { type: 'string', examples: ['2015/16-Q1'] },
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
export function registerOf(name: string): Register {
  const register = registers.find((one) => one.name === name);
  if (register) return register;
  throw new Problem(
    404,
    'unknown-register',
    'There is no such register',
    `There is no register ${name}: see ${registers.map((one) => one.name).join(', ')}`,
  );
}

/** Asks which registers there are. */
export class RegistersQuery extends ViewQuery {}

/** Asks for one register: a list that falls out of the log. */
export class RegisterQuery extends ViewQuery {
  constructor(
    readonly register: Register,
    programme: string,
    question: Question,
  ) {
    super(programme, question);
  }
}

@QueryHandler(RegistersQuery)
export class RegistersQueryHandler implements IQueryHandler<RegistersQuery> {
  constructor(private readonly book: Book) {}

  async execute(query: RegistersQuery): Promise<View> {
    const { moment } = await atTheMoment(this.book, query);
    const rows = registers.map(({ name, says }) => ({
      name,
      says,
      filters: Object.keys(registerFilters[name] ?? {}),
    }));
    // It says what can be asked and reads no stream: no entry changes it.
    return { moment, body: { registers: rows }, streams: ['none'], list: { name: 'registers', rows } };
  }
}

@QueryHandler(RegisterQuery)
export class RegisterQueryHandler implements IQueryHandler<RegisterQuery> {
  constructor(private readonly book: Book) {}

  async execute(query: RegisterQuery): Promise<View> {
    const { register, programme, question } = query;
    const { reader, moment } = await atTheMoment(this.book, query);
    const filters = Object.entries(question.filters).map(([name, text]) => [
      name,
      name === 'quarter' ? parseQuarter(text) : text,
    ]);
    const rows = register
      .rows(reader, programme, moment)
      .filter((row) => filters.every(([name = '', value]) => row[name] === value));
    const streams = register.streams.map((kind) => `${programme}/${kind}`);
    return {
      moment,
      body: { register: register.name, says: register.says, rows },
      streams,
      list: { name: register.name, rows },
    };
  }
}
