import { describe, expect, it } from 'vitest';
import { printTabSeparated } from '../../../../src/renderer/components/data-table/tab-separated.ts';

describe('printTabSeparated', () => {
  it('separates cells by tabs and rows by line breaks', () => {
    expect(
      printTabSeparated([
        ['a', 'b'],
        ['c', ''],
      ]),
    ).toBe('a\tb\nc\t');
  });

  it.each(['=1+1', '+1+1', '-1+cmd', '@SUM(A1)', ' =1+1', '=HYPERLINK("http://x.example")'])(
    'keeps a spreadsheet from running %s',
    (text) => {
      expect(printTabSeparated([[text]])).toBe(`'${text}`);
    },
  );

  it.each(['-3', '+4', '12.5', '-0,5', 'https://a.example/=b', 'a=b'])('leaves %s as it is', (text) => {
    expect(printTabSeparated([[text]])).toBe(text);
  });

  it('keeps a cell from becoming several', () => {
    expect(printTabSeparated([['a\tb\r\nc']])).toBe('a b c');
  });
});
