import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../../../src/engine/db/migrations.ts';
import { DOMAIN_NAMES } from '../../../../src/engine/db/schema/0007-domain-names.ts';

describe('DOMAIN_NAMES', () => {
  it('leaves every domain, the pages that point to it, and its name unique', () => {
    const db = new Database(':memory:');
    db.pragma('foreign_keys = OFF');
    for (const { version, sql } of MIGRATIONS) if (version < 7) db.exec(sql);
    db.exec(`
      INSERT INTO domain (id, name, suffix, links, first_seen, verdict, note) VALUES
        (3, 'b.example', 'example', 2, '2024-01-02', 'keep', 'ours'), (9, 'a.co.uk', 'co.uk', 0, NULL, 'none', '');
      INSERT INTO page (id, key, url, host, domain_id) VALUES (1, 'b.example/', 'https://b.example/', 'b.example', 3);
    `);
    const domains = db.prepare('SELECT * FROM domain ORDER BY id').all();
    db.exec(DOMAIN_NAMES);
    db.pragma('foreign_keys = ON');
    expect(db.prepare('SELECT * FROM domain ORDER BY id').all()).toEqual(domains);
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(() => db.exec("INSERT INTO domain (name, suffix) VALUES ('a.co.uk', 'co.uk')")).toThrow(/UNIQUE/);
    expect(() => db.exec('DELETE FROM domain WHERE id = 3')).toThrow(/FOREIGN KEY/);
  });
});
