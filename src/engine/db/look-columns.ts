import {
  CONTAINS,
  CONTAINS_URL,
  type ColumnExtra,
  type FilterColumn,
  otherColumn,
  ownColumn,
  scopedColumn,
} from './filter-column.ts';
import { fragment, joinFragments, type SqlFragment, wrapFragment } from './sql-fragment.ts';

/** The keys of `LOOK_FILTER_KEYS` in SQL, in the names of the FROM clauses: `b` is the backlink, `c` and `pc` the two halves of a check. */

type MakeColumn = (value: string, extra?: ColumnExtra) => FilterColumn;

/** Columns of a page's look, which `page_look` and `page_check` name alike. */
function pageLook(alias: string, make: MakeColumn, redirects: string): Record<string, FilterColumn> {
  return {
    robots: make(`${alias}.robots`),
    googlebot: make(`${alias}.robots_googlebot`),
    metarobots: make(`${alias}.meta_robots`, {
      words: (value, words) => hasWord(`replace(${value}, ',', '')`, words),
    }),
    redirects: make(redirects),
    finalurl: make(`${alias}.final_url`, CONTAINS_URL),
    contenttype: make(`${alias}.content_type`, CONTAINS),
    size: make(`${alias}.size_bytes`),
    textlength: make(`${alias}.text_length`),
    internallinks: make(`${alias}.internal_links`),
    certificate: make(`${alias}.certificate`, CONTAINS),
    unchanged: make(`${alias}.unchanged`),
    rendered: make(`${alias}.rendered`),
    duration: make(`${alias}.duration_ms`),
  };
}

/** For the table of checks. */
export const CHECK_LOOK_COLUMNS: Readonly<Record<string, FilterColumn>> = {
  changed: ownColumn('c.changed', { words: hasWord, present: "c.changed <> ''" }),
  ...pageLook('pc', ownColumn, "json_array_length(coalesce(pc.redirects, '[]'))"),
};

/** For the backlinks table: the newest look at the link's page; what has changed as of the last certain one. */
export const LINK_LOOK_COLUMNS: Readonly<Record<string, FilterColumn>> = {
  changed: ownColumn('b.changed', { words: hasWord, present: "b.changed <> ''" }),
  ...pageLook('look', ofPagesFound, 'look.redirects'),
  robots: ofEachLink('look.robots'),
  googlebot: ofEachLink('look.robots_googlebot'),
};

/** One list of the pages it holds for, which is short for most of these keys. */
function ofPagesFound(value: string, extra: ColumnExtra = {}): FilterColumn {
  return otherColumn('b.page_id', 'SELECT look.page_id FROM page_look look', value, extra);
}

/** Asked of each link by the key of its page: nearly all pages are allowed, and a list of them costs three times as much. */
function ofEachLink(value: string): FilterColumn {
  return scopedColumn(
    (condition) =>
      wrapFragment('EXISTS (SELECT 1 FROM page_look look WHERE look.page_id = b.page_id AND (', condition, '))'),
    value,
  );
}

/** A value that holds words with blanks between them has one of those asked for. */
function hasWord(value: string, words: readonly string[]): SqlFragment {
  return joinFragments(
    'OR',
    words.map((word) => fragment(`instr(' ' || ${value} || ' ', ?) > 0`, ` ${word} `)),
  );
}
