import { AppError } from '../../contract/app-error.ts';
import type { FilterTable } from '../../core/filter/filter-keys.ts';
import { parseFilter } from '../../core/filter/parse-filter.ts';
import { compileFilter } from './compile-filter.ts';
import type { SqlFragment } from './sql-fragment.ts';

/** A WHERE clause with its values; `1` where nothing is asked. */
export interface WhereClause {
  readonly sql: string;
  readonly params: readonly (string | number)[];
  /** The terms that all have to be met, where there are several. */
  readonly terms: readonly SqlFragment[];
}

/** The WHERE clause of a filter as typed. Throws `bad-filter` with every problem found. */
export function whereClause(text: string, table: FilterTable): WhereClause {
  if (text.trim() === '') return { sql: '1', params: [], terms: [] };
  const parsed = parseFilter(text, table);
  if (parsed.ok) {
    const { filter } = parsed;
    const terms = filter.kind === 'and' ? filter.terms.map((term) => compileFilter(term, table)) : [];
    return { ...compileFilter(filter, table), terms };
  }
  const message = parsed.problems.map((problem) => problem.message).join(' ');
  throw new AppError('bad-filter', message, { filter: text, problems: parsed.problems });
}
