import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { mostProblems, takeIn } from './index.js';

const kent = { programme: 'kent', today: civilDate('2026-11-23') };
const openPhase = (body: unknown) => takeIn('open-phase', body, kent);

describe('What was sent', () => {
  it('becomes the domain command, holding from today and observed where nothing else is said', () => {
    expect(openPhase({ phase: 'phase-1' })).toEqual({
      command: {
        type: 'open-phase',
        programme: 'kent',
        effectiveOn: '2026-11-23',
        provenance: 'observed',
        phase: 'phase-1',
      },
    });
  });

  it('keeps texts as they were typed, but for what nobody sees at their ends', () => {
    const reason = 'The minutes say:  “too early”.\n\n\tSee item 4.';
    const typed = `  ${reason} \u00a0\n`;
    expect(takeIn('close-phase', { phase: 'phase-1', reason: typed }, kent)).toMatchObject({
      command: { reason },
    });
    const unit = { unit: 'legal', name: 'Legal ', code: '11\u00a0', directorate: '\u200bCustomer' };
    expect(takeIn('register-unit', unit, kent)).toMatchObject({
      command: { name: 'Legal', code: '11', directorate: 'Customer' },
    });
  });

  it('takes a stream that is named with a space at its end for that stream', () => {
    const strike = {
      stream: 'kent/programme ',
      entries: ['an-entry'],
      reason: 'Typed twice',
      authority: 'Cabinet',
    };
    expect(takeIn('strike-entry', strike, kent)).toMatchObject({ strike: { stream: 'kent/programme' } });
  });

  it('does not know a command that no stream has, not even one with a name every object knows', () => {
    for (const name of ['fly-away', '', 'OpenPhase', '__proto__', 'constructor', 'toString']) {
      expect(takeIn(name, {}, kent)).toEqual({ unknownCommand: true });
    }
  });

  it('must be a JSON object', () => {
    for (const body of [undefined, null, 'phase-1', 3, true, [], [{ phase: 'phase-1' }]]) {
      expect(openPhase(body)).toEqual({
        problems: [{ field: '', problem: 'the body must be a JSON object' }],
      });
    }
  });

  it('must be sent to a programme whose id can be one', () => {
    for (const programme of ['', 'Kent', 'kent/other', '-kent', 'k'.repeat(65), '__proto__']) {
      expect(takeIn('open-phase', { phase: 'phase-1' }, { ...kent, programme })).toEqual({
        problems: [
          {
            field: 'programme',
            problem:
              'programme must be an id of at most 64 lower-case letters, digits and hyphens, such as kent',
          },
        ],
      });
    }
  });

  it('must hold every field that is needed, and the words say how to write it', () => {
    expect(takeIn('set-savings-target', { basis: 'net', toYear: '2017/18' }, kent)).toEqual({
      problems: [
        { field: 'pence', problem: 'pence is needed: it must be a whole number of pence, such as 933520000' },
        {
          field: 'fromYear',
          problem: "fromYear is needed: it must be a financial year such as '2015/16' or '2015-16'",
        },
      ],
    });
  });

  it('is told everything that is wrong with it at once, with the path of each field as it was sent', () => {
    const body = {
      tranche: 'First',
      name: ' ',
      totals: [
        { heading: 'corporate support', pence: 7_610_000_000, basis: 'not-stated' },
        { heading: 'front line', pence: 22.1, basis: 'gros', colour: 'blue' },
        'nothing',
      ],
      takenOn: '2014-02-30',
    };
    expect(takeIn('define-tranche', body, kent)).toEqual({
      problems: [
        {
          field: 'tranche',
          problem:
            'tranche must be an id of at most 64 lower-case letters, digits and hyphens, such as legal-services',
        },
        {
          field: 'name',
          problem: 'name must not be blank: it must be a text of one line, of at most 200 characters',
        },
        {
          field: 'totals.1.colour',
          problem: 'there is no field of this name here: use heading, pence, basis',
        },
        { field: 'totals.1.pence', problem: 'pence must be a whole number of pence, such as 933520000' },
        { field: 'totals.1.basis', problem: "basis must be 'gross', 'net' or 'not-stated'" },
        {
          field: 'totals.2',
          problem: 'each in the list must be an object with heading, pence, basis',
        },
        {
          field: 'takenOn',
          problem:
            'takenOn must be a date such as 2014-03-21, or 2014-03 or 2014 where only the month or the year is known; 30 February 2014 is no date: February 2014 has 28 days',
        },
      ],
    });
  });

  it('is told of no more than a hundred problems', () => {
    const body = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`field-${index}`, index]));
    expect(openPhase(body)).toMatchObject({ problems: { length: mostProblems } });
  });
});

describe('A field that the form does not have', () => {
  const noSuchField = { problem: expect.stringMatching(/^there is no field of this name here: use /) };

  it('is refused by name, and the words list the fields there are', () => {
    expect(openPhase({ phase: 'phase-1', color: 'red' })).toEqual({
      problems: [
        {
          field: 'color',
          problem:
            'there is no field of this name here: use phase, effectiveOn, takenOn, precision, decision, provenance, source, exception',
        },
      ],
    });
  });

  it('is refused where its name is one that every object knows', () => {
    for (const name of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf']) {
      const body: unknown = JSON.parse(
        `{ "phase": "phase-1", ${JSON.stringify(name)}: { "phase": "phase-2" } }`,
      );
      expect(openPhase(body)).toEqual({ problems: [{ field: name, ...noSuchField }] });
    }
  });

  it('is refused at every depth', () => {
    const total = '{ "heading": "front line", "pence": 1, "basis": "net", "__proto__": { "pence": 2 } }';
    const totals: unknown = JSON.parse(`{ "tranche": "first", "name": "First", "totals": [${total}] }`);
    expect(takeIn('define-tranche', totals, kent)).toEqual({
      problems: [{ field: 'totals.0.__proto__', ...noSuchField }],
    });
    const exception: unknown = JSON.parse(
      '{ "rule": "not-there", "reason": "Not in the source", "constructor": 1 }',
    );
    expect(openPhase({ phase: 'phase-1', provenance: 'minuted', exception })).toEqual({
      problems: [{ field: 'exception.constructor', ...noSuchField }],
    });
  });

  it('is refused where it is what the command already says: its type, its programme', () => {
    expect(openPhase({ phase: 'phase-1', type: 'open-phase', programme: 'kent' })).toEqual({
      problems: [
        { field: 'type', ...noSuchField },
        { field: 'programme', ...noSuchField },
      ],
    });
  });

  it('does not give a value to a field that was not sent', () => {
    const body: unknown = JSON.parse('{ "__proto__": { "phase": "phase-1" } }');
    expect(openPhase(body)).toMatchObject({ problems: [{ field: '__proto__' }, { field: 'phase' }] });
  });
});

describe('An exception', () => {
  const exception = { rule: 'option-without-reason', reason: 'Not in the source' };

  it('may be carried by an entry that was minuted or reconstructed', () => {
    for (const provenance of ['minuted', 'reconstructed']) {
      expect(openPhase({ phase: 'phase-1', provenance, exception })).toMatchObject({
        command: { exception },
      });
    }
  });

  it('may not be carried by any other entry', () => {
    for (const provenance of [undefined, 'observed', 'estimated', 'illustrative']) {
      expect(openPhase({ phase: 'phase-1', ...(provenance && { provenance }), exception })).toEqual({
        problems: [
          {
            field: 'exception',
            problem:
              'exception is only for an entry whose provenance is minuted or reconstructed: the past was not tidy, but today has no excuse',
          },
        ],
      });
    }
  });

  it('must name the rule and the reason', () => {
    expect(openPhase({ phase: 'phase-1', provenance: 'minuted', exception: {} })).toMatchObject({
      problems: [{ field: 'exception.rule' }, { field: 'exception.reason' }],
    });
  });
});

describe('A record of a decision', () => {
  it('names the decision it records', () => {
    for (const command of ['record-decision', 'complete-decision-record']) {
      expect(takeIn(command, { title: 'Legal Services', maker: 'Cabinet' }, kent)).toMatchObject({
        problems: expect.arrayContaining([
          {
            field: 'decision',
            problem:
              'decision is needed: it must be an id of at most 64 lower-case letters, digits and hyphens, such as legal-services',
          },
        ]),
      });
    }
  });

  it('takes "none considered" and "none declared" as values, and an empty list as none', () => {
    const record = { decision: 'legal-option', title: 'Legal Services', maker: 'Cabinet' };
    const none = { alternatives: 'none considered', conflicts: 'none declared' };
    expect(takeIn('record-decision', { ...record, ...none }, kent)).toMatchObject({ command: none });
    expect(takeIn('record-decision', { ...record, alternatives: [], conflicts: 'none' }, kent)).toEqual({
      problems: [
        {
          field: 'alternatives',
          problem:
            "alternatives must be 'none considered', or a list of one or more, each an object with option, reason",
        },
        {
          field: 'conflicts',
          problem:
            "conflicts must be 'none declared', or a list of one or more, each an object with declaredBy, nature, dispensation",
        },
      ],
    });
  });
});

describe('A council setting', () => {
  it('takes the value that its setting asks for', () => {
    const set = (setting: unknown, value: unknown) => takeIn('set-council-setting', { setting, value }, kent);
    expect(set('notice-basis', 'working')).toMatchObject({
      command: { setting: 'notice-basis', value: 'working' },
    });
    expect(set('call-in-clear-days', 5)).toMatchObject({
      command: { setting: 'call-in-clear-days', value: 5 },
    });
    expect(set('notice-basis', 5)).toEqual({
      problems: [{ field: 'value', problem: "value must be 'calendar' or 'working'" }],
    });
    expect(set('call-in-clear-days', 'working')).toEqual({
      problems: [{ field: 'value', problem: 'value must be a whole number, 0 or more' }],
    });
    expect(set('constructor', 5)).toMatchObject({ problems: [{ field: 'setting' }] });
  });
});
