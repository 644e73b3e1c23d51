/**
 * Blanks as people see them: beside white space also the invisible characters that copying from web pages and chats leaves
 * behind (soft hyphen, zero width space and joiners, direction marks, word joiner, byte order mark).
 */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
const ALL_INVISIBLE = new RegExp(INVISIBLE, 'g');

/** True for white space and invisible characters. */
export function isBlankCharacter(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return code === 0x85 || isInvisible(String.fromCharCode(code)) || /\s/.test(String.fromCharCode(code));
}

/** True where a text holds a character that takes no room and is no white space. */
export function isInvisible(text: string): boolean {
  return INVISIBLE.test(text);
}

/** Index of the first invisible character, -1 where there is none. */
export function findInvisible(text: string): number {
  return text.search(INVISIBLE);
}

/** The text without its invisible characters. */
export function withoutInvisible(text: string): string {
  return text.replace(ALL_INVISIBLE, '');
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

/** The same for white space alone: an invisible character within a name does not end it. */
export function findWhiteSpace(text: string, from: number): number {
  let index = from;
  while (index < text.length && !isWhiteSpace(text.charCodeAt(index))) index += 1;
  return index;
}

function isWhiteSpace(code: number): boolean {
  return isBlankCharacter(code) && !isInvisible(String.fromCharCode(code));
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
