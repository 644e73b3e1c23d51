import { describe, expect, it } from 'vitest';
import { learnColumnKinds } from '../../../src/core/formats/column-kinds.ts';
import { mayHideSeparator } from '../../../src/core/formats/hidden-separator.ts';

const WORDS = ['red', 'white', 'wild', 'old', 'late', 'early', 'tall'];
/** Page, anchor, title, two flags; the last is often empty. */
const ROWS = Array.from({ length: 40 }, (_, row) => [
  `https://a${row}.example/`,
  `${WORDS[row % 7]} roses ${WORDS[row % 5]}`,
  `About ${WORDS[row % 6]} roses ${WORDS[row % 3]}`,
  row % 2 === 0 ? 'true' : 'false',
  row % 3 === 0 ? 'true' : '',
]);

describe('mayHideSeparator', () => {
  it.each([
    ['a flag at the end of a text', ['https://a.example/', 'roses', 'Old rosesfalse', 'true'], true],
    ['a flag behind a text at the end of the row', ['https://a.example/', 'roses', 'Old rosestrue'], true],
    ['texts that could be cut anywhere', ['https://a.example/', 'roses red', 'Old roses'], false],
    ['an address and texts that could be cut anywhere', ['https://a.example/roses', 'Old roses', 'Red roses'], false],
    ['cells that would not fit one column on', ['https://a.example/', 'rosestrue', 'Old roses', 'true'], false],
    [
      'a word that ends like a flag, with cells behind it',
      ['https://a.example/', 'untrue', 'Old roses', 'true', ''],
      false,
    ],
  ])('finds %s', (_, fields, expected) => {
    expect(mayHideSeparator(fields, learnColumnKinds(ROWS, 5, new Set([1, 2])))).toBe(expected);
  });
});
