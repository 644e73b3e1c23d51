import type { Metrics } from '../../core/quality/link-facts.ts';
import { JUDGED_METRICS } from '../../core/quality/vendor-metrics.ts';

/**
 * What the sources of a link or domain measured, from the lists of its sightings: JSON of the form `[import, [values…]]`, with commas
 * between several. Null where no source measured anything.
 */
export type MetricMerger = (lists: string | null) => Metrics;

const NO_METRICS: Metrics = {};

/**
 * A merger for the imports of a project. What several sources say under the same name: the first stands, as in the merge. What no
 * judgement asks for is left out.
 *
 * @param names the names of each import's values, in their order
 */
export function createMetricMerger(names: ReadonlyMap<number, readonly string[]>): MetricMerger {
  const places = new Map(
    [...names].map(([importId, all]) => [
      importId,
      all.map((name, index) => ({ name, index })).filter(({ name }) => JUDGED_METRICS.has(name)),
    ]),
  );
  return (lists) => {
    if (lists === null) return NO_METRICS;
    const merged: Record<string, Metrics[string]> = {};
    for (const [importId, values] of JSON.parse(`[${lists}]`) as [number, (Metrics[string] | null)[]][]) {
      for (const { name, index } of places.get(importId) ?? []) {
        const value = values[index] ?? null;
        if (value !== null && merged[name] === undefined) merged[name] = value;
      }
    }
    return merged;
  };
}
