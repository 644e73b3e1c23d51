import { describe, expect, it } from 'vitest';
import { splitBareLine } from '../../../src/core/formats/split-bare-line.ts';

describe('splitBareLine', () => {
  it.each([
    ['"a,b,c,d', ['a', 'b', 'c', 'd']],
    ['a,b,c,d"\r', ['a', 'b', 'c', 'd']],
    ['"a" b,"c",d,5" nail', ['"a" b', 'c', 'd', '5" nail']],
    ['a,b,c', null],
    ['a,b,c,d,e', null],
  ])('of %j is %j', (line, cells) => {
    expect(splitBareLine(line, ',', 4)).toEqual(cells);
  });

  it('is nothing where too few cells prove nothing', () => {
    expect(splitBareLine('"a,b,c', ',', 3)).toBeNull();
  });
});
