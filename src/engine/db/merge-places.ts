import { withoutTracking } from '../../core/url/url-identity.ts';
import { type DomainTally, emptyTally, settleTallies } from './domain-tallies.ts';
import { buildNameIndex } from './link-index-queries.ts';
import { createOneText } from './one-text.ts';
import type { NewDomain, NewPlaces, NewTarget } from './packed-places.ts';
import type { WritableDatabase } from './project-database.ts';
import { createRowInserter } from './row-inserter.ts';

/** Domains and targets as the rows of an export name them, by the numbers of `packed-places.ts`: found, or added. */
export interface Places {
  /** Looks up what the records of a pack speak of, and adds it where it is not known. */
  learn(places: NewPlaces): void;
  /** A domain and what the import adds to it. */
  domain(number: number): NamedDomain;
  target(number: number): NamedTarget;
  /** Everything learnt so far, for places that have to be looked up again. */
  known(): NewPlaces;
  /** Adds what was counted to the roll-ups of the domains. */
  settle(): void;
}

export interface NamedDomain extends DomainTally, NewDomain {
  /** True where the import brought it. */
  readonly isNew: boolean;
}

export interface NamedTarget extends NewTarget {
  readonly id: number;
  /** The target as written; empty where that is its stored address. */
  readonly told: string;
}

/** The places of a project, remembered as long as they are added by nobody else. */
export function createPlaces(db: WritableDatabase): Places {
  const [findDomain, findTarget] = [domainFinder(db), targetFinder(db)];
  let domains: NamedDomain[] = [];
  let targets: NamedTarget[] = [];

  function settle(): void {
    settleTallies(db, domains);
  }

  return {
    learn(places) {
      if (places.isFresh) {
        settle();
        if (domains.length > 0) findDomain.comeAgain();
        [domains, targets] = [[], []];
      }
      for (const domain of places.domains) domains.push(findDomain.find(domain));
      findDomain.flush();
      for (const target of places.targets) targets.push(findTarget(target));
    },
    domain: (number) => named(domains, number),
    target: (number) => named(targets, number),
    known: () => ({ isFresh: true, domains, targets }),
    settle,
  };
}

function named<Place>(places: readonly Place[], number: number): Place {
  const place = places[number];
  if (place === undefined) throw new Error(`No pack has named the place of number ${number}.`);
  return place;
}

/** Stored domains are remembered where they are not more, so that a new one is known to be new without asking. */
const REMEMBERED_NAMES = 250_000;

function domainFinder(db: WritableDatabase) {
  const inserter = createRowInserter(db, 'INSERT OR FAIL INTO domain', ['id', 'name', 'suffix']);
  const findId = db.prepare<[string], number>('SELECT id FROM domain WHERE name = ?').pluck();
  let stored = storedDomains(db);
  if (stored === null) buildNameIndex(db);
  const oneSuffix = createOneText();
  let nextId = (db.prepare<[], number | null>('SELECT max(id) FROM domain').pluck().get() ?? 0) + 1;
  return {
    find({ name, suffix }: NewDomain): NamedDomain {
      const storedId = stored === null ? findId.get(name) : stored.get(name);
      const id = storedId ?? nextId++;
      if (storedId === undefined) inserter.add(id, name, suffix);
      return { ...emptyTally(id), name, suffix: oneSuffix(suffix), isNew: storedId === undefined };
    },
    /** From here on names come that were found before. */
    comeAgain(): void {
      stored = null;
      buildNameIndex(db);
    },
    flush: () => inserter.flush(),
  };
}

/** The ids of all stored domains; null where they are too many. */
function storedDomains(db: WritableDatabase): Map<string, number> | null {
  const count = db.prepare<[], number>('SELECT count(*) FROM domain').pluck().get() ?? 0;
  if (count > REMEMBERED_NAMES) return null;
  return new Map(db.prepare<[], [string, number]>('SELECT name, id FROM domain').raw().all());
}

function targetFinder(db: WritableDatabase): (target: NewTarget) => NamedTarget {
  const find = db.prepare<[string], { id: number; url: string }>('SELECT id, url FROM target WHERE key = ?');
  const add = db.prepare<[string, string, string]>('INSERT INTO target (key, url, host) VALUES (?, ?, ?)');
  const addTarget = (key: string, url: string, host: string) => ({
    id: Number(add.run(key, url, host).lastInsertRowid),
    url,
  });
  return (target) => {
    const { key, url, host, written } = target;
    const { id, url: storedUrl } = find.get(key) ?? addTarget(key, withoutTracking(url), host);
    return { ...target, id, told: written === storedUrl ? '' : written };
  };
}
