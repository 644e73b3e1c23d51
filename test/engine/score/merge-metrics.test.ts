import { describe, expect, it } from 'vitest';
import { createMetricMerger } from '../../../src/engine/score/merge-metrics.ts';

const merge = createMetricMerger(
  new Map([
    [1, ['#', 'Domain rating', 'UR', 'Is spam']],
    [2, ['UR', 'Domain rating', 'DA']],
  ]),
);

describe('createMetricMerger', () => {
  it.each<[string, string | null, object]>([
    ['nothing', null, {}],
    [
      'one source, without what no judgement asks for',
      '[1,[17,37.5,4,"true"]]',
      { 'Domain rating': 37.5, UR: 4, 'Is spam': 'true' },
    ],
    ['cells that were empty', '[1,[17,null,4,null]]', { UR: 4 }],
    [
      'the first of several that say the same',
      '[1,[1,null,0,null]],[2,[9,12,30]]',
      { UR: 0, 'Domain rating': 12, DA: 30 },
    ],
    ['an import without names', '[3,[1,2]]', {}],
  ])('reads %s', (_, lists, metrics) => {
    expect(merge(lists)).toEqual(metrics);
  });
});
