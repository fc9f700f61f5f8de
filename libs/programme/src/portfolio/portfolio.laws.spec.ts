import { describe, expect } from '@jest/globals';
import fc from 'fast-check';
import { lawsOf } from '../../../acts/src/laws.contract.js';
import { asked, happened, opened } from './adults-portfolio.story.js';
import { portfolioStream, type PortfolioCommand, type PortfolioEvent, type PortfolioPart } from './index.js';

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
  lawsOf<PortfolioPart, PortfolioCommand, PortfolioEvent>(portfolioStream, {
    commands: aCommand,
    events: aCommand.map(eventSaying),
    beginning: opened,
    holds: (state) => {
      const { status, closed, sponsor, sponsorLog } = state.get(key) as PortfolioPart;
      expect(status === 'closed').toBe(closed !== undefined);
      expect(sponsorLog.at(-1)?.sponsor).toBe(sponsor);
    },
  });
});
