import { describe, expect, it } from 'vitest';
import { learnColumnKinds } from '../../../src/core/formats/column-kinds.ts';

/** The kind of a column with these cells, each as often as makes twenty rows. */
function kindOf(...cells: string[]) {
  const rows = Array.from({ length: 20 }, (_, row) => [cells[row % cells.length] ?? '']);
  const [kind] = learnColumnKinds(rows, 1);
  if (kind === undefined) throw new Error('one column has one kind');
  return kind;
}

const TEXTS = Array.from({ length: 20 }, (_, row) => `Garden story ${'abcdefghijklmnopqrst'[row]} of many`);
const CODES = Array.from({ length: 20 }, (_, row) => `BH-${1001 + row}`);
const PAGES = Array.from({ length: 20 }, (_, row) => `https://a${row}.example/p`);

describe('learnColumnKinds', () => {
  it.each([
    [
      'address',
      PAGES,
      ['https://new.example/x?y=1,2'],
      ['roses', '', 'https://a.example/x y', 'https://a.example/,https://b.example/'],
    ],
    ['address', ['a.example/x', 'b.example/y'], ['c.example/z'], ['roses', 'two words.example']],
    ['host', ['a.example', 'b.example'], ['c.example'], ['https://c.example/', 'roses']],
    ['date', ['2026-01-02', '2025-11-30'], ['2024-12-31'], ['2026-01-02 roses', '2026-1-2', '02/01/2026', '5']],
    ['flag', ['true', 'false'], ['true', 'FALSE'], ['yes', '1', 'roses']],
    ['number', ['17', '4', '203'], ['5'], ['roses', '2026-01-02', '']],
    ['words', ['text', 'image', 'frame'], ['image'], ['images', 'form']],
    ['shape', CODES, ['KL-9999'], ['KL-99999', 'roses', '$4']],
    ['text', TEXTS, ['Anything, even this', 'roses'], ['https://a.example/', '2026-01-02', 'true', '17', ' and roses']],
    ['text', [...TEXTS.slice(0, 17), '17', '18', ' and roses'], ['2026', ' or lilies'], ['true', 'https://a.example/']],
  ] as const)('knows a column of kind %s by its cells', (name, cells, fitting, others) => {
    const kind = kindOf(...cells);
    expect(kind.name).toBe(name);
    expect(fitting.filter((cell) => !kind.fits(cell))).toEqual([]);
    expect(others.filter((cell) => kind.fits(cell))).toEqual([]);
  });

  it('takes any text for one of a column of free texts', () => {
    const rows = Array.from({ length: 20 }, (_, row) => [
      row % 2 === 0 ? 'roses' : 'lilies',
      row % 2 === 0 ? 'a' : 'b',
    ]);
    expect(learnColumnKinds(rows, 2, new Set([0])).map((kind) => kind.fits('tulips'))).toEqual([true, false]);
  });

  it('lets cells be empty only where some are', () => {
    expect([kindOf('a.example', '').mayBeEmpty, kindOf('a.example', 'b.example').mayBeEmpty]).toEqual([true, false]);
    expect(kindOf('17', '').fits(' ')).toBe(true);
  });

  it('takes what often stands among others for one of them', () => {
    const kind = kindOf(...Array.from({ length: 19 }, (_, row) => String(row)), 'n/a');
    expect([kind.name, kind.fits('n/a')]).toEqual(['number', false]);
    const often = learnColumnKinds(
      Array.from({ length: 100 }, (_, row) => [row % 25 === 0 ? 'n/a' : String(row)]),
      1,
    );
    expect([often[0]?.name, often[0]?.fits('n/a')]).toEqual(['number', true]);
  });

  it.each([
    ['a word among dates', ['2026-01-02', '2025-11-30'], 'roses', true],
    ['a date of another pattern', ['2026-01-02', '2025-11-30'], '02/01/2026', false],
    ['an address among words', ['text', 'image'], 'https://a.example/', true],
    ['a new word', ['text', 'image'], 'form', false],
    ['a word among numbers', ['17', '4', '203'], 'n/a', false],
    ['an empty cell where all are filled', ['2026-01-02', '2025-11-30'], '', true],
    ['an empty cell where one is', [...CODES.slice(1), ''], '', false],
    ['a word among addresses', PAGES, 'roses', true],
  ])('says whether %s contradicts', (_, cells, cell, expected) => {
    expect(kindOf(...cells).contradicts(cell)).toBe(expected);
  });
});
