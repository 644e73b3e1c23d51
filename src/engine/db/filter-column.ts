import type { TextValue } from '../../core/filter/filter.ts';
import { fragment, type SqlFragment, wrapFragment } from './sql-fragment.ts';
import { containsText, containsUrl, isLowerText, isText } from './text-conditions.ts';

/** What a filter key means in SQL. */
export interface FilterColumn {
  /** The expression that is compared; inside `scope` where there is one. */
  readonly value: string;
  /** Puts a condition on `value` where it belongs, such as into a subquery of another table. */
  readonly scope: (condition: SqlFragment) => SqlFragment;
  /** Condition, outside `scope`, that there is a value. */
  readonly present: string;
  /** Condition, outside `scope`, that no value is known; where left out, the opposite of `present`. */
  readonly missing: string;
  /** How text is matched by `:`. */
  readonly text: (value: string, text: TextValue) => SqlFragment;
  /** How enum words are matched. */
  readonly words: (value: string, words: readonly string[]) => SqlFragment;
}

/** What differs from the usual of a column. */
export type ColumnExtra = Partial<Pick<FilterColumn, 'present' | 'missing' | 'text' | 'words'>>;

/** A column of the table itself. */
export function ownColumn(value: string, extra: ColumnExtra = {}): FilterColumn {
  return column(value, (condition) => condition, hasValue(value), extra);
}

/**
 * A column of another table, reached by a subquery. A subquery keeps the clause independent of the joins around it and is
 * evaluated once, and an index of the other table can answer it.
 *
 * @param link the column the subquery's ids are compared with
 * @param from `SELECT … FROM …` of those ids
 */
export function otherColumn(link: string, from: string, value: string, extra: ColumnExtra = {}): FilterColumn {
  return scopedColumn((condition) => wrapFragment(`${link} IN (${from} WHERE `, condition, ')'), value, extra);
}

/** A column of another table, reached by whatever `scope` puts around a condition. */
export function scopedColumn(scope: FilterColumn['scope'], value: string, extra: ColumnExtra = {}): FilterColumn {
  return column(value, scope, scope(fragment(hasValue(value))).sql, extra);
}

/** An empty text is no value; every number is one. */
function hasValue(value: string): string {
  return `(${value} IS NOT NULL AND ${value} <> '')`;
}

/** Text with letters of any case in which `:` searches. */
export const CONTAINS = { text: containsText } satisfies ColumnExtra;
/** An address in which `:` searches. */
export const CONTAINS_URL = { text: containsUrl } satisfies ColumnExtra;
/** A name stored in lower case. */
export const LOWER = { text: isLowerText } satisfies ColumnExtra;

function column(value: string, scope: FilterColumn['scope'], present: string, extra: ColumnExtra): FilterColumn {
  const own = { present, ...extra };
  return { value, scope, text: isText, words: isOneOf, missing: `NOT (${own.present})`, ...own };
}

function isOneOf(value: string, words: readonly string[]): SqlFragment {
  if (words.length === 1) return fragment(`${value} = ?`, ...words);
  return fragment(`${value} IN (${words.map(() => '?').join(', ')})`, ...words);
}
