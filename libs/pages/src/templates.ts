import nunjucks from 'nunjucks';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const govuk = join(dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')), 'dist');

/** The folder of the style sheet and the scripts. */
export const assetsFolder = join(import.meta.dirname, 'assets');

/** The templates of the pages, beside this file, and GOV.UK Frontend's. What they are given is escaped. */
const environment = new nunjucks.Environment(
  new nunjucks.FileSystemLoader([join(import.meta.dirname, 'templates'), govuk]),
  { autoescape: true, trimBlocks: true, lstripBlocks: true },
);

/** A template filled in with what a page function gave. Throws where there is no such template. */
export function render(template: string, data: object): string {
  return environment.render(`${template}.njk`, data);
}
