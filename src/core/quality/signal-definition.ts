import type { Scale } from '../model/signal.ts';
import type { JudgingProfile } from './judging-profile.ts';
import type { DomainFacts, LinkFacts } from './link-facts.ts';

/**
 * What a signal looks at. Signals of one family tend to fire together, so they count as one observation: the gate asks for
 * two families, and within one family each further signal adds half as much as the one before.
 */
export const SIGNAL_FAMILIES = [
  'networks',
  'communities',
  'source-page',
  'source-domain',
  'manipulation',
  'irrelevance',
  'trust',
] as const;
export type SignalFamily = (typeof SIGNAL_FAMILIES)[number];

interface SignalBase {
  /** Stable, kebab-case; stored in project files and weight settings. */
  readonly id: string;
  readonly scale: Scale;
  /** Default points, 1 to 100; negative where the observation speaks against the scale. */
  readonly weight: number;
  readonly family: SignalFamily;
  readonly title: string;
  /** Why it matters, in neutral words. */
  readonly explanation: string;
  /** Signals whose observation is part of this one; they do not count beside it. */
  readonly includes?: readonly string[];
}

/** Looks at one link; gives the evidence as a sentence, or null when it does not fire or cannot know. */
export interface LinkSignal extends SignalBase {
  readonly scope: 'link';
  readonly detect: (facts: LinkFacts, profile: JudgingProfile) => string | null;
}

/** Looks at the referring domain alone, so that it is computed once for all its links. */
export interface DomainSignal extends SignalBase {
  readonly scope: 'domain';
  readonly detect: (facts: DomainFacts, profile: JudgingProfile) => string | null;
}

export type SignalDefinition = LinkSignal | DomainSignal;
