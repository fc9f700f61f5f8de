import { describe, expect, it } from '@jest/globals';
import { noFacts } from '#acts';
import { civilDate } from '#calendar';
import { conferred, established, factsOf, happened, led } from './county-authority.story.js';
import { authorityIsRecorded, heldPower, makerOn, mayDecide, type AuthorityEvent } from './index.js';

const facts = factsOf(conferred);
const refusalOf = (
  maker: string,
  day: string,
  power: string | undefined = 'found-company',
  entries: readonly AuthorityEvent[] = conferred,
) => mayDecide(factsOf(entries), maker, power, civilDate(day));

describe('A maker', () => {
  it('is named by its id, or by its name on that day in any letters', () => {
    const renamed = factsOf([
      ...established,
      happened('2014-04-01', {
        type: 'BodyRenamed',
        body: 'cabinet',
        fromName: 'Cabinet',
        name: 'Executive',
      }),
    ]);
    const idOn = (said: string, day: string) => makerOn(renamed, said, civilDate(day))?.id;
    expect(idOn('cabinet', '2014-03-31')).toBe('cabinet');
    expect(idOn('CABINET', '2014-03-31')).toBe('cabinet');
    expect(idOn('Executive', '2014-03-31')).toBeUndefined();
    expect(idOn('executive', '2014-04-01')).toBe('cabinet');
    expect(idOn('Cabinet', '2014-04-01')).toBeUndefined();
    expect(idOn('cabinet', '2001-09-09')).toBeUndefined();
    expect(idOn('Leader', '2014-04-01')).toBe('leader');
  });

  it('may decide on each day on which it held the power, and on no other', () => {
    expect(refusalOf('cabinet', '2001-09-10')).toBeUndefined();
    expect(refusalOf('leader', '2015-03-31')?.refused).toBe('power-not-held');
    expect(refusalOf('leader', '2015-04-01')).toBeUndefined();
    expect(refusalOf('leader', '2016-03-31')).toBeUndefined();
    expect(refusalOf('leader', '2016-04-01')?.refused).toBe('power-not-held');
  });

  it('may decide under any power it held, where none is named', () => {
    const any = (maker: string, day: string) => heldPower(facts, maker, undefined, civilDate(day));
    expect([any('leader', '2015-03-31'), any('leader', '2015-04-01'), any('leader', '2016-04-01')]).toEqual([
      false,
      true,
      false,
    ]);
    expect(mayDecide(facts, 'leader', undefined, civilDate('2016-04-01'))?.because).toContain(
      'Leader did not hold any power on 1 April 2016. On that day a power was held by Cabinet.',
    );
  });
});

describe('The refusal of a maker', () => {
  it('says who held the power on that day, and by whose delegation', () => {
    expect(refusalOf('county-council', '2015-10-12')).toMatchObject({
      refused: 'power-not-held',
      because:
        'County Council did not hold power found-company on 12 October 2015. On that day power found-company was held by Cabinet, and by Leader by delegation from Cabinet. Correct the maker, or record what gave it the power with confer-power or delegate-power',
    });
  });

  it('says so where nobody held it', () => {
    expect(refusalOf('county-council', '1999-01-01')?.because).toContain(
      'Nobody held power found-company that day',
    );
    expect(refusalOf('cabinet', '2014-04-01', 'sell-land')?.because).toContain(
      'Nobody held power sell-land that day',
    );
  });

  it('says of whoever is not on record that day, and of a body that is gone, that it is unknown', () => {
    expect(refusalOf('Commissioning Board', '2015-10-12')).toMatchObject({
      refused: 'unknown-maker',
      because: expect.stringContaining('held by Cabinet, and by Leader') as unknown,
    });
    const gone = happened('2017-01-01', { type: 'BodyDissolved', body: 'cabinet' });
    const day = (on: string) => refusalOf('cabinet', on, 'found-company', [...conferred, gone])?.refused;
    expect([day('2016-12-31'), day('2017-01-01')]).toEqual([undefined, 'unknown-maker']);
  });

  it('says of an advisory body that it takes no decision, whoever says it has a power', () => {
    expect(refusalOf('Transformation Advisory Group', '2015-10-12')).toMatchObject({
      refused: 'advisory-body',
      because: expect.stringMatching(/^Transformation Advisory Group advises.*endorse-option/) as unknown,
    });
  });

  it('says of an office that nobody held it', () => {
    const vacant = [
      ...conferred,
      happened('2015-05-20', { type: 'AppointmentEnded', office: 'leader', holder: 'person-2' }),
    ];
    const day = (on: string) => refusalOf('leader', on, 'found-company', vacant)?.refused;
    expect([day('2015-05-20'), day('2015-05-21')]).toEqual([undefined, 'office-vacant']);
  });
});

describe('The authority of a programme', () => {
  it('is recorded once any body or office is, for whatever day', () => {
    expect(authorityIsRecorded(noFacts)).toBe(false);
    expect(authorityIsRecorded(factsOf(established.slice(0, 1)))).toBe(true);
    const ahead = { ...(led[0] as AuthorityEvent), effectiveOn: civilDate('2030-04-01') };
    expect(authorityIsRecorded(factsOf([ahead]))).toBe(true);
  });
});
