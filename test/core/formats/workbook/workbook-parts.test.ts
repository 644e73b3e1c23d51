import { describe, expect, it } from 'vitest';
import { createSharedStringsReader, unescapeText } from '../../../../src/core/formats/workbook/shared-strings.ts';
import {
  isDateFormat,
  parseDateStyles,
  parseWorkbookOutline,
  parseWorkbookRelations,
} from '../../../../src/core/formats/workbook/workbook-parts.ts';

describe('parseWorkbookOutline', () => {
  it('lists the sheets in the order of their tabs', () => {
    const xml =
      '<?xml version="1.0"?><workbook xmlns:r="x"><workbookPr date1904="1"/><sheets><sheet name="A &amp; B" sheetId="3" r:id="rId7"/><sheet name="C" sheetId="1" r:id="rId1"/></sheets></workbook>';
    expect(parseWorkbookOutline(xml)).toEqual({
      sheets: [
        { name: 'A & B', relation: 'rId7' },
        { name: 'C', relation: 'rId1' },
      ],
      isFrom1904: true,
    });
  });
});

describe('parseWorkbookRelations', () => {
  it('finds parts beside the workbook and from the root', () => {
    const xml =
      '<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/><Relationship Id="b" Target="/xl/worksheets/sheet2.xml"/></Relationships>';
    expect([...parseWorkbookRelations(xml)]).toEqual([
      ['a', 'xl/worksheets/sheet1.xml'],
      ['b', 'xl/worksheets/sheet2.xml'],
    ]);
  });
});

describe('parseDateStyles', () => {
  it('takes built-in and own formats of cells, and no others', () => {
    const xml =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy-mm-dd"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="20"/></cellXfs></styleSheet>';
    expect([...parseDateStyles(xml)]).toEqual([1, 2]);
  });
});

describe('isDateFormat', () => {
  it.each([
    ['dd/mm/yyyy;@', true],
    ['[$-407]d. mmmm yyyy', true],
    ['yyyy\\-mm\\-dd', true],
    ['0.00', false],
    ['#,##0 "days"', false],
    ['[Red]0', false],
    ['General', false],
    ['hh:mm', false],
  ])('of %j is %s', (code, expected) => {
    expect(isDateFormat(code)).toBe(expected);
  });
});

describe('createSharedStringsReader', () => {
  it('joins the runs of a formatted text and leaves furigana out', () => {
    const reader = createSharedStringsReader();
    reader.push('<sst><si><t>plain</t></si><si><r><t>in </t></r><r><t>parts</t></r></si>');
    reader.push('<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t/></si></sst>');
    expect(reader.strings).toEqual(['plain', 'in parts', '東京', '']);
  });

  it('says when there is more than can be held', () => {
    const reader = createSharedStringsReader();
    const piece = `<si><t>${'x'.repeat(4_000_000)}</t></si>`;
    expect(Array.from({ length: 40 }, () => reader.push(piece)).at(-1)).toBe(false);
  });
});

describe('unescapeText', () => {
  it('reads escaped characters', () => {
    expect(unescapeText('a_x000D_b_xyz')).toBe('a\rb_xyz');
  });
});
