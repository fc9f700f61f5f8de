export { type Where, dataAddress, pageAddress, thingAddress } from './addresses-of-pages.js';
export { authorityPage } from './authority/authority-page.js';
export { makerPage } from './authority/maker-page.js';
export { type ChangeShown } from './changes/change-shown.js';
export { changesPage } from './changes/changes-page.js';
export { beforeQuarter, pairsOfDates } from './changes/pairs-of-dates.js';
export { type ToChooseFrom, comparePage, compareThingPage } from './compare/compare-page.js';
export { quickChoices } from './compare/quick-choices.js';
export { type PageAsked, type Asking, type Content, type Sent, notYet } from './content.js';
export { lastCouncilMeeting } from './council-meeting.js';
export { type DateBarFacts, type FieldError, afterwardsOf, dateBar, dateForm, laterOf } from './date-bar.js';
export { type Followed, decisionPage } from './decisions/decision-page.js';
export { type RegisterChoices, decisionsPage } from './decisions/decisions-page.js';
export { atField, type DraftPage, draftAddress, formAddress } from './draft-addresses.js';
export { aboutEntry, entryTable } from './entry-table.js';
export { type Section, type Serving, frameOf, liveOn } from './frame.js';
export { type EntryShown } from './history/entry-rows.js';
export { historyName, historyPage } from './history/history-page.js';
export { dataInWords, entryLink, historyChart, saidInWords } from './history/history-section.js';
export { type Names, calledOf, nameOfAll, namesAt } from './names.js';
export { needsDoingPage } from './needs-doing/needs-doing-page.js';
export { overviewPage } from './overview/overview-page.js';
export { asksForAPage, problemPage } from './problem-page.js';
export { type RatingShown } from './ratings/ratings-chart.js';
export { registerPage, registersPage } from './registers/registers-page.js';
export { restoredInWords } from './restored.js';
export { type Cell, type Table, table } from './table.js';
export { assetsFolder, render } from './templates.js';
export { everyList, everyThing } from './things/every-thing.js';
export { type ListPage, type ThingPages } from './things/thing-pages.js';
export {
  howToTypeADate,
  howToTypeAPartDate,
  readTypedDate,
  readTypedPartDate,
  wrongDate,
} from './typed-date.js';
export { counted, dated, day, entryInWords, inWords, pounds, recordedOn, sentence } from './words.js';
