import { describe, expect, it } from '@jest/globals';
import { fieldInWords, isMoney, isWord, kindsNamedBy, modelInWords, wholeOf } from './field-words.js';

describe('A field in words', () => {
  it.each([
    ['access', 'open or exempt'],
    ['asIs', 'the service as it is'],
    ['basedOn', 'judged on the log up to position'],
    ['basis', 'gross or net'],
    ['bodyKind', 'kind of body'],
    ['by', 'by'],
    ['callIn', 'subject to call-in'],
    ['calledIn', 'called in'],
    ['callInReason', 'why it is, or is not, subject to call-in'],
    ['capacity', 'recorded in the capacity of'],
    ['commandId', 'command'],
    ['correlationId', 'belongs with'],
    ['causationId', 'caused by entry'],
    ['divisionsAffected', 'electoral divisions affected'],
    ['effectiveOn', 'holds from'],
    ['heldBy', 'held by'],
    ['key', 'key decision'],
    ['keyReason', 'why it is key, or is not'],
    ['model', 'delivery model'],
    ['on', 'day'],
    ['pence', 'amount'],
    ['position', 'position in the log'],
    ['provenance', 'how it is known'],
    ['recordedAt', 'recorded at'],
    ['stageSince', 'at this stage since'],
    ['standingSince', 'standing since'],
    ['subjectToCallIn', 'subject to call-in'],
    ['takenOn', 'taken on'],
    ['unitKind', 'kind of unit'],
    ['standingReason', 'standing reason'],
    ['fullYearPence', 'full year'],
    ['council-settings', 'council settings'],
  ])('%s is: %s', (field, words) => {
    expect(fieldInWords(field)).toBe(words);
  });

  it.each([
    ['INH', 'in-house transformation (INH)'],
    ['ICO', 'internally commissioned (ICO)'],
    ['TEC', 'company under the council’s control (Teckal) (TEC)'],
    ['TRD', 'trading company of the council (TRD)'],
    ['JV', 'joint venture (JV)'],
    ['MUT', 'mutual (MUT)'],
    ['SE', 'social enterprise (SE)'],
    ['SHS', 'shared service (SHS)'],
    ['OUT', 'outsourced (OUT)'],
    ['VCS', 'voluntary and community sector (VCS)'],
    ['DEV', 'devolved (DEV)'],
    ['CEA', 'ceased (CEA)'],
    ['A trust', 'A trust'],
  ])('the delivery model %s is: %s', (code, words) => {
    expect(modelInWords(code)).toBe(words);
  });

  it('holds money where it says so, or where the setting beside it does', () => {
    const money = [
      'fullYearPence',
      'pence',
      'cost',
      'saving',
      'savings',
      'expenditure',
      'gross',
      'net',
      'notStated',
    ];
    expect(money.filter((field) => !isMoney(field))).toEqual([]);
    expect(['count', 'value', 'pences'].filter((field) => isMoney(field))).toEqual([]);
    expect(isMoney('value', { setting: 'key-decision-pence' })).toBe(true);
    expect(isMoney('value', { id: 'key-decision-pence' })).toBe(true);
    expect(isMoney('value', { setting: 'call-in-clear-days' })).toBe(false);
    expect(isMoney('value', { setting: 7 })).toBe(false);
    expect(isMoney('count', { setting: 'key-decision-pence' })).toBe(false);
  });

  it('holds a word where nobody wrote its text', () => {
    expect([isWord('stage', 'option-chosen'), isWord('stage', 'Option'), isWord('stage', 'a-')]).toEqual([
      true,
      false,
      false,
    ]);
    const written =
      'title name text reason reasons summary source meeting description reference matter grounds conditions activity part provider organisation role path index note risk keyReason address';
    expect(written.split(' ').filter((field) => isWord(field, 'out-of-hours'))).toEqual([]);
  });

  it('names things of these kinds, the likeliest first', () => {
    const one = {
      ...{
        authorisation: 'decision',
        body: 'body',
        decision: 'decision',
        endorser: 'body',
        entries: 'entry',
      },
      ...{ fromPoint: 'point', fromPortfolio: 'portfolio', fromTranche: 'tranche', milestone: 'milestone' },
      ...{ office: 'office', option: 'option', phase: 'phase', point: 'point', portfolio: 'portfolio' },
      ...{ portfolios: 'portfolio', power: 'power', project: 'project', report: 'report' },
      ...{ rescindedBy: 'decision', review: 'review', saving: 'saving', scale: 'scale', service: 'service' },
      ...{
        setting: 'setting',
        successor: 'unit',
        supersededBy: 'decision',
        theme: 'theme',
        toPoint: 'point',
      },
      ...{ toPortfolio: 'portfolio', tranche: 'tranche', unit: 'unit', units: 'unit' },
    };
    expect(Object.fromEntries(Object.keys(one).map((field) => [field, kindsNamedBy(field).join()]))).toEqual(
      one,
    );
    expect(['by', 'delegatedBy', 'from', 'heldBy', 'maker', 'on', 'to', 'reason'].map(kindsNamedBy)).toEqual([
      ['decision', 'body', 'office'],
      ['body', 'office'],
      ['portfolio', 'body', 'office'],
      ['body', 'office'],
      ['body', 'office'],
      ['body', 'office'],
      ['portfolio', 'body', 'office'],
      [],
    ]);
    expect(['option', 'milestone', 'point', 'review'].map(wholeOf)).toEqual([
      ...['review', 'project', 'scale', undefined],
    ]);
  });
});
