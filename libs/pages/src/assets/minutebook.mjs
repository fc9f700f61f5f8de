// What a page gains where scripts run: the menu folds on a narrow screen, a summary of errors takes the focus, and a page
// that is open on now says when something is recorded.
import { initAll } from './govuk-frontend.min.js';
import { listen } from './live.mjs';

initAll();
listen(document.querySelector('.mb-live'));
