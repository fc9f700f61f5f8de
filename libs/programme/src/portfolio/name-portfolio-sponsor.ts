import { factOf } from '#acts';
import { name, required } from '#fields';
import { act, changed, goingOn, ofPortfolio, opened, portfolio, sponsorSays } from './portfolios.js';

export const namePortfolioSponsor = act({
  command: 'name-portfolio-sponsor',
  event: 'PortfolioSponsorNamed',
  version: 1,
  says: 'Names the sponsor of a change portfolio, by role.',
  happened: 'A portfolio has a sponsor',
  fields: { portfolio, sponsor: required(name, sponsorSays, { personal: true }) },
  touches: ofPortfolio,
  meaningless: (state, { portfolio: id }) => opened(state, id),
  breaches: (state, { portfolio: id }) => goingOn(state, id),
  // Named again, a sponsor is it since they were first.
  evolve: (state, { portfolio: id, sponsor, ...entry }) =>
    changed(state, id, (held) =>
      held.sponsor === sponsor
        ? {}
        : { sponsor, sponsorLog: [...held.sponsorLog, { sponsor, ...factOf(entry) }] },
    ),
  example: {
    takenOn: '2014-04-01',
    portfolio: 'market-engagement',
    sponsor: 'Head of Paid Service',
  },
});
