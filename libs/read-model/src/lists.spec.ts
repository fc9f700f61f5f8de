import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SmallBook } from '#testing';
import { drawnViews, listViews, type Row } from './index.js';

let book: SmallBook;
beforeEach(async () => {
  book = await SmallBook.begun();
});
afterEach(() => book.close());

/** The rows of a list as at a day, whole and in order. */
async function list(name: string, day: string): Promise<Row[]> {
  const { reader, moment } = await book.as(day);
  const view = listViews.find((one) => one.name === name);
  if (!view) throw new Error(`No list of ${name}`);
  return view.rows(reader, 'county', moment);
}

const illustrative = { provenance: 'illustrative' };

describe('The list of services', () => {
  it('has the last budget year of each, gross as gross and net as net, and says where one was withdrawn', async () => {
    await book.say('2013-09-19', {
      type: 'register-service',
      service: 'legal',
      name: 'Legal Services',
      directorate: 'Business Strategy and Support',
      heading: 'corporate support',
    });
    await book.say('2013-09-19', { type: 'register-service', service: 'books', name: 'Libraries' });
    await book.say('2013-09-19', {
      type: 'register-service',
      service: 'farms',
      name: 'Farms',
      ...illustrative,
    });
    const legal = { type: 'set-service-budget', service: 'legal' };
    await book.say('2013-09-20', { ...legal, year: '2014/15', gross: 933_520_000, net: -282_400_000 });
    await book.say('2013-09-20', { ...legal, year: '2013/14', gross: 111, net: 22 });
    await book.say('2014-02-13', { ...legal, year: '2015/16', gross: 900_000_000, net: -290_000_000 });
    await book.say('2014-02-13', {
      type: 'set-service-budget',
      service: 'books',
      year: '2014/15',
      notStated: 1_500,
      ...illustrative,
    });
    await book.say('2014-03-01', { type: 'withdraw-service', service: 'farms', reason: 'Sold' });
    expect(await list('services', '2014-03-01')).toEqual([
      {
        id: 'books',
        name: 'Libraries',
        directorate: null,
        tranche: null,
        heading: null,
        budgetYear: '2014/15',
        grossPence: null,
        netPence: null,
        notStatedPence: 1_500,
        budgetProvenance: 'illustrative',
        provenance: 'minuted',
        illustrative: true,
        withdrawnOn: null,
      },
      {
        id: 'farms',
        name: 'Farms',
        directorate: null,
        tranche: null,
        heading: null,
        budgetYear: null,
        grossPence: null,
        netPence: null,
        notStatedPence: null,
        budgetProvenance: null,
        provenance: 'illustrative',
        illustrative: true,
        withdrawnOn: '2014-03-01',
      },
      {
        id: 'legal',
        name: 'Legal Services',
        directorate: 'Business Strategy and Support',
        tranche: null,
        heading: 'corporate support',
        budgetYear: '2015/16',
        grossPence: 900_000_000,
        netPence: -290_000_000,
        notStatedPence: null,
        budgetProvenance: 'minuted',
        provenance: 'minuted',
        illustrative: false,
        withdrawnOn: null,
      },
    ]);
    expect(
      (await list('services', '2014-02-12')).map((row) => [row['id'], row['budgetYear'], row['grossPence']]),
    ).toEqual([
      ['books', null, null],
      ['farms', null, null],
      ['legal', '2014/15', 933_520_000],
    ]);
  });
});

describe('The lists of portfolios and projects', () => {
  it('name the open projects of each portfolio alone, and each project as it stands', async () => {
    await book.say('2014-05-01', {
      type: 'open-portfolio',
      portfolio: 'adults',
      name: 'Adults',
      sponsor: 'Corporate Director',
    });
    await book.say('2014-05-01', {
      type: 'open-portfolio',
      portfolio: 'place',
      name: 'Place',
      ...illustrative,
    });
    const charter = { type: 'charter-project', portfolio: 'adults' };
    await book.say('2014-05-15', { ...charter, project: 'carers', name: 'Carers' });
    await book.say('2014-05-15', { ...charter, project: 'homes', name: 'Homes', ...illustrative });
    await book.say('2014-05-15', { ...charter, project: 'roads', name: 'Roads', portfolio: 'place' });
    await book.say('2014-06-01', { type: 'reach-project-stage', project: 'carers', stage: 'defined' });
    await book.say('2014-07-01', {
      type: 'close-project',
      project: 'homes',
      outcome: 'stopped',
      reason: 'No case',
    });
    await book.say('2014-07-02', { type: 'close-project', project: 'roads', outcome: 'delivered' });
    await book.say('2014-07-03', { type: 'close-portfolio', portfolio: 'place' });
    expect(await list('portfolios', '2014-07-03')).toEqual([
      {
        id: 'adults',
        name: 'Adults',
        sponsor: 'Corporate Director',
        status: 'open',
        openedOn: '2014-05-01',
        closedOn: null,
        projects: ['carers'],
        illustrative: false,
      },
      {
        id: 'place',
        name: 'Place',
        sponsor: null,
        status: 'closed',
        openedOn: '2014-05-01',
        closedOn: '2014-07-03',
        projects: [],
        illustrative: true,
      },
    ]);
    expect((await list('portfolios', '2014-06-30')).map((row) => [row['id'], row['projects']])).toEqual([
      ['adults', ['carers', 'homes']],
      ['place', ['roads']],
    ]);
    expect(await list('projects', '2014-07-02')).toEqual([
      {
        id: 'carers',
        name: 'Carers',
        portfolio: 'adults',
        review: null,
        stage: 'defined',
        status: 'open',
        charteredOn: '2014-05-15',
        closedOn: null,
        illustrative: false,
      },
      {
        id: 'homes',
        name: 'Homes',
        portfolio: 'adults',
        review: null,
        stage: 'chartered',
        status: 'closed',
        charteredOn: '2014-05-15',
        closedOn: '2014-07-01',
        illustrative: true,
      },
      {
        id: 'roads',
        name: 'Roads',
        portfolio: 'place',
        review: null,
        stage: 'chartered',
        status: 'closed',
        charteredOn: '2014-05-15',
        closedOn: '2014-07-02',
        illustrative: false,
      },
    ]);
  });
});

describe('The list of reviews', () => {
  it('has where each stands, the option it chose by its title, and marks a stage that is made up', async () => {
    const review = (type: string, id: string, said: object = {}) => ({ type, review: id, ...said });
    await book.say('2013-07-18', { type: 'plan-phase', phase: 'one', name: 'Phase 1' });
    await book.say('2013-07-18', { type: 'register-service', service: 'law', name: 'Law' });
    await book.say(
      '2013-09-19',
      review('propose-review', 'legal', { name: 'Legal', service: 'law', phase: 'one' }),
    );
    await book.say('2013-10-21', review('agree-scoping-brief', 'legal'));
    for (const option of ['as-is', 'partner']) {
      const outline = { title: `The ${option}`, scope: 'whole', model: 'INH', asIs: option === 'as-is' };
      await book.say('2014-01-31', review('identify-option', 'legal', { option, ...outline }));
      await book.say('2014-03-31', review('appraise-option', 'legal', { option, score: 3 }));
    }
    await book.say('2014-04-30', review('conclude-appraisal', 'legal'));
    const reasons = [{ option: 'as-is', reason: 'Costs more' }];
    await book.say('2014-05-15', review('choose-option', 'legal', { option: 'partner', reasons }));
    await book.say('2014-07-01', review('authorise-to-proceed', 'legal'));
    await book.say(
      '2014-02-01',
      review('propose-review', 'books', { name: 'Libraries', provenance: 'estimated' }),
    );
    await book.say('2014-03-01', review('agree-scoping-brief', 'books', illustrative));
    await book.say('2014-06-01', review('defer-review', 'books', { reason: 'The election' }));
    const books = {
      ...{ id: 'books', name: 'Libraries', service: null, phase: null, stage: 'brief-agreed' },
      ...{ stageSince: '2014-03-01', standing: 'deferred', preferredOption: null },
      ...{ preferredOptionTitle: null, chosenOn: null, provenance: 'estimated', illustrative: true },
    };
    const legal = {
      ...{ id: 'legal', name: 'Legal', service: 'law', phase: 'one', stage: 'authorised-to-proceed' },
      ...{ stageSince: '2014-07-01', standing: 'active', preferredOption: 'partner' },
      ...{ preferredOptionTitle: 'The partner', chosenOn: '2014-05-15', provenance: 'minuted' },
      illustrative: false,
    };
    expect(await list('reviews', '2014-07-01')).toEqual([books, legal]);
    expect(await list('reviews', '2014-05-14')).toEqual([
      { ...books, standing: 'active' },
      {
        ...{ ...legal, stage: 'options-appraised', stageSince: '2014-04-30' },
        ...{ preferredOption: null, preferredOptionTitle: null, chosenOn: null },
      },
    ]);
    expect(await list('reviews', '2013-09-18')).toEqual([]);
  });

  it('leads to each review with the log of its stages and holds up to the day', async () => {
    await book.say('2014-02-01', { type: 'propose-review', review: 'books', name: 'Libraries' });
    await book.say('2014-03-01', { type: 'agree-scoping-brief', review: 'books' });
    await book.say('2014-06-01', { type: 'defer-review', review: 'books', reason: 'The election' });
    const { reader, moment } = await book.as('2014-06-11');
    const view = listViews.find(({ name }) => name === 'reviews');
    const day = { precision: 'day', provenance: 'minuted' };
    const goesOn = { leftOn: null, leftPrecision: null };
    const { stageLog, standingLog }: Row = { ...view?.one(reader, 'county', moment, 'books').part };
    expect({ stageLog, standingLog }).toEqual({
      stageLog: [
        {
          stage: 'proposed',
          how: 'reached',
          on: '2014-02-01',
          ...day,
          leftOn: '2014-03-01',
          leftPrecision: 'day',
          days: 28,
        },
        { stage: 'brief-agreed', how: 'reached', on: '2014-03-01', ...day, ...goesOn, days: 102 },
      ],
      standingLog: [
        {
          how: 'deferred',
          on: '2014-06-01',
          standing: 'deferred',
          ...day,
          ...goesOn,
          days: 10,
          reason: 'The election',
        },
      ],
    });
  });
});

describe('The list of units', () => {
  it('has what each is called, where it is, what it has, and which it came from and led to', async () => {
    const opening = { type: 'register-unit', opening: true };
    await book.say('2013-09-19', {
      ...opening,
      unit: 'legal',
      name: 'Legal',
      code: 'L1',
      unitKind: 'trading',
      directorate: 'Support',
      group: 'corporate',
    });
    await book.say('2013-09-19', { ...opening, unit: 'audit', name: 'Audit', ...illustrative });
    await book.say('2014-02-13', {
      type: 'set-unit-budget',
      unit: 'legal',
      year: '2014/15',
      gross: 300,
      net: 200,
      priceBase: '2013/14 prices',
    });
    await book.say('2014-02-13', { type: 'set-unit-budget', unit: 'legal', year: '2015/16', notStated: 7 });
    await book.say('2014-02-13', { type: 'set-unit-posts', unit: 'legal', posts: 12 });
    await book.say('2014-04-01', { type: 'register-unit', unit: 'press', name: 'Press' });
    await book.say('2014-04-01', {
      type: 'merge-units',
      units: ['audit', 'press'],
      successor: 'assurance',
      name: 'Assurance',
    });
    const bare = { code: null, unitKind: null, directorate: null, group: null, posts: null, budgets: [] };
    expect(await list('units', '2014-04-01')).toEqual([
      {
        ...bare,
        id: 'assurance',
        name: 'Assurance',
        status: 'open',
        registeredOn: '2014-04-01',
        opening: false,
        endedOn: null,
        predecessors: ['audit', 'press'],
        successors: [],
        illustrative: false,
      },
      {
        ...bare,
        id: 'audit',
        name: 'Audit',
        status: 'merged',
        registeredOn: '2013-09-19',
        opening: true,
        endedOn: '2014-04-01',
        predecessors: [],
        successors: ['assurance'],
        illustrative: true,
      },
      {
        id: 'legal',
        name: 'Legal',
        code: 'L1',
        unitKind: 'trading',
        directorate: 'Support',
        group: 'corporate',
        status: 'open',
        registeredOn: '2013-09-19',
        opening: true,
        endedOn: null,
        posts: 12,
        budgets: [
          '2014/15 gross: 300 pence, 2013/14 prices',
          '2014/15 net: 200 pence, 2013/14 prices',
          '2015/16 not stated: 7 pence',
        ],
        predecessors: [],
        successors: [],
        illustrative: false,
      },
      {
        ...bare,
        id: 'press',
        name: 'Press',
        status: 'merged',
        registeredOn: '2014-04-01',
        opening: false,
        endedOn: '2014-04-01',
        predecessors: [],
        successors: ['assurance'],
        illustrative: false,
      },
    ]);
  });

  it('leads to each unit whole, with the source it was read in', async () => {
    await book.say('2013-09-19', {
      type: 'register-unit',
      unit: 'legal',
      name: 'Legal',
      opening: true,
      source: 'County Council, 19 September 2013, item 6',
    });
    const { reader, moment } = await book.as('2013-09-19');
    expect(reader.parts.one('county', 'unit', 'legal', moment)).toEqual({
      known: true,
      part: {
        kind: 'unit',
        id: 'legal',
        name: 'Legal',
        status: 'open',
        registered: { on: '2013-09-19', precision: 'day', provenance: 'minuted' },
        opening: true,
        source: 'County Council, 19 September 2013, item 6',
        predecessors: [],
        successors: [],
        budgets: [],
      },
    });
  });
});

describe('A thing', () => {
  it('is whole with the source it was read in, whatever it is', async () => {
    const source = 'Cabinet, 2 December 2013, item 5';
    const fact = (on: string) => ({ on, precision: 'day', provenance: 'minuted' });
    await book.say('2013-12-02', { type: 'register-service', service: 'legal', name: 'Legal', source });
    await book.say('2013-12-02', {
      type: 'set-service-budget',
      service: 'legal',
      year: '2014/15',
      gross: 9,
      net: 8,
      source,
    });
    await book.say('2013-12-03', { type: 'open-portfolio', portfolio: 'adults', name: 'Adults' });
    await book.say('2013-12-04', {
      type: 'charter-project',
      project: 'carers',
      name: 'Carers',
      portfolio: 'adults',
      source,
    });
    const { reader, moment } = await book.as('2013-12-04');
    expect(reader.parts.one('county', 'service', 'legal', moment).part).toEqual({
      ...{ kind: 'service', id: 'legal', name: 'Legal', registered: fact('2013-12-02'), source },
      budgets: [{ year: '2014/15', gross: 9, net: 8, set: fact('2013-12-02'), source }],
    });
    expect(reader.parts.one('county', 'project', 'carers', moment).part).toEqual({
      ...{
        kind: 'project',
        id: 'carers',
        name: 'Carers',
        portfolio: 'adults',
        chartered: fact('2013-12-04'),
        source,
      },
      ...{
        memberSince: fact('2013-12-04'),
        stage: 'chartered',
        stageSince: fact('2013-12-04'),
        status: 'open',
        statusLog: [],
      },
      portfolioLog: [{ portfolio: 'adults', ...fact('2013-12-04') }],
      stageLog: [{ stage: 'chartered', ...fact('2013-12-04') }],
      ...{ milestones: [], budgets: [], ratings: [] },
    });
  });
});

describe('The lists of the programme itself', () => {
  it('have its phases with what was planned beside what was done', async () => {
    await book.say('2013-07-18', {
      type: 'plan-phase',
      phase: 'one',
      name: 'Phase 1',
      plannedStart: { on: '2013-10-01', precision: 'month' },
      plannedEnd: { on: '2014-03-31', precision: 'day' },
    });
    await book.say('2013-07-18', { type: 'plan-phase', phase: 'two', name: 'Phase 2' });
    await book.say('2013-10-07', { type: 'open-phase', phase: 'one' });
    await book.say('2014-04-01', { type: 'open-phase', phase: 'two', precision: 'month', ...illustrative });
    await book.say('2014-05-30', {
      type: 'close-phase',
      phase: 'one',
      precision: 'month',
      provenance: 'estimated',
    });
    expect(await list('phases', '2014-05-30')).toEqual([
      {
        id: 'one',
        name: 'Phase 1',
        status: 'closed',
        plannedStart: '2013-10-01',
        plannedStartPrecision: 'month',
        plannedEnd: '2014-03-31',
        plannedEndPrecision: 'day',
        openedOn: '2013-10-07',
        openedPrecision: 'day',
        openedProvenance: 'minuted',
        closedOn: '2014-05-30',
        closedPrecision: 'month',
        closedProvenance: 'estimated',
      },
      {
        id: 'two',
        name: 'Phase 2',
        status: 'open',
        plannedStart: null,
        plannedStartPrecision: null,
        plannedEnd: null,
        plannedEndPrecision: null,
        openedOn: '2014-04-01',
        openedPrecision: 'month',
        openedProvenance: 'illustrative',
        closedOn: null,
        closedPrecision: null,
        closedProvenance: null,
      },
    ]);
  });

  it('have its themes, tranches, settings and scales', async () => {
    await book.say('2013-07-18', {
      type: 'adopt-theme',
      theme: 'market',
      title: 'Market engagement',
      number: 1,
    });
    await book.say('2013-07-19', {
      type: 'define-tranche',
      tranche: 'first',
      name: 'Tranche 1',
      totals: [
        { heading: 'corporate support', pence: 12_300, basis: 'gross' },
        { heading: 'front line', pence: 45, basis: 'not-stated' },
      ],
      provenance: 'reconstructed',
    });
    await book.say('2013-07-20', { type: 'set-council-setting', setting: 'call-in-clear-days', value: 5 });
    await book.say('2013-08-20', { type: 'set-council-setting', setting: 'call-in-clear-days', value: 3 });
    const points = (...ids: string[]) => ids.map((id, order) => ({ id, label: id.toUpperCase(), order }));
    const scale = { scale: 'rag', measure: 'delivery-confidence' };
    await book.say('2013-07-21', {
      type: 'define-rating-scale',
      ...scale,
      version: 1,
      name: 'Traffic lights',
      points: points('red', 'green'),
    });
    await book.say('2013-09-01', {
      type: 'change-rating-scale',
      scale: 'rag',
      version: 2,
      points: points('red', 'amber', 'green'),
      mapping: [
        { fromPoint: 'red', toPoint: 'red' },
        { fromPoint: 'green', toPoint: 'green' },
      ],
      provenance: 'observed',
    });
    expect(await list('themes', '2013-09-30')).toEqual([
      { id: 'market', number: 1, title: 'Market engagement', adoptedOn: '2013-07-18', provenance: 'minuted' },
    ]);
    expect(await list('tranches', '2013-09-30')).toEqual([
      {
        id: 'first',
        name: 'Tranche 1',
        phase: null,
        headings: ['corporate support: 12300 pence, gross', 'front line: 45 pence, not-stated'],
        definedOn: '2013-07-19',
        provenance: 'reconstructed',
      },
    ]);
    expect(await list('settings', '2013-08-20')).toEqual([
      { id: 'call-in-clear-days', value: 3, since: '2013-08-20', provenance: 'minuted' },
    ]);
    expect(await list('settings', '2013-08-19')).toEqual([
      { id: 'call-in-clear-days', value: 5, since: '2013-07-20', provenance: 'minuted' },
    ]);
    expect(await list('scales', '2013-09-30')).toEqual([
      {
        id: 'rag',
        name: 'Traffic lights',
        measure: 'delivery-confidence',
        version: 2,
        points: ['red: RED', 'amber: AMBER', 'green: GREEN'],
        since: '2013-09-01',
        provenance: 'observed',
      },
    ]);
  });
});

describe('The lists of authority', () => {
  it('have who was a member, who held an office and who held a power on the day', async () => {
    await book.say('2013-01-01', {
      type: 'establish-body',
      body: 'cabinet',
      name: 'Cabinet',
      bodyKind: 'cabinet',
      callIn: true,
    });
    await book.say('2013-01-01', {
      type: 'establish-body',
      body: 'board',
      name: 'Board',
      bodyKind: 'board',
      callIn: false,
      ...illustrative,
    });
    await book.say('2013-01-02', {
      type: 'appoint-member',
      body: 'cabinet',
      member: 'person-1',
      until: { on: '2014-05-31', precision: 'day' },
    });
    await book.say('2013-01-02', { type: 'appoint-member', body: 'cabinet', member: 'person-2' });
    await book.say('2014-07-01', { type: 'dissolve-body', body: 'board' });
    await book.say('2013-01-01', { type: 'create-office', office: 'leader', title: 'Leader', callIn: true });
    await book.say('2013-01-01', { type: 'create-office', office: 'clerk', title: 'Clerk', callIn: false });
    await book.say('2013-01-03', {
      type: 'appoint-to-office',
      office: 'leader',
      holder: 'person-1',
      until: { on: '2014-05-31', precision: 'day' },
      ...illustrative,
    });
    await book.say('2014-06-02', { type: 'abolish-office', office: 'clerk' });
    await book.say('2013-01-01', {
      type: 'confer-power',
      power: 'contracts',
      description: 'To let contracts',
      covers: ['executive-functions'],
      on: 'cabinet',
      source: 'Constitution, part 3',
    });
    await book.say('2013-02-01', {
      type: 'delegate-power',
      power: 'contracts',
      from: 'cabinet',
      to: 'leader',
      until: { on: '2014-05-31', precision: 'day' },
    });
    expect(await list('bodies', '2014-07-01')).toEqual([
      {
        id: 'board',
        name: 'Board',
        bodyKind: 'board',
        advisory: true,
        callIn: false,
        establishedOn: '2013-01-01',
        dissolvedOn: '2014-07-01',
        members: [],
        illustrative: true,
      },
      {
        id: 'cabinet',
        name: 'Cabinet',
        bodyKind: 'cabinet',
        advisory: false,
        callIn: true,
        establishedOn: '2013-01-01',
        dissolvedOn: null,
        members: ['person-2'],
        illustrative: false,
      },
    ]);
    expect((await list('bodies', '2014-05-31')).map((row) => row['members'])).toEqual([
      [],
      ['person-1', 'person-2'],
    ]);
    expect(await list('offices', '2014-05-31')).toEqual([
      {
        id: 'clerk',
        title: 'Clerk',
        callIn: false,
        createdOn: '2013-01-01',
        abolishedOn: null,
        holder: null,
        heldFrom: null,
        heldUntil: null,
        illustrative: false,
      },
      {
        id: 'leader',
        title: 'Leader',
        callIn: true,
        createdOn: '2013-01-01',
        abolishedOn: null,
        holder: 'person-1',
        heldFrom: '2013-01-03',
        heldUntil: '2014-05-31',
        illustrative: true,
      },
    ]);
    expect(await list('offices', '2014-06-02')).toEqual([
      {
        id: 'clerk',
        title: 'Clerk',
        callIn: false,
        createdOn: '2013-01-01',
        abolishedOn: '2014-06-02',
        holder: null,
        heldFrom: null,
        heldUntil: null,
        illustrative: false,
      },
      {
        id: 'leader',
        title: 'Leader',
        callIn: true,
        createdOn: '2013-01-01',
        abolishedOn: null,
        holder: null,
        heldFrom: null,
        heldUntil: null,
        illustrative: false,
      },
    ]);
    const contracts = {
      id: 'contracts',
      description: 'To let contracts',
      covers: ['executive-functions'],
      source: 'Constitution, part 3',
      illustrative: false,
    };
    expect(await list('powers', '2014-05-31')).toEqual([
      { ...contracts, heldBy: ['cabinet'], delegatedTo: ['leader'] },
    ]);
    expect(await list('powers', '2014-06-01')).toEqual([
      { ...contracts, heldBy: ['cabinet'], delegatedTo: [] },
    ]);
  });
});

describe('The list of reports', () => {
  it('has what pins each: its dates, its position, the hash of its bytes', async () => {
    const issued = await book.say('2014-06-03', {
      type: 'issue-report',
      report: 'r-1',
      title: 'Units at the end of May',
      view: 'units',
      format: 'csv',
      asAt: '2014-05-31',
      issuedTo: 'Scrutiny Committee',
      position: '0000000000000001',
      hash: 'a'.repeat(64),
      rendering: 3,
      ...illustrative,
    });
    expect(issued.id).not.toBe('');
    expect(await list('reports', '2014-06-02')).toEqual([]);
    expect(await list('reports', '2014-06-03')).toEqual([
      {
        id: 'r-1',
        title: 'Units at the end of May',
        view: 'units',
        thing: null,
        format: 'csv',
        asAt: '2014-05-31',
        knownAt: null,
        position: '0000000000000001',
        hash: 'a'.repeat(64),
        rendering: 3,
        issuedTo: 'Scrutiny Committee',
        issuedOn: '2014-06-03',
        provenance: 'illustrative',
      },
    ]);
  });
});

describe('Each view', () => {
  it('is made of the things of its kind, and is behind where a stream that it reads is', () => {
    expect(listViews.map(({ name, kind, streams }) => [name, kind, ...streams])).toEqual([
      ['phases', 'phase', 'programme'],
      ['themes', 'theme', 'programme'],
      ['tranches', 'tranche', 'programme'],
      ['settings', 'setting', 'programme'],
      ['scales', 'scale', 'programme'],
      ['portfolios', 'portfolio', 'portfolio', 'project'],
      ['projects', 'project', 'project'],
      ['reviews', 'review', 'review'],
      ['services', 'service', 'service'],
      ['units', 'unit', 'structure'],
      ['bodies', 'body', 'authority'],
      ['offices', 'office', 'authority'],
      ['powers', 'power', 'authority'],
      ['reports', 'report', 'report'],
      ['savings', 'saving', 'saving'],
    ]);
    expect(drawnViews.map(({ name, streams }) => [name, ...streams])).toEqual([
      ['review-stages', 'review'],
      ['savings-steps', 'programme', 'saving'],
      ['savings-over-time', 'programme', 'saving'],
      ['unit-flow', 'structure'],
      ['milestones', 'project'],
    ]);
  });
});
