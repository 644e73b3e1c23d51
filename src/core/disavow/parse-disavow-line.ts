import { identifyUrl } from '../url/url-identity.ts';
import { findBlank, findWhiteSpace, skipBlanks, trimBlanks, trimmedEnd } from './blank-characters.ts';
import { overflowIndex } from './character-count.ts';
import {
  type DisavowLine,
  type DomainLine,
  type EntryFault,
  type InvalidLine,
  type InvalidReason,
  isEntryLine,
  type LineEnd,
  MAXIMUM_URL_LENGTH,
  type UrlLine,
} from './disavow-file.ts';
import { explainInvalidText } from './explain-invalid-text.ts';
import { hasKnownSuffix } from './invalid-text.ts';
import { mendScheme } from './mend-address.ts';
import { type Directive, parseDirective } from './parse-directive.ts';
import { hostOf, parseEntryHost } from './parse-entry-host.ts';
import { printEntry } from './print-disavow-file.ts';
import { startsRemark } from './remark-mark.ts';

/** An address with its scheme, misspelt schemes left out. */
const WEB_ADDRESS = /^https?:\/\//i;

/**
 * Reads one line of a disavow file. An entry that is faulty in a way with one reading (a blank behind the colon, a scheme
 * behind `domain:`) is an entry with `faults`; everything else that is no entry, comment or blank is `invalid` with the reason.
 *
 * @example parseDisavowLine('domain: a.example # spam', '\n') // host 'a.example', fault 'blank-after-colon', trailing '# spam'
 */
export function parseDisavowLine(raw: string, end: LineEnd): DisavowLine {
  const start = skipBlanks(raw, 0);
  if (start === raw.length) return { kind: 'blank', raw, end };
  if (raw[start] === '#') return { kind: 'comment', raw, end };
  const place: Place = { raw, end, text: raw.slice(start, trimmedEnd(raw)), start };
  if (place.text.includes('\0')) return invalid(place, 'nul-characters', raw.indexOf('\0'));
  if (WEB_ADDRESS.test(place.text)) return parseUrlEntry(place, 0, []);
  const directive = parseDirective(place.text);
  return directive === null ? parseOther(place) : parseDirectiveEntry(place, directive);
}

/** A line with the trimmed text in it and where that begins. */
interface Place {
  readonly raw: string;
  readonly end: LineEnd;
  readonly text: string;
  readonly start: number;
}

function parseDirectiveEntry(place: Place, directive: Directive): DisavowLine {
  const { text, start } = place;
  const from = skipBlanks(text, directive.length);
  const faults: EntryFault[] = [];
  if (!directive.isExact) faults.push({ kind: 'directive', index: start });
  else if (from > directive.length) faults.push({ kind: 'blank-after-colon', index: start + directive.length });
  if (from === text.length) return invalid(place, 'nothing-behind-directive', start);
  const isPage = directive.meaning !== 'domain' && WEB_ADDRESS.test(text.slice(from, from + 8));
  if (isPage && (directive.meaning === 'url' || /^https?:\/\/[^/]+\/./i.test(text.slice(from)))) {
    return parseUrlEntry(place, from, faults);
  }
  if (directive.meaning === 'url') return parseOther(place);
  const line = parseDomainEntry(place, from, faults);
  return line.kind === 'invalid' && directive.meaning === 'any' ? parseOther(place) : line;
}

function parseDomainEntry(place: Place, from: number, faults: readonly EntryFault[]): DomainLine | InvalidLine {
  const { raw, end, text, start } = place;
  const to = findHostEnd(text, from);
  const written = text.slice(from, to);
  const trailing = trimBlanks(text.slice(to));
  if (holdsEntry(trailing)) return severalEntries(place, written, trailing);
  const found = parseEntryHost(written, start + from);
  if (found.kind === 'invalid') return explainDomainValue(place, from, to, found);
  return {
    kind: 'domain',
    raw,
    end,
    host: found.host,
    written,
    start: start + from,
    trailing,
    faults: faults.concat(found.faults),
  };
}

/** White space or a `#` ends the host, unless the latter is the fragment of an address that stands there. */
function findHostEnd(text: string, from: number): number {
  const blank = findWhiteSpace(text, from);
  const hash = text.indexOf('#', from);
  return hash === -1 || hash > blank || text.slice(from, hash).includes('/') ? blank : hash;
}

function explainDomainValue(
  place: Place,
  from: number,
  to: number,
  found: { readonly reason: InvalidReason; readonly suggestion: string | null },
): InvalidLine {
  const index = place.start + from;
  const written = place.text.slice(from, to);
  const rest = place.text.slice(to).trim();
  if (written.length > MAXIMUM_URL_LENGTH) return invalid(place, found.reason, index, found.suggestion);
  const bare = undecorated(written, true);
  const line = bare === written || bare === '' ? null : parseDisavowLine(`domain:${bare}`, '');
  if (line?.kind === 'domain' && rest === '') return invalid(place, 'decorated-entry', index, printEntry(line), true);
  if (rest !== '' && !startsRemark(rest) && /^[^,;|]+$/.test(written)) return explainBlankInHost(place, index, found);
  const whole = explainInvalidText(place.text.slice(from));
  if (!TABLE_REASONS.has(whole.reason)) return invalid(place, found.reason, index, found.suggestion);
  return invalid(place, whole.reason, index + whole.index, whole.suggestion, isPlainHost(whole));
}

/** What the text behind `domain:` is known by as well as a line of its own. */
const TABLE_REASONS: ReadonlySet<InvalidReason> = new Set(['csv-row', 'several-entries', 'masked-address']);

function explainBlankInHost(place: Place, index: number, found: { readonly reason: InvalidReason }): InvalidLine {
  const joined = place.text.slice(index - place.start).replace(/\s+/g, '');
  const host = hostOf(joined);
  const isName = host !== null && host.includes('.') && hasKnownSuffix(host);
  return isName ? invalid(place, 'blank-in-host', index, `domain:${host}`) : invalid(place, found.reason, index);
}

function parseUrlEntry(place: Place, from: number, faults: readonly EntryFault[]): UrlLine | InvalidLine {
  const { raw, end, text, start } = place;
  const to = findUrlEnd(text, from);
  const written = text.slice(from, to);
  const trailing = trimBlanks(text.slice(to));
  const index = start + from;
  if (holdsEntry(trailing)) return severalEntries(place, text.slice(from, findBlank(text, from)), trailing);
  const overflow = overflowIndex(written, MAXIMUM_URL_LENGTH);
  if (overflow !== -1) return invalid(place, 'url-too-long', index + overflow);
  if (/^[^?#]*\*[,;"'>]*(?:#|$)/.test(written)) return explainWildcard(place, written, index);
  const nextCell = written.search(/["'],|,["']|[,;|]https?:\/\//i);
  if (nextCell !== -1) return invalid(place, 'csv-row', index + nextCell);
  const identity = identifyUrl(written);
  if (identity === null || !isUsableHost(identity.host, written)) {
    if (written.includes('*')) return explainWildcard(place, written, index);
    return invalid(place, 'not-a-url', index, mendScheme(text.slice(from)));
  }
  return { kind: 'url', raw, end, identity, written, start: index, trailing, faults };
}

/** A whole site with a star is meant as that site; a folder with a star has no counterpart. */
function explainWildcard(place: Place, written: string, index: number): InvalidLine {
  const host = hostOf(/^https?:\/\/(?:\*\.)?([^/*]+)\/?\*?$/i.exec(written)?.[1] ?? '');
  const suggestion = host?.includes('.') ? `domain:${host}` : null;
  return invalid(place, 'wildcard', index + written.indexOf('*'), suggestion);
}

/** A browser reads `http://12/` as an IP address; a list of pages never means that. */
function isUsableHost(host: string, written: string): boolean {
  if (host.startsWith('[') || !/^[\d.]+$/.test(host)) return host.includes('.') || host.startsWith('[');
  return written.includes(host);
}

/**
 * Where the URL at `from` ends. A blank usually belongs to a URL that was not encoded; it ends the URL where a tab, a
 * remark or another entry follows, or where there is no path yet.
 */
function findUrlEnd(text: string, from: number): number {
  let blank = findWhiteSpace(text, from);
  while (blank < text.length) {
    const next = skipBlanks(text, blank);
    const rest = text.slice(next, next + 12);
    const hasPath = /^https?:\/\/[^/?#]+[/?#]/i.test(text.slice(from, Math.min(blank, from + 300)));
    if (!hasPath || text.slice(blank, next).includes('\t') || startsRemark(rest) || startsEntry(rest)) return blank;
    blank = findWhiteSpace(text, next);
  }
  return text.length;
}

function parseOther(place: Place): InvalidLine {
  const { text, start } = place;
  const bare = undecorated(text);
  const inner = bare !== text && startsEntry(bare.slice(0, 12)) ? parseDisavowLine(bare, '') : null;
  if (inner !== null && isEntryLine(inner) && inner.trailing === '') {
    return invalid(place, 'decorated-entry', start, printEntry(inner), true);
  }
  const withoutMarks = bare === text ? null : explainInvalidText(bare);
  const found = withoutMarks?.reason === 'bare-host' ? withoutMarks : explainInvalidText(text);
  return invalid(place, found.reason, start + found.index, found.suggestion, isPlainHost(found));
}

/** A suggestion has only one reading where its host ends in a suffix that exists: file names look like hosts as well. */
function isPlainHost({
  isPlain,
  suggestion,
}: {
  readonly isPlain: boolean;
  readonly suggestion: string | null;
}): boolean {
  if (suggestion === null || !isPlain) return false;
  const directive = suggestion.lastIndexOf('domain:');
  return directive === -1 || hasKnownSuffix(suggestion.slice(directive + 7));
}

/** The line without quotes, brackets, list bullets and, around a host, closing punctuation. */
function undecorated(text: string, isHost = false): string {
  const bullet =
    /^(?:[-*•·>+]|\d{1,6}[.)])\s{1,9}(?=\S)/.exec(text)?.[0].length ??
    /^[-+*•·–>~]{1,3}(?=domain:|https?:)/i.exec(text)?.[0].length ??
    0;
  let [from, to] = [bullet, text.length];
  while (from < to && /["'`<“”„«‘([{]/.test(text.charAt(from))) from += 1;
  let brackets = isHost ? to : text.slice(bullet, from).replace(/[^([{]/g, '').length;
  for (; to > from; to -= 1) {
    const last = text.charAt(to - 1);
    if (/[)\]}]/.test(last) && brackets > 0) brackets -= 1;
    else if (!(isHost ? /["'`>“”»’,;!…，。、；]/ : /["'`>“”»’,;]/).test(last)) break;
  }
  return text.slice(from, to);
}

function holdsEntry(trailing: string): boolean {
  return startsEntry(trailing.slice(0, 12).replace(/^[,;|]\s*/, ''));
}

function startsEntry(text: string): boolean {
  return /^(?:domain:|https?:\/\/)/i.test(text);
}

function severalEntries(place: Place, first: string, trailing: string): InvalidLine {
  const words = place.text.length > 10_000 ? [] : trailing.split(/[\s,;|]+/);
  const head = place.text
    .slice(0, place.text.indexOf(first) + first.length)
    .slice(0, 2_100)
    .replace(/[,;|]{1,9}$/, '');
  const lines = [head, ...words].filter((word) => word !== '').map((word) => parseDisavowLine(word, ''));
  const entries = lines.filter(isEntryLine).map(printEntry);
  const suggestion = words.length > 0 && entries.length === lines.length ? entries.join('\n') : null;
  const index = place.raw.lastIndexOf(trailing);
  return invalid(place, 'several-entries', index, suggestion, suggestion !== null);
}

function invalid(
  { raw, end }: Place,
  reason: InvalidReason,
  index: number,
  suggestion: string | null = null,
  isSuggestionPlain = false,
): InvalidLine {
  if (suggestion === null || !isRepair(suggestion)) {
    return { kind: 'invalid', raw, end, reason, index, suggestion: null, isSuggestionPlain: false };
  }
  return { kind: 'invalid', raw, end, reason, index, suggestion, isSuggestionPlain };
}

/** True where every line suggested is an entry or a comment itself. */
function isRepair(suggestion: string): boolean {
  return suggestion.split('\n').every((text) => text.startsWith('#') || isEntryLine(parseDisavowLine(text, '')));
}
