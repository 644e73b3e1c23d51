import type { FilterOperator, FilterProblem } from './filter.ts';
import { topTerms } from './filter-chips.ts';
import type { FilterKey } from './filter-key.ts';
import type { FilterTable } from './filter-keys.ts';
import { groupFilters, parseFilter } from './parse-filter.ts';
import { printFilter, printFilterValue } from './print-filter.ts';

export type FilterEdit =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problems: readonly FilterProblem[] };

/**
 * The canonical text of a filter narrowed by one more term. A term that is there already is not added twice. Problems of
 * `term` are located in `term`, those of `text` in `text`; a broken `text` is never thrown away.
 *
 * @example addTerm('state:live OR state:gone', 'risk>=60', 'links') is '(state:live OR state:gone) risk>=60'
 */
export function addTerm(text: string, term: string, table: FilterTable): FilterEdit {
  const filter = parseFilter(text, table);
  if (!filter.ok) return filter;
  const added = parseFilter(term, table);
  if (!added.ok) return added;
  const present = topTerms(filter.filter);
  const printed = new Set(present.map(printFilter));
  const missing = topTerms(added.filter).filter((candidate) => !printed.has(printFilter(candidate)));
  return { ok: true, text: printFilter(groupFilters('and', [...present, ...missing], filter.filter)) };
}

/**
 * The text of a term from what a person chose or what stands in a cell; texts are taken literally, stars included.
 *
 * @example termText(anchorKey, '=', ['5* hotel']) is 'anchor="5\\* hotel"'
 */
export function termText(
  key: FilterKey,
  operator: FilterOperator,
  values: readonly string[],
  isNegated = false,
): string {
  const isText = key.type === 'text';
  const printed = values.map((value) => (isText ? printFilterValue({ kind: 'text', parts: [value] }) : value));
  return `${isNegated ? '-' : ''}${key.key}${operator}${printed.join(',')}`;
}
