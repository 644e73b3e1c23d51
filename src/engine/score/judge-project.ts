import type { ProjectSettings } from '../../contract/project.ts';
import { type AnchorClassifier, anchorClassifier } from '../../core/anchors/classify-anchor.ts';
import type { AnchorClass } from '../../core/model/anchor-class.ts';
import { vendorsOf } from '../../core/model/vendor.ts';
import { judgeDomain } from '../../core/quality/judge-domain.ts';
import { type Judgement, linkJudge } from '../../core/quality/judge-link.ts';
import type { DomainFacts, LinkFacts, Metrics, ProfileFacts } from '../../core/quality/link-facts.ts';
import { parseWeights } from '../../core/quality/weights.ts';
import { isPrivateSuffix } from '../../core/url/host-name.ts';
import { identifyUrl } from '../../core/url/url-identity.ts';
import type { ReadableDatabase } from '../db/project-database.ts';
import {
  countRepetitions,
  type DomainListing,
  domainFacts,
  domainListings,
  linkFactsOf,
  type ScoredDomain,
  type ScoredLink,
  type StoredDomainFacts,
  type StoredLinkFacts,
} from '../db/score-queries.ts';
import { readSetting, readSettings } from '../db/setting-queries.ts';
import { countSeenTogether, weeklyMedian } from './first-seen-dates.ts';

/**
 * Judges a whole project: gathers what core's judgement wants to know, domain by domain, and yields what it says. Reads
 * only; writing the scores is the caller's.
 */

export interface ScoreBatch {
  readonly links: readonly ScoredLink[];
  readonly domains: readonly ScoredDomain[];
}

const BATCH_LINKS = 2000;

/** Judgements of all links and domains, in batches of about two thousand links. */
export function* judgeProject(db: ReadableDatabase): Generator<ScoreBatch, void, void> {
  const settings = readSettings(db);
  countRepetitions(db);
  const domains = gatherDomains(db);
  const { weights } = parseWeights(JSON.parse(readSetting(db, 'weights') ?? '{}'));
  const judge = linkJudge(profileFacts(settings, domains), weights);
  const classify = anchorClassifier({ ...settings, siteHosts: settings.sites });
  const linksOf = linkFactsOf(db);
  let batch = emptyBatch();

  for (const { id, facts } of domains) {
    const stored = linksOf(id);
    const sameLinks = countSameLinks(stored);
    const judged = stored.map((one) => {
      const link = linkFacts(one, sameLinks, facts, classify);
      return { id: one.id, anchorClass: link.anchorClass, judgement: judge(link) };
    });
    // In slices: one sitewide domain may have a million links, too many for one message, or for the arguments of one push.
    for (const one of judged) {
      batch.links.push(toScoredLink(one));
      if (batch.links.length < BATCH_LINKS) continue;
      yield batch;
      batch = emptyBatch();
    }
    batch.domains.push({
      id,
      ...judgeDomain(
        facts,
        judged.map(({ judgement }) => judgement),
      ),
    });
  }
  if (batch.domains.length > 0) yield batch;
}

function emptyBatch(): { links: ScoredLink[]; domains: ScoredDomain[] } {
  return { links: [], domains: [] };
}

function toScoredLink(judged: { id: number; anchorClass: AnchorClass; judgement: Judgement }): ScoredLink {
  const { quality, risk, riskSignalCount, signals } = judged.judgement;
  return { id: judged.id, anchorClass: judged.anchorClass, quality, risk, riskSignals: riskSignalCount, signals };
}

interface GatheredDomain {
  readonly id: number;
  readonly firstSeen: string | null;
  readonly facts: DomainFacts;
}

function gatherDomains(db: ReadableDatabase): GatheredDomain[] {
  const stored = domainFacts(db);
  const listings = Map.groupBy(domainListings(db), ({ domain }) => domain);
  const siblings = countBySuffix(stored);
  const together = countSeenTogether(stored.map(({ firstSeen }) => firstSeen));
  return stored.map((domain, index) => {
    const listed = listings.get(domain.name) ?? [];
    return {
      id: domain.id,
      firstSeen: domain.firstSeen,
      facts: {
        name: domain.name,
        suffix: domain.suffix,
        hosts: domain.hosts,
        siblings: isPrivateSuffix(domain.suffix) ? (siblings.get(domain.suffix) ?? 1) : null,
        ranks: listed.flatMap(({ list, rank }) => (rank === null ? [] : [{ list, rank }])),
        spamLists: listNames(listed, 'spam'),
        goodLists: listNames(listed, 'good'),
        metrics: mergeMetrics(domain.metrics),
        firstSeenTogether: together[index] ?? null,
      },
    };
  });
}

function countBySuffix(domains: readonly StoredDomainFacts[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { suffix } of domains) counts.set(suffix, (counts.get(suffix) ?? 0) + 1);
  return counts;
}

function listNames(listed: readonly DomainListing[], kind: DomainListing['kind']): string[] {
  return listed.filter((listing) => listing.kind === kind).map(({ list }) => list);
}

/** What several sources say under the same name: the first stands, as in the merge. */
function mergeMetrics(json: string): Metrics {
  const all = JSON.parse(json) as Metrics[];
  const merged: Record<string, Metrics[string]> = {};
  for (const metrics of all) {
    for (const [name, value] of Object.entries(metrics)) {
      if (!Object.hasOwn(merged, name)) merged[name] = value;
    }
  }
  return merged;
}

function profileFacts(settings: ProjectSettings, domains: readonly GatheredDomain[]): ProfileFacts {
  return {
    siteHosts: settings.sites,
    brandWords: settings.brandWords,
    moneyWords: settings.moneyWords,
    languages: settings.languages,
    countries: settings.countries,
    referringDomains: domains.length,
    weeklyNewDomains: weeklyMedian(domains.map(({ firstSeen }) => firstSeen)),
  };
}

function linkFacts(
  stored: StoredLinkFacts,
  sameLinks: ReadonlyMap<string, number>,
  domain: DomainFacts,
  classify: AnchorClassifier,
): LinkFacts {
  return {
    domain,
    scheme: stored.url.startsWith('https:') ? 'https' : 'http',
    host: stored.host,
    path: stored.key.slice(stored.key.indexOf('/')),
    anchor: stored.anchor,
    anchorClass: classify(stored.anchor, stored.linkType).anchorClass,
    linkType: stored.linkType,
    followed: asBoolean(stored.followed),
    placement: stored.placement,
    placementEvidence: stored.placementEvidence,
    state: stored.state,
    reason: stored.reason,
    pageTitle: stored.title,
    pageLanguage: stored.language,
    textLength: stored.textLength,
    internalLinks: stored.internalLinks,
    externalLinks: stored.externalLinks,
    indexable: asBoolean(stored.indexable),
    canonicalElsewhere: isElsewhere(stored.canonical, stored.key),
    metrics: mergeMetrics(stored.metrics),
    firstSeen: stored.firstSeen,
    lastSeen: stored.lastSeen,
    sources: vendorsOf(stored.sources),
    sameLinkPages: stored.targetId === 0 || stored.anchor === null ? null : (sameLinks.get(sameLinkKey(stored)) ?? 1),
    anchorDomains: stored.anchorDomains,
    samePathDomains: stored.pathDomains,
    sameTitleDomains: stored.titleDomains,
  };
}

function asBoolean(stored: number | null): boolean | null {
  return stored === null ? null : stored === 1;
}

function isElsewhere(canonical: string | null, key: string): boolean | null {
  if (canonical === null) return null;
  const identity = identifyUrl(canonical);
  return identity === null ? null : identity.key !== key;
}

/** How many pages of a domain hold a link with the same target and anchor, by both. */
function countSameLinks(links: readonly StoredLinkFacts[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const link of links) counts.set(sameLinkKey(link), (counts.get(sameLinkKey(link)) ?? 0) + 1);
  return counts;
}

function sameLinkKey({ targetId, anchor }: StoredLinkFacts): string {
  return `${targetId} ${anchor}`;
}
