/**
 * Leaves out one row of delimited text, of any length and over any number of lines, without keeping it: what a row over the limit does
 * to memory and time is bounded.
 */
export interface RowSkipper {
  /** Reads on from a position, at first that of the row's start. */
  skip(text: string, start: number, isLast: boolean): SkippedText;
}

export interface SkippedText {
  /** Where the next row starts or, where the row has not ended, what the next piece of text is put behind. */
  readonly position: number;
  /** Line ends that were passed. */
  readonly lines: number;
  readonly isEnded: boolean;
}

export interface RowSkipperOptions {
  readonly delimiter: string;
  readonly lineEnd: string;
  readonly quote: string;
  /** Cells of the rows before; 0 where there are none. */
  readonly width: number;
}

/** So many lines of a row's width inside one cell, one behind the other, are rows: the quote was never meant to open it. */
const TELLING_LINES = 20;
/** Blanks between a closing quote and the end of its cell. */
const MAX_BLANKS = 1000;

export function createRowSkipper({ delimiter, lineEnd, quote, width }: RowSkipperOptions): RowSkipper {
  let isInQuotes = false;
  let isAtCellStart = true;
  /** Cells that the line would have if it were a row, and lines that were such before it. */
  let [cells, alike] = [1, 0];

  function passLineEnd(): void {
    alike = cells === width ? alike + 1 : 0;
    cells = 1;
  }

  /** Where the text behind a quote is no part of its cell; -1 where it is, null where that is still to come. */
  function behindClosing(text: string, at: number, isLast: boolean): number | null {
    let behind = at + 1;
    while (text[behind] === ' ' && behind - at < MAX_BLANKS) behind += 1;
    if (text[behind] === '\r' && lineEnd !== '\r') behind += 1;
    if (behind >= text.length) return isLast ? behind : null;
    return text[behind] === delimiter || text[behind] === lineEnd ? behind : -1;
  }

  return {
    skip(text, start, isLast) {
      let lines = 0;
      let position = start;
      while (position < text.length) {
        const sign = text[position];
        if (sign === lineEnd) {
          lines += 1;
          if (!isInQuotes) return { position: position + 1, lines, isEnded: true };
          passLineEnd();
          if (width > 1 && alike >= TELLING_LINES) return { position: position + 1, lines, isEnded: true };
        } else if (sign === delimiter) {
          cells += 1;
          isAtCellStart = true;
        } else if (sign === quote && isInQuotes) {
          const isDoubled = text[position + 1] === quote;
          const behind = isDoubled ? -1 : behindClosing(text, position, isLast);
          if (behind === null) return { position, lines, isEnded: false };
          if (isDoubled) position += 1;
          isInQuotes = behind === -1;
        } else if (sign === quote && isAtCellStart) {
          isInQuotes = true;
          isAtCellStart = false;
        } else if (sign !== ' ') isAtCellStart = false;
        position += 1;
      }
      return { position, lines, isEnded: false };
    },
  };
}
