import { isHostOfSite, isIpHost, isPublicSuffix, parseHost, registrableDomain, stripWww } from '../url/host-name.ts';
import { identifyUrl } from '../url/url-identity.ts';
import { printComment } from './comment-text.ts';
import { parentHost } from './covers.ts';
import { MAXIMUM_BYTES, MAXIMUM_LINES, MAXIMUM_URL_LENGTH } from './disavow-file.ts';

/** A verdict to write down. */
export type BuildEntry = BuildDomain | BuildUrl;

interface BuildReasons {
  readonly reason?: string;
  /** What fired, in words. */
  readonly signals?: readonly string[];
  /** The day of the decision, as YYYY-MM-DD. */
  readonly decidedOn?: string;
  readonly note?: string;
  /** Heading of a part of its own behind all other entries; '' and left out mean the main part. */
  readonly section?: string;
}

/** A verdict on a whole host. */
export interface BuildDomain extends BuildReasons {
  readonly kind: 'domain';
  /** A host in any spelling; `www.` is dropped, another subdomain kept, as only that subdomain was judged. */
  readonly host: string;
}

/** A verdict on one page. */
export interface BuildUrl extends BuildReasons {
  readonly kind: 'url';
  readonly url: string;
}

/** What the file is for, and what must not be in it. */
export interface BuildOptions {
  /** The Search Console property the file is for, null when not known. */
  readonly property: string | null;
  /** The day of writing, as YYYY-MM-DD. */
  readonly writtenOn: string;
  /** Hosts that are never listed, nor anything above or below them. */
  readonly ownHosts?: readonly string[];
  /** False leaves out the comments above entries, for a file that would pass the limits. */
  readonly hasEntryComments?: boolean;
}

/** Why an entry was not written. */
export type SkipReason =
  | 'not-a-host'
  | 'not-a-url'
  | 'url-too-long'
  | 'own-site'
  | 'public-suffix'
  | 'duplicate'
  | 'covered-by-domain';

/** The text to save, with what is in it and what was left out. */
export interface BuiltFile {
  /** UTF-8 text with LF, no byte order mark, ending in a newline. */
  readonly text: string;
  readonly bytes: number;
  readonly lines: number;
  readonly domains: number;
  readonly urls: number;
  /** What was not written, in the order given. */
  readonly skipped: readonly { readonly entry: BuildEntry; readonly reason: SkipReason }[];
  /** Which of Google's limits the file breaks; empty for a file that can be uploaded. */
  readonly overLimits: readonly ('bytes' | 'lines')[];
}

/**
 * Writes disavow.txt from verdicts: a header, then the entries in the order of their domains, each domain's own entry
 * before its pages, with one comment above that says why. The same verdicts in any order give the same text. Entries that
 * must not be written are returned with the reason.
 */
export function buildDisavowFile(entries: readonly BuildEntry[], options: BuildOptions): BuiltFile {
  const { written, skipped } = selectEntries(entries, options.ownHosts ?? []);
  const domains = written.filter(({ entry }) => entry.kind === 'domain').length;
  const urls = written.length - domains;
  const lines = [...printHeader(options, domains, urls), ...printEntries(written, options.hasEntryComments ?? true)];
  const text = lines.map((line) => `${line}\n`).join('');
  const bytes = new TextEncoder().encode(text).length;
  const overLimits: ('bytes' | 'lines')[] = [];
  if (bytes > MAXIMUM_BYTES) overLimits.push('bytes');
  if (lines.length > MAXIMUM_LINES) overLimits.push('lines');
  return { text, bytes, lines: lines.length, domains, urls, skipped, overLimits };
}

/** An entry that passed, with its line and what it is sorted by. */
interface WrittenEntry {
  readonly entry: BuildEntry;
  readonly line: string;
  readonly host: string;
}

type Read = WrittenEntry | SkipReason;

function selectEntries(entries: readonly BuildEntry[], ownHosts: readonly string[]) {
  const sites = ownHosts.map(parseHost).filter((host) => host !== null);
  const read = entries.map((entry) => ({ entry, result: readEntry(entry, sites) }));
  const listed = new Set(
    read.flatMap(({ result }) => (typeof result !== 'string' && result.entry.kind === 'domain' ? [result.host] : [])),
  );
  const seen = new Set<string>();
  const written: WrittenEntry[] = [];
  const skipped: { entry: BuildEntry; reason: SkipReason }[] = [];
  for (const { entry, result } of read) {
    const reason = typeof result === 'string' ? result : redundancyOf(result, listed, seen);
    if (typeof result === 'string' || reason !== null) {
      skipped.push({ entry, reason: reason ?? 'duplicate' });
    } else {
      seen.add(result.line);
      written.push(result);
    }
  }
  return { written, skipped };
}

function readEntry(entry: BuildEntry, sites: readonly string[]): Read {
  return entry.kind === 'domain' ? readDomain(entry, sites) : readUrl(entry, sites);
}

function readDomain(entry: BuildDomain, sites: readonly string[]): Read {
  const parsed = parseHost(entry.host);
  const host = parsed === null ? null : stripWww(parsed);
  if (host === null || host.startsWith('[')) return 'not-a-host';
  if (isPublicSuffix(host)) return 'public-suffix';
  if (!host.includes('.')) return 'not-a-host';
  if (sites.some((site) => isHostOfSite(host, site) || isHostOfSite(site, host))) return 'own-site';
  return { entry, line: `domain:${host}`, host };
}

function readUrl(entry: BuildUrl, sites: readonly string[]): Read {
  const identity = identifyUrl(entry.url);
  if (identity === null || !(identity.host.includes('.') || isIpHost(identity.host))) return 'not-a-url';
  if (identity.url.length > MAXIMUM_URL_LENGTH) return 'url-too-long';
  if (sites.some((site) => isHostOfSite(identity.host, site))) return 'own-site';
  return { entry, line: identity.url, host: identity.host };
}

function redundancyOf(read: WrittenEntry, listed: ReadonlySet<string>, seen: ReadonlySet<string>): SkipReason | null {
  if (seen.has(read.line)) return 'duplicate';
  const first = read.entry.kind === 'domain' ? parentHost(read.host) : read.host;
  for (let host = first; host !== null; host = parentHost(host)) {
    if (listed.has(host)) return 'covered-by-domain';
  }
  return null;
}

function printHeader({ property, writtenOn }: BuildOptions, domains: number, urls: number): string[] {
  const target = property === null ? 'Disavow file' : `Disavow file for ${property}`;
  return [
    printComment(target),
    printComment(`Written by Anchorage on ${writtenOn}`),
    printComment(`${count(domains, 'domain')}, ${count(urls, 'page')}`),
    '',
  ];
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

/** A comment stands for all entries below it until the next, so it is not repeated; the first entry without one needs a blank line. */
function printEntries(written: readonly WrittenEntry[], hasComments: boolean): string[] {
  const lines: string[] = [];
  let [comment, section] = ['', ''];
  for (const { entry, line } of sortEntries(written)) {
    if ((entry.section ?? '') !== section) {
      section = entry.section ?? '';
      comment = '';
      lines.push(...(lines.length === 0 ? [] : ['']), printComment(section), '');
    }
    const next = hasComments ? explainEntry(entry) : '';
    if (next !== comment) lines.push(next);
    comment = next;
    lines.push(line);
  }
  return lines;
}

/** By section, then registrable domain, the domain: entries of each before its pages, then by text: code units, the same on every machine. */
function sortEntries(written: readonly WrittenEntry[]): WrittenEntry[] {
  const keyed = written.map((item) => ({
    item,
    domain: registrableDomain(item.host),
    rank: item.entry.kind === 'domain' ? 0 : 1,
  }));
  keyed.sort(
    (a, b) =>
      compare(a.item.entry.section ?? '', b.item.entry.section ?? '') ||
      compare(a.domain, b.domain) ||
      a.rank - b.rank ||
      compare(a.item.line, b.item.line),
  );
  return keyed.map(({ item }) => item);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function explainEntry({ reason, signals = [], decidedOn, note }: BuildEntry): string {
  const parts = [decidedOn, reason, signals.join(', '), note].filter(
    (part) => part !== undefined && part.trim() !== '',
  );
  return parts.length === 0 ? '' : printComment(parts.join('; '));
}
