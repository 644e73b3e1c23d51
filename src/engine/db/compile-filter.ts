import { assertNever } from '../../core/assert-never.ts';
import type {
  AgoValue,
  DateValue,
  Filter,
  FilterCompare,
  FilterOperator,
  FilterValue,
  TextValue,
} from '../../core/filter/filter.ts';
import { dayAfter, dayOfAgo } from '../../core/filter/filter-date.ts';
import { type FilterTable, findFilterKey } from '../../core/filter/filter-keys.ts';
import type { FilterColumn } from './filter-column.ts';
import { FILTER_COLUMNS } from './filter-columns.ts';
import { fragment, joinFragments, type SqlFragment, wrapFragment } from './sql-fragment.ts';
import { equalsText, findsText, findsUrl } from './text-conditions.ts';

/**
 * Filters as SQL. Every word a person typed travels as a parameter; the SQL text is put together from the constants of
 * filter-columns.ts alone. Fragments are composed by hand: a tree of conditions needs AND, OR and a list of parameters, and a
 * query builder would have to be told each expression as raw SQL anyway.
 */

/**
 * The WHERE clause (without the word) of a filter, for the FROM clause of its table's queries. A condition on a value that is
 * not known is not met, and its negation is: `-placement:footer` keeps links whose placement nobody knows.
 *
 * @param today YYYY-MM-DD; relative dates count back from it
 */
export function compileFilter(filter: Filter, table: FilterTable, today: string = currentDay()): SqlFragment {
  switch (filter.kind) {
    case 'all':
      return fragment('1');
    case 'and':
    case 'or':
      return joinFragments(
        filter.kind === 'and' ? 'AND' : 'OR',
        filter.terms.map((term) => compileFilter(term, table, today)),
      );
    case 'not':
      return wrapFragment('((', compileFilter(filter.term, table, today), ') IS NOT TRUE)');
    case 'words':
      return findWords(filter.text, table);
    case 'has':
      return fragment(`(${columnOf(filter.key, table).present})`);
    case 'compare':
      return compare(filter, table, today);
    default:
      return assertNever(filter);
  }
}

/** In UTC, as all dates in the project file. */
function currentDay(): string {
  return new Date().toISOString().slice(0, 10);
}

function columnOf(key: string, table: FilterTable): FilterColumn {
  const column = FILTER_COLUMNS[table][key];
  if (column === undefined) throw new Error(`The filter key "${key}" of ${table} has no column`);
  return column;
}

/** A word without a key, wherever the table's main texts are. */
function findWords(text: TextValue, table: FilterTable): SqlFragment {
  switch (table) {
    case 'links':
      return joinFragments('OR', [
        wrapFragment('b.page_id IN (SELECT page.id FROM page WHERE ', findsUrl('page.url', text), ')'),
        findsText('b.anchor', text),
        wrapFragment('b.target_id IN (SELECT target.id FROM target WHERE ', findsUrl('target.url', text), ')'),
      ]);
    case 'domains':
      return findsUrl('d.name', text);
    case 'anchors':
      return findsText('a.anchor', text);
    case 'targets':
      return findsUrl('t.url', text);
    case 'imports':
      return findsText('i.file_name', text);
    case 'checks':
      return findsUrl('p.url', text);
    default:
      return assertNever(table);
  }
}

function compare({ key, operator, values }: FilterCompare, table: FilterTable, today: string): SqlFragment {
  const column = columnOf(key, table);
  const conditions = [
    ...wordConditions(column, values),
    ...numberConditions(column, operator, values),
    ...textConditions(column, operator, values, findFilterKey(table, key)?.match === 'contains'),
    ...dateConditions(column, operator, values, today),
  ];
  const missing = values.some((value) => value.kind === 'missing') ? [fragment(`(${column.missing})`)] : [];
  const scoped = conditions.length === 0 ? [] : [column.scope(joinFragments('OR', conditions))];
  return joinFragments('OR', [...scoped, ...missing]);
}

function wordConditions(column: FilterColumn, values: readonly FilterValue[]): SqlFragment[] {
  const words = values.flatMap((value) => (value.kind === 'enum' ? [value.value] : []));
  return words.length === 0 ? [] : [column.words(column.value, words)];
}

/** Numbers, and flags as 0 and 1. */
function numberConditions(
  column: FilterColumn,
  operator: FilterOperator,
  values: readonly FilterValue[],
): SqlFragment[] {
  const numbers = values.flatMap((value) =>
    value.kind === 'number' ? [value.number] : value.kind === 'flag' ? [Number(value.value)] : [],
  );
  if (numbers.length === 0) return [];
  if (numbers.length === 1) return [fragment(`${column.value} ${operator === ':' ? '=' : operator} ?`, ...numbers)];
  return [fragment(`${column.value} IN (${numbers.map(() => '?').join(', ')})`, ...numbers)];
}

function textConditions(
  column: FilterColumn,
  operator: FilterOperator,
  values: readonly FilterValue[],
  searchesInside: boolean,
): SqlFragment[] {
  const texts = values.filter((value) => value.kind === 'text');
  const isExact = operator === '=' && searchesInside;
  return texts.map((text) => (isExact ? equalsText(column.value, text) : column.text(column.value, text)));
}

function dateConditions(
  column: FilterColumn,
  operator: FilterOperator,
  values: readonly FilterValue[],
  today: string,
): SqlFragment[] {
  return values.flatMap((value) =>
    value.kind === 'date' || value.kind === 'ago' ? [dateCondition(column.value, operator, value, today)] : [],
  );
}

/**
 * Days as half-open ranges of text, which fits columns of days and columns of times alike: `2026-01-31T09:00:00Z` is after
 * `2026-01-31` and before `2026-02-01`. `:30d` means since that day.
 */
function dateCondition(
  value: string,
  operator: FilterOperator,
  date: DateValue | AgoValue,
  today: string,
): SqlFragment {
  const from = date.kind === 'date' ? date.from : dayOfAgo(date, today);
  const after = dayAfter(date.kind === 'date' ? date.to : from);
  switch (operator) {
    case ':':
    case '=':
      if (date.kind === 'ago') return fragment(`${value} >= ?`, from);
      return fragment(`(${value} >= ? AND ${value} < ?)`, from, after);
    case '>':
      return fragment(`${value} >= ?`, after);
    case '>=':
      return fragment(`${value} >= ?`, from);
    case '<':
      return fragment(`${value} < ?`, from);
    case '<=':
      return fragment(`${value} < ?`, after);
    default:
      return assertNever(operator);
  }
}
