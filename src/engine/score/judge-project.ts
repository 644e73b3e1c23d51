import type { ProjectSettings } from '../../contract/project.ts';
import { type AnchorClassifier, anchorClassifier, type LinkType } from '../../core/anchors/classify-anchor.ts';
import type { AnchorClass } from '../../core/model/anchor-class.ts';
import { vendorsOf } from '../../core/model/vendor.ts';
import { type JudgedLink, judgeDomain } from '../../core/quality/judge-domain.ts';
import { type Judgement, linkJudge } from '../../core/quality/judge-link.ts';
import type { DomainFacts, LinkFacts, ProfileFacts } from '../../core/quality/link-facts.ts';
import { parseWeights } from '../../core/quality/weights.ts';
import { isPrivateSuffix } from '../../core/url/host-name.ts';
import { identifyUrl } from '../../core/url/url-identity.ts';
import type { ReadableDatabase } from '../db/project-database.ts';
import {
  countRepetitions,
  type DomainListing,
  domainFacts,
  domainListings,
  linkFactsAfter,
  metricNames,
  type ScoredDomain,
  type ScoredLink,
  type StoredDomainFacts,
  type StoredLinkFacts,
} from '../db/score-queries.ts';
import { readSetting, readSettings } from '../db/setting-queries.ts';
import { countSeenTogether, weeklyMedian } from './first-seen-dates.ts';
import { createMetricMerger, type MetricMerger } from './merge-metrics.ts';

/**
 * Judges a whole project: gathers what core's judgement wants to know, link by link in the order of the file, and yields what it
 * says; domains follow when all their links are judged. Reads only; writing the scores is the caller's.
 */

export interface ScoreBatch {
  readonly links: readonly ScoredLink[];
  readonly domains: readonly ScoredDomain[];
}

const BATCH_ROWS = 2000;

/** Judgements of all links and then of all domains, in batches of about two thousand. */
export function* judgeProject(db: ReadableDatabase): Generator<ScoreBatch, void, void> {
  const settings = readSettings(db);
  countRepetitions(db);
  const mergeMetrics = createMetricMerger(metricNames(db));
  const domains = gatherDomains(db, mergeMetrics);
  const { weights } = parseWeights(JSON.parse(readSetting(db, 'weights') ?? '{}'));
  const judge = linkJudge(profileFacts(settings, domains), weights);
  const classify = rememberClasses(anchorClassifier({ ...settings, siteHosts: settings.sites }));
  const byId = new Map(domains.map((domain) => [domain.id, { facts: domain.facts, judged: [] as JudgedLink[] }]));
  const linksAfter = linkFactsAfter(db);

  let stored = linksAfter(0, BATCH_ROWS);
  for (; stored.length > 0; stored = linksAfter(stored.at(-1)?.id ?? Infinity, BATCH_ROWS)) {
    const links: ScoredLink[] = [];
    for (const one of stored) {
      const domain = byId.get(one.domainId);
      // Its domain came in meanwhile, and with it another scoring.
      if (domain === undefined) continue;
      const facts = linkFacts(one, domain.facts, classify, mergeMetrics(one.metrics));
      const judgement = judge(facts);
      links.push(toScoredLink(one.id, facts.anchorClass, judgement));
      domain.judged.push(toJudgedLink(judgement));
    }
    yield { links, domains: [] };
  }
  for (let from = 0; from < domains.length; from += BATCH_ROWS) {
    yield { links: [], domains: domains.slice(from, from + BATCH_ROWS).map(scoredDomain) };
  }

  function scoredDomain({ id, facts }: GatheredDomain): ScoredDomain {
    return { id, ...judgeDomain(facts, byId.get(id)?.judged ?? []) };
  }
}

function toScoredLink(id: number, anchorClass: AnchorClass, judgement: Judgement): ScoredLink {
  const { quality, risk, riskSignalCount, signals } = judgement;
  return { id, anchorClass, quality, risk, riskSignals: riskSignalCount, signals };
}

/** Only what the roll-up needs: the signals of a million links would not fit in memory together. */
function toJudgedLink({ quality, risk, riskSignalCount, suggestion }: Judgement): JudgedLink {
  return { quality, risk, riskSignalCount, suggestion };
}

type ClassOfAnchor = (anchor: string | null, linkType: LinkType) => AnchorClass;

const REMEMBERED_ANCHORS = 50_000;

/** Anchors repeat: a million links carry some ten thousand texts. Forgets them all when there are too many. */
function rememberClasses(classify: AnchorClassifier): ClassOfAnchor {
  const known = new Map<string, AnchorClass>();
  return (anchor, linkType) => {
    const key = `${linkType} ${anchor}`;
    const before = anchor === null ? undefined : known.get(key);
    if (before !== undefined) return before;
    const { anchorClass } = classify(anchor, linkType);
    if (known.size >= REMEMBERED_ANCHORS) known.clear();
    if (anchor !== null) known.set(key, anchorClass);
    return anchorClass;
  };
}

interface GatheredDomain {
  readonly id: number;
  readonly firstSeen: string | null;
  readonly facts: DomainFacts;
}

function gatherDomains(db: ReadableDatabase, mergeMetrics: MetricMerger): GatheredDomain[] {
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
  domain: DomainFacts,
  classify: ClassOfAnchor,
  metrics: LinkFacts['metrics'],
): LinkFacts {
  return {
    domain,
    scheme: stored.url.startsWith('https:') ? 'https' : 'http',
    host: stored.host,
    path: stored.key.slice(stored.key.indexOf('/')),
    anchor: stored.anchor,
    anchorClass: classify(stored.anchor, stored.linkType),
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
    metrics,
    firstSeen: stored.firstSeen,
    lastSeen: stored.lastSeen,
    sources: vendorsOf(stored.sources),
    sameLinkPages: stored.targetId === 0 || stored.anchor === null ? null : (stored.samePages ?? 1),
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
