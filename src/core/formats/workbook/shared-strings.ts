import { createXmlReader } from './xml-events.ts';

/** Beyond this the texts of a workbook would not fit the memory of the thread that reads it. */
export const MAX_SHARED_CHARS = 150_000_000;
export const MAX_SHARED_STRINGS = 5_000_000;

export interface SharedStringsReader {
  /** False once the texts are more than can be held: stop then. */
  push(xml: string): boolean;
  /** The texts so far, by position. */
  readonly strings: readonly string[];
}

/** Reads `xl/sharedStrings.xml` as it streams in. Runs of a formatted text are joined; reading aids (furigana) are left out. */
export function createSharedStringsReader(): SharedStringsReader {
  const strings: string[] = [];
  let chars = 0;
  let current = '';
  let isInText = false;
  let isInAid = false;
  const xml = createXmlReader({
    open(name) {
      if (name === 'si') current = '';
      else if (name === 't') isInText = true;
      else if (name === 'rPh') isInAid = true;
    },
    text(text) {
      if (!isInText || isInAid || chars > MAX_SHARED_CHARS) return;
      chars += text.length;
      current += text;
    },
    close(name) {
      if (name === 't') isInText = false;
      else if (name === 'rPh') isInAid = false;
      else if (name === 'si' && strings.length < MAX_SHARED_STRINGS) strings.push(unescapeText(current));
    },
  });
  return {
    strings,
    push(text) {
      xml.write(text);
      return chars <= MAX_SHARED_CHARS && strings.length < MAX_SHARED_STRINGS;
    },
  };
}

/**
 * Workbooks write characters that XML does not allow as `_x000D_`.
 *
 * @example unescapeText('a_x000D_b') === 'a\rb'
 */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
