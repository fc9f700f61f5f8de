import { describe, expect, it } from '@jest/globals';
import { views, viewsOfOne } from './views.js';

/** The columns that each list was first given: a spreadsheet somebody keeps reads them by name and by place. */
const promised: Readonly<Record<string, string>> = {
  phases:
    'id name status plannedStart plannedStartPrecision plannedEnd plannedEndPrecision openedOn openedPrecision openedProvenance closedOn closedPrecision closedProvenance',
  themes: 'id number title adoptedOn provenance',
  tranches: 'id name phase headings definedOn provenance',
  settings: 'id value since provenance',
  scales: 'id name measure version points since provenance',
  portfolios: 'id name sponsor status openedOn closedOn projects illustrative',
  projects: 'id name portfolio review stage status charteredOn closedOn illustrative',
  reviews:
    'id name service phase stage stageSince standing preferredOption preferredOptionTitle chosenOn provenance illustrative',
  services:
    'id name directorate tranche heading budgetYear grossPence netPence notStatedPence budgetProvenance provenance illustrative withdrawnOn',
  units:
    'id name code unitKind directorate group status registeredOn opening endedOn posts budgets predecessors successors illustrative',
  bodies: 'id name bodyKind advisory callIn establishedOn dissolvedOn members illustrative',
  offices: 'id title callIn createdOn abolishedOn holder heldFrom heldUntil illustrative',
  powers: 'id description covers source heldBy delegatedTo illustrative',
  savings:
    'id name category means recurrence basis priceBase published owner portfolio review project unit status standing years identifiedPence inBusinessCasePence authorisedPence forecastPence deliveredPence validatedPence fullYearPence identifiedOn provenance illustrative',
  decisions:
    'id reference title maker makerName power takenOn precision key holdsFrom provenance illustrative status inForceFrom recordOwed missing',
  history:
    'id type stream revision position recordedAt commandId actor capacity correlationId effectiveOn provenance source takenOn data struckBy replacedBy ledTo basedOn decision exception precision replaces',
  'needs-doing': 'sort urgency what kind id name because rule source since by left command fields',
  waterfall:
    'published category recurrence basis year targetPence identifiedPence inBusinessCasePence authorisedPence forecastPence deliveredPence validatedPence illustrative savings entries',
  ratings:
    'id project name portfolio portfolioWhenRated measure ratedOn ratedPrecision last scale version point label versionInForce mappedPoint mappedLabel mapping assessor independence basis source provenance illustrative',
  'unit-budgets':
    'id name directorate group unitKind year priceBase grossPence netPence notStatedPence statedOn carriedFrom provenances illustrative',
  'unit-count': 'on count target registered ended',
  'review-stages': 'stage reviews deferred illustrative ids',
  'savings-steps': 'published category recurrence basis measure years pence gapPence illustrative entries',
  'savings-over-time': 'published category recurrence basis measure on addedPence pence illustrative entries',
  milestones:
    'project milestone title planned plannedPrecision forecast forecastPrecision reason forecasts actual neverReached illustrative',
  outcomes:
    'review name phase outcome state due duePrecision moved thereOn therePrecision decision inTime daysOverdue provenance illustrative',
  terms:
    'what of ofName who whoName how delegatedBy conditions from precision until untilPrecision when decision provenance illustrative',
  clocks: 'clock basis on what clearDay rest',
  'led-to': 'id type stream effectiveOn provenance recordedAt data decisionOnItsDay notInForce',
  'stood-on': 'id type basedOn fact factAsAt value',
  'unit-flow': 'from fromName to toName toStatus how on illustrative',
  changes: 'kind id field before after entries',
  registers: 'name says filters',
  'notices-without-decision':
    'decision title maker noticedOn generalExceptionOn urgencyAgreedOn decisionDue decisionDuePrecision duePassed announcedTooEarly earliestOn withdrawnOn provenance illustrative',
  'decisions-without-action': 'decision title maker takenOn status nextEntryOn provenance illustrative',
  'options-never-appraised':
    'review name option title chosenOn chosenPrecision decision rule setsAside reason provenance illustrative',
  exceptions:
    'id type stream rule setsAside reason effectiveOn decision provenance source illustrative recordedAt',
  'facts-changed':
    'id type stream effectiveOn decision provenance source illustrative recordedAt basedOn fact factAsAt fields before after judgedNow',
  restatement: 'what of field before after effect entries recordedAt actors decisions reasons',
  checklist: 'list item says regulation held missing suppliedBy',
  reports: 'id title view thing format asAt knownAt position hash rendering issuedTo issuedOn provenance',
  'urgent-decisions':
    'decision title urgency on precision quarter agreedBy reason maker takenOn key provenance illustrative',
  'withdrawn-superseders': 'decision title supersededOn reason supersededBy supersededByTitle status because',
  'key-measures':
    'decision title maker takenOn measure pence thresholdPence says keyReason provenance illustrative',
  'fallen-authorisations': 'id type stream effectiveOn decision title status fellOn because recordedAt',
  'follow-ups': 'id type stream effectiveOn recordedAt actor capacity causedBy',
};

describe('The columns of a list', () => {
  const registersByName = views.get('registers')?.one;
  const lists = new Map([
    ...[...views].map(([name, { columns }]) => [name, columns] as const),
    ...(registersByName?.ids ?? []).map((id) => [id, registersByName?.columns?.(id)] as const),
    ...Object.values(viewsOfOne).flatMap((all) =>
      Object.entries(all).map(([name, one]) => [name, one.columns?.('')] as const),
    ),
  ]);
  const names = [...lists].flatMap(([name, columns]) => (columns ? [name] : []));

  it.each(names)('are those that %s was promised with, in their order', (name) => {
    expect(Object.keys(lists.get(name) ?? {}).join(' ')).toBe(promised[name]);
  });

  it('are promised of every list there is, and of no other', () => {
    expect(Object.keys(promised).sort()).toEqual(names.sort());
  });
});
