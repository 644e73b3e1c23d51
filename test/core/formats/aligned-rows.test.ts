import { describe, expect, it } from 'vitest';
import { createAlignedSplitter, findColumnStarts } from '../../../src/core/formats/aligned-rows.ts';
import { MAX_ROW_CHARS } from '../../../src/core/formats/row-splitter.ts';

describe('findColumnStarts', () => {
  it.each([
    ['columns', ['URL        Date', 'a.example  2026-01-01', 'b.example  2026-01-02'], [0, 11]],
    ['numbers at the right', ['URL        Links', 'a.example     12', 'b.example      3'], [0, 11]],
    ['an empty cell', ['URL        Date', 'a.example', 'b.example  2026-01-02'], [0, 11]],
    ['blanks between words', ['one two', 'red hat', 'big map'], null],
    ['too few lines', ['URL        Date', 'a.example  2026-01-01'], null],
    ['no lines', [], null],
  ])('finds %s', (_, lines, starts) => {
    expect(findColumnStarts(lines)).toEqual(starts);
  });
});

describe('createAlignedSplitter', () => {
  const read = (text: string) => {
    const splitter = createAlignedSplitter({ columnStarts: [0, 11], lineEnd: '\n' });
    const rows = Array.from(text).flatMap((sign) => splitter.push(sign));
    return [...rows, ...splitter.end()].map(({ line, fields, problem }) => [line, problem ?? fields]);
  };

  it('cuts where the columns start, and at gaps where a cell is longer than those before', () => {
    const text = 'URL        Date\r\na.example  2026\n\nlong-name.example  2027\nb.example';
    expect(read(text)).toEqual([
      [1, ['URL', 'Date']],
      [2, ['a.example', '2026']],
      [4, ['long-name.example', '2027']],
      [5, ['b.example', '']],
    ]);
  });

  it('rejects a line that fits neither', () => {
    expect(read('long-name.example  2027  more')).toEqual([[1, 'broken-row']]);
  });

  it('rejects an over-long line once', () => {
    const splitter = createAlignedSplitter({ columnStarts: [0, 11], lineEnd: '\n' });
    const piece = 'x'.repeat(MAX_ROW_CHARS / 2);
    const rows = [piece, piece, piece, piece, '\na.example  2026\n'].flatMap((text) => splitter.push(text));
    expect([...rows, ...splitter.end()].map(({ line, problem }) => [line, problem])).toEqual([
      [1, 'too-long'],
      [2, null],
    ]);
  });
});
