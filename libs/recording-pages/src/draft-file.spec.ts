import { describe, expect, it } from '@jest/globals';
import { DraftFile, draftLimits, DraftTooLarge, type DraftLimits } from './draft-file.js';

const day = 24 * 60 * 60_000;
const begun = {
  owner: 'officer' as string | undefined,
  programme: 'kent',
  kind: 'entry',
  subject: 'open-phase',
  typed: { phase: 'phase-2' },
  seen: 7,
} as const;

function opened(limits: Partial<DraftLimits> = {}) {
  let time = Date.parse('2026-11-23T09:00:00Z');
  const file = DraftFile.open(':memory:', { ...draftLimits, ...limits }, () => time);
  return { file, pass: (ms: number) => (time += ms) };
}

describe('What somebody has begun', () => {
  it('is found again by them, and by nobody else', () => {
    const { file } = opened();
    const { id } = file.begin(begun);
    expect(file.find(id, 'officer', 'kent')).toMatchObject({ ...begun, id });
    expect(file.find(id, 'somebody-else', 'kent')).toBeUndefined();
    expect(file.find(id, 'officer', 'essex')).toBeUndefined();
    expect(file.find('nothing', 'officer', 'kent')).toBeUndefined();
  });

  it('while signed out is theirs who goes on with it first', () => {
    const { file } = opened();
    const { id } = file.begin({ ...begun, owner: undefined });
    expect(file.find(id, 'officer', 'kent')?.owner).toBe('officer');
    expect(file.find(id, 'somebody-else', 'kent')).toBeUndefined();
  });

  it('is shown all of the record again where that is another book, and else what came since', () => {
    const { file } = opened();
    file.belongTo('kent');
    const { id } = file.begin(begun);
    file.belongTo('kent');
    expect(file.find(id, 'officer', 'kent')?.seen).toBe(7);
    file.belongTo('kent-restored');
    expect(file.find(id, 'officer', 'kent')?.seen).toBe(0);
  });

  it('keeps what was typed since under the same key', () => {
    const { file } = opened();
    const draft = file.begin(begun);
    file.keep(draft, { phase: 'phase-3' }, 9);
    expect(file.find(draft.id, 'officer', 'kent')).toMatchObject({
      typed: { phase: 'phase-3' },
      seen: 9,
      key: draft.key,
    });
  });

  it('is listed until it is recorded or dropped, the last touched first', () => {
    const { file, pass } = opened();
    const [one, two, three] = [file.begin(begun), file.begin(begun), file.begin(begun)];
    pass(1);
    file.keep(one, { phase: 'phase-1' });
    file.recorded(two, ['entry']);
    file.drop(three);
    pass(1);
    const four = file.begin(begun);
    expect(file.unfinished('officer', 'kent').map(({ id }) => id)).toEqual([four.id, one.id]);
    expect(file.unfinished('somebody-else', 'kent')).toEqual([]);
  });

  it('says once recorded what it was recorded as, whatever is typed after', () => {
    const { file } = opened();
    const draft = file.begin(begun);
    file.recorded(draft, ['entry']);
    file.recorded(draft, ['another']);
    file.keep(draft, { phase: 'phase-3' });
    expect(file.find(draft.id, 'officer', 'kent')).toMatchObject({ typed: begun.typed, recorded: ['entry'] });
    expect(file.mostUsed('kent', 5)).toEqual(['open-phase']);
  });

  it('is forgotten when it has not been touched for as long as was set', () => {
    const { file, pass } = opened({ keptFor: 2 * day });
    const { id } = file.begin(begun);
    pass(2 * day);
    expect(file.find(id, 'officer', 'kent')).toBeDefined();
    pass(1);
    expect(file.find(id, 'officer', 'kent')).toBeUndefined();
    expect(file.unfinished('officer', 'kent')).toEqual([]);
  });

  it('makes room for what is begun after it, where one person has too many', () => {
    const { file, pass } = opened({ mostOfOne: 2, mostOfNobody: 1 });
    const ids = [1, 2, 3].map(() => {
      pass(1);
      return file.begin(begun).id;
    });
    expect(file.unfinished('officer', 'kent').map(({ id }) => id)).toEqual([ids[2], ids[1]]);
    const [lost, kept] = [1, 2].map(() => {
      pass(1);
      return file.begin({ ...begun, owner: undefined }).id;
    });
    expect(file.find(lost ?? '', 'officer', 'kent')).toBeUndefined();
    expect(file.find(kept ?? '', 'officer', 'kent')).toBeDefined();
  });

  it('is refused where it is too large, and what was kept before is kept', () => {
    const { file } = opened({ largest: 100 });
    expect(() => file.begin({ ...begun, typed: { phase: 'x'.repeat(100) } })).toThrow(DraftTooLarge);
    const draft = file.begin(begun);
    expect(() => file.keep(draft, { phase: 'x'.repeat(100) })).toThrow(DraftTooLarge);
    expect(file.find(draft.id, 'officer', 'kent')?.typed).toEqual(begun.typed);
  });

  it('counts what is recorded most in each programme', () => {
    const { file } = opened();
    for (const subject of ['open-phase', 'close-phase', 'close-phase'])
      file.recorded(file.begin({ ...begun, subject }), []);
    expect(file.mostUsed('kent', 5)).toEqual(['close-phase', 'open-phase']);
    expect(file.mostUsed('kent', 1)).toEqual(['close-phase']);
    expect(file.mostUsed('essex', 5)).toEqual([]);
  });
});
