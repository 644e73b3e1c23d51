import { isHostName, isIpHost, isPublicSuffix, parseHost } from '../url/host-name.ts';
import { findInvisible, withoutInvisible } from './blank-characters.ts';
import type { EntryFault, EntryFaultKind, InvalidReason } from './disavow-file.ts';

/** The host a `domain:` entry means, with the faults around it, or why there is none. */
export type EntryHost =
  | { readonly kind: 'host'; readonly host: string; readonly faults: readonly EntryFault[] }
  | { readonly kind: 'invalid'; readonly reason: InvalidReason; readonly suggestion: string | null };

/**
 * Reads what stands behind `domain:`. Scheme, user name, port, path, query and dots at either end are faults; the host
 * within them is still found. `start` is the index of `written` in its line.
 *
 * @example parseEntryHost('https://a.example/', 7) // host 'a.example', faults scheme at 7, path at 24
 */
export function parseEntryHost(written: string, start: number): EntryHost {
  const hidden = findInvisible(written.replace(SPELLING_JOINERS, '_'));
  if (hidden === -1) return parseVisibleHost(written, start);
  const found = parseVisibleHost(withoutInvisible(written), start);
  if (found.kind === 'invalid') return found;
  return { ...found, faults: [{ kind: 'invisible', index: start + hidden }, ...found.faults] };
}

/** Joiners between letters beyond ASCII belong to the spelling of Persian, Hindi and other names (RFC 5892, appendix A). */
const SPELLING_JOINERS = /(?<=[^\p{ASCII}])[\u200c\u200d](?=[^\p{ASCII}])/gu;

function parseVisibleHost(written: string, start: number): EntryHost {
  const bare = written.endsWith('.') ? null : hostOf(written);
  if (bare !== null && canBeListed(bare)) return { kind: 'host', host: bare, faults: [] };
  if (isIpRange(written)) return { kind: 'invalid', reason: 'ip-range', suggestion: null };
  const { text, faults } = peelHost(written, start);
  const host = hostOf(text);
  if (host !== null && canBeListed(host)) return { kind: 'host', host, faults };
  return { kind: 'invalid', ...explainNoHost(text, host) };
}

/** One label alone is a top-level domain or no host at all. */
function canBeListed(host: string): boolean {
  return host.includes('.') || isPublicSuffix(host);
}

/**
 * A bare host as lower-case ASCII, or null. Unlike a browser it does not read `12` or `0x7f.1` as an IP address: nobody
 * who writes a list of domains means one.
 */
export function hostOf(text: string): string | null {
  if (text.length > 1_000) return null;
  const isPlain = /^[a-z\d_-]+(?:\.[a-z\d_-]+)*$/i.test(text);
  if (isPlain && !/(?:^|\.)xn--/i.test(text)) {
    const host = text.toLowerCase();
    if (!isHostName(host)) return null;
    return /(?:^|\.)(?:\d+|0x[\da-f]*)$/.test(host) && !isIpv4(host) ? null : host;
  }
  if (!isPlain && /[\0-,/:-@[-^`{-\x7f]/.test(text)) return null;
  if (isMarked(text)) return null;
  const host = parseHost(text);
  return host === null || isIpHost(host) ? null : host;
}

/**
 * True for punctuation that the URL parser takes into a name although nobody can register it, such as the closing quote of
 * a sentence. Full stops of other scripts are dots; the others are letters in Catalan, Hebrew and Japanese names.
 */
function isMarked(text: string): boolean {
  return /[^\P{P}\p{ASCII}\u3002\uff0e\uff61\u00b7\u05f3\u05f4\u30fb]/u.test(text);
}

/** True for CIDR blocks, address ranges and addresses with a wildcard. */
export function isIpRange(written: string): boolean {
  const text = written.replace(/\s{1,9}-\s{1,9}/, '-');
  return /^\d{1,3}(?:\.(?:\d{1,3}|\*)){1,3}(?:\/\d{1,2}|-\d[\d.]*|\.\*|\.)?$/.test(text) && /[*/-]|\.$/.test(text);
}

function isIpv4(host: string): boolean {
  const parts = host.split('.');
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

/** Also without the colon, with one slash, and with a slash alone. */
const SCHEME = /^(?:(?:[a-z][a-z\d+.-]{0,20}:)?\/\/|h(?:tt|xx)ps?(?::\/?|\/\/)|\/)/i;

function peelHost(written: string, start: number): { text: string; faults: EntryFault[] } {
  const faults: EntryFault[] = [];
  let text = written;
  let index = start;
  const cutFront = (kind: EntryFaultKind, length: number) => {
    if (length === 0) return;
    faults.push({ kind, index });
    text = text.slice(length);
    index += length;
  };
  const cutBack = (kind: EntryFaultKind, at: number) => {
    if (at === -1) return;
    faults.push({ kind, index: index + at });
    text = text.slice(0, at);
  };
  cutFront('scheme', SCHEME.exec(text)?.[0].length ?? 0);
  const tail = text.search(/[/?\\]/);
  cutBack(text[tail] === '?' ? 'query' : 'path', tail);
  cutFront('user', text.lastIndexOf('@') + 1);
  cutBack('port', text.search(/:\d{0,5}$/));
  cutFront('leading-dot', leadingDots(text));
  cutBack('trailing-dot', trailingDots(text));
  return { text, faults };
}

function leadingDots(text: string): number {
  let count = 0;
  while (text[count] === '.') count += 1;
  return count;
}

function trailingDots(text: string): number {
  let end = text.length;
  while (end > 0 && text[end - 1] === '.') end -= 1;
  return end === text.length ? -1 : end;
}

function explainNoHost(text: string, host: string | null): { reason: InvalidReason; suggestion: string | null } {
  if (host !== null) return { reason: 'bare-word', suggestion: null };
  if (text.includes('*')) return { reason: 'wildcard', suggestion: withoutWildcard(text) };
  if (text.includes('..')) return { reason: 'empty-label', suggestion: null };
  if (/\([^)]*\|/.test(text)) return { reason: 'regular-expression', suggestion: null };
  if (/[,;|]/.test(text)) return { reason: 'csv-row', suggestion: null };
  if (/[()]|^\^|\$$|\[[^:\]]*\]/.test(text)) return { reason: 'regular-expression', suggestion: null };
  return { reason: text === '' ? 'nothing-behind-directive' : 'not-a-host', suggestion: null };
}

/** `*.example.com` as an entry: `domain:` covers every subdomain by itself. */
function withoutWildcard(text: string): string | null {
  const host = text.startsWith('*.') ? hostOf(text.slice(2)) : null;
  return host === null || !host.includes('.') || isPublicSuffix(host) ? null : `domain:${host}`;
}
