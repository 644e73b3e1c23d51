import type { DisavowCoverage } from '../../contract/disavow.ts';
import { parentHost } from '../../core/disavow/covers.ts';
import { type DisavowFile, type DomainLine, isEntryLine, type UrlLine } from '../../core/disavow/disavow-file.ts';
import type { CoverageNumbers } from '../../core/disavow/lint-context.ts';
import { isPublicSuffix, registrableDomain } from '../../core/url/host-name.ts';
import type { LinkCounts, ProfileTotals } from '../db/coverage-queries.ts';
import type { KnownLinks } from './known-links.ts';

/** How much of a project a file covers: for people, and for the rule on files that cover too much. */
export interface ProjectCoverage {
  readonly coverage: DisavowCoverage;
  readonly numbers: CoverageNumbers;
}

/**
 * Counts every link and domain once however many lines cover it: whole suffixes and domains by their roll-ups, then
 * subdomains, then single pages. A domain counts as covered when a line names it, or when lines for its subdomains and pages
 * cover every known link. Entries with faults count, as everywhere; a page's spellings are one page.
 */
export function coverProject(file: DisavowFile, known: KnownLinks, totals: ProfileTotals): ProjectCoverage {
  const entries = file.lines.filter(isEntryLine);
  const listed = new Set(entries.flatMap((line) => (line.kind === 'domain' ? [line.host] : [])));
  const tally = createTally(known);
  for (const host of listed) {
    if (!isBelow(host, listed)) coverHost(host);
  }
  for (const line of entries) if (line.kind === 'url') coverPage(line);
  return tally.result(totals);

  function coverHost(host: DomainLine['host']): void {
    if (isPublicSuffix(host)) return tally.addSuffix(host);
    const domain = known.domain(registrableDomain(host));
    if (domain === undefined) return;
    const counts = known.below(host);
    if (domain.name === host) tally.addDomain(host);
    else if (counts !== undefined) tally.addPart(domain.name, counts);
  }

  function coverPage({ identity }: UrlLine): void {
    const page = known.page(identity.key);
    if (page === undefined || isListed(identity.host) || isListed(page.host)) return;
    tally.addPage(identity.domain, page);
  }

  function isListed(host: string): boolean {
    return listed.has(host) || isBelow(host, listed);
  }
}

function isBelow(host: string, listed: ReadonlySet<string>): boolean {
  for (let name = parentHost(host); name !== null; name = parentHost(name)) if (listed.has(name)) return true;
  return false;
}

function createTally(known: KnownLinks) {
  const sum = { links: 0, domains: 0, good: 0, live: 0, kept: 0 };
  const parts = new Map<string, number>();
  const pages = new Set<string>();
  const kept = new Map(known.kept().map((one) => [one.name, one]));

  function addCounts({ links, live, nofollow, noindex, kept: keptLinks }: LinkCounts): void {
    sum.links += links;
    sum.live += live + nofollow + noindex;
    sum.kept += keptLinks;
  }

  function addPart(domainName: string, counts: LinkCounts): void {
    addCounts(counts);
    parts.set(domainName, (parts.get(domainName) ?? 0) + counts.links);
  }

  return {
    addPart,
    addSuffix(suffix: string): void {
      const { domains, good, links, live } = known.suffixes(suffix);
      sum.domains += domains;
      sum.good += good;
      sum.links += links;
      sum.live += live;
      const ending = `.${suffix}`;
      for (const one of kept.values()) {
        if (one.suffix === suffix || one.suffix.endsWith(ending)) sum.kept += Math.max(one.links, 1);
      }
    },
    addDomain(name: string): void {
      const domain = known.domain(name);
      const counts = known.below(name);
      if (domain === undefined || counts === undefined) return;
      addCounts(counts);
      sum.domains += 1;
      sum.good += domain.isGood;
      if (counts.kept === 0 && domain.verdict === 'keep') sum.kept += 1;
    },
    addPage(domainName: string, page: LinkCounts & { readonly key: string }): void {
      if (pages.has(page.key)) return;
      pages.add(page.key);
      addPart(domainName, page);
    },
    result(totals: ProfileTotals): ProjectCoverage {
      for (const [name, links] of parts) {
        const domain = known.domain(name);
        if (domain === undefined || links < domain.links) continue;
        sum.domains += 1;
        sum.good += domain.isGood;
      }
      return {
        coverage: {
          links: sum.links,
          domains: sum.domains,
          liveLinks: sum.live,
          kept: sum.kept,
          totalLinks: totals.links,
          totalDomains: totals.domains,
        },
        numbers: {
          domains: totals.domains,
          coveredDomains: sum.domains,
          goodDomains: totals.goodDomains,
          coveredGoodDomains: sum.good,
        },
      };
    },
  };
}
