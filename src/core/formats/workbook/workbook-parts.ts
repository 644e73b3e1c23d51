import { createXmlReader } from './xml-events.ts';

/** The small parts of a workbook that say where its sheets are and which cells are dates (ECMA-376, SpreadsheetML). */

export interface WorkbookSheet {
  readonly name: string;
  /** Key into the workbook's relations. */
  readonly relation: string;
}

export interface WorkbookOutline {
  /** In the order of the tabs. Chart sheets are among them; they have no rows. */
  readonly sheets: readonly WorkbookSheet[];
  /** Days are counted from 1904 (old Macintosh) instead of 1900. */
  readonly isFrom1904: boolean;
}

/** Reads `xl/workbook.xml`. */
export function parseWorkbookOutline(xml: string): WorkbookOutline {
  const sheets: WorkbookSheet[] = [];
  let isFrom1904 = false;
  createXmlReader({
    open(name, attributes) {
      if (name === 'sheet') {
        const relation = Object.entries(attributes).find(([key]) => key === 'r:id' || key.endsWith(':id'))?.[1];
        if (relation !== undefined) sheets.push({ name: attributes['name'] ?? `Sheet ${sheets.length + 1}`, relation });
      }
      if (name === 'workbookPr') isFrom1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
    },
  }).write(xml);
  return { sheets, isFrom1904 };
}

/** Reads `xl/_rels/workbook.xml.rels`: the archive path of each relation's part. */
export function parseWorkbookRelations(xml: string): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  createXmlReader({
    open(name, attributes) {
      const { Id: id, Target: target } = attributes;
      if (name !== 'Relationship' || id === undefined || target === undefined) return;
      paths.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`);
    },
  }).write(xml);
  return paths;
}

/** Number formats that Excel has built in and that show dates; 18 to 21 and 45 to 47 show times alone. */
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, ...range(27, 36), ...range(50, 58)]);

/** Reads `xl/styles.xml`: the positions of the cell styles that show a number as a date. */
export function parseDateStyles(xml: string): ReadonlySet<number> {
  const dateFormats = new Set(BUILT_IN_DATES);
  const styles = new Set<number>();
  let isInCellStyles = false;
  let position = 0;
  createXmlReader({
    open(name, attributes) {
      if (name === 'numFmt' && isDateFormat(attributes['formatCode'] ?? '')) {
        dateFormats.add(Number(attributes['numFmtId']));
      }
      if (name === 'cellXfs') isInCellStyles = true;
      if (name !== 'xf' || !isInCellStyles) return;
      if (dateFormats.has(Number(attributes['numFmtId']))) styles.add(position);
      position += 1;
    },
    close(name) {
      if (name === 'cellXfs') isInCellStyles = false;
    },
  }).write(xml);
  return styles;
}

/**
 * True for a format code with a day or a year outside quotes, escapes and brackets.
 *
 * @example isDateFormat('[$-407]dd/mm/yyyy;@') === true
 */
export function isDateFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  return /[dy]/i.test(bare) && !/general/i.test(bare);
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
