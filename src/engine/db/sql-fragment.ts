/** A piece of SQL with the values of its question marks, in their order. */
export interface SqlFragment {
  readonly sql: string;
  readonly params: readonly (string | number)[];
}

/** `sql` with its values; the text must come from this code base, never from outside. */
export function fragment(sql: string, ...params: readonly (string | number)[]): SqlFragment {
  return { sql, params };
}

/** `before` and `after` around a fragment. */
export function wrapFragment(before: string, inner: SqlFragment, after: string): SqlFragment {
  return { sql: before + inner.sql + after, params: inner.params };
}

/**
 * Fragments joined by AND or OR, in parentheses where there are several. Joined in halves rather than in a row: SQLite
 * refuses expressions that are more than 1,000 levels deep, and a row of a thousand terms is one. At least one is needed.
 */
export function joinFragments(word: 'AND' | 'OR', fragments: readonly SqlFragment[]): SqlFragment {
  const [first] = fragments;
  if (first === undefined) throw new Error('joinFragments needs at least one fragment');
  if (fragments.length === 1) return first;
  const middle = fragments.length >> 1;
  const left = joinFragments(word, fragments.slice(0, middle));
  const right = joinFragments(word, fragments.slice(middle));
  return { sql: `(${left.sql} ${word} ${right.sql})`, params: [...left.params, ...right.params] };
}
