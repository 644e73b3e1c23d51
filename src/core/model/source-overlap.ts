import type { Vendor } from './vendor.ts';

/** How many links and domains exactly these sources know, and no others. */
export interface SourceCombination {
  readonly sources: readonly Vendor[];
  readonly links: number;
  readonly domains: number;
}

/** What some sources know, whoever else does, and what nobody else does. */
interface SharedCounts {
  readonly links: number;
  readonly linksOnlyHere: number;
  readonly domains: number;
  readonly domainsOnlyHere: number;
}

/** What one source knows. */
export interface SourceShare extends SharedCounts {
  readonly source: Vendor;
}

/** What both of two sources know; `…OnlyHere` what no third one does. */
export interface SourcePair extends SharedCounts {
  readonly sources: readonly [Vendor, Vendor];
}

/** Who saw what: each source, each two of them, and every combination. */
export interface SourceOverlap {
  readonly sources: readonly SourceShare[];
  readonly pairs: readonly SourcePair[];
  readonly combinations: readonly SourceCombination[];
}

/** The report that follows from the combinations, in the order of their vendors. */
export function overlapOf(combinations: readonly SourceCombination[]): SourceOverlap {
  const vendors = [...new Set(combinations.flatMap(({ sources }) => sources))];
  return {
    sources: vendors.map((source) => ({ source, ...sharedBy([source], combinations) })),
    pairs: vendors.flatMap((one, index) =>
      vendors
        .slice(index + 1)
        .map((other) => ({ sources: [one, other] as const, ...sharedBy([one, other], combinations) })),
    ),
    combinations,
  };
}

/**
 * The filter of what these sources know, in links as in domains.
 *
 * @param isAlone leaves out what any other source knows as well.
 * @example sourceFilter(['gsc', 'ahrefs'], true) === 'source:gsc source:ahrefs sources:2'
 */
export function sourceFilter(sources: readonly Vendor[], isAlone: boolean): string {
  const known = sources.map((source) => `source:${source}`);
  return [...known, ...(isAlone ? [`sources:${sources.length}`] : [])].join(' ');
}

function sharedBy(known: readonly Vendor[], combinations: readonly SourceCombination[]): SharedCounts {
  const counts = { links: 0, linksOnlyHere: 0, domains: 0, domainsOnlyHere: 0 };
  for (const { sources, links, domains } of combinations) {
    if (!known.every((vendor) => sources.includes(vendor))) continue;
    counts.links += links;
    counts.domains += domains;
    if (sources.length > known.length) continue;
    counts.linksOnlyHere += links;
    counts.domainsOnlyHere += domains;
  }
  return counts;
}
