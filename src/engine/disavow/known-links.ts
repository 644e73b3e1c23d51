import { parentHost } from '../../core/disavow/covers.ts';
import { type DisavowFile, isEntryLine } from '../../core/disavow/disavow-file.ts';
import type { LinkSummary } from '../../core/disavow/lint-context.ts';
import { isPublicSuffix, registrableDomain } from '../../core/url/host-name.ts';
import {
  canLookUpLinks,
  domainsThatCount,
  hostCounts,
  type KeptDomain,
  type KnownDomain,
  keptDomains,
  knownDomains,
  type LinkCounts,
  nofollowLinks,
  type PageCounts,
  pageCounts,
  type SuffixCounts,
  suffixCounts,
} from '../db/coverage-queries.ts';
import type { ReadableDatabase } from '../db/project-database.ts';

/**
 * The links of a project as a disavow file asks for them, for one run over one file. What the file names is fetched at
 * once; a host or page that comes up later, as repairs suggest one, is fetched when asked for. What few files need (links by
 * subdomain, whole suffixes) is fetched the first time.
 */
export interface KnownLinks {
  /** False while a large import runs: then only whole domains and suffixes are known, and no page or subdomain. */
  readonly isComplete: boolean;
  /** A referring domain by its registrable name. */
  domain(name: string): KnownDomain | undefined;
  /** The links of a host and what is below it; `host` is lower-case ASCII. For whole suffixes only links, live and gone count. */
  below(host: string): LinkCounts | undefined;
  /** The links of the page with an identity key. */
  page(key: string): PageCounts | undefined;
  /** The domains below a public suffix, the suffix itself included. */
  suffixes(suffix: string): SuffixCounts;
  /** Domains that are marked keep or have a link that is. */
  kept(): readonly KeptDomain[];
}

/** Prepares the answers for one file. */
export function findKnownLinks(db: ReadableDatabase, file: DisavowFile): KnownLinks {
  const isComplete = canLookUpLinks(db);
  const registrable = memoise(registrableDomain);
  const isSuffix = memoise(isPublicSuffix);
  const entries = file.lines.filter(isEntryLine);
  const names = new Set(
    entries.map((line) => (line.kind === 'domain' ? registrable(line.host) : line.identity.domain)),
  );
  const keys = new Set(entries.flatMap((line) => (line.kind === 'url' ? [line.identity.key] : [])));
  const domain = remember(
    names,
    (some) => knownDomains(db, some),
    ({ name }) => name,
  );
  const page = remember(
    keys,
    (some) => (isComplete ? pageCounts(db, some) : []),
    ({ key }) => key,
  );
  const hostsOf = once(() => hostCounts(db));
  const bySuffix = once(() => suffixCounts(db));
  const keptOnes = once(() => keptDomains(db));
  const keptByName = once(() => new Map(keptOnes().map((one) => [one.name, one.links])));
  const byHost = new Map<number, Map<string, LinkCounts>>();
  const idle = once(() => idleDomains(db, isComplete ? [...names].flatMap((name) => domain(name) ?? []) : []));

  function below(host: string): LinkCounts | undefined {
    if (isSuffix(host)) return belowSuffix(suffixes(host));
    const known = domain(registrable(host));
    if (known === undefined || known.name !== host) return known && hostsBelow(known.id).get(host);
    const kept = keptByName().get(host) ?? 0;
    const nofollow = idle().get(known.id);
    if (nofollow !== undefined) return { ...rolledUp(known), live: 0, nofollow, noindex: known.live - nofollow, kept };
    return { ...rolledUp(known), kept };
  }

  function hostsBelow(domainId: number): Map<string, LinkCounts> {
    const counted = byHost.get(domainId) ?? addUp(isComplete ? hostsOf()(domainId) : []);
    byHost.set(domainId, counted);
    return counted;
  }

  function suffixes(suffix: string): SuffixCounts {
    const ending = `.${suffix}`;
    return bySuffix()
      .filter((one) => one.suffix === suffix || one.suffix.endsWith(ending))
      .reduce(addSuffix, { suffix, domains: 0, good: 0, links: 0, live: 0, gone: 0 });
  }

  return { isComplete, domain, below, page, suffixes, kept: keptOnes };
}

/** A look-up that fetches many keys at first and single ones later. */
function remember<Found>(
  keys: ReadonlySet<string>,
  fetchSome: (keys: readonly string[]) => readonly Found[],
  keyOf: (found: Found) => string,
): (key: string) => Found | undefined {
  const known = new Map<string, Found | null>();
  const fetchMore = (some: readonly string[]) => {
    for (const found of fetchSome(some)) known.set(keyOf(found), found);
    for (const key of some) if (!known.has(key)) known.set(key, null);
  };
  const start = once(() => fetchMore([...keys]));
  return (key) => {
    start();
    if (known.get(key) === undefined) fetchMore([key]);
    return known.get(key) ?? undefined;
  };
}

/** A pure function of a text that is asked about the same texts several times. */
function memoise<Value extends string | boolean>(make: (text: string) => Value): (text: string) => Value {
  const made = new Map<string, Value>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const value = make(text);
    made.set(text, value);
    return value;
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The nofollow links of domains whose links are all known to be live or gone, and none of the live ones counts. */
function idleDomains(db: ReadableDatabase, domains: readonly KnownDomain[]): Map<number, number> {
  const checked = domains.filter(({ live, gone, links }) => live > 0 && live + gone === links).map(({ id }) => id);
  const counting = domainsThatCount(db, checked);
  return nofollowLinks(
    db,
    checked.filter((id) => !counting.has(id)),
  );
}

/** Live links are not told apart here: it matters only where none of them counts. */
function rolledUp({ links, live, gone }: Pick<KnownDomain, 'links' | 'live' | 'gone'>): Omit<LinkCounts, 'kept'> {
  return { links, live, gone, unknown: links - live - gone, nofollow: 0, noindex: 0 };
}

function belowSuffix(counts: SuffixCounts): LinkCounts | undefined {
  return counts.domains === 0 ? undefined : { ...rolledUp(counts), kept: 0 };
}

function addSuffix(sum: SuffixCounts, one: SuffixCounts): SuffixCounts {
  return {
    suffix: sum.suffix,
    domains: sum.domains + one.domains,
    good: sum.good + one.good,
    links: sum.links + one.links,
    live: sum.live + one.live,
    gone: sum.gone + one.gone,
  };
}

/** Adds every host to all names above it within its domain. */
function addUp(hosts: readonly (LinkCounts & { readonly host: string })[]): Map<string, LinkCounts> {
  const sums = new Map<string, LinkCounts>();
  for (const { host, ...counts } of hosts) {
    for (let name: string | null = host; name !== null; name = parentHost(name)) {
      const sum = sums.get(name);
      sums.set(name, sum === undefined ? counts : addCounts(sum, counts));
    }
  }
  return sums;
}

function addCounts(a: LinkCounts, b: LinkCounts): LinkCounts {
  return {
    links: a.links + b.links,
    kept: a.kept + b.kept,
    live: a.live + b.live,
    nofollow: a.nofollow + b.nofollow,
    noindex: a.noindex + b.noindex,
    gone: a.gone + b.gone,
    unknown: a.unknown + b.unknown,
  };
}

/** The summary a lint asks for, without what it does not take. */
export function toSummary({ live, nofollow, noindex, gone, unknown }: LinkCounts): LinkSummary {
  return { live, nofollow, noindex, gone, unknown };
}
