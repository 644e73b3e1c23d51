import type { DisavowVersion } from '../../contract/disavow.ts';
import type { ReadableDatabase, WritableDatabase } from './project-database.ts';
import { readSetting, writeSetting } from './setting-queries.ts';
import { verdictVersion } from './verdict-queries.ts';
import { writeTransaction } from './write-transaction.ts';

/** Table `disavow_version`, and the verdicts a disavow file is built from. */

/** Versions, newest first. */
export function listVersions(db: ReadableDatabase): DisavowVersion[] {
  return db.prepare<[], DisavowVersion>(`${SELECT_VERSION} ORDER BY id DESC`).all();
}

/** The version that was kept last, or null. */
export function newestVersion(db: ReadableDatabase): DisavowVersion | null {
  return db.prepare<[], DisavowVersion>(`${SELECT_VERSION} ORDER BY id DESC LIMIT 1`).get() ?? null;
}

/** One version with its bytes, or null. */
export function readVersion(db: ReadableDatabase, id: number): { version: DisavowVersion; body: Uint8Array } | null {
  const version = db.prepare<[number], DisavowVersion>(`${SELECT_VERSION} WHERE id = ?`).get(id);
  if (version === undefined) return null;
  const body = db.prepare<[number], Uint8Array>('SELECT body FROM disavow_version WHERE id = ?').pluck().get(id);
  return { version, body: body ?? new Uint8Array() };
}

/** A file to keep as a version. */
export type KeptFile = Omit<DisavowVersion, 'id' | 'uploadedAt'> & { readonly body: Uint8Array };

const VERDICTS_SETTING = 'disavow-version-verdicts';

/** Keeps a file, byte for byte, as the newest version, and notes which verdicts it stands beside. Returns its id. */
export function keepVersion(db: WritableDatabase, version: KeptFile): number {
  return writeTransaction(db, () => {
    const id = addVersion(db, version);
    writeSetting(db, VERDICTS_SETTING, `${id}:${verdictVersion(db)}`);
    return id;
  });
}

/** True when verdicts changed after a version was kept. */
export function haveVerdictsChanged(db: ReadableDatabase, versionId: number): boolean {
  return readSetting(db, VERDICTS_SETTING) !== `${versionId}:${verdictVersion(db)}`;
}

function addVersion(db: WritableDatabase, version: KeptFile): number {
  return Number(
    db
      .prepare(
        `INSERT INTO disavow_version (created_at, origin, file_name, body, entries, property) VALUES (?, ?, ?, ?, ?, ?)`,
      )
      .run(
        version.createdAt,
        version.origin,
        version.fileName,
        Buffer.from(version.body),
        version.entries,
        version.property,
      ).lastInsertRowid,
  );
}

/** Where and when a version was uploaded; `uploadedOn` is YYYY-MM-DD. */
export interface DisavowUpload {
  readonly versionId: number;
  readonly property: string;
  readonly uploadedOn: string;
}

/** Notes the upload of a version, in place of an earlier note. */
export function recordUpload(db: WritableDatabase, { versionId, property, uploadedOn }: DisavowUpload): void {
  db.prepare('UPDATE disavow_version SET property = ?, uploaded_at = ? WHERE id = ?').run(
    property,
    uploadedOn,
    versionId,
  );
}

/** A domain to disavow, with what a comment above the entry can say. */
export interface DisavowedDomain {
  readonly domain: string;
  readonly links: number;
  readonly risk: number | null;
  readonly note: string;
  readonly decidedAt: string | null;
  /** What judging said of the domain; '' where it found nothing against it. */
  readonly reason: string;
  /** Ids of the risk signals most of its links share, separated by commas; null where none fired. */
  readonly signalIds: string | null;
  /** 1 where a link of the domain has a verdict of its own, to keep it. */
  readonly isKept: 0 | 1;
}

/** Domains whose verdict is to disavow them whole, by name. */
export function disavowedDomains(db: ReadableDatabase): DisavowedDomain[] {
  return db
    .prepare<[], DisavowedDomain>(
      `SELECT name AS domain, links, risk, note, decided_at AS decidedAt,
          iif(suggestion IN ('keep', 'none'), '', suggestion_reason) AS reason,
          (SELECT group_concat(signal_id) FROM (SELECT s.signal_id FROM backlink b JOIN signal s ON s.backlink_id = b.id
            WHERE b.domain_id = domain.id AND s.scale = 'risk' AND s.weight > 0
            GROUP BY s.signal_id ORDER BY count(*) DESC, max(s.weight) DESC, s.signal_id LIMIT 4)) AS signalIds,
          EXISTS (SELECT 1 FROM backlink b WHERE b.domain_id = domain.id AND b.verdict = 'keep') AS isKept
        FROM domain WHERE verdict = 'disavow-domain' ORDER BY name`,
    )
    .all();
}

/** A page to disavow. */
export interface DisavowedUrl {
  readonly url: string;
  readonly host: string;
  readonly domain: string;
  readonly note: string;
  readonly decidedAt: string | null;
  readonly signalIds: string | null;
  /** 1 where another link of the page is kept. */
  readonly isKept: 0 | 1;
}

/** Pages with a link whose verdict is to disavow the URL, each once, by domain and URL. */
export function disavowedUrls(db: ReadableDatabase): DisavowedUrl[] {
  return db
    .prepare<[], DisavowedUrl>(
      `SELECT p.url, p.host, d.name AS domain, coalesce(nullif(max(b.note), ''), d.note) AS note,
          coalesce(max(b.decided_at), d.decided_at) AS decidedAt,
          (SELECT group_concat(DISTINCT s.signal_id) FROM signal s
            WHERE s.backlink_id = b.id AND s.scale = 'risk' AND s.weight > 0) AS signalIds,
          EXISTS (SELECT 1 FROM backlink k WHERE k.page_id = p.id AND k.verdict = 'keep') AS isKept
        FROM backlink b JOIN page p ON p.id = b.page_id JOIN domain d ON d.id = b.domain_id
        WHERE b.verdict = 'disavow-url' GROUP BY p.id ORDER BY d.name, p.key`,
    )
    .all();
}

const SELECT_VERSION = `SELECT id, created_at AS createdAt, origin, file_name AS fileName, entries, property,
  uploaded_at AS uploadedAt FROM disavow_version`;
