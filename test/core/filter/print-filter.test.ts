import { describe, expect, it } from 'vitest';
import type { Filter, FilterCompare, FilterValue, TextValue } from '../../../src/core/filter/filter.ts';
import type { FilterKey } from '../../../src/core/filter/filter-key.ts';
import { FILTER_KEYS, FILTER_TABLES, type FilterTable } from '../../../src/core/filter/filter-keys.ts';
import { groupFilters, parseFilter } from '../../../src/core/filter/parse-filter.ts';
import { printFilter } from '../../../src/core/filter/print-filter.ts';
import { seededRandom } from '../../support/seeded-random.ts';

const NOWHERE = { start: 0, end: 0 };
const PIECES = [
  'casino',
  'a b',
  '"',
  '\\',
  '*',
  '(',
  ')',
  ',',
  ':',
  '=',
  '>',
  '-',
  'OR',
  'unknown',
  'never',
  'é',
  '𝔘',
  "'",
  '%',
];

describe('printFilter', () => {
  it('prints what parsing reads back as the same filter', () => {
    const random = seededRandom(11);
    for (let round = 0; round < 4_000; round++) {
      const table = pick(FILTER_TABLES, random);
      const filter = randomFilter(table, random, 3);
      const text = printFilter(filter);
      const parsed = parseFilter(text, table);
      expect(parsed.ok ? withoutPlaces(parsed.filter) : parsed.problems, text).toEqual(filter);
    }
  });

  it('prints the same text again after parsing it', () => {
    const text = '(state:live OR state:gone) -(a b) "AND" anchor:"5\\* hotel",x has:note';
    const parsed = parseFilter(text, 'links');
    expect(parsed.ok && printFilter(parsed.filter)).toBe(text);
  });
});

type Random = (bound: number) => number;

function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[random(items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

function randomFilter(table: FilterTable, random: Random, depth: number): Filter {
  const shape = random(depth > 0 ? 7 : 4);
  if (shape === 0) return { kind: 'words', text: randomText(random, true), ...NOWHERE };
  if (shape === 1) return { kind: 'has', key: pick(FILTER_KEYS[table], random).key, ...NOWHERE };
  if (shape < 4) return randomCompare(pick(FILTER_KEYS[table], random), random);
  const terms = Array.from({ length: 2 + random(3) }, () => randomFilter(table, random, depth - 1));
  if (shape > 4) return groupFilters(shape === 5 ? 'and' : 'or', terms, NOWHERE);
  const term = groupFilters('and', terms, NOWHERE);
  return { kind: 'not', term, ...NOWHERE };
}

function randomCompare(key: FilterKey, random: Random): FilterCompare {
  const isOrdered = (key.type === 'number' || key.type === 'date') && random(2) === 0;
  const operator = isOrdered
    ? pick(['>', '>=', '<', '<='] as const, random)
    : key.match === 'contains' && random(3) === 0
      ? '='
      : ':';
  const values = Array.from({ length: isOrdered ? 1 : 1 + random(3) }, () => randomValue(key, random, isOrdered));
  const unique = [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
  return { kind: 'compare', key: key.key, operator, values: unique, ...NOWHERE };
}

function randomValue(key: FilterKey, random: Random, isOrdered: boolean): FilterValue {
  if (!isOrdered && key.optional && key.type !== 'enum' && random(4) === 0) return { kind: 'missing' };
  switch (key.type) {
    case 'text':
      return randomText(random, false);
    case 'number':
      return { kind: 'number', number: (random(2_000_000) - 1_000_000) / pick([1, 10, 1_000_000], random) };
    case 'date':
      return pick(
        [
          { kind: 'date', from: '2026-01-01', to: '2026-12-31' },
          { kind: 'date', from: '2024-02-01', to: '2024-02-29' },
          { kind: 'date', from: '2026-01-01', to: '2026-01-01' },
          { kind: 'ago', count: random(500), unit: pick(['d', 'w', 'm', 'y'] as const, random) },
        ] satisfies FilterValue[],
        random,
      );
    case 'enum':
      return { kind: 'enum', value: pick(key.values, random) };
    case 'flag':
      return { kind: 'flag', value: random(2) === 0 };
    default:
      throw new Error('a key type without a generator');
  }
}

function randomText(random: Random, isWord: boolean): TextValue {
  const parts = Array.from({ length: 1 + random(3) }, () =>
    Array.from({ length: random(3) }, () => pick(PIECES, random)).join(''),
  );
  const kept = parts.filter((part, index) => part !== '' || index === 0 || index === parts.length - 1);
  return { kind: 'text', parts: isWord && kept.join('*') === '' ? ['word'] : kept };
}

/** The same filter with every place set to nowhere. */
function withoutPlaces(filter: Filter): Filter {
  if (filter.kind === 'not') return { ...filter, term: withoutPlaces(filter.term), ...NOWHERE };
  if (filter.kind === 'and' || filter.kind === 'or') {
    return { ...filter, terms: filter.terms.map(withoutPlaces), ...NOWHERE };
  }
  return { ...filter, ...NOWHERE };
}
