import type { DisavowFile, DisavowLine, LineEnd } from './disavow-file.ts';
import { decodeBytes } from './file-encoding.ts';
import { parseDisavowLine } from './parse-disavow-line.ts';

/**
 * Reads a disavow file without losing a byte: encoding, byte order mark, line ends, blanks and every faulty line are
 * kept. Never throws; what is wrong is found by `lintDisavowFile`. Time and memory grow with the length of the input only.
 *
 * @example parseDisavowFile(new TextEncoder().encode('domain:a.example\n')).lines[0]?.kind === 'domain'
 */
export function parseDisavowFile(bytes: Uint8Array): DisavowFile {
  const { encoding, text, strayByte } = decodeBytes(bytes);
  return { encoding, lines: parseLines(text), sizeBytes: bytes.length, strayByte };
}

/** The same for text that is already decoded, such as an editor's. The size is that of its UTF-8. */
export function parseDisavowText(text: string): DisavowFile {
  return parseDisavowFile(new TextEncoder().encode(text));
}

function parseLines(text: string): DisavowLine[] {
  const lines: DisavowLine[] = [];
  const lineEnds = /\r\n|\n|\r/g;
  let start = 0;
  for (let found = lineEnds.exec(text); found !== null; found = lineEnds.exec(text)) {
    lines.push(parseDisavowLine(text.slice(start, found.index), lineEndOf(found[0])));
    start = lineEnds.lastIndex;
  }
  if (start < text.length) lines.push(parseDisavowLine(text.slice(start), ''));
  return lines;
}

function lineEndOf(text: string): LineEnd {
  if (text === '\r\n') return '\r\n';
  return text === '\r' ? '\r' : '\n';
}
