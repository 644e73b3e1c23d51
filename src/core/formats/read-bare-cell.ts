import type { Quote } from './quoted-reader.ts';

/** A cell put together from pieces between separators, and how many faults of the writer that assumes. */
export interface BareCell {
  readonly cell: string;
  /** 0 for a cell as it should be: one piece, or several in quotes. */
  readonly faults: number;
}

/**
 * Reads pieces between separators as one cell: quotes around it are taken off. Each separator outside quotes is a fault, and so is a
 * quote too many or too few. Blank pieces at the ends are dropped, each a fault.
 *
 * @example readBareCell(['"Hello', ' world"'], { delimiter: ',', quote: '"' }) is { cell: 'Hello, world', faults: 0 }
 */
export function readBareCell(
  pieces: readonly string[],
  { delimiter, quote }: { readonly delimiter: string; readonly quote: Quote },
): BareCell {
  const first = pieces.findIndex(isFilled);
  if (first === -1) return { cell: '', faults: pieces.length - 1 };
  const filled = pieces.slice(first, pieces.findLastIndex(isFilled) + 1);
  const dropped = pieces.length - filled.length;
  const text = filled.join(delimiter);
  const { cell, faults } = readQuotes(text, quote) ?? { cell: text, faults: filled.length - 1 };
  const isOne = faults === 0 || !filled.some((piece, index) => isEndOfCell(piece, filled[index + 1] ?? '', quote));
  return { cell, faults: dropped + (isOne ? faults : Math.max(faults, filled.length)) };
}

/** Two quotes with only a separator between them end one cell and begin the next. */
function isEndOfCell(piece: string, next: string, quote: Quote): boolean {
  return piece.trimEnd().endsWith(quote) && next.trimStart().startsWith(quote);
}

/** Null where no quotes stand around the text. */
function readQuotes(text: string, quote: Quote): BareCell | null {
  const trimmed = text.trim();
  const opens = trimmed.startsWith(quote);
  const closes = trimmed.endsWith(quote);
  if (!opens && !closes) return null;
  if (opens && closes && trimmed.length > 1) {
    const inside = trimmed.slice(1, -1);
    if (!inside.replaceAll(quote + quote, '').includes(quote)) {
      return { cell: inside.replaceAll(quote + quote, quote), faults: 0 };
    }
    return { cell: withoutOuterQuotes(inside, quote), faults: 1 };
  }
  return { cell: withoutOuterQuotes(opens ? trimmed : text.trimEnd(), quote), faults: 1 };
}

function withoutOuterQuotes(text: string, quote: Quote): string {
  let [start, end] = [0, text.length];
  while (start < end && text[start] === quote) start += 1;
  while (end > start && text[end - 1] === quote) end -= 1;
  return text.slice(start, end);
}

/** True for a piece or cell that is not blank. */
export function isFilled(piece: string): boolean {
  return piece.trim() !== '';
}
