import { phasePages } from '../phases/phase-pages.js';
import { portfolioPages } from '../portfolios/portfolio-pages.js';
import { projectPages } from '../projects/project-pages.js';
import { reportPages } from '../reports/report-pages.js';
import { outcomesPage } from '../reviews/outcomes-page.js';
import { reviewPages } from '../reviews/reviews-page.js';
import { savingPages } from '../savings/saving-pages.js';
import { servicePages } from '../services/service-pages.js';
import { tranchePages } from '../services/tranche-pages.js';
import { unitPages } from '../units/units-page.js';
import type { ListPage, ThingPages } from './thing-pages.js';

/** Every kind of thing that has a list and a page each, but decisions. A new one is a line here. */
export const everyThing: readonly ThingPages[] = [
  reviewPages,
  unitPages,
  portfolioPages,
  projectPages,
  savingPages,
  servicePages,
  phasePages,
  tranchePages,
  reportPages,
];

/** Every list beside them, whose lines have no page of their own. A new one is a line here. */
export const everyList: readonly ListPage[] = [outcomesPage];
