import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../../../src/engine/db/migrations.ts';
import { SIGHTINGS_BY_IMPORT } from '../../../../src/engine/db/schema/0005-sightings-by-import.ts';

const SAID = `'["x",null,null,null,null,null,null,404,null,null,null,null,null,1]'`;

function projectBefore(): Database.Database {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = OFF');
  for (const { version, sql } of MIGRATIONS) if (version < 5) db.exec(sql);
  db.exec(`
    INSERT INTO import (id, file_name, file_hash, size_bytes, options, format, vendor, confidence, state, imported_at) VALUES
      (1, 'a.csv', 'h1', 1, '{}', 'f', 'ahrefs', 1, 'done', ''), (7, 'b.csv', 'h2', 1, '{}', 'f', 'moz', 1, 'done', '');
    INSERT INTO sighting_row VALUES
      (7, 2, 5, NULL, '', ${SAID}, '{"DA":3,"a \\"b\\".c":"yes"}'), (1, 900, 5, 'http://a.example/', NULL, ${SAID}, NULL),
      (1, 12, 4, NULL, NULL, ${SAID}, '{"Domain rating":37.5}'), (1, 13, 6, NULL, NULL, ${SAID}, '{"UR":4,"Domain rating":"n/a"}');
    INSERT INTO domain_sighting (import_id, line, domain_id, metrics) VALUES (7, 3, 1, '{"DA":9}'), (7, 4, 2, NULL);
  `);
  return db;
}

function sightings(db: Database.Database): unknown[] {
  const rows = db.prepare('SELECT * FROM sighting ORDER BY import_id, line').all() as { metrics: string | null }[];
  return rows.map(({ metrics, ...row }) => ({
    ...row,
    metrics: metrics === null ? null : (JSON.parse(metrics) as unknown),
  }));
}

describe('SIGHTINGS_BY_IMPORT', () => {
  it('leaves what every sighting says under its import, line and names', () => {
    const db = projectBefore();
    const before = sightings(db);
    db.exec(SIGHTINGS_BY_IMPORT);
    expect(sightings(db)).toEqual(before);
  });

  it('keeps the metrics of domains in the order of the names of their import', () => {
    const db = projectBefore();
    db.exec(SIGHTINGS_BY_IMPORT);
    const names = db.prepare<[], string>('SELECT metrics FROM import WHERE id = 7').pluck().get() ?? '[]';
    const metrics = db.prepare<[], string | null>('SELECT metrics FROM domain_sighting ORDER BY line').pluck().all();
    expect((JSON.parse(metrics[0] ?? '[]') as unknown[])[(JSON.parse(names) as string[]).indexOf('DA')]).toBe(9);
    expect(metrics[1]).toBeNull();
  });
});
