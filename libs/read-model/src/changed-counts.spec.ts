import { afterAll, describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { SmallBook } from '#testing';
import { changedCounts } from './changed-counts.js';

const book = new SmallBook();
afterAll(() => book.close());

const say = (day: string, type: string, said: object) => book.say(day, { type, ...said });

describe('What became of the things of each kind', () => {
  it('is counted kind by kind between two days: those that changed, were made, ended and moved, and how many stood', async () => {
    await say('2013-07-18', 'start-programme', { name: 'Transformation' });
    // Units: six at first. Two are merged, one is closed, one goes to another directorate, one is renamed, one stays.
    for (const unit of ['arts', 'books', 'care', 'depots', 'estates', 'farms'])
      await say('2013-09-19', 'register-unit', { unit, name: unit, opening: true, directorate: 'East' });
    await say('2014-03-01', 'merge-units', {
      units: ['arts', 'books'],
      successor: 'culture',
      name: 'Culture',
    });
    await say('2014-03-02', 'close-unit', { unit: 'care' });
    await say('2014-03-03', 'transfer-unit', { unit: 'depots', toDirectorate: 'West' });
    await say('2014-03-04', 'rename-unit', { unit: 'estates', name: 'Property' });
    // Decisions: one is rescinded, one superseded by another that is new, one stays.
    const decide = (day: string, decision: string) =>
      say(day, 'record-decision', { decision, title: decision, maker: 'Cabinet', subjectToCallIn: false });
    for (const decision of ['first', 'second', 'third']) await decide('2013-10-01', decision);
    await decide('2014-03-01', 'fourth');
    await say('2014-03-02', 'rescind-decision', { decision: 'first', reason: 'No money' });
    await say('2014-03-02', 'supersede-decision', {
      decision: 'second',
      supersededBy: 'fourth',
      reason: 'Anew',
    });
    // Projects: one is closed, one goes to the other portfolio, which is made meanwhile; a portfolio closes.
    for (const portfolio of ['adults', 'empty'])
      await say('2013-10-01', 'open-portfolio', { portfolio, name: portfolio });
    for (const project of ['homes', 'meals'])
      await say('2013-10-02', 'charter-project', { project, name: project, portfolio: 'adults' });
    await say('2014-03-01', 'open-portfolio', { portfolio: 'children', name: 'Children' });
    await say('2014-03-02', 'close-project', { project: 'homes', outcome: 'delivered' });
    await say('2014-03-03', 'move-project', { project: 'meals', toPortfolio: 'children' });
    await say('2014-03-04', 'close-portfolio', { portfolio: 'empty' });
    // A service is withdrawn, and one is registered and withdrawn again between the two days.
    await say('2013-10-01', 'register-service', { service: 'buses', name: 'Buses' });
    await say('2014-03-01', 'withdraw-service', { service: 'buses', reason: 'Sold' });
    await say('2014-03-01', 'register-service', { service: 'trams', name: 'Trams' });
    await say('2014-03-02', 'withdraw-service', { service: 'trams', reason: 'Never ran' });
    // Of two phases and two bodies one of each comes to its end.
    for (const phase of ['one', 'two']) {
      await say('2013-10-01', 'plan-phase', { phase, name: phase });
      await say('2013-10-02', 'open-phase', { phase });
    }
    await say('2014-03-01', 'close-phase', { phase: 'one' });
    for (const body of ['board', 'panel'])
      await say('2013-10-01', 'establish-body', { body, name: body, bodyKind: 'board' });
    await say('2014-03-01', 'dissolve-body', { body: 'board' });
    // A theme cannot end: it stands from then on.
    await say('2014-03-01', 'adopt-theme', { theme: 'market', title: 'Market', number: 1 });
    const { reader, moment } = await book.as('2014-04-01');
    const before = reader.moments.at(civilDate('2014-02-28'));
    const changed = reader.log.changes('county', before, moment);
    const counts = changedCounts(reader, 'county', [before, moment], changed);
    const row = (kind: string, of: readonly number[]) => {
      const [changed, made, ended, moved, before, after] = of;
      return { kind, changed, made, ended, moved, before, after };
    };
    expect([...counts].sort((a, b) => (a.kind < b.kind ? -1 : 1))).toEqual([
      row('body', [1, 0, 1, 0, 2, 1]),
      row('decision', [3, 1, 2, 0, 3, 2]),
      row('phase', [1, 0, 1, 0, 2, 1]),
      row('portfolio', [2, 1, 1, 0, 2, 2]),
      row('project', [2, 0, 1, 1, 2, 1]),
      row('service', [2, 0, 1, 0, 1, 0]),
      row('theme', [1, 1, 0, 0, 0, 1]),
      row('unit', [6, 1, 3, 1, 6, 4]),
    ]);
  });
});
