import { describe, expect, it } from 'vitest';
import { applyMapping, parseColumnMapping } from '../../../src/core/formats/column-mapping.ts';

describe('parseColumnMapping', () => {
  it.each([
    ['source=URL,target=To,anchor=Text', { source: 'URL', target: 'To', anchor: 'Text' }],
    ['source="Goes, from", lastSeen=#3', { source: 'Goes, from', lastSeen: '#3' }],
    ['domain=Site', { domain: 'Site' }],
  ])('reads %s', (text, mapping) => {
    expect(parseColumnMapping(text)).toEqual({ kind: 'mapping', mapping });
  });

  it.each([
    ['target=To', 'must name the column of the linking page'],
    ['source', '“source” is not of the form role=column'],
    ['source=', 'not of the form'],
    ['origin=URL', '“origin” is no role'],
    ['', 'must name'],
  ])('says what is wrong with %s', (text, words) => {
    const parsed = parseColumnMapping(text);
    expect(parsed.kind === 'problem' && parsed.message).toContain(words);
  });
});

describe('applyMapping', () => {
  const rows = [['made by hand'], ['Wo', 'Wohin', 'Note'], ['https://a.example/', 'https://client.example/', 'x']];

  it('finds columns by name below a preamble', () => {
    const applied = applyMapping({ source: 'wo', target: 'Wohin' }, { rows });
    expect(applied).toMatchObject({
      kind: 'detection',
      detection: {
        format: { id: 'generic-csv' },
        headerRow: 1,
        columns: { source: [0], target: [1] },
        metrics: [{ name: 'Note', position: 2 }],
      },
    });
  });

  it('takes positions where the data starts at once', () => {
    const applied = applyMapping({ source: 0, target: '#2' }, { rows: rows.slice(2) });
    expect(applied).toMatchObject({
      kind: 'detection',
      detection: { headerRow: null, columns: { source: [0], target: [1] } },
    });
  });

  it('names the column that is not there', () => {
    expect(applyMapping({ source: 'Woher' }, { rows: rows.slice(1) })).toEqual({
      kind: 'problem',
      message: 'The file has no column “Woher”. Its columns are “Wo”, “Wohin”, “Note”.',
    });
  });
});
