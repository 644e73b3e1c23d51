import type { DisavowFile, DisavowLine } from './disavow-file.ts';
import { decodeUtf8, encodeWindows1252 } from './file-encoding.ts';
import { parseDisavowText } from './parse-disavow-file.ts';

/**
 * The same lines as Google wants them stored: UTF-8 without byte order mark, LF, a final newline, nothing in blank lines.
 * The text of the other lines is left alone, except in a file that mixed encodings, where the lines that are UTF-8 on
 * their own are read as such. The half character at the end of a cut UTF-16 file goes.
 */
export function normaliseDisavowFile(file: DisavowFile): DisavowFile {
  return parseDisavowText(file.lines.map((line) => `${normalisedText(line, file)}\n`).join(''));
}

function normalisedText(line: DisavowLine, file: DisavowFile): string {
  if (line.kind === 'blank') return '';
  if (file.encoding !== 'windows-1252') return line.raw;
  const bytes = encodeWindows1252(line.raw);
  return (bytes === null ? null : decodeUtf8(bytes)) ?? line.raw;
}
