import { trimBlanks } from './blank-characters.ts';

/** Longest comment line that is written, `#` included. */
export const MAXIMUM_COMMENT_LENGTH = 200;

/**
 * A comment line for any text: one line, no control, direction or line-separator characters, blanks collapsed, cut at 200
 * characters with an ellipsis. Notes and page titles are hostile: a line break in them would become an entry.
 *
 * @example printComment('spam\ndomain:a.example') === '# spam domain:a.example'
 */
export function printComment(text: string): string {
  const room = MAXIMUM_COMMENT_LENGTH - 2;
  const body = cleanComment(text.slice(0, room * 20));
  return body === '' ? '#' : `# ${body.length > room ? `${cutAt(body, room - 1)}…` : body}`;
}

/** The same for a text of any length, in as many comment lines as it needs; nothing is cut off. */
export function wrapComment(text: string): string[] {
  const room = MAXIMUM_COMMENT_LENGTH - 2;
  const lines: string[] = [];
  let current = '';
  for (const word of cleanComment(text).split(' ')) {
    let rest = word;
    if (current !== '' && current.length + 1 + rest.length > room) {
      lines.push(current);
      current = '';
    }
    while (rest.length > room) {
      const piece = cutAt(rest, room);
      lines.push(piece);
      rest = rest.slice(piece.length);
    }
    current = current === '' ? rest : `${current} ${rest}`;
  }
  if (current !== '') lines.push(current);
  return lines.map((line) => `# ${line}`);
}

/** The text of a comment line, without marks and blanks around it. */
export function commentText(line: string): string {
  const text = trimBlanks(line);
  let from = 0;
  while (text[from] === '#') from += 1;
  return trimBlanks(text.slice(from));
}

function cleanComment(text: string): string {
  const plain = text.toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ');
  return trimBlanks(plain);
}

/** The first `length` units, one fewer where that would split a surrogate pair. */
function cutAt(text: string, length: number): string {
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}
