import type { DisavowFile, EntryLine } from './disavow-file.ts';
import { encodeText } from './file-encoding.ts';

/** The bytes of a file. A file that was parsed and not changed prints the very bytes it was read from. */
export function printDisavowFile(file: DisavowFile): Uint8Array {
  return encodeText({ encoding: file.encoding, text: printDisavowText(file), strayByte: file.strayByte });
}

/** The text of a file with its own line ends, without byte order mark. */
export function printDisavowText(file: DisavowFile): string {
  return file.lines.map((line) => line.raw + line.end).join('');
}

/**
 * An entry as Google documents it: `domain:` and the ASCII host, or the URL. A URL keeps its spelling (Google compares
 * what is written) but for its fragment, which no server sees, and a host that is not ASCII.
 */
export function printEntry(line: EntryLine): string {
  if (line.kind === 'domain') return `domain:${line.host}`;
  const fragment = line.written.indexOf('#');
  const written = fragment === -1 ? line.written : line.written.slice(0, fragment);
  return hasAsciiHost(written) ? written : line.identity.url;
}

/** True when everything between the scheme and the path is ASCII. */
export function hasAsciiHost(url: string): boolean {
  const authority = /^[a-z]+:\/\/([^/?#\\]*)/i.exec(url)?.[1] ?? '';
  return isAscii(authority);
}

/** True when every character is 7-bit. */
export function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) > 0x7f) return false;
  }
  return true;
}
