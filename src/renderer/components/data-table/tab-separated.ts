/**
 * Rows as tab-separated text for a spreadsheet's clipboard. Text that a spreadsheet would run as a formula gets an
 * apostrophe in front; tabs and line breaks inside a cell become blanks.
 *
 * @example printTabSeparated([['=1+1', '-3']]) === "'=1+1\t-3"
 */
export function printTabSeparated(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(printCell).join('\t')).join('\n');
}

function printCell(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, ' ');
  const isFormula = /^\s*[=+\-@]/.test(line) && !/^[+-]?\d+([.,]\d+)?$/.test(line);
  return isFormula ? `'${line}` : line;
}
