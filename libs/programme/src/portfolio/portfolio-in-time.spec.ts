import { civilDate } from '#calendar';
import { commandsInTime } from '../command.contract.js';
import { closed, closing, happened, opened, opening, said } from './adults-portfolio.story.js';
import { portfolioStream } from './index.js';

const again = { reason: 'A project follows' };
const reopening = said(
  '2016-06-01',
  { type: 'reopen-portfolio', ...again },
  { type: 'PortfolioReopened', ...again },
);
const renamed = happened('2018-04-01', { type: 'PortfolioRenamed', name: 'Adult Social Care' });
const sponsored = happened('2018-04-01', { type: 'PortfolioSponsorNamed', sponsor: 'Leader' });

commandsInTime(portfolioStream, {
  'open-portfolio': {
    before: [],
    ...opening,
    instead: '2013-09-12',
    contradicts: {
      entry: { ...opening.event, effectiveOn: civilDate('2013-10-01') },
      refused: 'portfolio-already-opened',
    },
  },
  'rename-portfolio': {
    before: opened,
    ...said(
      '2014-04-01',
      { type: 'rename-portfolio', name: 'Adults and Health' },
      { type: 'PortfolioRenamed', name: 'Adults and Health' },
    ),
    instead: '2014-04-02',
    later: sponsored,
  },
  'name-portfolio-sponsor': {
    before: opened,
    ...said(
      '2014-04-01',
      { type: 'name-portfolio-sponsor', sponsor: 'Head of Paid Service' },
      { type: 'PortfolioSponsorNamed', sponsor: 'Head of Paid Service' },
    ),
    instead: '2014-03-31',
    later: renamed,
  },
  'close-portfolio': {
    before: opened,
    ...closing,
    instead: '2016-04-29',
    contradicts: { entry: renamed, refused: 'portfolio-closed' },
  },
  'reopen-portfolio': {
    before: closed,
    ...reopening,
    instead: '2016-06-02',
    contradicts: {
      entry: { ...reopening.event, effectiveOn: civilDate('2016-07-01') },
      refused: 'portfolio-not-closed',
    },
  },
});
