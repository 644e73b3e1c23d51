import { describe, expect, it } from 'vitest';
import { detectAsTold } from '../../../src/core/formats/detect-as-told.ts';
import { settleHeader } from '../../../src/core/formats/settle-header.ts';

/** A header over five rows, each with these cells. */
function table(header: string, row: string): string[][] {
  return [header, ...Array.from({ length: 5 }, () => row)].map((line) => line.split('|'));
}

function settled(header: string, row: string): string | undefined {
  return settleHeader(table(header, row)).rows[0]?.join('|');
}

const ROW = 'https://a.example/|https://client.example/|roses|true|2026-01-02';
const NAMES = 'Source URL|Target URL|Anchor|Nofollow|First seen';

describe('settleHeader', () => {
  it.each([
    ['in front', `|${NAMES}`],
    ['between addresses', 'Source URL||Target URL|Anchor|Nofollow|First seen'],
    ['before a column of flags', 'Source URL|Target URL|Anchor||Nofollow|First seen'],
    ['before the last column', 'Source URL|Target URL|Anchor|Nofollow| |First seen'],
  ])('leaves out an empty name %s for which no row has a cell', (_, header) => {
    expect(settled(header, ROW)).toBe(NAMES);
  });

  it.each([
    ['row names without a name', NAMES, `1|${ROW}`, `|${NAMES}`],
    [
      'two names that have grown together',
      'Source URL|Target URL|AnchorNofollow|First seen',
      ROW,
      'Source URL|Target URL||AnchorNofollow|First seen',
    ],
  ])('puts an empty name in for %s', (_, header, row, expected) => {
    expect(settled(header, row)).toBe(expected);
  });

  it.each([
    ['an empty name that the rows have a cell for', `|${NAMES}`, `1|${ROW}`],
    ['empty names at the end', `${NAMES}||`, ROW],
    ['two empty names', '|Source URL||Target URL|Anchor|Nofollow|First seen', ROW],
    [
      'an empty last column that the rows leave out',
      '|Source URL|Target URL|Anchor|Note',
      '7|https://a.example/|https://client.example/|roses',
    ],
    ['rows that end with a separator', NAMES, `${ROW}|`],
    ['names of addresses that have grown together', 'Source URL|Target URLAnchor|Nofollow|First seen', ROW],
    ['names nobody knows', 'Wo||Wohin|Wort', 'https://a.example/|https://client.example/|roses'],
    ['no names', 'https://b.example/|https://client.example/', 'https://a.example/|https://client.example/'],
  ])('leaves %s alone', (_, header, row) => {
    expect(settleHeader(table(header, row))).toEqual({ rows: table(header, row), reason: null });
  });
});

describe('detectAsTold', () => {
  const rows = table(`|${NAMES}`, ROW);

  it.each([
    ['found out', {}],
    ['told by a format', { format: 'generic-csv' }],
    ['told by a mapping', { mapping: { source: 'Source URL', target: 'Target URL' } }],
  ])('reads settled names and says so where the format is %s', (_, told) => {
    expect(detectAsTold({ rows }, told)).toMatchObject({
      columns: { source: [0], target: [1] },
      reasons: expect.arrayContaining(['an empty column name was left out: no row has a cell for it']),
    });
  });

  it('says what cannot be as it was told', () => {
    expect(detectAsTold({ rows }, { format: 'nonsense' })).toBe('There is no format “nonsense”.');
    expect(detectAsTold({ rows }, { mapping: { source: 'Elsewhere' } })).toContain('has no column “Elsewhere”');
  });
});
