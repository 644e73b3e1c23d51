import { isAscii, isUtf8 } from 'node:buffer';
import type { TextEncoding } from '../../core/formats/text-encoding.ts';
import { weighEncodings } from './letter-encodings.ts';
import { cutCharacterLength } from './utf8-tail.ts';

export type SniffedBytes =
  | { readonly kind: 'text'; readonly encoding: TextEncoding; readonly hasBom: boolean }
  | { readonly kind: 'gzip' }
  | { readonly kind: 'json' }
  /** Something that is no table; `message` says what and what to do. */
  | { readonly kind: 'refused'; readonly message: string };

const LINE_FEED = 10;

const SAVE_AS_CSV = 'Open it in a spreadsheet program, save it as CSV (UTF-8) and import that file.';

/** Files people take for exports, by their first bytes (as Latin-1). */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['PK\x03\x04', 'This is an archive in an archive. Unpack it and import the exports in it.'],
  ['PK\x05\x06', 'This is an empty zip archive. Download the export again.'],
  ['\xD0\xCF\x11\xE0', `This is an old Excel workbook. ${SAVE_AS_CSV}`],
  ['%PDF', 'This is a PDF document. Download the export as CSV instead.'],
  ['\x89PNG', 'This is an image. Download the export as CSV instead.'],
  ['GIF8', 'This is an image. Download the export as CSV instead.'],
  ['\xFF\xD8\xFF', 'This is an image. Download the export as CSV instead.'],
  [
    'SQLite format 3\0',
    'This is a database or an Anchorage project, not an export. Open a project with “Open project”.',
  ],
  ['Rar!', 'This is an archive. Unpack it and import the CSV files in it.'],
  ['7z\xBC\xAF', 'This is an archive. Unpack it and import the CSV files in it.'],
  ['\x28\xB5\x2F\xFD', 'This is a compressed file. Unpack it and import the CSV files in it.'],
  ['\xFD7zXZ', 'This is a compressed file. Unpack it and import the CSV files in it.'],
  ['{\\rtf', 'This is a text document. Download the export as CSV instead.'],
  ['MZ\x90\0', 'This is a program. Download the export as CSV instead.'],
  ['BZh', 'This is a compressed file. Unpack it and import the CSV files in it.'],
];

/**
 * What the first bytes of a file say about the rest: its encoding by byte order mark, else by content, or that it is no text
 * at all. Text that is not UTF-8 is read as its letters tell, and where they tell nothing as windows-1252, in which every byte means
 * something. Zip archives are opened before.
 *
 * @param head the first bytes, at least 4 KB where the file has so many.
 */
export function sniffBytes(head: Uint8Array): SniffedBytes {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 1024)).toString('latin1');
  if (start.startsWith('\x1F\x8B')) return { kind: 'gzip' };
  const signature = SIGNATURES.find(([bytes]) => start.startsWith(bytes));
  if (signature !== undefined) return { kind: 'refused', message: signature[1] };
  const byMark = encodingByMark(start);
  if (byMark === 'utf-8') {
    return notRows(head, start.slice(UTF8_MARK.length)) ?? { kind: 'text', encoding: byMark, hasBom: true };
  }
  if (byMark !== null) return { kind: 'text', encoding: byMark, hasBom: true };
  const wide = wideEncoding(head);
  if (wide !== null) return { kind: 'text', encoding: wide, hasBom: false };
  return notRows(head, start) ?? { kind: 'text', encoding: narrowEncoding(head), hasBom: false };
}

const UTF8_MARK = '\xEF\xBB\xBF';

function encodingByMark(start: string): TextEncoding | null {
  if (start.startsWith(UTF8_MARK)) return 'utf-8';
  if (start.startsWith('\x84\x31\x95\x33')) return 'gb18030';
  if (start.startsWith('\xFF\xFE')) return 'utf-16le';
  return start.startsWith('\xFE\xFF') ? 'utf-16be' : null;
}

/** UTF-16 without a mark: addresses are ASCII, so every second byte of most of the text is zero. */
function wideEncoding(head: Uint8Array): TextEncoding | null {
  let even = 0;
  let odd = 0;
  for (let index = 0; index + 1 < head.length; index += 2) {
    if (head[index] === 0) even += 1;
    if (head[index + 1] === 0) odd += 1;
  }
  const pairs = Math.max(1, head.length >> 1);
  if (odd / pairs > 0.3 && even / pairs < 0.05) return 'utf-16le';
  return even / pairs > 0.3 && odd / pairs < 0.05 ? 'utf-16be' : null;
}

/** Control characters show at once; letters beyond ASCII may not, so only encodings are decided on all that is given. */
const LOOKED_AT_BYTES = 64 * 1024;

function notRows(whole: Uint8Array, start: string): SniffedBytes | null {
  const head = whole.subarray(0, LOOKED_AT_BYTES);
  const controls = head.reduce(
    (count, byte) => (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) ? count + 1 : count),
    0,
  );
  if (controls > head.length * 0.02 && controls > 8) {
    return { kind: 'refused', message: 'This is not a text file. Download the export as CSV and import that file.' };
  }
  if (/^\s*<\?xml/i.test(start) && !/<html/i.test(start)) {
    return { kind: 'refused', message: `This is an XML file. ${SAVE_AS_CSV}` };
  }
  if (/^\s*(?:<!--[^>]*-->\s*)?<(?:!doctype html|html|head|body|table|\?xml)/i.test(start)) {
    return {
      kind: 'refused',
      message:
        'This is a web page, perhaps a login page that was saved in place of the export. Download the export again.',
    };
  }
  if (/^\s*(?:\{\s*["}]|\[\s*[{[\]"])/.test(start)) {
    return { kind: 'json' };
  }
  return null;
}

/**
 * UTF-8 unless most lines with letters beyond ASCII are none: one damaged line among good ones must not spoil the letters of all.
 */
function narrowEncoding(head: Uint8Array): TextEncoding {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.length);
  if (isUtf8(bytes.subarray(0, bytes.length - cutCharacterLength(bytes)))) return 'utf-8';
  let good = 0;
  const bad: Buffer[] = [];
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found === -1 ? bytes.length : found + 1;
    const line = bytes.subarray(start, end);
    const isCutOff = found === -1 && start > 0;
    if (!isAscii(line) && !isCutOff) {
      if (isUtf8(line)) good += 1;
      else bad.push(line);
    }
    start = end;
  }
  return good >= bad.length ? 'utf-8' : encodingByLetters(Buffer.concat(bad).subarray(0, LOOKED_AT_BYTES));
}

/** A score from which letters tell their encoding, and how far it has to be ahead of the next. */
const TELLING_SCORE = 0.6;
const TELLING_LEAD = 0.1;

function encodingByLetters(bytes: Buffer): TextEncoding {
  const [first, second] = weighEncodings(bytes);
  if (first === undefined || first.score < TELLING_SCORE) return 'windows-1252';
  return first.score - (second?.score ?? 0) >= TELLING_LEAD ? first.encoding : 'windows-1252';
}
