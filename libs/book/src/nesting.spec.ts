import { describe, expect, it } from '@jest/globals';
import { isNestedTooDeep } from './nesting.js';

const nested = (text: string) => isNestedTooDeep(Buffer.from(text));
const lists = (many: number) => '['.repeat(many) + ']'.repeat(many);

describe('What stands in one another', () => {
  it('may be sixty-four deep, as lists or as objects, however much there is side by side', () => {
    expect([64, 65, 500_000].map((deep) => nested(lists(deep)))).toEqual([false, true, true]);
    expect(nested('{"x":'.repeat(65))).toBe(true);
    expect(nested(`[${Array.from({ length: 1_000 }, () => lists(60)).join(',')}]`)).toBe(false);
  });

  it('is no bracket within a text, and a text ends at no quote that is written as one', () => {
    expect(nested(`{"name":"${'['.repeat(100)}"}`)).toBe(false);
    expect(nested(`{"name":"\\"${'['.repeat(100)}\\\\"}`)).toBe(false);
    expect(nested(`{"name":"\\\\","x":${'['.repeat(64)}`)).toBe(true);
  });
});
