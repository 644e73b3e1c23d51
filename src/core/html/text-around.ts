/** Characters of text kept on each side of a place in a page. */
const CONTEXT_CHARACTERS = 100;
/** A cut does not look further for the end of a word: scripts without blanks have none. */
const LONGEST_WORD = 30;

/**
 * The text that ends at a place, without a word that would be cut at its beginning.
 *
 * @example textBefore('The oak of the villages', 14) // 'The oak of the'
 */
export function textBefore(text: string, end: number): string {
  return text.slice(startOfContext(text, end), end).trim();
}

/** The text that begins at a place, without a word that would be cut at its end. */
export function textBehind(text: string, start: number): string {
  return text.slice(start, endOfContext(text, start)).trim();
}

/** The text from `start` to `end` with what stands on both sides. */
export function textAround(text: string, start: number, end: number): string {
  return text.slice(startOfContext(text, start), endOfContext(text, end)).trim();
}

function startOfContext(text: string, end: number): number {
  const start = Math.max(0, end - CONTEXT_CHARACTERS);
  if (!isInWord(text, start)) return start;
  const rest = text.slice(start, Math.min(end, start + LONGEST_WORD)).search(/\s/);
  return rest === -1 ? start : start + rest;
}

function endOfContext(text: string, start: number): number {
  const end = start + CONTEXT_CHARACTERS;
  if (!isInWord(text, end)) return end;
  const from = Math.max(start, end - LONGEST_WORD);
  const rest = /\s\S*$/.exec(text.slice(from, end));
  return rest === null ? end : from + rest.index;
}

function isInWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && /^\S\S$/.test(text.slice(at - 1, at + 1));
}
