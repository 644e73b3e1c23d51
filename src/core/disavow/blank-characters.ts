/**
 * Blanks as people see them: beside white space also the invisible characters that copying from web pages leaves behind
 * (zero width space and joiners, word joiner, byte order mark, soft hyphen).
 */
const INVISIBLE = new Set([0x00ad, 0x180e, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff]);

/** True for white space and invisible characters. */
export function isBlankCharacter(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return INVISIBLE.has(code) || code === 0x85 || /\s/.test(String.fromCharCode(code));
}

/** First index at or after `from` that is no blank; `text.length` when there is none. Linear, unlike a regular expression. */
export function skipBlanks(text: string, from: number): number {
  let index = from;
  while (index < text.length && isBlankCharacter(text.charCodeAt(index))) index += 1;
  return index;
}

/** First index at or after `from` that is a blank; `text.length` when there is none. */
export function findBlank(text: string, from: number): number {
  let index = from;
  while (index < text.length && !isBlankCharacter(text.charCodeAt(index))) index += 1;
  return index;
}

/** Index behind the last character that is no blank. */
export function trimmedEnd(text: string): number {
  let end = text.length;
  while (end > 0 && isBlankCharacter(text.charCodeAt(end - 1))) end -= 1;
  return end;
}

/** `text` without blanks at both ends. */
export function trimBlanks(text: string): string {
  return text.slice(skipBlanks(text, 0), trimmedEnd(text));
}
