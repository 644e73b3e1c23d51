import { CONTAINS, CONTAINS_URL, type FilterColumn, ownColumn } from './filter-column.ts';
import { fragment, joinFragments, type SqlFragment, wrapFragment } from './sql-fragment.ts';

/** The keys of `LOOK_FILTER_KEYS` in SQL, in the names of the FROM clauses: `b` is the backlink, `c` and `pc` the two halves of a check. */

const REDIRECTS = "json_array_length(coalesce(pc.redirects, '[]'))";

/** Columns of a page's look, wherever `pc` stands for one. */
const PAGE_LOOK: Readonly<Record<string, FilterColumn>> = {
  robots: ownColumn('pc.robots'),
  googlebot: ownColumn('pc.robots_googlebot'),
  metarobots: ownColumn('pc.meta_robots', { words: (value, words) => hasWord(`replace(${value}, ',', '')`, words) }),
  redirects: ownColumn(REDIRECTS),
  finalurl: ownColumn('pc.final_url', CONTAINS_URL),
  contenttype: ownColumn('pc.content_type', CONTAINS),
  size: ownColumn('pc.size_bytes'),
  textlength: ownColumn('pc.text_length'),
  internallinks: ownColumn('pc.internal_links'),
  certificate: ownColumn('pc.certificate', CONTAINS),
  unchanged: ownColumn('pc.unchanged'),
  rendered: ownColumn('pc.rendered'),
  duration: ownColumn('pc.duration_ms'),
};

/** For the table of checks. */
export const CHECK_LOOK_COLUMNS: Readonly<Record<string, FilterColumn>> = {
  changed: ownColumn('c.changed', { words: hasWord, present: "c.changed <> ''" }),
  ...PAGE_LOOK,
};

/** For the backlinks table: the newest look at the link's page; what has changed as of the last certain one. */
export const LINK_LOOK_COLUMNS: Readonly<Record<string, FilterColumn>> = {
  changed: ownColumn('b.changed', { words: hasWord, present: "b.changed <> ''" }),
  ...Object.fromEntries(Object.entries(PAGE_LOOK).map(([key, column]) => [key, ofNewestLook(column)])),
};

/** The condition stands before the look for a newer one, which costs a step in the index for each row. */
function ofNewestLook(column: FilterColumn): FilterColumn {
  const scope = (condition: SqlFragment): SqlFragment =>
    wrapFragment(
      'b.page_id IN (SELECT pc.page_id FROM page_check pc WHERE (',
      condition,
      `) AND pc.id = (SELECT n.id FROM page_check n WHERE n.page_id = pc.page_id ORDER BY n.checked_at DESC, n.id DESC LIMIT 1))`,
    );
  const present = scope(fragment(column.present)).sql;
  return { ...column, scope, present, missing: `NOT (${present})` };
}

/** A value that holds words with blanks between them has one of those asked for. */
function hasWord(value: string, words: readonly string[]): SqlFragment {
  return joinFragments(
    'OR',
    words.map((word) => fragment(`instr(' ' || ${value} || ' ', ?) > 0`, ` ${word} `)),
  );
}
