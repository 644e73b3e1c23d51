import { hasLinkIndex } from './link-index-queries.ts';
import type { MergeLink } from './packed-records.ts';
import { createPageKeys, hashKey } from './page-keys.ts';
import type { WritableDatabase } from './project-database.ts';
import { createRowInserter } from './row-inserter.ts';

/** Pages as the rows of an export name them: found, or added. */
export interface Pages {
  /** The page of a row, with what the row tells of it where nobody has told it. */
  find(link: MergeLink, domainId: number): FoundPage;
  /** Inserts the pages that wait. */
  flush(): void;
}

export interface FoundPage {
  readonly id: number;
  readonly isNew: boolean;
}

type PageFacts = Pick<MergeLink, 'title' | 'language' | 'externalLinks'>;

const COLUMNS = ['id', 'key', 'spelling', 'odd_url', 'domain_id', 'title', 'language', 'external_links'];

/** The pages of a project, remembered as long as they are added by nobody else. */
export function createPages(db: WritableDatabase): Pages {
  let nextId = (db.prepare<[], number | null>('SELECT max(id) FROM page').pluck().get() ?? 0) + 1;
  let lastFlushed = nextId - 1;
  const inserter = createRowInserter(db, 'INSERT OR FAIL INTO page', COLUMNS);
  const lookup = hasLinkIndex(db, 'page_by_key') ? lookupByIndex(db, flush) : lookupInMemory(db, flushUpTo);
  const fill = db.prepare<PageFacts & { readonly id: number }>(
    `UPDATE page SET title = coalesce(title, $title), language = coalesce(language, $language),
        external_links = coalesce(external_links, $externalLinks)
      WHERE id = $id AND ((title IS NULL AND $title IS NOT NULL) OR (language IS NULL AND $language IS NOT NULL)
        OR (external_links IS NULL AND $externalLinks IS NOT NULL))`,
  );

  function flush(): void {
    inserter.flush();
    lastFlushed = nextId - 1;
    lookup.flushed();
  }

  /** Sees to it that a page is in the table. */
  function flushUpTo(id: number): void {
    if (id > lastFlushed) flush();
  }

  return {
    flush,
    find({ page, title, language, externalLinks }, domainId) {
      const known = lookup.find(page);
      if (known === null) {
        const id = nextId++;
        inserter.add(id, page.key, page.spelling, page.oddUrl, domainId, title, language, externalLinks);
        lookup.added(page.key, id);
        return { id, isNew: true };
      }
      if (title !== null || language !== null || externalLinks !== null) {
        flushUpTo(known);
        fill.run({ title, language, externalLinks, id: known });
      }
      return { id: known, isNew: false };
    },
  };
}

/** How pages are found by key. Those added since the last flush may not be in the table yet. */
interface PageLookup {
  find(page: MergeLink['page']): number | null;
  /** Follows a `find` of the same key that found nothing, once the page waits to be inserted. */
  added(key: string, id: number): void;
  flushed(): void;
}

/** A few thousand pages of one batch wait in a map; the index knows all others. */
function lookupByIndex(db: WritableDatabase, flush: () => void): PageLookup {
  const waiting = new Map<string, number>();
  const find = db.prepare<[string], number>('SELECT id FROM page WHERE key = ?').pluck();
  return {
    find: ({ key }) => waiting.get(key) ?? find.get(key) ?? null,
    added(key, id) {
      if (waiting.size >= WAITING_PAGES) flush();
      waiting.set(key, id);
    },
    flushed: () => waiting.clear(),
  };
}

const WAITING_PAGES = 4000;

/** For imports that run without the index. */
function lookupInMemory(db: WritableDatabase, flushUpTo: (id: number) => void): PageLookup {
  const keys = createPageKeys();
  const keyOf = db.prepare<[number], string>('SELECT key FROM page WHERE id = ?').pluck();
  for (const [id, key] of db.prepare<[], [number, string]>('SELECT id, key FROM page').raw().iterate()) {
    keys.find(hashKey(key), () => false);
    keys.addLast(id);
  }
  return {
    find: ({ key, mark }) =>
      keys.find(mark, (id) => {
        flushUpTo(id);
        return keyOf.get(id) === key;
      }),
    added: (_, id) => keys.addLast(id),
    flushed: () => undefined,
  };
}
