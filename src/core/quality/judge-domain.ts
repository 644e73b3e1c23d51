import { isTrustedDomain } from './detect-trust.ts';
import type { Judgement } from './judge-link.ts';
import type { DomainFacts } from './link-facts.ts';
import {
  DISAVOW_RISK,
  INDEPENDENT_SIGNALS,
  KEEP_QUALITY,
  KEEP_RISK,
  REVIEW_RISK,
  type Suggestion,
} from './suggestion.ts';

/** What the roll-up needs of each link's judgement. */
export type JudgedLink = Pick<Judgement, 'quality' | 'risk' | 'riskSignalCount' | 'suggestion'>;

/** One referring domain, judged by its links; one vote in every figure of the profile however many links it has. */
export interface DomainJudgement {
  /** 0 to 100, whole. */
  readonly quality: number;
  readonly risk: number;
  readonly suggestion: Suggestion;
  /** Why, as a sentence for people; empty when nothing stands out. */
  readonly reason: string;
}

/** So many of the worst links speak for the domain. */
const WORST_LINKS = 3;
/** Share of the links that has to be put up for disavowal before the whole domain is. */
const DOMAIN_SHARE = 0.5;

/**
 * Rolls links up to their domain. Risk is the mean of the worst three links, weighed by the share of links that are at
 * least half as risky: one odd page among a thousand halves it. Quality is that of the link in the middle. A domain known
 * from lists is never suggested as a whole.
 */
export function judgeDomain(facts: DomainFacts, links: readonly JudgedLink[]): DomainJudgement {
  if (links.length === 0) return { quality: 0, risk: 0, suggestion: 'none', reason: '' };
  const risk = domainRisk(links);
  const quality = median(links.map((link) => link.quality));
  return { quality, risk, ...suggestForDomain(facts, links, quality, risk) };
}

function domainRisk(links: readonly JudgedLink[]): number {
  const risks = links.map((link) => link.risk).sort((a, b) => b - a);
  const worst = risks.slice(0, WORST_LINKS);
  const mean = worst.reduce((sum, risk) => sum + risk, 0) / worst.length;
  const share = risks.filter((risk) => risk * 2 >= mean).length / risks.length;
  return Math.round(mean * (0.5 + 0.5 * share));
}

function suggestForDomain(
  facts: DomainFacts,
  links: readonly JudgedLink[],
  quality: number,
  risk: number,
): Pick<DomainJudgement, 'suggestion' | 'reason'> {
  const toDisavow = links.filter((link) => link.suggestion === 'disavow-url' && isGated(link)).length;
  const toReview = links.filter((link) => link.suggestion === 'review' && isGated(link)).length;
  if (toDisavow > 0) return suggestDisavowal(facts, links.length, toDisavow, risk);
  if (toReview > 0) {
    return {
      suggestion: 'review',
      reason: `${countOf(toReview, links.length)} at a risk of ${REVIEW_RISK} or more on ${INDEPENDENT_SIGNALS} or more independent risk signals.`,
    };
  }
  if (quality < KEEP_QUALITY || risk >= KEEP_RISK) return { suggestion: 'none', reason: '' };
  return { suggestion: 'keep', reason: `Quality ${quality} at a risk of ${risk}.` };
}

function suggestDisavowal(
  facts: DomainFacts,
  links: number,
  toDisavow: number,
  risk: number,
): Pick<DomainJudgement, 'suggestion' | 'reason'> {
  const why = `${countOf(toDisavow, links)} at a risk of ${DISAVOW_RISK} or more on ${INDEPENDENT_SIGNALS} or more independent risk signals`;
  if (isTrustedDomain(facts))
    return { suggestion: 'disavow-url', reason: `${why}; the domain itself is known from lists.` };
  if (risk < DISAVOW_RISK || toDisavow < links * DOMAIN_SHARE) {
    return { suggestion: 'disavow-url', reason: `${why}; its other links do not stand out.` };
  }
  return { suggestion: 'disavow-domain', reason: `${why}.` };
}

function isGated(link: JudgedLink): boolean {
  return link.riskSignalCount >= INDEPENDENT_SIGNALS;
}

function countOf(part: number, all: number): string {
  return all === 1 ? 'Its only link is' : `${part} of ${all} links are`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
