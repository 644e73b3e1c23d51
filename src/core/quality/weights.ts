import { SIGNALS, signalOf } from './signals.ts';

/** Changes whenever a signal, its default weight or the way of combining them changes; stored with every scoring. */
export const RULE_SET_VERSION = 1;

/** Points of every signal by id. */
export type Weights = Readonly<Record<string, number>>;

/** A weight that was not taken over, and why. */
export interface WeightProblem {
  readonly id: string;
  readonly message: string;
}

/** The weights of the rule set as it ships. */
export const DEFAULT_WEIGHTS: Weights = Object.fromEntries(SIGNALS.map((signal) => [signal.id, signal.weight]));

/**
 * Reads edited weights, `{ "money-anchor": 30 }`, over the defaults. 0 switches a signal off; a weight keeps the sign of
 * its default and stays within 100 points. What does not fit is reported and keeps its default. Never throws.
 */
export function parseWeights(input: unknown): {
  readonly weights: Weights;
  readonly problems: readonly WeightProblem[];
} {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return {
      weights: DEFAULT_WEIGHTS,
      problems: [{ id: '', message: 'Weights are an object of signal ids and points.' }],
    };
  }
  const weights: Record<string, number> = { ...DEFAULT_WEIGHTS };
  const problems: WeightProblem[] = [];
  for (const [id, value] of Object.entries(input)) {
    const message = problemOf(id, value);
    if (message === null) weights[id] = Number(value);
    else problems.push({ id, message });
  }
  return { weights, problems };
}

/** The weights that differ from the defaults: all a project needs to store. */
export function editedWeights(weights: Weights): Weights {
  return Object.fromEntries(Object.entries(weights).filter(([id, weight]) => DEFAULT_WEIGHTS[id] !== weight));
}

function problemOf(id: string, value: unknown): string | null {
  const signal = signalOf(id);
  if (signal === undefined) return `There is no signal “${id}”.`;
  if (typeof value !== 'number' || !Number.isFinite(value)) return `The weight of “${id}” is not a number.`;
  if (value * signal.weight < 0)
    return `The weight of “${id}” has to be ${signal.weight > 0 ? 'positive' : 'negative'} or 0.`;
  return Math.abs(value) > 100 ? `The weight of “${id}” is over 100 points.` : null;
}
