import { AppError } from '../../contract/app-error.ts';
import type { FilterTable } from '../../core/filter/filter-keys.ts';
import { parseFilter } from '../../core/filter/parse-filter.ts';
import { compileFilter } from './compile-filter.ts';

/** A WHERE clause with its values; `1` where nothing is asked. */
export interface WhereClause {
  readonly sql: string;
  readonly params: readonly (string | number)[];
}

/** The WHERE clause of a filter as typed. Throws `bad-filter` with every problem found. */
export function whereClause(text: string, table: FilterTable): WhereClause {
  if (text.trim() === '') return { sql: '1', params: [] };
  const parsed = parseFilter(text, table);
  if (parsed.ok) return compileFilter(parsed.filter, table);
  const message = parsed.problems.map((problem) => problem.message).join(' ');
  throw new AppError('bad-filter', message, { filter: text, problems: parsed.problems });
}
