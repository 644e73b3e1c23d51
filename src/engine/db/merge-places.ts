import { publicSuffixOf } from '../../core/url/host-name.ts';
import { type UrlIdentity, withoutTracking } from '../../core/url/url-identity.ts';
import { type DomainTally, emptyTally, settleTallies } from './domain-tallies.ts';
import { hasLinkIndex } from './link-index-queries.ts';
import type { MergeLink } from './packed-records.ts';
import { detachAscii } from './packed-texts.ts';
import { createPageKeys } from './page-keys.ts';
import type { WritableDatabase } from './project-database.ts';
import { createRowInserter } from './row-inserter.ts';

/** Domains, pages and targets as rows of an export name them: found, or added. */
export interface Places {
  /** A registrable domain and what the import adds to it; `host` is one of its hosts. */
  domain(name: string, host: string): DomainTally;
  /** A page, with what this row tells of it where nobody has told it. */
  page(page: UrlIdentity, domainId: number, told: PageFacts): FoundPage;
  target(target: UrlIdentity): FoundTarget;
  /** Inserts the domains and pages that wait. */
  flush(): void;
  /** Adds what was counted to the roll-ups of the domains. */
  settle(): void;
}

/** A target with its address as first spelled. */
export interface FoundTarget {
  readonly id: number;
  readonly url: string;
}

export interface FoundPage {
  readonly id: number;
  readonly isNew: boolean;
}

type PageFacts = Pick<MergeLink, 'title' | 'language' | 'externalLinks'>;

/** The places of a project, remembered as long as pages are added by nobody else. */
export function createPlaces(db: WritableDatabase): Places {
  const domains = createDomains(db);
  const targets = createTargets(db);
  const pages = createPages(db);
  return {
    domain: domains.find,
    target: targets,
    page: pages.find,
    flush() {
      domains.flush();
      pages.flush();
    },
    settle: () => domains.settle(),
  };
}

/** Names remembered before they are forgotten all at once. */
const REMEMBERED_NAMES = 500_000;

interface Domains {
  readonly find: Places['domain'];
  flush(): void;
  settle(): void;
}

/** All domains are remembered where they are not too many, so that a new one is known to be new without asking. */
function createDomains(db: WritableDatabase): Domains {
  const known = new Map<string, DomainTally>();
  const inserter = createRowInserter(db, 'INSERT OR FAIL INTO domain', ['id', 'name', 'suffix']);
  const findId = db.prepare<[string], number>('SELECT id FROM domain WHERE name = ?').pluck();
  const counts = db.prepare<[], { domains: number; lastId: number | null }>(
    'SELECT count(*) AS domains, max(id) AS lastId FROM domain',
  );
  const { domains, lastId } = counts.get() ?? { domains: 0, lastId: null };
  let nextId = (lastId ?? 0) + 1;
  let isComplete = domains < REMEMBERED_NAMES / 2;
  if (isComplete) {
    const all = db.prepare<[], [string, number]>('SELECT name, id FROM domain').raw();
    for (const [name, id] of all.iterate()) known.set(name, emptyTally(id));
  }

  function add(name: string, host: string): DomainTally {
    const storedId = isComplete ? undefined : findId.get(name);
    const tally = emptyTally(storedId ?? nextId++);
    if (storedId === undefined) inserter.add(tally.id, name, publicSuffixOf(host));
    if (known.size >= REMEMBERED_NAMES) {
      inserter.flush();
      settle();
      known.clear();
      isComplete = false;
    }
    known.set(detachAscii(name), tally);
    return tally;
  }

  function settle(): void {
    settleTallies(db, known.values());
  }

  return { find: (name, host) => known.get(name) ?? add(name, host), flush: () => inserter.flush(), settle };
}

function createTargets(db: WritableDatabase): Places['target'] {
  const known = new Map<string, FoundTarget>();
  const find = db.prepare<[string], FoundTarget>('SELECT id, url FROM target WHERE key = ?');
  const add = db.prepare<[string, string, string]>('INSERT INTO target (key, url, host) VALUES (?, ?, ?)');
  const addTarget = (key: string, url: string, host: string): FoundTarget => ({
    id: Number(add.run(key, url, host).lastInsertRowid),
    url,
  });
  return ({ key, url, host }) => {
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const target = find.get(key) ?? addTarget(key, withoutTracking(url), host);
    if (known.size >= REMEMBERED_NAMES) known.clear();
    known.set(key, target);
    return target;
  };
}

function createPages(db: WritableDatabase): { find: Places['page']; flush: () => void } {
  let nextId = (db.prepare<[], number | null>('SELECT max(id) FROM page').pluck().get() ?? 0) + 1;
  const lookup = hasLinkIndex(db, 'page_by_key') ? lookupByIndex(db, flush) : lookupInMemory(db);
  const inserter = createRowInserter(db, 'INSERT OR FAIL INTO page', [
    'id',
    'key',
    'url',
    'host',
    'domain_id',
    'title',
    'language',
    'external_links',
  ]);
  const fill = db.prepare<PageFacts & { readonly id: number }>(
    `UPDATE page SET title = coalesce(title, $title), language = coalesce(language, $language),
        external_links = coalesce(external_links, $externalLinks)
      WHERE id = $id AND ((title IS NULL AND $title IS NOT NULL) OR (language IS NULL AND $language IS NOT NULL)
        OR (external_links IS NULL AND $externalLinks IS NOT NULL))`,
  );

  function flush(): void {
    inserter.flush();
    lookup.flushed();
  }

  return {
    flush,
    find(page, domainId, { title, language, externalLinks }) {
      const known = lookup.find(page.key);
      if (known === null) {
        const id = nextId++;
        lookup.added(page.key, id);
        inserter.add(id, page.key, page.url, page.host, domainId, title, language, externalLinks);
        return { id, isNew: true };
      }
      if (title !== null || language !== null || externalLinks !== null) {
        if (lookup.isWaiting(known)) flush();
        fill.run({ title, language, externalLinks, id: known });
      }
      return { id: known, isNew: false };
    },
  };
}

/** How pages are found by key. Those added since the last flush may not be in the table yet. */
interface PageLookup {
  find(key: string): number | null;
  /** Follows a `find` of the same key that found nothing. */
  added(key: string, id: number): void;
  isWaiting(id: number): boolean;
  flushed(): void;
}

/** A few thousand pages of one batch wait in a map; the index knows all others. */
function lookupByIndex(db: WritableDatabase, flush: () => void): PageLookup {
  const waiting = new Map<string, number>();
  const ids = new Set<number>();
  const find = db.prepare<[string], number>('SELECT id FROM page WHERE key = ?').pluck();
  return {
    find: (key) => waiting.get(key) ?? find.get(key) ?? null,
    added(key, id) {
      if (waiting.size >= WAITING_PAGES) flush();
      waiting.set(key, id);
      ids.add(id);
    },
    isWaiting: (id) => ids.has(id),
    flushed() {
      waiting.clear();
      ids.clear();
    },
  };
}

const WAITING_PAGES = 4000;

/** For imports that run without the index. */
function lookupInMemory(db: WritableDatabase): PageLookup {
  const keys = createPageKeys();
  const waiting = new Map<number, string>();
  const keyOf = db.prepare<[number], string>('SELECT key FROM page WHERE id = ?').pluck();
  for (const [id, key] of db.prepare<[], [number, string]>('SELECT id, key FROM page').raw().iterate()) {
    keys.find(key, () => false);
    keys.addLast(id);
  }
  return {
    find: (key) => keys.find(key, (id) => (waiting.get(id) ?? keyOf.get(id)) === key),
    added(key, id) {
      keys.addLast(id);
      waiting.set(id, key);
    },
    isWaiting: (id) => waiting.has(id),
    flushed: () => waiting.clear(),
  };
}
