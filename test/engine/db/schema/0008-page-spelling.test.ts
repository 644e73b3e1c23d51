import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { identifyUrl } from '../../../../src/core/url/url-identity.ts';
import { MIGRATIONS } from '../../../../src/engine/db/migrations.ts';
import { spellingOf } from '../../../../src/engine/db/page-spelling.ts';
import { PAGE_SPELLING } from '../../../../src/engine/db/schema/0008-page-spelling.ts';

const URLS = [
  'https://www.a.example/x/',
  'http://a.example/y',
  'https://a.example/z?utm_source=mail',
  'https://www.www.a.example/',
  'http://user@a.example:8080/q',
  'https://www.example/only',
  'http://[::1]:8080/x/',
];

describe('PAGE_SPELLING', () => {
  it('leaves every page its address, host and facts, spelt as a new one is', () => {
    const db = new Database(':memory:');
    db.pragma('foreign_keys = OFF');
    for (const { version, sql } of MIGRATIONS) if (version < 8) db.exec(sql);
    db.exec("INSERT INTO domain (id, name, suffix) VALUES (1, 'a.example', 'example')");
    const add = db.prepare(
      "INSERT INTO page (key, url, host, domain_id, title, indexable) VALUES ($key, $url, $host, 1, 'Told', 0)",
    );
    const identities = URLS.map((url) => identifyUrl(url)).filter((identity) => identity !== null);
    for (const { key, url, host } of identities) add.run({ key, url, host });
    const pages = 'SELECT id, key, url, host, domain_id, title, language, indexable FROM page ORDER BY id';
    const before = db.prepare(pages).all();
    db.exec(PAGE_SPELLING);
    db.pragma('foreign_keys = ON');
    expect(before).toHaveLength(URLS.length);
    expect(db.prepare(pages).all()).toEqual(before);
    expect(db.prepare('SELECT spelling, odd_url AS oddUrl FROM page ORDER BY id').all()).toEqual(
      identities.map(spellingOf),
    );
    expect(db.pragma('foreign_key_check')).toEqual([]);
  });
});
