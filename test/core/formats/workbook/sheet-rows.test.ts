import { describe, expect, it } from 'vitest';
import { createSheetReader, dateOfDayNumber } from '../../../../src/core/formats/workbook/sheet-rows.ts';

const SURROUNDINGS = { strings: ['one', 'two'], dateStyles: new Set([1]), isFrom1904: false };

function rowsOf(xml: string) {
  return createSheetReader(SURROUNDINGS).push(`<worksheet><sheetData>${xml}</sheetData></worksheet>`);
}

function fieldsOf(xml: string): (readonly string[])[] {
  return rowsOf(xml).map((row) => row.fields);
}

describe('createSheetReader', () => {
  it.each([
    ['a shared string', '<c t="s"><v>1</v></c>', 'two'],
    ['a string of its own', '<c t="inlineStr"><is><r><t>A </t></r><r><t>rose</t></r></is></c>', 'A rose'],
    ['the result of a formula', '<c t="str"><f>A1&amp;B1</f><v>done</v></c>', 'done'],
    ['a whole number', '<c><v>18062769</v></c>', '18062769'],
    ['a number without its binary noise', '<c><v>3.7000000000000002</v></c>', '3.7'],
    ['a number with an exponent', '<c><v>1.2E3</v></c>', '1200'],
    ['a date', '<c s="1"><v>46113</v></c>', '2026-04-01'],
    ['a date and time', '<c s="1"><v>46113.5</v></c>', '2026-04-01 12:00:00'],
    ['a yes', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['an ISO date', '<c t="d"><v>2026-04-01T00:00:00</v></c>', '2026-04-01T00:00:00'],
    ['entities', '<c t="str"><v>a&amp;b &lt;c&gt;</v></c>', 'a&b <c>'],
    ['an escaped line end', '<c t="str"><v>a_x000A_b</v></c>', 'a\nb'],
  ])('reads %s', (_, cell, expected) => {
    expect(fieldsOf(`<row r="1">${cell}</row>`)).toEqual([[expected]]);
  });

  it('leaves an error and an unknown string empty', () => {
    expect(fieldsOf('<row><c t="e"><v>#NAME?</v></c><c t="s"><v>99</v></c><c t="str"><v>x</v></c></row>')).toEqual([
      ['', '', 'x'],
    ]);
  });

  it('puts cells into their columns and rows on their lines', () => {
    const rows = rowsOf(
      '<row r="2"><c r="B2"><v>1</v></c></row><row r="7"><c r="AA7"><v>2</v></c></row><row><c><v>3</v></c></row>',
    );
    expect(rows.map(({ line, fields }) => [line, fields.length, fields.at(-1)])).toEqual([
      [2, 2, '1'],
      [7, 27, '2'],
      [8, 1, '3'],
    ]);
  });

  it('leaves out rows without a filled cell', () => {
    expect(fieldsOf('<row r="1"/><row r="2"><c r="A2" s="1"/></row><row r="3"><c><v>1</v></c></row>')).toEqual([['1']]);
  });

  it('reads the same however the XML is cut', () => {
    const xml =
      '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>12</v></c></row></sheetData></worksheet>';
    const reader = createSheetReader(SURROUNDINGS);
    expect(
      xml
        .split('')
        .flatMap((sign) => reader.push(sign))
        .map((row) => row.fields),
    ).toEqual([['one', '12']]);
  });

  it('reads elements with a namespace prefix', () => {
    expect(fieldsOf('<x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row>')).toEqual([['one']]);
  });

  it.each([
    ['a row number beyond all sheets', '<row r="999999999999"><c><v>1</v></c></row>', 1],
    ['a cell beyond all columns', '<row r="1"><c r="XFD1"><v>1</v></c></row><row r="2"><c><v>1</v></c></row>', 2],
    ['a cell of megabytes', `<row r="1"><c t="str"><v>${'x'.repeat(2_000_000)}</v></c></row>`, 1],
  ])('bounds what comes of %s', (_, xml, count) => {
    const rows = rowsOf(xml);
    expect(rows).toHaveLength(count);
    expect(Math.max(...rows.map((row) => row.fields.length))).toBeLessThanOrEqual(1000);
  });

  it('rejects a row that is too long or too wide', () => {
    expect(rowsOf('<row r="4"><c r="A4"><v>1</v></c><c r="XFD4"><v>1</v></c></row>')).toMatchObject([
      { line: 4, problem: 'too-long' },
    ]);
  });

  it('notices that a row does not end', () => {
    const reader = createSheetReader(SURROUNDINGS);
    reader.push('<worksheet><sheetData><row r="1">');
    for (let piece = 0; piece < 20; piece += 1) reader.push(`<c><v>${'1'.repeat(1_000_000)}</v></c>`);
    expect(reader.isSane()).toBe(false);
  });
});

describe('dateOfDayNumber', () => {
  it.each([
    [45000.5, false, '2023-03-15 12:00:00'],
    [46113, false, '2026-04-01'],
    [44651, true, '2026-04-01'],
    [-5, false, '-5'],
    [1e300, false, '1e+300'],
  ])('reads %d from 1904 %s as %s', (days, isFrom1904, expected) => {
    expect(dateOfDayNumber(days, isFrom1904)).toBe(expected);
  });
});
