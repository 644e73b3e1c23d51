import type { Selection } from '../../contract/engine-contract.ts';
import type { Verdict } from '../../core/model/verdict.ts';
import { DOMAINS_FROM } from './domain-queries.ts';
import { LINKS_FROM } from './link-queries.ts';
import type { ReadableDatabase, WritableDatabase } from './project-database.ts';
import { CHECKS_FROM } from './summary-queries.ts';
import { whereClause } from './where-clause.ts';
import { writeTransaction } from './write-transaction.ts';

/**
 * Verdicts and their undo. A verdict is given to a link or to a domain: `disavow-domain`, and every verdict given in the
 * table of domains, goes to the domain; the rest to the link. `backlink.verdict` is what counts for a link: its own verdict
 * where it has one, else its domain's. Each action is one `decision` that remembers what stood there before.
 */

export interface VerdictRequest {
  readonly selection: Selection;
  readonly verdict: Verdict;
  /** Null keeps the notes that are there. */
  readonly note: string | null;
  /** ISO time. */
  readonly decidedAt: string;
}

/** How much a verdict would touch. */
export interface VerdictReach {
  readonly links: number;
  readonly domains: number;
  /** Links among them whose verdict is keep now. */
  readonly keptBefore: number;
}

/** What a verdict touched, and how the decision is called in the undo menu. */
export interface AppliedVerdict extends VerdictReach {
  readonly decisionId: number;
  readonly description: string;
}

/** Counts what a verdict on a selection would touch, without touching it. Throws `bad-filter`. */
export function verdictReach(db: ReadableDatabase, selection: Selection, verdict: Verdict): VerdictReach {
  const { sql, params } = selectedIds(selection);
  const touched = goesToDomain(selection, verdict)
    ? `domain_id IN (${selection.table === 'domains' ? sql : `SELECT domain_id FROM backlink WHERE id IN (${sql})`})`
    : `id IN (${sql})`;
  const reach = db
    .prepare<(string | number)[], VerdictReach>(
      `SELECT count(*) AS links, count(DISTINCT domain_id) AS domains,
        CAST(total(verdict = 'keep') AS INTEGER) AS keptBefore FROM backlink WHERE ${touched}`,
    )
    .get(...params);
  return reach ?? { links: 0, domains: 0, keptBefore: 0 };
}

/** Applies a verdict as one decision that can be undone, and returns its id with what it touched. */
export function applyVerdict(db: WritableDatabase, request: VerdictRequest): AppliedVerdict {
  return writeTransaction(db, () => {
    const reach = verdictReach(db, request.selection, request.verdict);
    const description = describe(request.verdict, reach);
    const decisionId = Number(
      db.prepare('INSERT INTO decision (decided_at, description) VALUES (?, ?)').run(request.decidedAt, description)
        .lastInsertRowid,
    );
    recordChanges(db, decisionId, request);
    writeVerdicts(db, decisionId, request.decidedAt);
    return { ...reach, decisionId, description };
  });
}

/**
 * Records a decision of any shape: `record` inserts its rows of `decision_change` and returns how the undo menu calls it. The
 * verdicts follow. Returns its id; null, and no decision, where no row was inserted. Runs in the caller's transaction.
 */
export function recordDecision(
  db: WritableDatabase,
  decidedAt: string,
  record: (decisionId: number) => string,
): number | null {
  const inserted = db.prepare("INSERT INTO decision (decided_at, description) VALUES (?, '')").run(decidedAt);
  const decisionId = Number(inserted.lastInsertRowid);
  const description = record(decisionId);
  if (db.prepare('SELECT 1 FROM decision_change WHERE decision_id = ? LIMIT 1').get(decisionId) === undefined) {
    db.prepare('DELETE FROM decision WHERE id = ?').run(decisionId);
    return null;
  }
  db.prepare('UPDATE decision SET description = ? WHERE id = ?').run(description, decisionId);
  writeVerdicts(db, decisionId, decidedAt);
  return decisionId;
}

/** Takes back the newest decision that still stands; its description, or null when there is none. */
export function undoDecision(db: WritableDatabase): string | null {
  return writeTransaction(db, () => {
    const newest = newestDecision(db);
    if (newest === null) return null;
    const restore = (subject: 'link' | 'domain', table: string, verdictColumn: string) =>
      db
        .prepare(
          `UPDATE ${table} SET ${verdictColumn} = c.verdict_before, note = c.note_before, decided_at = c.decided_at_before
            FROM decision_change c WHERE c.decision_id = ? AND c.subject = '${subject}' AND c.subject_id = ${table}.id`,
        )
        .run(newest.id);
    restore('link', 'backlink', 'link_verdict');
    restore('domain', 'domain', 'verdict');
    db.prepare('UPDATE decision SET undone = 1 WHERE id = ?').run(newest.id);
    refreshEffectiveVerdicts(db, newest.id);
    return newest.description;
  });
}

/** What undo would take back, or null. */
export function newestDecision(db: ReadableDatabase): { readonly id: number; readonly description: string } | null {
  return (
    db
      .prepare<[], { id: number; description: string }>(
        'SELECT id, description FROM decision WHERE undone = 0 ORDER BY id DESC LIMIT 1',
      )
      .get() ?? null
  );
}

/** When the newest change of any verdict (an undo included) happened, as a number that only grows. */
export function verdictVersion(db: ReadableDatabase): number {
  return db.prepare<[], number>('SELECT count(*) + total(undone) FROM decision').pluck().get() ?? 0;
}

function goesToDomain(selection: Selection, verdict: Verdict): boolean {
  return selection.table === 'domains' || verdict === 'disavow-domain';
}

/** A subquery of the ids of all links a selection means: those of the domains where domains are selected. */
export function selectedLinks(selection: Selection): { sql: string; params: (string | number)[] } {
  const { sql, params } = selectedIds(selection);
  if (selection.table !== 'domains') return { sql, params };
  return { sql: `SELECT id FROM backlink WHERE domain_id IN (${sql})`, params };
}

const SELECTED_FROM = {
  links: `b.id FROM ${LINKS_FROM}`,
  domains: `d.id FROM ${DOMAINS_FROM}`,
  checks: `c.backlink_id FROM ${CHECKS_FROM}`,
} as const satisfies Record<Selection['table'], string>;

/** A subquery of the ids of the selected domains, or of the links that are selected otherwise. */
function selectedIds(selection: Selection): { sql: string; params: (string | number)[] } {
  if (selection.kind === 'ids')
    return { sql: 'SELECT value FROM json_each(?)', params: [JSON.stringify(selection.ids)] };
  const where = whereClause(selection.filter, selection.table);
  return { sql: `SELECT ${SELECTED_FROM[selection.table]} WHERE ${where.sql}`, params: [...where.params] };
}

function recordChanges(db: WritableDatabase, decisionId: number, { selection, verdict, note }: VerdictRequest): void {
  const { sql, params } = selectedIds(selection);
  const toDomain = goesToDomain(selection, verdict);
  if (toDomain) {
    const domains = selection.table === 'domains' ? sql : `SELECT domain_id FROM backlink WHERE id IN (${sql})`;
    db.prepare(
      `INSERT INTO decision_change
        SELECT ?, 'domain', id, verdict, note, decided_at, ?, coalesce(?, note) FROM domain WHERE id IN (${domains})`,
    ).run(decisionId, verdict, note, ...params);
    // A verdict for the whole domain replaces what was said of its links, so that the two never contradict unseen.
    db.prepare(
      `INSERT INTO decision_change
        SELECT ?, 'link', id, link_verdict, note, decided_at, 'none', note FROM backlink
        WHERE domain_id IN (${domains}) AND link_verdict <> 'none'`,
    ).run(decisionId, ...params);
    return;
  }
  db.prepare(
    `INSERT INTO decision_change
      SELECT ?, 'link', id, link_verdict, note, decided_at, ?, coalesce(?, note) FROM backlink WHERE id IN (${sql})`,
  ).run(decisionId, verdict, note, ...params);
  if (verdict === 'none') clearDomainsOf(db, decisionId, sql, params);
}

/** "None" for a link whose verdict came from its domain means: the domain is undecided again. */
function clearDomainsOf(
  db: WritableDatabase,
  decisionId: number,
  sql: string,
  params: readonly (string | number)[],
): void {
  db.prepare(
    `INSERT INTO decision_change
      SELECT ?, 'domain', id, verdict, note, decided_at, 'none', note FROM domain WHERE verdict <> 'none' AND id IN
        (SELECT domain_id FROM backlink WHERE link_verdict = 'none' AND id IN (${sql}))`,
  ).run(decisionId, ...params);
}

function writeVerdicts(db: WritableDatabase, decisionId: number, decidedAt: string): void {
  const write = (subject: 'link' | 'domain', table: string, verdictColumn: string) =>
    db
      .prepare(
        `UPDATE ${table} SET ${verdictColumn} = c.verdict, note = c.note, decided_at = ?
          FROM decision_change c WHERE c.decision_id = ? AND c.subject = '${subject}' AND c.subject_id = ${table}.id`,
      )
      .run(decidedAt, decisionId);
  write('link', 'backlink', 'link_verdict');
  write('domain', 'domain', 'verdict');
  refreshEffectiveVerdicts(db, decisionId);
}

function refreshEffectiveVerdicts(db: WritableDatabase, decisionId: number): void {
  db.prepare(
    `UPDATE backlink SET verdict = ${EFFECTIVE_VERDICT}
      WHERE id IN (SELECT subject_id FROM decision_change WHERE decision_id = $id AND subject = 'link')
        OR domain_id IN (SELECT subject_id FROM decision_change WHERE decision_id = $id AND subject = 'domain')`,
  ).run({ id: decisionId });
}

/** Gives backlinks that came with a later import the verdict their domain already has. */
export function inheritDomainVerdicts(db: WritableDatabase): void {
  db.exec(`UPDATE backlink SET verdict = ${EFFECTIVE_VERDICT} WHERE verdict = 'none' AND link_verdict = 'none'
    AND domain_id IN (SELECT id FROM domain WHERE verdict <> 'none')`);
}

const EFFECTIVE_VERDICT = `CASE WHEN link_verdict <> 'none' THEN link_verdict
  ELSE (SELECT verdict FROM domain WHERE domain.id = backlink.domain_id) END`;

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  keep: 'Marked keep',
  'disavow-domain': 'Disavowed by domain',
  'disavow-url': 'Disavowed by URL',
  remove: 'Marked for removal',
  none: 'Cleared the verdict of',
};

function describe(verdict: Verdict, { links, domains }: VerdictReach): string {
  const count = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;
  return `${VERDICT_WORDS[verdict]}: ${count(links, 'link')} of ${count(domains, 'domain')}`;
}
