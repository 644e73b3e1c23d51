import { describe, expect, it } from 'vitest';
import { decideColumns } from '../../../src/core/formats/column-decisions.ts';

function column(...cells: string[]): string[][] {
  return cells.map((cell) => [cell]);
}

describe('decideColumns', () => {
  it.each([
    ['day first where one cell proves it', column('01/02/2026', '13/02/2026'), 'day-first'],
    ['month first where one cell proves it', column('01/02/2026', '02/13/2026'), 'month-first'],
    ['day first where nothing is proved', column('01/02/2026'), 'day-first'],
    ['the majority where cells disagree', column('13/02/2026', '02/13/2026', '02/14/2026'), 'month-first'],
  ])('reads dates %s', (_, rows, style) => {
    expect(decideColumns(rows, { firstSeen: [0] }, 1).dates.get(0)).toBe(style);
  });

  it('lets a date column without proof follow the others of the file', () => {
    const rows = [['01/02/2026', '02/13/2026']];
    const { dates } = decideColumns(rows, { firstSeen: [0], lastSeen: [1] }, 2);
    expect([...dates]).toEqual([
      [0, 'month-first'],
      [1, 'month-first'],
    ]);
  });

  it.each([
    ['a decimal comma', column('100,000', '0,033'), 'comma'],
    ['a decimal point', column('18,062,769', '1,234'), 'point'],
    ['a decimal point where nothing is proved', column('100,000'), 'point'],
    ['numbers among a few other words', column('1', '2', '3', '4', 'n/a'), 'point'],
    ['no numbers in a column of text', column('1', 'two', 'three'), undefined],
    ['no numbers in addresses of machines', column('192.0.2.7', '198.51.100.4'), undefined],
    ['no numbers in a blank column', column('', ' '), undefined],
  ])('finds %s', (_, rows, style) => {
    expect(decideColumns(rows, {}, 1).numbers.get(0)).toBe(style);
  });
});
