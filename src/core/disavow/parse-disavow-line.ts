import { isPublicSuffix, publicSuffixOf } from '../url/host-name.ts';
import { identifyUrl } from '../url/url-identity.ts';
import { findBlank, skipBlanks, trimBlanks, trimmedEnd } from './blank-characters.ts';
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
import { type Directive, parseDirective } from './parse-directive.ts';
import { parseEntryHost } from './parse-entry-host.ts';
import { printEntry } from './print-disavow-file.ts';

/** An address with its scheme, misspelt schemes left out. */
const WEB_ADDRESS = /^https?:\/\//i;

/** What people put between an entry and their remark on it. */
const REMARK_MARK = /^(?:#|\/\/|--?\s|–|—|;|\(|\[|!)/;

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
  const hash = text.indexOf('#', from);
  const to = Math.min(findBlank(text, from), hash === -1 ? text.length : hash);
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

function explainDomainValue(
  place: Place,
  from: number,
  to: number,
  found: { readonly reason: InvalidReason; readonly suggestion: string | null },
): InvalidLine {
  const written = place.text.slice(from, to);
  const bare = undecorated(written);
  const line =
    bare === written || bare === '' || written.length > MAXIMUM_URL_LENGTH
      ? null
      : parseDisavowLine(`domain:${bare}`, '');
  if (line?.kind === 'domain' && to === place.text.length) {
    return invalid(place, 'decorated-entry', place.start + from, printEntry(line), true);
  }
  return invalid(place, found.reason, place.start + from, found.suggestion);
}

function parseUrlEntry(place: Place, from: number, faults: readonly EntryFault[]): UrlLine | InvalidLine {
  const { raw, end, text, start } = place;
  const to = findUrlEnd(text, from);
  const written = text.slice(from, to);
  const trailing = trimBlanks(text.slice(to));
  const index = start + from;
  if (holdsEntry(trailing)) return severalEntries(place, text.slice(from, findBlank(text, from)), trailing);
  if (written.length > MAXIMUM_URL_LENGTH) return invalid(place, 'url-too-long', index + MAXIMUM_URL_LENGTH);
  if (/^[^?#]*\*(?:#|$)/.test(written)) return invalid(place, 'wildcard', index + written.indexOf('*'));
  const nextCell = written.search(/["'],|,["']|[,;|]https?:\/\//i);
  if (nextCell !== -1) return invalid(place, 'csv-row', index + nextCell);
  const identity = identifyUrl(written);
  if (identity === null || !isUsableHost(identity.host, written)) {
    return invalid(place, written.includes('*') ? 'wildcard' : 'not-a-url', index);
  }
  return { kind: 'url', raw, end, identity, written, start: index, trailing, faults };
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
  let blank = findBlank(text, from);
  while (blank < text.length) {
    const next = skipBlanks(text, blank);
    const rest = text.slice(next, next + 12);
    const hasPath = /^https?:\/\/[^/?#]+[/?#]/i.test(text.slice(from, Math.min(blank, from + 300)));
    if (!hasPath || text.slice(blank, next).includes('\t') || REMARK_MARK.test(rest) || startsEntry(rest)) return blank;
    blank = findBlank(text, next);
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
  const { reason, index, suggestion, isPlain } =
    withoutMarks?.reason === 'bare-host' ? withoutMarks : explainInvalidText(text);
  return invalid(
    place,
    reason,
    start + index,
    suggestion,
    isPlain && suggestion !== null && hasKnownSuffix(suggestion),
  );
}

/** The line without quotes, list bullets and closing punctuation. */
function undecorated(text: string): string {
  const bullet = /^(?:[-*•·>+]|\d{1,6}[.)])\s{1,9}(?=\S)/.exec(text)?.[0].length ?? 0;
  let [from, to] = [bullet, text.length];
  while (from < to && /["'`<“”„«]/.test(text.charAt(from))) from += 1;
  while (to > from && /["'`>“”»,;]/.test(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

/** A file name or an abbreviation also looks like a host; only a listed suffix makes a bare name plain. */
function hasKnownSuffix(suggestion: string): boolean {
  const host = suggestion.slice(suggestion.lastIndexOf('domain:') + 7);
  return !suggestion.includes('domain:') || isPublicSuffix(publicSuffixOf(host));
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
  return { kind: 'invalid', raw, end, reason, index, suggestion, isSuggestionPlain };
}
