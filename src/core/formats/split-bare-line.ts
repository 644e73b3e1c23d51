/** Fewer cells than these are no evidence that a line is a row. */
export const TELLING_WIDTH = 4;

/**
 * The cells of a line by its delimiters alone, for lines whose quotes cannot be read: where there are as many as the row before had, the
 * delimiters were meant. Quotes around a cell and one that is left over at its side are dropped. Null where the number is another.
 *
 * @example splitBareLine('"Ten gardens,https://a.example/,roses,5', ',', 4)?.[0] === 'Ten gardens'
 */
export function splitBareLine(line: string, delimiter: string, width: number): string[] | null {
  if (width < TELLING_WIDTH) return null;
  const cells = line.replace(/\r$/, '').split(delimiter);
  return cells.length === width ? cells.map(withoutStrayQuotes) : null;
}

function withoutStrayQuotes(cell: string): string {
  const trimmed = cell.trim();
  if (trimmed.length > 1 && trimmed.startsWith('"') && trimmed.endsWith('"')) return trimmed.slice(1, -1);
  const isOdd = (trimmed.split('"').length - 1) % 2 === 1;
  if (!isOdd) return cell;
  return trimmed.startsWith('"') ? trimmed.slice(1) : trimmed.replace(/"$/, '');
}
