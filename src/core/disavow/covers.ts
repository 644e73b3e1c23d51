import type { UrlIdentity } from '../url/url-identity.ts';
import { type DisavowFile, type EntryLine, isWellFormed } from './disavow-file.ts';

/** The line that covers a host or page, and how. */
export interface Covering {
  /** 1-based. */
  readonly line: number;
  /**
   * `domain`: by a domain: entry for the host or a parent. `exact`: by a URL entry with this very address. `twin`: by a URL
   * entry that differs in scheme, `www.`, trailing slash or tracking parameters only.
   */
  readonly match: 'domain' | 'exact' | 'twin';
  /** False when Google may refuse the line because of a fault in it. */
  readonly isWellFormed: boolean;
}

/** Answers what a disavow file covers. Built once per file; every answer takes time by the number of labels only. */
export interface CoverIndex {
  /** The domain: line for the host itself or its nearest parent, else null. `host` is lower-case ASCII, `www.` kept. */
  readonly coveringHost: (host: string) => Covering | null;
  /** The line that covers a page: a domain: line first, then a URL line. */
  readonly coveringUrl: (page: Pick<UrlIdentity, 'host' | 'url' | 'key'>) => Covering | null;
  /** The first URL line for any spelling of a page, by identity key, else null. */
  readonly coveringTwin: (key: string) => Covering | null;
}

/**
 * Indexes a file by what it covers.
 *
 * A `domain:` entry covers its host with every subdomain, `www.`, http and https; a subdomain entry only that subdomain
 * and below. A URL entry covers the page as written, apart from WHATWG normalisation and the fragment. Google documents
 * nothing about its http, https and `www.` twins and its staff advise to list each, yet usually knows the pair as one page:
 * a twin is therefore an answer of its own, `twin`, so that a caller may count it or not. Where several lines cover the same, the
 * first well-formed one is named. Entries with faults count, marked: they show what the author believes is covered.
 */
export function indexCoverage(file: DisavowFile): CoverIndex {
  const hosts = new Map<string, Place>();
  const urls = new Map<string, Place>();
  const keys = new Map<string, Place>();
  file.lines.forEach((line, index) => {
    const place = {
      line: index + 1,
      isWellFormed: line.kind === 'domain' || line.kind === 'url' ? isWellFormed(line) : true,
    };
    if (line.kind === 'domain') keepFirst(hosts, line.host, place);
    if (line.kind !== 'url') return;
    keepFirst(urls, line.identity.url, place);
    keepFirst(keys, line.identity.key, place);
  });
  const coveringHost = (host: string) => as('domain', findHost(hosts, host));
  const coveringTwin = (key: string) => as('twin', keys.get(key));
  return {
    coveringHost,
    coveringUrl: ({ host, url, key }) => coveringHost(host) ?? as('exact', urls.get(url)) ?? coveringTwin(key),
    coveringTwin,
  };
}

/** The line that covers what an entry of another file, or an entry elsewhere in this file, covers. */
export function coveringEntry(index: CoverIndex, entry: EntryLine): Covering | null {
  return entry.kind === 'domain' ? index.coveringHost(entry.host) : index.coveringUrl(entry.identity);
}

/** The host one label up, or null at the top. `parentHost('a.b.example') === 'b.example'` */
export function parentHost(host: string): string | null {
  const dot = host.indexOf('.');
  return dot === -1 ? null : host.slice(dot + 1);
}

interface Place {
  readonly line: number;
  readonly isWellFormed: boolean;
}

function keepFirst(places: Map<string, Place>, key: string, place: Place): void {
  const known = places.get(key);
  if (known === undefined || (!known.isWellFormed && place.isWellFormed)) places.set(key, place);
}

function findHost(hosts: ReadonlyMap<string, Place>, host: string): Place | undefined {
  for (let name: string | null = host; name !== null; name = parentHost(name)) {
    const place = hosts.get(name);
    if (place !== undefined) return place;
  }
  return undefined;
}

function as(match: Covering['match'], place: Place | undefined): Covering | null {
  return place === undefined ? null : { ...place, match };
}
