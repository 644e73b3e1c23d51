import type { FiredSignal } from '../model/signal.ts';
import { type CombinedScores, combineSignals } from './combine-signals.ts';
import { type JudgingProfile, judgingProfile } from './judging-profile.ts';
import type { DomainFacts, LinkFacts, ProfileFacts } from './link-facts.ts';
import type { DomainSignal, LinkSignal, SignalDefinition } from './signal-definition.ts';
import { SIGNALS } from './signals.ts';
import {
  DISAVOW_RISK,
  INDEPENDENT_SIGNALS,
  KEEP_QUALITY,
  KEEP_RISK,
  REVIEW_RISK,
  type Suggestion,
} from './suggestion.ts';
import { DEFAULT_WEIGHTS, type Weights } from './weights.ts';

/** How one link is judged on the two scales, and why. */
export interface Judgement {
  /** 0 to 100, whole. */
  readonly quality: number;
  readonly risk: number;
  /** What fired, with its weight, heaviest first; signals of weight 0 are left out. */
  readonly signals: readonly FiredSignal[];
  /** Independent risk signals: families in which one fired. */
  readonly riskSignalCount: number;
  /** Never `disavow-domain`: that takes the whole domain. */
  readonly suggestion: Exclude<Suggestion, 'disavow-domain'>;
}

/** Judges the links of one project with one set of weights. */
export type LinkJudge = (facts: LinkFacts) => Judgement;

/**
 * Judges one link. Facts that are not known fire nothing. For many links of one project make a {@link linkJudge} once: it
 * looks at each domain only once.
 */
export function judgeLink(facts: LinkFacts, profile: ProfileFacts, weights: Weights = DEFAULT_WEIGHTS): Judgement {
  return linkJudge(profile, weights)(facts);
}

/** Prepares the profile and the weights, and returns the function that judges its links. */
export function linkJudge(profile: ProfileFacts, weights: Weights = DEFAULT_WEIGHTS): LinkJudge {
  const prepared = judgingProfile(profile);
  const active = activeSignals(weights);
  const domainSignals = active.filter((signal) => signal.scope === 'domain');
  const linkSignals = active.filter((signal) => signal.scope === 'link');
  const seen = new WeakMap<DomainFacts, readonly FiredSignal[]>();
  return (facts) => {
    let ofDomain = seen.get(facts.domain);
    if (ofDomain === undefined) {
      ofDomain = fireDomainSignals(domainSignals, facts.domain, prepared);
      seen.set(facts.domain, ofDomain);
    }
    return weigh(fireLinkSignals(linkSignals, facts, prepared, ofDomain), facts);
  };
}

/**
 * Scores signals that fired earlier under new weights, without looking at the facts again: what a changed weight does to a
 * whole project. Signals that were switched off when they would have fired are not found this way.
 */
export function rescore(signals: readonly FiredSignal[], weights: Weights): CombinedScores {
  return combineSignals(signals.map(({ id, weight }) => ({ id, weight: weights[id] ?? weight })));
}

function weigh(signals: readonly FiredSignal[], facts: LinkFacts): Judgement {
  const { quality, risk, riskFamilies } = combineSignals(signals);
  return {
    quality,
    risk,
    signals,
    riskSignalCount: riskFamilies,
    suggestion: suggest(quality, risk, riskFamilies, facts),
  };
}

/** A link that is gone needs no disavowal; one that is not followed is at most worth a look. */
function suggest(quality: number, risk: number, riskSignals: number, facts: LinkFacts): Judgement['suggestion'] {
  if (facts.state === 'gone') return 'none';
  if (risk >= REVIEW_RISK && riskSignals >= INDEPENDENT_SIGNALS) {
    return risk >= DISAVOW_RISK && facts.followed !== false ? 'disavow-url' : 'review';
  }
  return quality >= KEEP_QUALITY && risk < KEEP_RISK ? 'keep' : 'none';
}

/** The signals that weigh anything, heaviest first. */
function activeSignals(weights: Weights): SignalDefinition[] {
  return SIGNALS.map((signal) => withWeight(signal, weights[signal.id] ?? signal.weight))
    .filter((signal) => signal.weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

function withWeight(signal: SignalDefinition, weight: number): SignalDefinition {
  return { ...signal, weight };
}

function fireDomainSignals(
  signals: readonly DomainSignal[],
  facts: DomainFacts,
  profile: JudgingProfile,
): readonly FiredSignal[] {
  return signals.flatMap((signal) => {
    const evidence = signal.detect(facts, profile);
    return evidence === null ? [] : [firedOf(signal, evidence)];
  });
}

/** Fires the link's signals and merges those of its domain in by weight; both lists come heaviest first. */
function fireLinkSignals(
  signals: readonly LinkSignal[],
  facts: LinkFacts,
  profile: JudgingProfile,
  ofDomain: readonly FiredSignal[],
): readonly FiredSignal[] {
  const fired: FiredSignal[] = [];
  let next = 0;
  for (const signal of signals) {
    const evidence = signal.detect(facts, profile);
    if (evidence === null) continue;
    for (let other = ofDomain[next]; other !== undefined && isHeavier(other, signal); other = ofDomain[next]) {
      fired.push(other);
      next += 1;
    }
    fired.push(firedOf(signal, evidence));
  }
  return next === ofDomain.length ? fired : fired.concat(ofDomain.slice(next));
}

function isHeavier(a: { readonly weight: number }, b: { readonly weight: number }): boolean {
  return Math.abs(a.weight) >= Math.abs(b.weight);
}

function firedOf({ id, scale, weight }: SignalDefinition, evidence: string): FiredSignal {
  return { id, scale, weight, evidence };
}
