import type { LinkSummary } from '../../core/disavow/lint-context.ts';
import type { Verdict } from '../../core/model/verdict.ts';
import { KEEP_QUALITY, KEEP_RISK } from '../../core/quality/suggestion.ts';
import type { ReadableDatabase } from './project-database.ts';

/**
 * What a disavow file is held against: known links by domain, host and page. Questions about many names go through one
 * statement each, and whole domains are answered from their roll-ups: a file of 100,000 lines is checked while typing.
 */

/**
 * False while a large import has the indexes of links and pages away: asking for single hosts and pages would then read the
 * whole project for each. Domains by name and their roll-ups can always be asked for.
 */
export function canLookUpLinks(db: ReadableDatabase): boolean {
  const sql = "SELECT 1 FROM sqlite_schema WHERE type = 'index' AND name = 'backlink_by_domain'";
  return db.prepare(sql).get() !== undefined;
}

/** Known links of one place, in the classes a lint tells apart. */
export interface LinkCounts extends LinkSummary {
  readonly links: number;
  /** Those whose verdict is keep. */
  readonly kept: number;
}

/** A referring domain by its roll-ups. `live` counts every live link, nofollow and noindex included. */
export interface KnownDomain {
  readonly id: number;
  readonly name: string;
  readonly suffix: string;
  readonly links: number;
  readonly live: number;
  readonly gone: number;
  readonly verdict: Verdict;
  /** 1 where quality and risk are those of a domain that is suggested for keeping. */
  readonly isGood: 0 | 1;
}

const IS_GOOD = `coalesce(d.quality >= ${KEEP_QUALITY} AND d.risk < ${KEEP_RISK}, 0)`;

/** The known domains among some names. */
export function knownDomains(db: ReadableDatabase, names: readonly string[]): KnownDomain[] {
  return db
    .prepare<[string], KnownDomain>(
      `SELECT d.id, d.name, d.suffix, d.links, d.live, d.gone, d.verdict, ${IS_GOOD} AS isGood
        FROM json_each(?) wanted CROSS JOIN domain d ON d.name = wanted.value`,
    )
    .all(JSON.stringify(names));
}

/** A domain of which something is marked keep. */
export interface KeptDomain {
  readonly name: string;
  readonly suffix: string;
  readonly verdict: Verdict;
  /** Its links marked keep. */
  readonly links: number;
}

/** All domains that are marked keep or have a link that is. */
export function keptDomains(db: ReadableDatabase): KeptDomain[] {
  return db
    .prepare<[], KeptDomain>(
      `WITH kept AS (SELECT domain_id, count(*) AS links FROM backlink WHERE verdict = 'keep' GROUP BY domain_id)
        SELECT d.name, d.suffix, d.verdict, k.links FROM kept k JOIN domain d ON d.id = k.domain_id
        UNION ALL SELECT name, suffix, verdict, 0 FROM domain
          WHERE verdict = 'keep' AND id NOT IN (SELECT domain_id FROM kept)`,
    )
    .all();
}

const COUNTS = `count(b.id) AS links, total(b.verdict = 'keep') AS kept,
  total(b.state = 'live' AND b.followed IS NOT 0 AND p.indexable IS NOT 0) AS live,
  total(b.state = 'live' AND b.followed IS 0) AS nofollow,
  total(b.state = 'live' AND b.followed IS NOT 0 AND p.indexable IS 0) AS noindex,
  total(b.state = 'gone') AS gone, total(b.state NOT IN ('live', 'gone')) AS unknown`;

/** The links of one domain by the host of their page. */
export function hostCounts(db: ReadableDatabase): (domainId: number) => (LinkCounts & { readonly host: string })[] {
  const statement = db.prepare<[number], LinkCounts & { host: string }>(
    `SELECT p.host, ${COUNTS} FROM page p JOIN backlink b ON b.page_id = p.id WHERE p.domain_id = ? GROUP BY p.host`,
  );
  return (domainId) => statement.all(domainId);
}

/** Known links on one page. */
export interface PageCounts extends LinkCounts {
  readonly key: string;
  readonly host: string;
  readonly domainId: number;
}

/** The links of the known pages among some identity keys. */
export function pageCounts(db: ReadableDatabase, keys: readonly string[]): PageCounts[] {
  return db
    .prepare<[string], PageCounts>(
      `SELECT p.key, p.host, p.domain_id AS domainId, ${COUNTS} FROM json_each(?) wanted
        CROSS JOIN page p ON p.key = wanted.value JOIN backlink b ON b.page_id = p.id GROUP BY p.id`,
    )
    .all(JSON.stringify(keys));
}

/**
 * Which of some domains have a live link that is followed and on an indexable page. Without the plus SQLite looks
 * through all live links of the project for each domain.
 */
export function domainsThatCount(db: ReadableDatabase, ids: readonly number[]): Set<number> {
  return new Set(
    db
      .prepare<[string], number>(
        `SELECT wanted.value FROM json_each(?) wanted WHERE EXISTS (SELECT 1 FROM backlink b
          JOIN page p ON p.id = b.page_id WHERE b.domain_id = wanted.value AND +b.state = 'live'
          AND b.followed IS NOT 0 AND p.indexable IS NOT 0)`,
      )
      .pluck()
      .all(JSON.stringify(ids)),
  );
}

/** How many of the live links of each of some domains are nofollow, by domain id. */
export function nofollowLinks(db: ReadableDatabase, ids: readonly number[]): Map<number, number> {
  const rows = db
    .prepare<[string], [number, number]>(
      `SELECT b.domain_id, total(b.state = 'live' AND b.followed IS 0) FROM json_each(?) wanted
        CROSS JOIN backlink b ON b.domain_id = wanted.value GROUP BY wanted.value`,
    )
    .raw()
    .all(JSON.stringify(ids));
  return new Map(rows);
}

/** Referring domains with one public suffix. */
export interface SuffixCounts {
  readonly suffix: string;
  readonly domains: number;
  readonly good: number;
  readonly links: number;
  readonly live: number;
  readonly gone: number;
}

/** All referring domains by their public suffix. */
export function suffixCounts(db: ReadableDatabase): SuffixCounts[] {
  return db
    .prepare<[], SuffixCounts>(
      `SELECT d.suffix, count(*) AS domains, total(${IS_GOOD}) AS good, total(d.links) AS links, total(d.live) AS live,
        total(d.gone) AS gone FROM domain d GROUP BY d.suffix`,
    )
    .all();
}

/** The size of the profile. */
export interface ProfileTotals {
  readonly links: number;
  readonly domains: number;
  readonly goodDomains: number;
}

/** Counts all referring domains and, from their roll-ups, all links. */
export function profileTotals(db: ReadableDatabase): ProfileTotals {
  const totals = db
    .prepare<[], ProfileTotals>(
      `SELECT total(d.links) AS links, count(*) AS domains, total(${IS_GOOD}) AS goodDomains FROM domain d`,
    )
    .get();
  return totals ?? { links: 0, domains: 0, goodDomains: 0 };
}

/** Sites up to this place in an imported ranking are well known. */
const POPULAR_RANK = 100_000;

/** Answers whether a domain stands near the top of an imported ranking. */
export function popularDomains(db: ReadableDatabase): (domain: string) => boolean {
  const lists = db.prepare<[], number>("SELECT id FROM list WHERE kind = 'rank' AND entries > 0").pluck().all();
  if (lists.length === 0) return () => false;
  const statement = db
    .prepare<[string, string], number>(
      `SELECT 1 FROM list_entry WHERE domain = ? AND rank <= ${POPULAR_RANK}
        AND list_id IN (SELECT value FROM json_each(?)) LIMIT 1`,
    )
    .pluck();
  const ids = JSON.stringify(lists);
  return (domain) => statement.get(domain, ids) === 1;
}
