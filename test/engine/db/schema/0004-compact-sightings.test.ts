import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { PROJECT_SCHEMA } from '../../../../src/engine/db/schema/0001-project.ts';
import { COMPACT_SIGHTINGS } from '../../../../src/engine/db/schema/0004-compact-sightings.ts';

const TOLD = `(1, 2, 1, NULL, '', 'say "a\\b"', 'nofollow', 'text', 'Über', 'de', 'left', 'right', 404, '2024-01-01', '2025-01-01',
  '2026-01-01', 'notfound', 12, 3, '{"Domain rating":37}')`;
const UNTOLD = `(1, 3, 1, 'http://a.example/', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL)`;

describe('COMPACT_SIGHTINGS', () => {
  it('leaves every word of every sighting in its column', () => {
    const db = new Database(':memory:');
    db.exec(PROJECT_SCHEMA);
    db.pragma('foreign_keys = OFF');
    db.exec(`INSERT INTO sighting VALUES ${TOLD}, ${UNTOLD}`);
    const sightings = db.prepare('SELECT * FROM sighting').all();
    db.exec(COMPACT_SIGHTINGS);
    expect(db.prepare('SELECT * FROM sighting').all()).toEqual(sightings);
  });
});
