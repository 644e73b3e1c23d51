import { describe, expect, it } from 'vitest';
import { createRowSplitter, MAX_ROW_CHARS, type SplitRow } from '../../../src/core/formats/row-splitter.ts';

function splitIn(pieces: readonly string[], delimiter = ',', lineEnd: '\n' | '\r' = '\n'): SplitRow[] {
  const splitter = createRowSplitter({ delimiter, lineEnd });
  return [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()];
}

function cut(text: string, size: number): string[] {
  return Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
    text.slice(index * size, (index + 1) * size),
  );
}

function cells(text: string, delimiter?: string, lineEnd?: '\n' | '\r'): (readonly string[])[] {
  return splitIn([text], delimiter, lineEnd).map((row) => row.fields);
}

describe('createRowSplitter', () => {
  it.each([
    [
      'plain cells',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'no final line end',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'CRLF',
      'a,b\r\n"c",d\r\n"e","f"\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
    ],
    ['CRLF and LF mixed', 'a\r\nb\nc', [['a'], ['b'], ['c']]],
    ['quoted delimiters', '"a,b",c\n', [['a,b', 'c']]],
    ['doubled quotes', '"a ""b""",""""\n', [['a "b"', '"']]],
    ['empty quoted cells', '"",""\n', [['', '']]],
    [
      'cells over lines',
      '"a\nb",c\nd,e',
      [
        ['a\nb', 'c'],
        ['d', 'e'],
      ],
    ],
    ['blanks before a quote', 'a, "b, c", d\n', [['a', 'b, c', ' d']]],
    [
      'a trailing delimiter',
      'a,\n"b",',
      [
        ['a', ''],
        ['b', ''],
      ],
    ],
    ['blank lines between', 'a\n\n  \nb\n\n', [['a'], ['b']]],
    ['quotes inside unquoted cells', 'a 5" nail,b\n', [['a 5" nail', 'b']]],
    ['bare quotes inside quoted cells', '"he said "hi" twice",b\n', [['he said "hi" twice', 'b']]],
    ['blanks behind a closing quote', '"a" ,b\n', [['a', 'b']]],
    ['ragged rows', 'a,b,c\nd\n', [['a', 'b', 'c'], ['d']]],
  ])('reads %s', (_, text, rows) => {
    expect(cells(text)).toEqual(rows);
  });

  it('reads tabs and carriage returns alone', () => {
    expect(cells('a\tb,c\n', '\t')).toEqual([['a', 'b,c']]);
    expect(cells('a,b\r"c\r",d\re', ',', '\r')).toEqual([['a', 'b'], ['c\r', 'd'], ['e']]);
  });

  it('gives every row the line on which it starts', () => {
    expect(splitIn(['a\n\n"b\nc"\n"d\r\ne\r\nf"\r\ng']).map((row) => row.line)).toEqual([1, 3, 5, 8]);
  });

  it('reads the same whatever the pieces', () => {
    const text = 'h1,h2\r\n"a ""x""\r\ny",b\r\n\r\n"c",d"e\r\nf,"g" \r\n"open,h\r\ni,j\r\n';
    const whole = splitIn([text]);
    for (let size = 1; size < text.length; size += 1) {
      const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
      expect(splitIn(pieces)).toEqual(whole);
    }
  });

  it('rejects the line of a quote that never closes and reads on behind it', () => {
    expect(splitIn(['a,"b\nc,d\ne,"f"\n'])).toEqual([
      { line: 1, fields: ['a,"b'], raw: 'a,"b', problem: 'broken-row' },
      { line: 2, fields: ['c', 'd'], raw: 'c,d', problem: null },
      { line: 3, fields: ['e', 'f'], raw: 'e,"f"', problem: null },
    ]);
  });

  it.each([
    ['a quote that never closes', ['1,"two,3,4'], [['1', 'two', '3', '4']]],
    ['a quote that does not close in its cell', ['"1","two,"3","4"'], [['1', 'two', '3', '4']]],
    [
      'a quote that closes rows later',
      ['1,"two,3,4', '5,6,7,8', '9,ten",11,12'],
      [
        ['1', 'two', '3', '4'],
        ['5', '6', '7', '8'],
        ['9', 'ten"', '11', '12'],
      ],
    ],
    ['bare quotes at the start of a cell', ['"Best" tools,2,3,4'], [['"Best" tools', '2', '3', '4']]],
    ['quotes behind backslashes', ['"say \\"a\\", b",2,3,4'], [['say "a", b', '2', '3', '4']]],
    [
      'bare quotes in a cell over lines',
      ['1,"a\nthe "b" c\nor "d" e",3,4'],
      [['1', 'a\nthe "b" c\nor "d" e', '3', '4']],
    ],
    ['a cell over lines whose text is no row', ['"a\nb, c\nd",2,3,4'], [['a\nb, c\nd', '2', '3', '4']]],
    ['a short row with a delimiter in quotes', ['1,"two, too",3'], [['1', 'two, too', '3']]],
    ['a line that is none of these', ['1,"two,3,4,5'], [['1,"two,3,4,5']]],
  ])('among rows of four cells reads %s', (_, lines, rows) => {
    const text = ['a,b,c,d', ...lines, '"e",f,g,"h"', ''].join('\n');
    for (const pieces of [[text], text.match(/[^]{1,7}/g) ?? []]) {
      expect(splitIn(pieces).map((row) => row.fields)).toEqual([['a', 'b', 'c', 'd'], ...rows, ['e', 'f', 'g', 'h']]);
    }
  });

  it('rejects a row that is too long and reads on behind it', () => {
    const long = 'x'.repeat(MAX_ROW_CHARS + 10);
    for (const pieces of [
      [`a\n${long}\nb\n`],
      ['a\n', long.slice(0, 700_000), `${long.slice(700_000)}${long}`, `${long}\nb\n`],
    ]) {
      const rows = splitIn(pieces);
      expect(rows.map((row) => [row.line, row.problem])).toEqual([
        [1, null],
        [2, 'too-long'],
        [3, null],
      ]);
    }
  });

  it.each([
    ['lines of prose', 'It was, as they say, a fine garden.\r\n'],
    ['lines with quotes', 'He said ""roses"", and ""thorns"" \n'],
    ['lines with bare quotes', 'It was a "fine" garden\r\n'],
    ['one line', 'roses '],
  ])('rejects a row with a quoted cell of ten megabytes once: %s', (_, text) => {
    const long = `b,"${text.repeat(10_000_000 / text.length)}","c, ""d""\ne",f`;
    const lines = long.split('\n').length;
    for (const size of [10_000, 65_536, 20_000_000]) {
      const rows = splitIn(cut(`1,2,3,4\n${long}\n5,6,"7",8\n`, size));
      expect(rows.map((row) => [row.line, row.problem ?? row.fields.length])).toEqual([
        [1, 4],
        [2, 'too-long'],
        [2 + lines, 4],
      ]);
      expect(rows[1]?.raw).toHaveLength(MAX_ROW_CHARS);
    }
  });

  it('loses one line to a quote that never closes among rows, however many come behind it', () => {
    const rows = splitIn(cut(`1,2,3\n4,"5,6\n${'7,8,9\n'.repeat(500_000)}`, 65_536));
    expect(rows.filter((row) => row.problem !== null).map((row) => row.line)).toEqual([2]);
    expect(rows).toHaveLength(500_002);
  });

  it('finds rows again behind a quote that seemed to open a long cell', () => {
    const text = `1,2,3,4\n5,"6,7,8\n${'no row\n'.repeat(300_000)}${'1,2,3,4\n'.repeat(1000)}`;
    const rows = splitIn(cut(text, 65_536));
    expect(rows.filter((row) => row.problem === null)).toHaveLength(981);
    expect(rows.map((row) => row.problem).indexOf('too-long')).toBe(1);
  });

  it.each([
    ['a ragged row before', '1,2,3,4,,,\n5,6,7,"8\n1,2,3,4\n5,6,7,8\n9,1,2,3\n'],
    ['blank lines between', '5,6,7,"8\n\n1,2,3,4\n\n5,6,7,8\n\n9,1,2,3\n'],
    ['a comment between', '5,6,7,"8\n1,2,3,4\n# "note"\n5,6,7,8\n9,1,2,"3"\n'],
  ])('gives no rows to a quote that never closes: %s', (_, text) => {
    const fields = splitIn([`a,b,c,d\n1,2,3,4\n${text}`]).map((row) => row.fields);
    expect(fields).toContainEqual(['1', '2', '3', '4']);
    expect(fields).toContainEqual(['5', '6', '7', '8']);
    expect(fields.at(-1)).toEqual(['9', '1', '2', '3']);
  });

  it('reads quoted cells before two carriage returns', () => {
    expect(cells('"a","b"\r\r\n"c","d"\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('takes a cell that is cut off with the file for one broken row', () => {
    expect(splitIn(['a,b,c\n1,"roses\nand more\nand'])).toEqual([
      { line: 1, fields: ['a', 'b', 'c'], raw: 'a,b,c', problem: null },
      { line: 2, fields: ['1,"roses\nand more\nand'], raw: '1,"roses\nand more\nand', problem: 'broken-row' },
    ]);
  });

  it('reads single quotes where they are said to stand around cells', () => {
    const splitter = createRowSplitter({ delimiter: ',', lineEnd: '\n', quote: "'" });
    const text = "a,b,c,d\n'1, one','it''s \"2\"','3\n4',5\n'x,y,z,0\n";
    expect([...splitter.push(text), ...splitter.end()].map((row) => row.fields)).toEqual([
      ['a', 'b', 'c', 'd'],
      ['1, one', 'it\'s "2"', '3\n4', '5'],
      ['x', 'y', 'z', '0'],
    ]);
  });

  it('stays fast where every line opens a quote', () => {
    const rows = splitIn(Array.from({ length: 40 }, () => '"""" x ""\n'.repeat(10_000)));
    expect(rows.at(-1)?.line).toBeGreaterThan(390_000);
  });

  it('accounts for every line of broken text', () => {
    const signs = ['"', ',', '\n', 'a', '""', '\r\n', ' '];
    let seed = 7;
    const next = (): string => signs[(seed = (seed * 48_271) % 2_147_483_647) % signs.length] ?? '';
    for (let round = 0; round < 300; round += 1) {
      const text = Array.from({ length: 60 }, next).join('');
      const lines = splitIn([text]).map((row) => row.line);
      expect(lines).toEqual([...new Set(lines)].sort((one, other) => one - other));
      const raw = splitIn([text])
        .map((row) => row.raw)
        .join('');
      expect(raw.replace(/[\s]/g, '')).toBe(text.replace(/[\s]/g, ''));
    }
  });
});
