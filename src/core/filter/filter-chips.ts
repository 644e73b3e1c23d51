import type { Filter, FilterProblem } from './filter.ts';
import type { FilterTable } from './filter-keys.ts';
import { groupFilters, parseFilter } from './parse-filter.ts';
import { printFilter } from './print-filter.ts';

/** One condition of a filter as the window shows it. */
export interface FilterChip {
  /** Canonical text of the condition. */
  readonly text: string;
  /** The same with room and signs for reading: `risk ≥ 60`. */
  readonly label: string;
  /** Canonical text of the filter without this condition. */
  readonly without: string;
}

export type FilterChips =
  | { readonly ok: true; readonly chips: readonly FilterChip[] }
  | { readonly ok: false; readonly problems: readonly FilterProblem[] };

/**
 * The conditions that all must hold, one chip each. A filter of alternatives is one chip.
 *
 * @example filterChips('state:live risk>=60', 'links') has chips `state:live` and `risk ≥ 60`
 */
export function filterChips(text: string, table: FilterTable): FilterChips {
  const parsed = parseFilter(text, table);
  if (!parsed.ok) return parsed;
  const terms = topTerms(parsed.filter);
  const chips = terms.map((term, index) => ({
    text: printFilter(term),
    label: labelOf(term),
    without: printFilter(groupFilters('and', terms.toSpliced(index, 1), parsed.filter)),
  }));
  return { ok: true, chips };
}

/** The terms a filter joins with AND. */
export function topTerms(filter: Filter): readonly Filter[] {
  if (filter.kind === 'all') return [];
  return filter.kind === 'and' ? filter.terms : [filter];
}

function labelOf(filter: Filter): string {
  const text = printFilter(filter);
  if (filter.kind !== 'compare' || filter.operator === ':') return text;
  const sign = { '=': '=', '>': '>', '>=': '≥', '<': '<', '<=': '≤' }[filter.operator];
  return `${filter.key} ${sign} ${text.slice(filter.key.length + filter.operator.length)}`;
}
