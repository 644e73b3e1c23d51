import type { DisavowBuildAnswer } from '../../contract/disavow.ts';
import {
  type BuildEntry,
  type BuiltFile,
  buildDisavowFile,
  type SkipReason,
} from '../../core/disavow/build-disavow-file.ts';
import { parentHost } from '../../core/disavow/covers.ts';
import { parseDisavowText } from '../../core/disavow/parse-disavow-file.ts';
import { signalOf } from '../../core/quality/signals.ts';
import { parseHost, stripWww } from '../../core/url/host-name.ts';
import { identifyUrl } from '../../core/url/url-identity.ts';
import { type CarriedEntry, readCarried } from '../db/carried-entries.ts';
import { type DisavowedDomain, type DisavowedUrl, disavowedDomains, disavowedUrls } from '../db/disavow-queries.ts';
import type { ReadableDatabase } from '../db/project-database.ts';
import { readSettings } from '../db/setting-queries.ts';
import { keptVerdicts } from './kept-verdicts.ts';
import { findKnownLinks } from './known-links.ts';

/** A built file with what the command line says beside the text. */
export type VerdictFile = DisavowBuildAnswer & Pick<BuiltFile, 'bytes' | 'lines' | 'overLimits'>;

/**
 * The file the verdicts of a project make, with the reason above each entry and the entries that were carried over from
 * existing files behind them. Where the comments alone would break Google's limits they are left out.
 *
 * @param today the day of writing as YYYY-MM-DD.
 */
export function buildFromVerdicts(db: ReadableDatabase, today: string): VerdictFile {
  const { sites } = readSettings(db);
  const [domains, urls] = [disavowedDomains(db), disavowedUrls(db)];
  const carried = carriedEntries(db, urls);
  const decided = [...domains.filter(isNotKept).map(domainEntry), ...urls.filter(isNotKept).map(urlEntry)];
  const entries = [...decided, ...carried.entries];
  const options = { property: sites[0] ?? null, writtenOn: today, ownHosts: sites };
  const explained = buildDisavowFile(entries, options);
  const built =
    explained.overLimits.length === 0 ? explained : buildDisavowFile(entries, { ...options, hasEntryComments: false });
  const { text, bytes, lines, overLimits } = built;
  const skipped = built.skipped.map(({ entry, reason }) => ({ entry: nameOf(entry), reason: SKIP_WORDS[reason] }));
  return {
    text,
    domains: built.domains,
    urls: built.urls,
    skipped: [...keptSkips(domains, urls), ...skipped, ...carried.skipped],
    bytes,
    lines,
    overLimits,
  };
}

const SKIP_WORDS: Readonly<Record<SkipReason, string>> = {
  'not-a-host': 'Not a host name.',
  'not-a-url': 'Not a web address.',
  'url-too-long': 'Longer than the 2,048 characters Google takes; disavow the domain instead.',
  'own-site': "The project's own site.",
  'public-suffix': 'A public suffix: it would cover every site below it.',
  duplicate: 'Written already.',
  'covered-by-domain': 'Covered by a domain: entry.',
};

function nameOf(entry: BuildEntry): string {
  return entry.kind === 'domain' ? `domain:${entry.host}` : entry.url;
}

function isNotKept({ isKept }: { readonly isKept: 0 | 1 }): boolean {
  return isKept === 0;
}

/** An entry is never written over a link that a person keeps, whichever of the two verdicts is the newer. */
function keptSkips(domains: readonly DisavowedDomain[], urls: readonly DisavowedUrl[]) {
  const reason = (what: string) => `It has a link marked keep. Keep or disavow ${what}.`;
  return [
    ...domains
      .filter(({ isKept }) => isKept === 1)
      .map(({ domain }) => ({
        entry: `domain:${domain}`,
        reason: reason('the whole domain, or its pages one by one'),
      })),
    ...urls.filter(({ isKept }) => isKept === 1).map(({ url }) => ({ entry: url, reason: reason('the whole page') })),
  ];
}

function domainEntry(found: DisavowedDomain): BuildEntry {
  return { kind: 'domain', host: found.domain, ...reasonsOf(found) };
}

function urlEntry({ url, ...facts }: DisavowedUrl): BuildEntry {
  return { kind: 'url', url, ...reasonsOf({ ...facts, reason: '' }) };
}

interface Decided {
  readonly note: string;
  readonly reason: string;
  readonly signalIds: string | null;
  readonly decidedAt: string | null;
}

/** A comment has little room: the person's own words stand first, what judging says last. */
function reasonsOf({ note, reason, signalIds, decidedAt }: Decided) {
  return {
    reason: note === '' ? reason : note,
    signals: (signalIds ?? '')
      .split(',')
      .filter((id) => id !== '')
      .map((id) => signalOf(id)?.title ?? id),
    ...(decidedAt === null ? {} : { decidedOn: decidedAt.slice(0, 10) }),
    ...(note === '' ? {} : { note: reason }),
  };
}

/**
 * Carried entries to write. One that covers something marked keep goes; so does one whose links were known when it was
 * carried over, once none of them is disavowed any more: both are later decisions of a person.
 */
function carriedEntries(db: ReadableDatabase, urls: readonly DisavowedUrl[]) {
  const entries: BuildEntry[] = [];
  const skipped: { entry: string; reason: string }[] = [];
  const groups = readCarried(db);
  const text = groups.flatMap((group) => group.entries.map(({ entry }) => `${entry}\n`)).join('');
  const { keptDomain, keptUrl } = keptVerdicts(findKnownLinks(db, parseDisavowText(text)));
  const disavowedHosts = new Set(urls.flatMap(({ host }) => withParents(host)));
  const seen = new Set<string>();
  for (const { fileName, entries: some } of groups) {
    for (const one of some) {
      if (seen.has(one.entry)) continue;
      seen.add(one.entry);
      const host = hostOf(one);
      const isKept = host === null ? keptUrl(identifyUrl(one.entry)?.key ?? '') : keptDomain(host);
      if (isKept) skipped.push({ entry: one.entry, reason: 'It covers something marked keep.' });
      else if (!one.isMatched || host === null || disavowedHosts.has(host)) entries.push(toEntry(one, host, fileName));
      else skipped.push({ entry: one.entry, reason: 'None of its links is disavowed any more.' });
    }
  }
  return { entries, skipped };
}

function toEntry({ entry, note, isMatched }: CarriedEntry, host: string | null, fileName: string): BuildEntry {
  const section = isMatched ? `Kept from ${fileName}: subdomains` : `Kept from ${fileName}: not seen in any export`;
  return host === null ? { kind: 'url', url: entry, note, section } : { kind: 'domain', host, note, section };
}

function hostOf({ entry }: CarriedEntry): string | null {
  return entry.startsWith('domain:') ? parseHost(entry.slice('domain:'.length)) : null;
}

function withParents(host: string): string[] {
  const names: string[] = [];
  for (let name: string | null = stripWww(host); name !== null; name = parentHost(name)) names.push(name);
  return names;
}
