/** The two scales a link is judged on. Each runs from 0 to 100 and they are never merged into one number. */
export const SCALES = ['quality', 'risk'] as const;
export type Scale = (typeof SCALES)[number];

/** One signal that fired on one link: what it weighs and the observation that proves it, in words for people. */
export interface FiredSignal {
  readonly id: string;
  readonly scale: Scale;
  /** Points added to the scale; negative where the observation speaks against it. */
  readonly weight: number;
  readonly evidence: string;
}
