import type { Scale } from '../model/signal.ts';
import { SIGNAL_FAMILIES } from './signal-definition.ts';
import { SIGNALS } from './signals.ts';

/**
 * How fired signals become a number from 0 to 100, the same way on both scales:
 *
 * 1. Within a family the heaviest signal counts full and each further one half as much as the one before, up to a cap:
 *    several observations of one thing are hardly more than one.
 * 2. The heaviest family counts full; each further one takes its percentage of what is left to 100. So every family
 *    matters, and the sum approaches 100 without passing it.
 * 3. Negative signals are subtracted, again each further one of a family by half; the score never falls below 0.
 *
 * The cap of the risk scale lies under the review threshold: one family alone can never get there, whatever its weights.
 */
export const FAMILY_CAPS: Readonly<Record<Scale, number>> = { quality: 80, risk: 55 };

/** What is needed of a fired signal; `FiredSignal` fits. */
export interface WeighedSignal {
  readonly id: string;
  readonly weight: number;
}

export interface CombinedScores {
  /** 0 to 100, whole. */
  readonly quality: number;
  readonly risk: number;
  /** Families with a risk signal: how many independent observations stand behind the risk. */
  readonly riskFamilies: number;
}

/** A signal's share of its score, in points; all shares add up to the score before rounding. */
export interface SignalShare {
  readonly id: string;
  readonly points: number;
}

/** Both scores of a link's signals. Unknown ids and zero weights are passed over. */
export function combineSignals(signals: readonly WeighedSignal[]): CombinedScores {
  const sums = new Float64Array(SLOTS);
  walkFamilies(signals, (_id, slot, points) => {
    sums[slot] = (sums[slot] ?? 0) + points;
  });
  return {
    quality: scoreOf(sums, 'quality'),
    risk: scoreOf(sums, 'risk'),
    riskFamilies: SIGNAL_FAMILIES.filter((_family, at) => (sums[slotOf('risk', at, true)] ?? 0) > 0).length,
  };
}

/** Takes one score apart: what each signal added or took away, heaviest family first. */
export function explainScore(signals: readonly WeighedSignal[], scale: Scale): SignalShare[] {
  const parts = new Map<number, SignalShare[]>();
  walkFamilies(signals, (id, slot, points) => {
    if (slot < slotOf('risk', 0, true) === (scale === 'quality'))
      parts.set(slot, [...(parts.get(slot) ?? []), { id, points }]);
  });
  const families = [...parts].map(([slot, members]) => ({
    isPlus: slot % 2 === 0,
    members,
    sum: members.reduce((sum, member) => sum + member.points, 0),
  }));
  let total = 0;
  return families
    .sort((a, b) => Number(b.isPlus) - Number(a.isPlus) || b.sum - a.sum)
    .flatMap(({ isPlus, members, sum }) => {
      const worth = isPlus ? ((100 - total) * Math.min(sum, FAMILY_CAPS[scale])) / 100 : -Math.min(sum, total);
      total += worth;
      return members.map(({ id, points }) => ({ id, points: (worth * points) / sum }));
    });
}

/** One slot for each scale, family and sign, so that a million links need no objects for their sums. */
const SLOTS = SIGNAL_FAMILIES.length * 4;

function slotOf(scale: Scale, familyAt: number, isPlus: boolean): number {
  return (scale === 'quality' ? 0 : SIGNAL_FAMILIES.length * 2) + familyAt * 2 + (isPlus ? 0 : 1);
}

const SLOT_OF_SIGNAL: ReadonlyMap<string, number> = new Map(
  SIGNALS.map(({ id, scale, family, weight }) => [id, slotOf(scale, SIGNAL_FAMILIES.indexOf(family), weight > 0)]),
);

/** Visits every signal that counts with its slot and its points after halving. */
function walkFamilies(
  signals: readonly WeighedSignal[],
  visit: (id: string, slot: number, points: number) => void,
): void {
  const factors = new Float64Array(SLOTS).fill(1);
  const included = includedIds(signals);
  for (const { id, weight } of heaviestFirst(signals)) {
    const slot = SLOT_OF_SIGNAL.get(id);
    if (slot === undefined || weight === 0 || included?.has(id) === true) continue;
    const factor = factors[slot] ?? 1;
    factors[slot] = factor / 2;
    visit(id, slot, Math.abs(weight) * factor);
  }
}

function scoreOf(sums: Float64Array, scale: Scale): number {
  let left = 100;
  let minus = 0;
  for (let at = 0; at < SIGNAL_FAMILIES.length; at += 1) {
    left -= (left * Math.min(sums[slotOf(scale, at, true)] ?? 0, FAMILY_CAPS[scale])) / 100;
    minus += sums[slotOf(scale, at, false)] ?? 0;
  }
  return Math.max(0, Math.round(100 - left - minus));
}

/** Ids that another observation contains; a signal switched off by weight 0 contains nothing. */
function includedIds(signals: readonly WeighedSignal[]): Set<string> | null {
  let included: Set<string> | null = null;
  for (const { id, weight } of signals) {
    const includes = weight === 0 ? undefined : INCLUDING.get(id);
    if (includes !== undefined) included = new Set([...(included ?? []), ...includes]);
  }
  return included;
}

const INCLUDING: ReadonlyMap<string, readonly string[]> = new Map(
  SIGNALS.flatMap(({ id, includes }) => (includes === undefined ? [] : [[id, includes]])),
);

function heaviestFirst(signals: readonly WeighedSignal[]): readonly WeighedSignal[] {
  for (let at = 1; at < signals.length; at += 1) {
    if (Math.abs(signals[at]?.weight ?? 0) > Math.abs(signals[at - 1]?.weight ?? 0)) {
      return [...signals].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
    }
  }
  return signals;
}
