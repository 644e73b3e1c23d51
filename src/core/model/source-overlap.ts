import type { Vendor } from './vendor.ts';

/** How many links and domains exactly these sources know, and no others. */
export interface SourceCombination {
  readonly sources: readonly Vendor[];
  readonly links: number;
  readonly domains: number;
}

/** What one source knows, and what nobody else does. */
export interface SourceShare {
  readonly source: Vendor;
  readonly links: number;
  readonly linksOnlyHere: number;
  readonly domains: number;
  readonly domainsOnlyHere: number;
}

/** Who saw what: each source, each two of them, and every combination. */
export interface SourceOverlap {
  readonly sources: readonly SourceShare[];
  /** What both of two sources know, whoever else does. */
  readonly pairs: readonly SourceCombination[];
  readonly combinations: readonly SourceCombination[];
}

/** The report that follows from the combinations, in the order of their vendors. */
export function overlapOf(combinations: readonly SourceCombination[]): SourceOverlap {
  const vendors = [...new Set(combinations.flatMap(({ sources }) => sources))];
  const sum = (key: 'links' | 'domains', known: readonly Vendor[]): number =>
    combinations
      .filter(({ sources }) => known.every((vendor) => sources.includes(vendor)))
      .reduce((total, combination) => total + combination[key], 0);
  const alone = (source: Vendor) =>
    combinations.find(({ sources }) => sources.length === 1 && sources[0] === source) ?? { links: 0, domains: 0 };
  return {
    sources: vendors.map((source) => ({
      source,
      links: sum('links', [source]),
      linksOnlyHere: alone(source).links,
      domains: sum('domains', [source]),
      domainsOnlyHere: alone(source).domains,
    })),
    pairs: vendors.flatMap((one, index) =>
      vendors.slice(index + 1).map((other) => {
        const sources = [one, other];
        return { sources, links: sum('links', sources), domains: sum('domains', sources) };
      }),
    ),
    combinations,
  };
}
