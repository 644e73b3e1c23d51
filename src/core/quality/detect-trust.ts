import type { DomainFacts, LinkFacts, ListRank } from './link-facts.ts';
import { ahrefsSpamMark, type MetricKey, metricOf } from './vendor-metrics.ts';

/** Detectors for what others say of a domain: imported lists, ranks, vendors' marks, and how long and where it was seen. */

const TOP_RANK = 50_000;
const TRUSTED_RANK = 100_000;
const LOW_TRUST_RATIO = 0.25;
const LOW_TRUST_MIN_CITATION = 20;
const LONG_LIVED_DAYS = 730;
const MS_PER_DAY = 86_400_000;

/** The suffixes below which only governments and universities register: `gov`, `gov.uk`, `ac.jp`, `gob.mx`. */
const INSTITUTION_SUFFIX =
  /^(?:gov|edu|mil)$|^(?:gov|govt|gouv|gob|edu|ac|mil)\.[a-z]{2}$|^gc\.ca$|^gv\.at$|^go\.(?:jp|kr|th|id|ke)$/;
const INSTITUTION_NAMES = new Set(['europa.eu', 'admin.ch']);

export function detectSpamList(facts: DomainFacts): string | null {
  return facts.spamLists.length === 0 ? null : `${facts.name} is on ${listNames(facts.spamLists)}.`;
}

export function detectGoodList(facts: DomainFacts): string | null {
  return facts.goodLists.length === 0 ? null : `${facts.name} is on ${listNames(facts.goodLists)}.`;
}

export function detectRanked(facts: DomainFacts): string | null {
  const best = bestRank(facts);
  return best === null ? null : `Rank ${best.rank} in ${best.list}.`;
}

export function detectTopRanked(facts: DomainFacts): string | null {
  const best = bestRank(facts);
  return best !== null && best.rank <= TOP_RANK
    ? `Rank ${best.rank} in ${best.list}, within the first ${TOP_RANK}.`
    : null;
}

/** Speaks against risk. Also keeps a whole domain from being suggested for disavowal. */
export function detectTrustedDomain(facts: DomainFacts): string | null {
  const best = bestRank(facts);
  if (best !== null && best.rank <= TRUSTED_RANK) return `Rank ${best.rank} in ${best.list}.`;
  return detectGoodList(facts);
}

export function detectInstitution(facts: DomainFacts): string | null {
  const isInstitution = INSTITUTION_SUFFIX.test(facts.suffix) || INSTITUTION_NAMES.has(facts.name);
  return isInstitution ? `${facts.name} is registered by a government or university (.${facts.suffix}).` : null;
}

export function detectAhrefsSpam(facts: LinkFacts): string | null {
  return ahrefsSpamMark(facts) === true ? 'Ahrefs exports the link with “Is spam”.' : null;
}

/** A detector that fires from `from` points of one vendor metric on. */
export function metricAtLeast(key: MetricKey, vendor: string, from: number): (facts: LinkFacts) => string | null {
  return (facts) => {
    const metric = metricOf(facts, key);
    return metric !== null && metric.value >= from
      ? `${vendor} ${metric.name} is ${metric.value} (${from} or more).`
      : null;
  };
}

export function detectLowTrustRatio(facts: LinkFacts): string | null {
  const trust = metricOf(facts, 'majesticTrustFlow');
  const citation = metricOf(facts, 'majesticCitationFlow');
  if (trust === null || citation === null || citation.value < LOW_TRUST_MIN_CITATION) return null;
  if (trust.value >= citation.value * LOW_TRUST_RATIO) return null;
  return `Majestic ${trust.name} ${trust.value} is low against ${citation.name} ${citation.value}.`;
}

export function detectLongLived(facts: LinkFacts): string | null {
  const days = daysBetween(facts.firstSeen, facts.lastSeen);
  if (days === null || days < LONG_LIVED_DAYS) return null;
  return `Seen from ${dateOf(facts.firstSeen)} to ${dateOf(facts.lastSeen)}.`;
}

export function detectSeveralSources(facts: LinkFacts): string | null {
  return facts.sources.length < 2 ? null : `Seen by ${facts.sources.length} sources: ${facts.sources.join(', ')}.`;
}

/** True when lists say the domain is known for good reasons. */
export function isTrustedDomain(facts: DomainFacts): boolean {
  return detectTrustedDomain(facts) !== null;
}

function bestRank(facts: DomainFacts): ListRank | null {
  let best: ListRank | null = null;
  for (const entry of facts.ranks) {
    if (best === null || entry.rank < best.rank) best = entry;
  }
  return best;
}

function listNames(lists: readonly string[]): string {
  return `the ${lists.length === 1 ? 'list' : 'lists'} ${lists.map((name) => `“${name}”`).join(', ')}`;
}

function daysBetween(from: string | null, to: string | null): number | null {
  if (from === null || to === null) return null;
  const days = (Date.parse(to) - Date.parse(from)) / MS_PER_DAY;
  return Number.isFinite(days) ? days : null;
}

function dateOf(iso: string | null): string {
  return iso?.slice(0, 10) ?? '';
}
