import type { FetchedPage } from './fetch-outcome.ts';

const XHTML_TYPE = 'application/xhtml+xml';
const HTML_TYPES = new Set(['text/html', XHTML_TYPE]);
/** Types servers give to pages they know nothing about, and that browsers sniff; the text decides. */
const VAGUE_TYPES = new Set(['', 'html', 'application/octet-stream', 'unknown/unknown', '*/*', 'application/unknown']);
const XML_TYPES = new Set(['application/xml', 'text/xml']);
const HTML_START =
  /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body|title|meta|script|style|div|p|a|h1|table|br|b|i)[\s>/]/i;
const COMMENTS = /<!--[\s\S]*?(?:-->|$)/g;
const HTML_MARKUP =
  /<(?:!doctype|html|head|body|title|div|p|a|br|span|table|script|h[1-6]|meta|frameset|center|ul|font)[\s>/]/i;
const XHTML_ROOT = /<html\s[^>]*xmlns\s*=\s*["']http:\/\/www\.w3\.org\/1999\/xhtml/i;
const DATA_ROOT =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<\?[^>]*>\s*)*<(?:rss|feed|urlset|sitemapindex|rdf:rdf|opml|wml|svg)[\s>]/i;
const JSON_START = /^\s*(?:\{\s*"|\[\s*[[{"])/;
const SNIFFED_CHARACTERS = 4_096;
/** The beginnings of other files; the last three are gzip in the charsets that it may have been read in. */
const BINARY_STARTS = [
  '%PDF-',
  'GIF8',
  'PK\u0003\u0004',
  'RIFF',
  '{\\rtf',
  'wOFF',
  'wOF2',
  'OggS',
  'ID3',
  'Rar!',
  '\u001f\ufffd',
  '\u001f\u2039',
  '\u001f\u008b',
];
/** Signatures whose first bytes no charset keeps. */
const BINARY_SIGNATURES = /^(?:.{1,3}PNG\r\n|[\ufffd\u00ff].{0,9}(?:JFIF|Exif)|.{4}ftyp)/s;
const BROKEN_CHARACTERS = /[^\t\n\f\r -\ufffc\ufffe\uffff]/g;
const MAX_BROKEN_SHARE = 0.1;

/**
 * What a decoded body is, by its Content-Type and its beginning: a PDF that says it is HTML is not, and HTML without a
 * type is. Text that no charset explains is `undecodable`, though its markup may still show links.
 */
export function bodyKind(contentType: string | null, text: string): FetchedPage['content'] {
  if (text.trim() === '') return 'empty';
  const start = text.slice(0, SNIFFED_CHARACTERS);
  if (BINARY_STARTS.some((magic) => start.startsWith(magic)) || BINARY_SIGNATURES.test(start)) return 'other';
  if (!isHtmlByType(contentType, start)) return 'other';
  if (shareOfBroken(start) > MAX_BROKEN_SHARE) return 'undecodable';
  return isData(start) ? 'other' : 'html';
}

/** True for a Content-Type by which a browser reads a page as XML. */
export function isXmlType(contentType: string | null): boolean {
  const type = mediaType(contentType);
  return type === XHTML_TYPE || XML_TYPES.has(type);
}

function mediaType(contentType: string | null): string {
  return (contentType ?? '').split(/[;,]/)[0]?.trim().toLowerCase() ?? '';
}

function isHtmlByType(contentType: string | null, start: string): boolean {
  const type = mediaType(contentType);
  if (HTML_TYPES.has(type)) return true;
  if (XML_TYPES.has(type)) return XHTML_ROOT.test(start);
  return VAGUE_TYPES.has(type) && HTML_START.test(start.replace(COMMENTS, ''));
}

/** JSON or XML data behind an HTML type, as broken APIs send it. */
function isData(start: string): boolean {
  if (JSON_START.test(start) || DATA_ROOT.test(start)) return true;
  if (HTML_MARKUP.test(start)) return false;
  return /^\s*[[{]/.test(start) || /^\s*<\?xml/i.test(start);
}

/** Share of control and replacement characters. */
function shareOfBroken(text: string): number {
  return (text.match(BROKEN_CHARACTERS)?.length ?? 0) / Math.max(1, text.length);
}
