import fc from 'fast-check';
import { civilDate, fromDayNumber, dayNumber, parseFinancialYear, type CivilDate } from '#calendar';
import {
  callInOutcomes,
  councilSettings,
  coveredActs,
  independences,
  noneConsidered,
  noneDeclared,
  planNames,
  projectOutcomes,
  projectStages,
  ratingMeasures,
  reviewOutcomes,
  savingCategories,
  savingRecurrences,
  type Command,
} from '#programme';

/** The programme that random commands are about. */
export const randomProgramme = 'county';

/** The days that random entries hold from: some of them shared, some long before they are recorded, some years ahead. */
export const randomDays: readonly CivilDate[] = [
  '2013-07-18',
  '2013-09-19',
  '2013-10-01',
  '2013-10-02',
  '2014-03-31',
  '2014-04-01',
  '2014-05-15',
  '2015-04-01',
  '2016-03-21',
  '2017-06-01',
].map(civilDate);

/** A command without what every command has: its name and its own fields. */
type Said = { readonly type: string };

const year = (text: string) => {
  const read = parseFinancialYear(text);
  if (read === undefined) throw new Error(`${text} is no financial year`);
  return read;
};

const aName = fc.constantFrom('Adult Care', 'Libraries', 'Legal Services', 'Highways');
const aUnit = fc.constantFrom('adult-care', 'libraries', 'legal', 'highways', 'archives');
const aReview = fc.constantFrom('legal', 'libraries');
const anOption = fc.constantFrom('as-is', 'partner', 'company');
const aService = fc.constantFrom('legal', 'libraries');
const aPhase = fc.constantFrom('phase-1', 'phase-2');
const aPortfolio = fc.constantFrom('adults', 'place');
const aProject = fc.constantFrom('legal-company', 'library-trust');
const aDecision = fc.constantFrom('council-2014-05-15', 'cabinet-2016-03-21');
const aReason = fc.constantFrom('The council said so', 'The figures changed');
const aSaving = fc.constantFrom('library-hours', 'solicitors', 'budget-2015');
const anOwner = fc.constantFrom('Head of Libraries', 'Corporate Director');
const aDirectorate = fc.constantFrom('Corporate', 'Growth');
const somePence = fc.constantFrom(0, 1, 93_352_00, 23_900_000_000);
const aYear = fc.constantFrom(year('2013/14'), year('2015/16'), year('2017/18'));
const aPlannedDate = fc.record({
  on: fc.constantFrom(...randomDays),
  precision: fc.constantFrom('day' as const, 'month' as const),
});
const threePoints = ['high', 'medium', 'low'].map((id, at) => ({ id, label: id, order: at + 1 }));
const twoPoints = threePoints.filter(({ id }) => id !== 'medium');
const aBody = fc.constantFrom('county-council', 'cabinet', 'advisory-group');
const anOffice = fc.oneof(
  { weight: 3, arbitrary: fc.constant('leader') },
  { weight: 1, arbitrary: fc.constant('monitoring-officer') },
);
const aMaker = fc.oneof(aBody, anOffice);
const aDelegator = fc.constantFrom('county-council', 'cabinet');
const aPower = fc.oneof(
  { weight: 3, arbitrary: fc.constant('found-company') },
  { weight: 1, arbitrary: fc.constant('approve-case') },
);
const aPerson = fc.constantFrom('person-1', 'person-2');
const aPlannedEnd = fc.record({
  on: fc.constantFrom(...randomDays),
  precision: fc.constantFrom('day' as const, 'year' as const),
});
/** What a saving comes to: one year or two, or a year that nobody stated; sometimes a year twice. */
const aProfile = fc.array(
  fc.record({
    year: fc.oneof(
      { weight: 6, arbitrary: aYear },
      { weight: 1, arbitrary: fc.constant('not-stated' as const) },
    ),
    pence: fc.constantFrom(0, 1, 99, 60_000_000, 327_000_000),
  }),
  { minLength: 1, maxLength: 2 },
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

/** What a command says, with the absent members left out. */
function saying(members: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Said> {
  return fc
    .record(members)
    .map(
      (said) => Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Said,
    );
}

const is = <const T extends string>(type: T) => fc.constant(type);

const aGround = fc.constantFrom('It cannot wait', 'It was not weighed');
const about = { decision: aDecision };
const notice = { ...about, title: aName, matter: aGround, decisionDue: maybe(aPlannedDate) };

/** What may be said of a decision before it is taken and after. */
const randomProcedure = [
  saying({ type: is('give-key-decision-notice'), ...notice }),
  saying({ type: is('reissue-key-decision-notice'), ...notice }),
  saying({
    type: is('give-general-exception-notice'),
    ...about,
    chairNotified: fc.constant('Chair of Scrutiny'),
    reason: aGround,
  }),
  saying({
    type: is('agree-special-urgency'),
    ...about,
    agreedBy: fc.constant('scrutiny-chair'),
    office: fc.constant('Chair of Scrutiny'),
    reason: aGround,
  }),
  saying({ type: is('publish-decision'), ...about }),
  saying({
    type: is('waive-call-in'),
    ...about,
    agreedBy: fc.constant('Chair of Scrutiny'),
    reason: aGround,
  }),
  saying({
    type: is('call-in-decision'),
    ...about,
    by: fc.constant(['A member of Scrutiny']),
    grounds: aGround,
  }),
  saying({
    type: is('record-call-in-outcome'),
    ...about,
    outcome: fc.constantFrom(...callInOutcomes),
    reason: maybe(aGround),
  }),
  saying({ type: is('confirm-decision'), ...about, reason: maybe(aGround) }),
  saying({ type: is('amend-decision'), ...about, text: aGround, reasons: aGround }),
  saying({ type: is('withdraw-decision'), ...about, reason: aGround }),
  saying({ type: is('rescind-decision'), ...about, reason: aGround, rescindedBy: maybe(aDecision) }),
  saying({ type: is('supersede-decision'), ...about, reason: aGround, supersededBy: aDecision }),
];

/** What a random command says, by the kind of its stream. */
export const randomSayings = {
  programme: fc.oneof(
    saying({ type: is('start-programme'), name: aName }),
    saying({ type: is('rename-programme'), name: aName }),
    saying({ type: is('close-programme'), reason: maybe(aReason) }),
    saying({
      type: is('set-savings-target'),
      pence: somePence,
      fromYear: fc.constant(year('2015/16')),
      toYear: fc.constant(year('2017/18')),
      basis: fc.constantFrom('gross', 'not-stated'),
    }),
    saying({
      type: is('split-savings-target'),
      years: fc.constantFrom(
        [{ year: year('2015/16'), pence: 1 }],
        [
          { year: year('2015/16'), pence: 20_000_000_000 },
          { year: year('2016/17'), pence: 3_900_000_000 },
        ],
      ),
    }),
    saying({
      type: is('set-unit-target'),
      baseline: fc.constantFrom(80, 81),
      reductionPercent: fc.constantFrom(50, 33),
    }),
    saying({
      type: is('adopt-theme'),
      theme: fc.constantFrom('market', 'integration'),
      title: aName,
      number: fc.constantFrom(1, 2),
    }),
    saying({
      type: is('define-tranche'),
      tranche: fc.constant('first'),
      name: aName,
      phase: maybe(aPhase),
      totals: fc.constantFrom(
        [],
        [{ heading: 'corporate-support', pence: 7_610_000_000, basis: 'gross' as const }],
      ),
    }),
    saying({
      type: is('plan-phase'),
      phase: aPhase,
      name: aName,
      plannedStart: maybe(aPlannedDate),
      plannedEnd: maybe(aPlannedDate),
    }),
    saying({ type: is('replan-phase'), phase: aPhase, plannedEnd: maybe(aPlannedDate), reason: aReason }),
    saying({ type: is('open-phase'), phase: aPhase }),
    saying({ type: is('close-phase'), phase: aPhase, reason: maybe(aReason) }),
    saying({ type: is('reopen-phase'), phase: aPhase, reason: aReason }),
    saying({
      type: is('set-council-setting'),
      setting: fc.constantFrom(...councilSettings),
      value: fc.constantFrom<string | number>(5, 28, 'working', 'calendar'),
    }),
    saying({
      type: is('define-rating-scale'),
      scale: fc.constantFrom('confidence', 'status'),
      version: fc.constantFrom(1, 2),
      name: aName,
      measure: fc.constantFrom(...ratingMeasures),
      points: fc.constantFrom(threePoints, twoPoints),
    }),
    saying({
      type: is('change-rating-scale'),
      scale: fc.constantFrom('confidence', 'status'),
      version: fc.constantFrom(2, 3, 4),
      points: fc.constantFrom(threePoints, twoPoints),
      mapping: fc.constant(
        threePoints.map(({ id }) => ({ fromPoint: id, toPoint: id === 'low' ? id : 'high' })),
      ),
    }),
  ),
  authority: fc.oneof(
    saying({
      type: is('establish-body'),
      body: aBody,
      name: fc.constantFrom('County Council', 'Cabinet', 'Advisory Group'),
      bodyKind: fc.constantFrom('council', 'cabinet', 'committee', 'advisory-group'),
      callIn: maybe(fc.boolean()),
    }),
    saying({
      type: is('rename-body'),
      body: aBody,
      name: fc.constantFrom('County Council', 'Executive', 'CABINET'),
    }),
    saying({ type: is('dissolve-body'), body: aBody, reason: maybe(aReason) }),
    saying({
      type: is('appoint-member'),
      body: aBody,
      member: fc.constantFrom('leader', 'Cabinet Member for Finance'),
      until: maybe(aPlannedEnd),
    }),
    saying({
      type: is('end-membership'),
      body: aBody,
      member: fc.constantFrom('leader', 'Cabinet Member for Finance'),
    }),
    saying({
      type: is('create-office'),
      office: anOffice,
      title: fc.constantFrom('Leader', 'Monitoring Officer'),
      callIn: maybe(fc.boolean()),
    }),
    saying({ type: is('abolish-office'), office: anOffice, reason: maybe(aReason) }),
    saying({
      type: is('appoint-to-office'),
      office: anOffice,
      holder: aPerson,
      until: maybe(aPlannedEnd),
    }),
    saying({ type: is('end-appointment'), office: anOffice, holder: maybe(aPerson) }),
    saying({
      type: is('set-power-coverage'),
      power: aPower,
      covers: fc.subarray([...coveredActs], { minLength: 1 }),
    }),
    saying({
      type: is('confer-power'),
      power: aPower,
      description: maybe(aReason),
      covers: maybe(fc.subarray([...coveredActs], { minLength: 1 })),
      on: aMaker,
      until: maybe(aPlannedEnd),
    }),
    saying({
      type: is('delegate-power'),
      power: aPower,
      from: aDelegator,
      to: fc.constant('leader'),
      until: maybe(aPlannedEnd),
      conditions: maybe(aReason),
    }),
    saying({ type: is('revoke-power'), power: aPower, from: aMaker }),
    saying({ type: is('end-delegation'), power: aPower, from: aDelegator, to: fc.constant('leader') }),
  ),
  decision: fc.oneof(
    {
      weight: 8,
      arbitrary: saying({
        type: is('record-decision'),
        decision: aDecision,
        takenOn: fc.constantFrom(...randomDays),
        title: aName,
        maker: fc.constantFrom('County Council', 'Cabinet'),
        text: maybe(fc.constantFrom('That the option be chosen', 'That the café be closed')),
        key: maybe(fc.boolean()),
        subjectToCallIn: maybe(fc.boolean()),
      }),
    },
    {
      weight: 6,
      arbitrary: saying({
        type: is('complete-decision-record'),
        decision: aDecision,
        reasons: maybe(aReason),
        text: maybe(fc.constantFrom('That the option be chosen', 'That nothing be done')),
        alternatives: maybe(fc.constant(noneConsidered)),
        conflicts: maybe(fc.constant(noneDeclared)),
      }),
    },
    { weight: 12, arbitrary: fc.oneof(...randomProcedure) },
    saying({
      type: is('record-decision'),
      decision: aDecision,
      takenOn: fc.constantFrom(...randomDays),
      title: aName,
      maker: fc.constantFrom('County Council', 'Cabinet', 'county-council'),
      power: maybe(aPower),
      text: maybe(fc.constantFrom('That the option be chosen', 'That the café be closed')),
      key: maybe(fc.boolean()),
    }),
    saying({
      type: is('complete-decision-record'),
      decision: aDecision,
      power: maybe(aPower),
      reasons: maybe(aReason),
      text: maybe(fc.constantFrom('That the option be chosen', 'That nothing be done')),
      alternatives: maybe(fc.constant(noneConsidered)),
      conflicts: maybe(fc.constant(noneDeclared)),
    }),
  ),
  service: fc.oneof(
    saying({
      type: is('register-service'),
      service: aService,
      name: aName,
      directorate: maybe(aDirectorate),
      tranche: maybe(fc.constant('first')),
    }),
    saying({
      type: is('set-service-budget'),
      service: aService,
      year: aYear,
      gross: maybe(somePence),
      net: maybe(somePence),
    }),
    saying({ type: is('rename-service'), service: aService, name: aName }),
    saying({ type: is('transfer-service'), service: aService, toDirectorate: aDirectorate }),
    saying({
      type: is('assign-service-to-tranche'),
      service: aService,
      tranche: fc.constantFrom('first', 'second'),
    }),
    saying({ type: is('withdraw-service'), service: aService, reason: aReason }),
  ),
  review: fc.oneof(
    saying({
      type: is('propose-review'),
      review: aReview,
      name: aName,
      service: maybe(aService),
      phase: maybe(aPhase),
    }),
    saying({ type: is('agree-scoping-brief'), review: aReview, summary: maybe(aReason) }),
    saying({
      type: is('plan-outcome'),
      review: aReview,
      outcome: fc.constantFrom(...reviewOutcomes),
      due: aPlannedDate,
    }),
    saying({
      type: is('move-outcome'),
      review: aReview,
      outcome: fc.constantFrom(...reviewOutcomes),
      due: aPlannedDate,
      reason: aReason,
    }),
    saying({
      type: is('name-review-team'),
      review: aReview,
      members: fc.constantFrom([{ role: 'Head of Service', from: 'in-house' as const }]),
    }),
    saying({ type: is('record-service-understanding'), review: aReview, summary: aReason }),
    saying({ type: is('record-market-engagement'), review: aReview, activity: aReason }),
    saying({
      type: is('identify-option'),
      review: aReview,
      option: anOption,
      asIs: maybe(fc.boolean()),
      title: aName,
      scope: fc.constant('whole'),
      model: fc.constantFrom('INH', 'TRD'),
    }),
    saying({ type: is('appraise-option'), review: aReview, option: anOption, score: maybe(fc.nat(9)) }),
    saying({ type: is('reject-option'), review: aReview, option: anOption, reason: aReason }),
    saying({
      type: is('endorse-option'),
      review: aReview,
      option: anOption,
      by: fc.constant('Advisory Group'),
    }),
    saying({ type: is('conclude-appraisal'), review: aReview }),
    saying({
      type: is('choose-option'),
      review: aReview,
      option: anOption,
      reasons: maybe(
        fc
          .subarray(['as-is', 'partner', 'company'])
          .map((ids) => ids.map((option) => ({ option, reason: 'Dearer' }))),
      ),
    }),
    saying({ type: is('authorise-to-proceed'), review: aReview }),
    saying({ type: is('submit-full-business-case'), review: aReview }),
    saying({ type: is('authorise-full-business-case'), review: aReview }),
    saying({ type: is('start-implementation'), review: aReview }),
    saying({ type: is('complete-review'), review: aReview }),
    saying({ type: is('defer-review'), review: aReview, reason: aReason }),
    saying({ type: is('resume-review'), review: aReview }),
    saying({ type: is('refer-review-back'), review: aReview, reason: aReason }),
    saying({ type: is('withdraw-review'), review: aReview, reason: aReason }),
    saying({ type: is('reopen-review'), review: aReview, reason: aReason }),
  ),
  portfolio: fc.oneof(
    saying({
      type: is('open-portfolio'),
      portfolio: aPortfolio,
      name: aName,
      sponsor: maybe(fc.constant('Corporate Director')),
    }),
    saying({ type: is('rename-portfolio'), portfolio: aPortfolio, name: aName }),
    saying({
      type: is('name-portfolio-sponsor'),
      portfolio: aPortfolio,
      sponsor: fc.constantFrom('Corporate Director', 'Leader'),
    }),
    saying({ type: is('close-portfolio'), portfolio: aPortfolio, reason: maybe(aReason) }),
    saying({ type: is('reopen-portfolio'), portfolio: aPortfolio, reason: aReason }),
  ),
  project: fc.oneof(
    saying({
      type: is('charter-project'),
      project: aProject,
      name: aName,
      portfolio: aPortfolio,
      review: maybe(aReview),
    }),
    saying({ type: is('move-project'), project: aProject, toPortfolio: aPortfolio }),
    saying({ type: is('rename-project'), project: aProject, name: aName }),
    saying({ type: is('reach-project-stage'), project: aProject, stage: fc.constantFrom(...projectStages) }),
    saying({
      type: is('plan-milestone'),
      project: aProject,
      milestone: fc.constantFrom('go-live', 'handover'),
      title: aName,
      planned: aPlannedDate,
    }),
    saying({
      type: is('forecast-milestone'),
      project: aProject,
      milestone: fc.constantFrom('go-live', 'handover'),
      forecast: aPlannedDate,
    }),
    saying({
      type: is('reach-milestone'),
      project: aProject,
      milestone: fc.constantFrom('go-live', 'handover'),
    }),
    saying({ type: is('set-project-budget'), project: aProject, year: aYear, gross: maybe(somePence) }),
    saying({
      type: is('rate-project'),
      project: aProject,
      measure: fc.constantFrom(...ratingMeasures),
      scale: fc.constantFrom('confidence', 'status'),
      version: fc.constantFrom(1, 1, 2),
      point: fc.constantFrom('high', 'medium', 'low'),
      assessor: fc.constantFrom('Project Manager', 'Head of Internal Audit'),
      independence: fc.constantFrom(...independences),
      basis: aReason,
    }),
    saying({
      type: is('close-project'),
      project: aProject,
      outcome: fc.constantFrom(...projectOutcomes),
    }),
    saying({ type: is('reopen-project'), project: aProject, reason: aReason }),
  ),
  structure: fc.oneof(
    saying({
      type: is('register-unit'),
      unit: aUnit,
      name: aName,
      code: maybe(fc.constantFrom('A1', 'B2')),
      directorate: maybe(aDirectorate),
      opening: maybe(fc.boolean()),
    }),
    saying({
      type: is('merge-units'),
      units: fc.uniqueArray(aUnit, { minLength: 1, maxLength: 3 }),
      successor: aUnit,
      name: maybe(aName),
    }),
    saying({
      type: is('split-unit'),
      unit: aUnit,
      into: fc
        .uniqueArray(aUnit, { minLength: 2, maxLength: 3 })
        .chain((ids) =>
          fc
            .boolean()
            .map((named) =>
              ids.map((unit, n) => ({ unit, share: n + 1, ...(named && { name: `Part ${n}` }) })),
            ),
        ),
    }),
    saying({ type: is('rename-unit'), unit: aUnit, name: aName }),
    saying({ type: is('recode-unit'), unit: aUnit, code: fc.constantFrom('A1', 'B2', 'C3') }),
    saying({ type: is('reclassify-unit'), unit: aUnit, unitKind: fc.constantFrom('team', 'service') }),
    saying({
      type: is('transfer-unit'),
      unit: aUnit,
      toDirectorate: maybe(aDirectorate),
      toGroup: maybe(fc.constantFrom('people', 'place')),
    }),
    saying({
      type: is('set-unit-budget'),
      unit: aUnit,
      year: aYear,
      gross: maybe(somePence),
      net: maybe(somePence),
      priceBase: maybe(fc.constant('2013/14 prices')),
    }),
    saying({ type: is('set-unit-posts'), unit: aUnit, posts: fc.constantFrom(0, 7, 139) }),
    saying({ type: is('close-unit'), unit: aUnit, reason: maybe(aReason) }),
  ),
  report: saying({
    type: is('issue-report'),
    report: fc.constantFrom('cabinet-2014-05', 'audit-2016-03'),
    title: aName,
    view: fc.constantFrom('overview', 'units'),
    asAt: fc.constantFrom(...randomDays),
    position: maybe(fc.constantFrom('0000000000000007', '0000000000000012')),
    hash: fc.constantFrom('0'.repeat(64), 'f'.repeat(64)),
    rendering: fc.constant(1),
  }),
  saving: fc.oneof(
    saying({
      type: is('identify-saving'),
      saving: aSaving,
      name: aName,
      category: fc.constantFrom(...savingCategories),
      means: maybe(fc.constantFrom('efficiency', 'income-generation')),
      recurrence: fc.constantFrom(...savingRecurrences),
      basis: fc.constantFrom('gross', 'net', 'not-stated'),
      published: maybe(fc.constantFrom('budgets', 'reports')),
      owner: maybe(anOwner),
      portfolio: maybe(aPortfolio),
      review: maybe(aReview),
      profile: aProfile,
    }),
    saying({
      type: is('place-saving-in-business-case'),
      saving: aSaving,
      businessCase: fc.constantFrom('outline', 'full'),
      review: maybe(aReview),
      profile: aProfile,
    }),
    saying({ type: is('authorise-saving'), saving: aSaving, decision: aDecision, profile: aProfile }),
    saying({
      type: is('forecast-saving'),
      saving: aSaving,
      profile: aProfile,
      fullYearPence: maybe(fc.constantFrom(60_000_000, 400_000_000)),
      reason: maybe(aReason),
    }),
    saying({
      type: is('record-delivered-saving'),
      saving: aSaving,
      year: aYear,
      pence: fc.constantFrom(0, 1, 60_000_000),
    }),
    saying({
      type: is('validate-saving'),
      saving: aSaving,
      year: aYear,
      pence: fc.constantFrom(0, 1, 60_000_000),
      by: fc.constant('Section 151 officer'),
    }),
    saying({
      type: is('reprofile-saving'),
      saving: aSaving,
      plan: fc.constantFrom(...planNames),
      profile: aProfile,
      reason: aReason,
    }),
    {
      weight: 3,
      arbitrary: saying({ type: is('move-saving'), saving: aSaving, toPortfolio: aPortfolio }),
    },
    saying({ type: is('change-saving-owner'), saving: aSaving, toOwner: anOwner }),
    saying({ type: is('withdraw-saving'), saving: aSaving, reason: aReason }),
    saying({ type: is('release-saving'), saving: aSaving, reason: aReason }),
    saying({ type: is('reinstate-saving'), saving: aSaving, reason: aReason, review: maybe(aReview) }),
  ),
} as const;

/** The kinds of stream that random commands are sent to. */
export type RandomKind = keyof typeof randomSayings;
export const randomKinds = Object.keys(randomSayings) as RandomKind[];

const aDay = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...randomDays) },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: -400, max: 1500 })
      .map((n) => fromDayNumber(dayNumber(civilDate('2014-04-01')) + n)),
  },
);

/** A random command of one kind of stream: well formed, and as likely as not refused. */
export function aCommandOf(kind: RandomKind): fc.Arbitrary<Command> {
  return fc
    .record({
      said: randomSayings[kind],
      effectiveOn: aDay,
      provenance: fc.constantFrom('observed' as const, 'minuted' as const),
      source: fc.constantFrom(undefined, 'Minute book'),
    })
    .map(({ said, effectiveOn, provenance, source }) => ({
      programme: randomProgramme,
      effectiveOn,
      provenance,
      ...(source !== undefined && { source }),
      ...said,
    }));
}

/** A random command of any stream. */
export const aCommand: fc.Arbitrary<Command> = fc.oneof(...randomKinds.map(aCommandOf));
