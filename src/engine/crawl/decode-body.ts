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
 * UTF-8 where it is valid and as windows-1252 where not.
 */
export function decodeBody(bytes: Buffer, contentType: string | null): DecodedBody {
  const charset =
    charsetOfBom(bytes) ??
    known(/charset\s*=\s*["']?([^\s"';,]+)/i.exec(contentType ?? '')?.[1]) ??
    charsetOfMeta(bytes) ??
    (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
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

function known(label: string | undefined): string | null {
  if (label === undefined) return null;
  const lower = label.trim().toLowerCase();
  const charset = WEB_LABELS[lower] ?? lower;
  return iconv.encodingExists(charset) && !/^(?:base64|hex|binary|utf-?7)/.test(charset) ? charset : null;
}
