import type { FetchedPage } from './fetch-outcome.ts';

const HTML_TYPES = new Set(['text/html', 'application/xhtml+xml']);
/** Types servers give to pages they know nothing about; the text decides. */
const VAGUE_TYPES = new Set([
  '',
  'text/plain',
  'application/octet-stream',
  'unknown/unknown',
  '*/*',
  'application/unknown',
]);
const HTML_START =
  /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body|title|meta|script|style|div|p|a|h1|table|br|b|i)[\s>/]/i;
const COMMENTS = /<!--[\s\S]*?(?:-->|$)/g;
const HTML_MARKUP =
  /<(?:!doctype|html|head|body|title|div|p|a|br|span|table|script|h[1-6]|meta|frameset|center|ul|font)[\s>/]/i;
const SNIFFED_CHARACTERS = 4_096;
const BINARY_STARTS = ['%PDF-', '\u0089PNG', 'GIF8', 'PK\u0003\u0004', 'RIFF', '\u00ff\u00d8\u00ff', '{\\rtf'];
const BROKEN_CHARACTERS = /[^\t\n\f\r -\ufffc\ufffe\uffff]/g;
const MAX_BROKEN_SHARE = 0.1;

/**
 * What a decoded body is, by its Content-Type and its beginning: a PDF that says it is HTML is not, and HTML without a
 * type is.
 */
export function bodyKind(contentType: string | null, text: string): FetchedPage['content'] {
  if (text.trim() === '') return 'empty';
  const start = text.slice(0, SNIFFED_CHARACTERS);
  if (BINARY_STARTS.some((magic) => start.startsWith(magic))) return 'other';
  const type = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const isHtml =
    HTML_TYPES.has(type) ||
    (VAGUE_TYPES.has(type) && type !== 'text/plain' && HTML_START.test(start.replace(COMMENTS, '')));
  if (!isHtml) return 'other';
  if (shareOfBroken(start) > MAX_BROKEN_SHARE) return 'undecodable';
  return isData(start) ? 'other' : 'html';
}

/** JSON or XML data behind an HTML type, as broken APIs send it. */
function isData(start: string): boolean {
  if (HTML_MARKUP.test(start)) return false;
  return /^\s*[[{]/.test(start) || /^\s*<\?xml|^\s*<(?:rss|feed|urlset)\b/i.test(start);
}

/** Share of control and replacement characters. */
function shareOfBroken(text: string): number {
  return (text.match(BROKEN_CHARACTERS)?.length ?? 0) / Math.max(1, text.length);
}
