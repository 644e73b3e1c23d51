import { assertNever } from '../assert-never.ts';
import type { FileEncoding } from './disavow-file.ts';

/** The text of a file with what is needed to get the very bytes back. */
export interface DecodedText {
  readonly encoding: FileEncoding;
  /** Without byte order mark. */
  readonly text: string;
  /** The last byte of a UTF-16 file of odd length, else null. */
  readonly strayByte: number | null;
}

/** Characters are joined in pieces: a call takes only so many arguments. */
const UNITS_AT_ONCE = 8_192;

/** Bytes 0x80 to 0x9f of windows-1252 as the Encoding Standard reads them; the five unassigned ones are C1 controls. */
const WINDOWS_1252_SPECIALS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** UTF-16 in each byte order, with and without byte order mark. */
type Utf16 = Extract<FileEncoding, `utf-16${string}`>;

/**
 * Decodes without loss: byte order marks decide, then whether every other byte is NUL (UTF-16 without a mark), then UTF-8 if the bytes are valid, else windows-1252, in which every byte
 * is a character. UTF-16 is read unit by unit because TextDecoder replaces lone surrogates.
 */
export function decodeBytes(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 'utf-16be');
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked !== null) return decodeUtf16(bytes, unmarked);
  const hasBom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = decodeUtf8(hasBom ? bytes.subarray(3) : bytes);
  if (text !== null) return { encoding: hasBom ? 'utf-8-bom' : 'utf-8', text, strayByte: null };
  return { encoding: 'windows-1252', text: decodeWindows1252(bytes), strayByte: null };
}

/**
 * The inverse of `decodeBytes`. Text that windows-1252 cannot carry (it was edited since) is written as UTF-8: losing
 * characters would be worse than changing the encoding.
 */
export function encodeText({ encoding, text, strayByte }: DecodedText): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'utf-8-bom':
      return new TextEncoder().encode(`\ufeff${text}`);
    case 'utf-16le':
    case 'utf-16be':
    case 'utf-16le-unmarked':
    case 'utf-16be-unmarked':
      return encodeUtf16(text, encoding, strayByte);
    case 'windows-1252':
      return encodeWindows1252(text) ?? new TextEncoder().encode(text);
    default:
      return assertNever(encoding);
  }
}

/** The text of valid UTF-8, or null. A byte order mark is kept as a character. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Done by hand because some hosts' TextDecoder reads Latin-1 under this name. */
function decodeWindows1252(bytes: Uint8Array): string {
  return joinUnits(bytes.length, (index) => {
    const byte = bytes[index] ?? 0;
    return byte >= 0x80 && byte < 0xa0 ? WINDOWS_1252_SPECIALS.charCodeAt(byte - 0x80) : byte;
  });
}

function joinUnits(count: number, unitAt: (index: number) => number): string {
  let text = '';
  for (let first = 0; first < count; first += UNITS_AT_ONCE) {
    const length = Math.min(UNITS_AT_ONCE, count - first);
    text += String.fromCharCode(...Array.from({ length }, (_, offset) => unitAt(first + offset)));
  }
  return text;
}

/** The bytes of a text in windows-1252, or null where it has no byte for a character. */
export function encodeWindows1252(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const byte = windows1252Byte(text, index);
    if (byte === null) return null;
    bytes[index] = byte;
  }
  return bytes;
}

function windows1252Byte(text: string, index: number): number | null {
  const code = text.charCodeAt(index);
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code;
  const special = WINDOWS_1252_SPECIALS.indexOf(text.charAt(index));
  return special === -1 ? null : 0x80 + special;
}

/** Bytes at the start of a file that tell UTF-16 without a mark. */
const SAMPLE_BYTES = 2_000;

/** Which half of the byte pairs is NUL in most of a file of ASCII hosts, and the other hardly ever; null for other files. */
function unmarkedUtf16(bytes: Uint8Array): Utf16 | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let [first, second] = [0, 0];
  for (let index = 0; index + 1 < sample.length; index += 2) {
    if (sample[index] === 0) first += 1;
    if (sample[index + 1] === 0) second += 1;
  }
  const pairs = sample.length >> 1;
  if (pairs < 4 || Math.max(first, second) < pairs / 2 || Math.min(first, second) > pairs / 20) return null;
  return first > second ? 'utf-16be-unmarked' : 'utf-16le-unmarked';
}

function decodeUtf16(bytes: Uint8Array, encoding: Utf16): DecodedText {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = markLength(encoding);
  const unitCount = Math.floor((bytes.length - start) / 2);
  const text = joinUnits(unitCount, (index) => view.getUint16(start + index * 2, isLittleEndian(encoding)));
  return { encoding, text, strayByte: bytes.length % 2 === 0 ? null : (bytes.at(-1) ?? null) };
}

function encodeUtf16(text: string, encoding: Utf16, strayByte: number | null): Uint8Array {
  const start = markLength(encoding);
  const bytes = new Uint8Array(start + text.length * 2 + (strayByte === null ? 0 : 1));
  const view = new DataView(bytes.buffer);
  if (start > 0) view.setUint16(0, 0xfeff, isLittleEndian(encoding));
  for (let index = 0; index < text.length; index += 1) {
    view.setUint16(start + index * 2, text.charCodeAt(index), isLittleEndian(encoding));
  }
  if (strayByte !== null) bytes[bytes.length - 1] = strayByte;
  return bytes;
}

function markLength(encoding: Utf16): number {
  return encoding.endsWith('unmarked') ? 0 : 2;
}

function isLittleEndian(encoding: Utf16): boolean {
  return encoding.startsWith('utf-16le');
}
