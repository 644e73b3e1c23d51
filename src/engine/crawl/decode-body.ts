import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

/** A body as text, with the charset it was read in. */
export interface DecodedBody {
  readonly text: string;
  readonly charset: string;
}

/** Labels that mean another charset on the web than by their own standard (WHATWG Encoding standard). */
const WEB_LABELS: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  'iso_8859-1': 'windows-1252',
  latin1: 'windows-1252',
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  latin5: 'windows-1254',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
  gb2312: 'gb18030',
  gb_2312: 'gb18030',
  'gb_2312-80': 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  'x-sjis': 'shift_jis',
  'shift-jis': 'shift_jis',
  sjis: 'shift_jis',
  'windows-31j': 'shift_jis',
  'ks_c_5601-1987': 'euc-kr',
  ksc5601: 'euc-kr',
  'x-euc-jp': 'euc-jp',
  'x-cp1251': 'windows-1251',
  unicode: 'utf-16le',
  utf8: 'utf-8',
};
const PRESCAN_BYTES = 1_024;

/**
 * Decodes a page as browsers do: by byte order mark, then the header, then a meta tag in the first 1,024 bytes, else as
 * UTF-8 where it is valid, and where not as what the language or the bytes suggest, windows-1252 at last.
 */
export function decodeBody(bytes: Buffer, contentType: string | null): DecodedBody {
  const charset =
    charsetOfBom(bytes) ??
    known(/charset\s*=\s*["']?([^\s"';,]+)/i.exec(contentType ?? '')?.[1]) ??
    charsetOfMeta(bytes) ??
    (isUtf8(bytes) ? 'utf-8' : guessCharset(bytes));
  const text = charset === 'utf-8' ? bytes.toString('utf8') : iconv.decode(bytes, charset);
  return { text: text.startsWith('\ufeff') ? text.slice(1) : text, charset };
}

function charsetOfBom(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** A meta tag that could be read cannot be UTF-16, whatever it says. */
function charsetOfMeta(bytes: Buffer): string | null {
  const start = bytes.toString('latin1', 0, PRESCAN_BYTES).replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  for (const tag of start.matchAll(/<meta\s[^>]*>/gi)) {
    const charset = known(/charset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(tag[0])?.[1]);
    if (charset !== null) return charset.startsWith('utf-16') ? 'utf-8' : charset;
  }
  return null;
}

const GUESSED_BYTES = 20_000;
/** Cyrillic text has next to no other letters, and little between the capitals and the controls. */
const CYRILLIC_SHARE = 0.6;
const MAX_OTHER_SHARE = 0.15;

/** The charset of text that declares none: by the language of the page for East Asia, by its bytes for Cyrillic. */
function guessCharset(bytes: Buffer): string {
  const start = bytes.toString('latin1', 0, GUESSED_BYTES);
  const language = /<html\b[^>]*\blang\s*=\s*["']?([a-z]+(?:-[a-z]+)?)/i.exec(start)?.[1]?.toLowerCase() ?? '';
  if (language.startsWith('ja')) return /[\x81-\x9f]/.test(start) ? 'shift_jis' : 'euc-jp';
  if (language.startsWith('ko')) return 'euc-kr';
  if (language.startsWith('zh')) return /tw|hk/.test(language) ? 'big5' : 'gb18030';
  const text = start.replace(/<(?:script|style)[\s\S]*?<\/|<[^>]*>/gi, '');
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const high = count(/[\xc0-\xff]/g);
  const isCyrillic =
    high > CYRILLIC_SHARE * (high + count(/[a-z]/gi)) && count(/[\x80-\xbf]/g) < MAX_OTHER_SHARE * high;
  if (!isCyrillic) return 'windows-1252';
  return count(/[\xe0-\xff]/g) > high / 2 ? 'windows-1251' : 'koi8-r';
}

function known(label: string | undefined): string | null {
  if (label === undefined) return null;
  const lower = label.trim().toLowerCase();
  const charset = WEB_LABELS[lower] ?? lower;
  // Asked about the first one, iconv-lite loads the tables of all.
  if (charset === 'utf-8') return charset;
  return iconv.encodingExists(charset) && !/^(?:base64|hex|binary|utf-?7)/.test(charset) ? charset : null;
}
