import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../../../src/engine/db/migrations.ts';
import { NEWEST_LOOKS } from '../../../../src/engine/db/schema/0006-newest-looks.ts';

const LOOKS = `INSERT INTO page_check (id, page_id, checked_at, duration_ms, redirects, robots) VALUES
  (1, 1, '2026-11-02', 20, '[{"status":301,"url":"x"}]', 'allowed'),
  (2, 1, '2026-11-01', 10, NULL, 'allowed'),
  (3, 2, '2026-11-01', 30, '[]', 'unreachable'),
  (4, 2, '2026-11-01', 40, '[]', 'disallowed')`;

describe('NEWEST_LOOKS', () => {
  it('starts with the newest look at each page of an older file', () => {
    const db = new Database(':memory:');
    db.pragma('foreign_keys = OFF');
    for (const { version, sql } of MIGRATIONS) if (version < 6) db.exec(sql);
    db.exec(LOOKS);
    db.exec(NEWEST_LOOKS);
    expect(db.prepare('SELECT page_id, redirects, robots, duration_ms FROM page_look').all()).toEqual([
      { page_id: 1, redirects: 1, robots: 'allowed', duration_ms: 20 },
      { page_id: 2, redirects: 0, robots: 'disallowed', duration_ms: 40 },
    ]);
  });
});
