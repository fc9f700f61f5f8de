import { rulesOf } from '../command.contract.js';
import { asked, closed, happened, opened } from './adults-portfolio.story.js';
import { portfolioStream } from './index.js';

rulesOf(
  portfolioStream,
  {
    'To open a portfolio that is open': {
      refused: 'portfolio-already-opened',
      before: opened,
      command: asked('2014-04-01', { type: 'open-portfolio', name: 'Adults' }),
    },
    'To open a portfolio that was closed': {
      refused: 'portfolio-already-opened',
      before: closed,
      command: asked('2016-06-01', { type: 'open-portfolio', name: 'Adults Transformation' }),
    },
    'To rename a portfolio that nobody opened': {
      refused: 'portfolio-not-opened',
      before: [],
      command: asked('2014-04-01', { type: 'rename-portfolio', name: 'Adults' }),
    },
    'To name a sponsor on the day before the portfolio was opened': {
      refused: 'portfolio-not-opened',
      before: opened,
      command: asked('2013-09-18', { type: 'name-portfolio-sponsor', sponsor: 'Leader' }),
    },
    'To close a portfolio that nobody opened': {
      refused: 'portfolio-not-opened',
      before: [],
      command: asked('2016-03-31', { type: 'close-portfolio' }),
    },
    'To rename a portfolio that was closed': {
      refused: 'portfolio-closed',
      before: closed,
      command: asked('2016-04-29', { type: 'rename-portfolio', name: 'Adults' }),
      excused: happened('2016-04-29', { type: 'PortfolioRenamed', name: 'Adults' }),
    },
    'To name a sponsor of a portfolio that was closed': {
      refused: 'portfolio-closed',
      before: closed,
      command: asked('2016-04-29', { type: 'name-portfolio-sponsor', sponsor: 'Leader' }),
      excused: happened('2016-04-29', { type: 'PortfolioSponsorNamed', sponsor: 'Leader' }),
    },
    'To close a portfolio that was closed': {
      refused: 'portfolio-closed',
      before: closed,
      command: asked('2016-04-29', { type: 'close-portfolio', reason: 'Its projects are closed' }),
    },
    'To close a portfolio again on that day for another reason': {
      refused: 'portfolio-closed',
      before: closed,
      command: asked('2016-03-31', { type: 'close-portfolio', reason: 'Nobody sponsors it' }),
    },
    'To reopen a portfolio that is open': {
      refused: 'portfolio-not-closed',
      before: opened,
      command: asked('2016-06-01', { type: 'reopen-portfolio', reason: 'A project follows' }),
    },
    'To reopen a portfolio that nobody opened': {
      refused: 'portfolio-not-opened',
      before: [],
      command: asked('2016-06-01', { type: 'reopen-portfolio', reason: 'A project follows' }),
    },
  },
  ['portfolio'],
);
