// Puts beside the built pages what they are made of: templates, one style sheet, scripts and the icon.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from 'sass';

const root = fileURLToPath(new URL('..', import.meta.url));
const from = join(root, 'libs/pages/src');
const to = join(root, 'dist/libs/pages/src');
const govuk = join(root, 'node_modules/govuk-frontend/dist');

for (const folder of ['templates', 'assets']) rmSync(join(to, folder), { recursive: true, force: true });
mkdirSync(join(to, 'assets'), { recursive: true });
cpSync(join(from, 'templates'), join(to, 'templates'), { recursive: true });
for (const name of ['minutebook.mjs', 'live.mjs', 'favicon.svg']) {
  cpSync(join(from, 'assets', name), join(to, 'assets', name));
}
cpSync(join(govuk, 'govuk/govuk-frontend.min.js'), join(to, 'assets/govuk-frontend.min.js'));

const { css } = compile(join(from, 'assets/minutebook.scss'), {
  loadPaths: [govuk],
  style: 'compressed',
  quietDeps: true,
});
// A council is not GOV.UK: neither its typeface nor the crown may be borrowed.
const borrowed = /GDS Transport|crest|crown|@font-face/i.exec(css);
if (borrowed)
  throw new Error(`The style sheet carries ${borrowed[0]}: leave that part of GOV.UK Frontend out`);
writeFileSync(join(to, 'assets/minutebook.css'), css);
