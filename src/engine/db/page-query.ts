import { AppError } from '../../contract/app-error.ts';
import { nearestWords } from '../../core/filter/nearest-words.ts';

/** One page of a table, as the window and the command line ask for it. */
export interface PageQuery {
  readonly filter: string;
  readonly sort: readonly SortTerm[];
  readonly offset: number;
  readonly limit: number;
}

export interface SortTerm {
  readonly key: string;
  readonly desc: boolean;
}

/** What a table can be sorted by: the word people type, and the expression behind it. */
export type SortKeys = Readonly<Record<string, string>>;

/**
 * An ORDER BY list for the sort terms, unknown values last in both directions, with `tieBreak` as its end so that equal
 * rows keep their place from page to page. Throws `wrong-use` for a key the table has not.
 */
export function orderBy(sort: readonly SortTerm[], keys: SortKeys, tieBreak: string): string {
  const terms = sort.map(({ key, desc }) => `${sortExpression(key, keys)} ${desc ? 'DESC' : 'ASC'} NULLS LAST`);
  return [...terms, tieBreak].join(', ');
}

/** The row id in the direction of the last sort term: an index that ends in the id is then walked without sorting. */
export function idTieBreak(sort: readonly SortTerm[], id: string): string {
  return `${id} ${sort.at(-1)?.desc === true ? 'DESC' : 'ASC'}`;
}

/** The expression behind a sort key. Throws `wrong-use` for a key the table has not. */
export function sortExpression(key: string, keys: SortKeys): string {
  const name = key.toLowerCase();
  const expression = Object.hasOwn(keys, name) ? keys[name] : undefined;
  if (expression !== undefined) return expression;
  const known = Object.keys(keys);
  const [nearest] = nearestWords(key, known, 1);
  const advice = nearest === undefined ? '' : ` Did you mean “${nearest}”?`;
  const message = `This table cannot be sorted by “${key}”.${advice} It can be sorted by ${known.join(', ')}.`;
  throw new AppError('wrong-use', message, { key, suggestion: nearest ?? null });
}
