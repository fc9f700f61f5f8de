// What a page gains where scripts run: the menu folds on a narrow screen, and a summary of errors takes the focus.
import { initAll } from './govuk-frontend.min.js';

initAll();
