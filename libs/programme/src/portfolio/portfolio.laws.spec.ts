import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judge } from '#recording';
import { believed, historySeed as seed } from '#testing';
import { isStrike, Timeline, type Logged } from '#timeline';
import { noFacts } from '../stream.js';
import { asked, happened } from './adults-portfolio.js';
import { portfolioStream, type PortfolioCommand, type PortfolioEvent, type PortfolioPart } from './index.js';
import { meaninglessForPortfolio } from './permits.js';

const key = 'portfolio/adults';
const aDay = fc.constantFrom('2013-09-19', '2013-09-20', '2014-04-01', '2016-03-31', '2016-06-01');
const aName = fc.constantFrom('Adults', 'Adults and Health');
const dates = { provenance: fc.constantFrom('observed', 'minuted') } as const;
const exception = fc.option(
  fc.constantFrom(
    { rule: 'portfolio-closed', reason: 'not in the source' },
    { rule: 'portfolio-not-opened', reason: 'not in the source' },
  ),
  { nil: undefined, freq: 3 },
);
const clean = <T extends object>(said: T): T => JSON.parse(JSON.stringify(said)) as T;

const aCommand: fc.Arbitrary<PortfolioCommand> = fc
  .tuple(
    aDay,
    fc.oneof(
      fc.record({
        ...dates,
        exception,
        type: fc.constant('open-portfolio' as const),
        name: aName,
        sponsor: aName,
      }),
      fc.record({ ...dates, exception, type: fc.constant('rename-portfolio' as const), name: aName }),
      fc.record({
        ...dates,
        exception,
        type: fc.constant('name-portfolio-sponsor' as const),
        sponsor: aName,
      }),
      fc.record({ ...dates, exception, type: fc.constant('close-portfolio' as const) }),
      fc.record({ ...dates, exception, type: fc.constant('reopen-portfolio' as const), reason: aName }),
    ),
  )
  .map(([day, said]) => asked(day, clean(said)));

const eventSaying = ({
  programme: _programme,
  effectiveOn,
  type,
  ...said
}: PortfolioCommand): PortfolioEvent =>
  happened(effectiveOn, { ...said, type: portfolioStream.commands[type].adds[0] } as never);

describe('Whatever is asked of a portfolio, through the judge', () => {
  const aStep = fc.oneof({ weight: 8, arbitrary: aCommand }, { weight: 1, arbitrary: fc.nat({ max: 20 }) });

  it(`every believed entry was permitted where it stands, and it is closed or open, never both (seed ${seed})`, () => {
    let closings = 0;
    for (const steps of fc.sample(fc.array(aStep, { minLength: 30, size: 'max', maxLength: 30 }), {
      seed,
      numRuns: 200,
    })) {
      const timeline = new Timeline(portfolioStream);
      const log: Logged<PortfolioEvent>[] = [];
      for (const step of steps) {
        const struck = typeof step === 'number' ? log[step] : undefined;
        const strike = struck && !isStrike(struck) && !timeline.isStruck(struck.id) ? [struck.id] : [];
        const change = { asked: typeof step === 'number' ? [] : [{ command: step }], strike };
        const slot = { firstRevision: log.length, idOf: (index: number) => `entry-${log.length + index}` };
        const judgement = judge(portfolioStream, timeline, change, slot, () => noFacts);
        if (judgement.outcome !== 'permitted') continue;
        const entries = [...judgement.entries];
        if (strike.length > 0) log.push({ revision: log.length, strikes: strike });
        log.push(...entries);
      }
      const parts = new Map<string, PortfolioPart>();
      for (const { event } of believed(log)) {
        expect([event, portfolioStream.permits(parts, event)]).toEqual([event, undefined]);
        for (const [name, part] of portfolioStream.evolve(parts, event)) parts.set(name, part);
        const { status, closed } = parts.get(key) as PortfolioPart;
        expect(status === 'closed').toBe(closed !== undefined);
        if (status === 'closed') closings += 1;
      }
    }
    expect(closings).toBeGreaterThan(50);
  });
});

describe('Any events of a portfolio, in any order', () => {
  it(`fold without a throw, and one that has no meaning is never permitted and changes nothing (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.array(aCommand, { maxLength: 30, size: 'max' }), (commands) => {
        const parts = new Map<string, PortfolioPart>();
        for (const event of commands.map(eventSaying)) {
          const refusal = meaninglessForPortfolio(parts.get(key), event);
          if (refusal) expect(portfolioStream.permits(parts, event)).toEqual(refusal);
          const changes = portfolioStream.evolve(parts, event);
          expect(changes.map(([name]) => name)).toEqual(refusal ? [] : [key]);
          for (const [name, part] of changes) {
            parts.set(name, part);
            expect(JSON.parse(JSON.stringify(part))).toStrictEqual(part);
          }
        }
      }),
      { seed, numRuns: 200 },
    );
  });
});
