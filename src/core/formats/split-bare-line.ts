import type { Quote } from './quoted-reader.ts';

/** Fewer cells than these are no evidence that a line is a row. */
export const TELLING_WIDTH = 4;

/**
 * The cells of a line by its delimiters alone, for lines whose quotes cannot be read: where there are as many as the row before had, the
 * delimiters were meant. Quotes around a cell and one that is left over at its side are dropped. Null where the number is another.
 *
 * @example splitBareLine('"Ten gardens,https://a.example/,roses,5', ',', 4)?.[0] === 'Ten gardens'
 */
export function splitBareLine(line: string, delimiter: string, width: number, quote: Quote = '"'): string[] | null {
  if (width < TELLING_WIDTH) return null;
  const cells = line.replace(/\r$/, '').split(delimiter);
  return cells.length === width ? cells.map((cell) => withoutStrayQuotes(cell, quote)) : null;
}

function withoutStrayQuotes(cell: string, quote: Quote): string {
  const trimmed = cell.trim();
  const isLedByOne = trimmed.startsWith(quote);
  if (trimmed.length > 1 && isLedByOne && trimmed.endsWith(quote)) return trimmed.slice(1, -1);
  const isOdd = (trimmed.split(quote).length - 1) % 2 === 1;
  if (!isOdd) return cell;
  if (isLedByOne) return trimmed.slice(1);
  return trimmed.endsWith(quote) ? trimmed.slice(0, -1) : trimmed;
}
