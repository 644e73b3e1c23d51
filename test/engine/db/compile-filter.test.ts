import { describe, expect, it } from 'vitest';
import type { FilterTable } from '../../../src/core/filter/filter-keys.ts';
import { FILTER_KEYS, FILTER_TABLES } from '../../../src/core/filter/filter-keys.ts';
import { parseFilter } from '../../../src/core/filter/parse-filter.ts';
import { vendorBit } from '../../../src/core/model/vendor.ts';
import { compileFilter } from '../../../src/engine/db/compile-filter.ts';
import { DOMAINS_FROM } from '../../../src/engine/db/domain-queries.ts';
import { LINKS_FROM } from '../../../src/engine/db/link-queries.ts';
import { createMemoryProject } from '../../../src/engine/db/open-project.ts';
import type { WritableDatabase } from '../../../src/engine/db/project-database.ts';
import { sightingId } from '../../../src/engine/db/sighting-id.ts';
import type { SqlFragment } from '../../../src/engine/db/sql-fragment.ts';
import { anchorsFrom, CHECKS_FROM, targetsFrom } from '../../../src/engine/db/summary-queries.ts';

const db = exampleProject();
const TODAY = '2026-03-31';
const FROM: Readonly<Record<FilterTable, string>> = {
  links: LINKS_FROM,
  domains: DOMAINS_FROM,
  anchors: anchorsFrom(db),
  targets: targetsFrom(db),
  imports: 'import i',
  checks: CHECKS_FROM,
};
const ID: Readonly<Record<FilterTable, string>> = {
  links: 'b.id',
  domains: 'd.name',
  anchors: 'a.anchor',
  targets: 't.id',
  imports: 'i.id',
  checks: 'c.id',
};

function compiled(text: string, table: FilterTable): SqlFragment {
  const parsed = parseFilter(text, table);
  if (!parsed.ok) throw new Error(parsed.problems.map((problem) => problem.message).join(' '));
  return compileFilter(parsed.filter, table, TODAY);
}

function matches(text: string, table: FilterTable): unknown[] {
  const { sql, params } = compiled(text, table);
  return db
    .prepare(`SELECT ${ID[table]} FROM ${FROM[table]} WHERE ${sql} ORDER BY 1`)
    .pluck()
    .all(...params);
}

function countOf(text: string): number {
  return matches(text.slice(0, 10_000), 'links').length;
}

describe('compileFilter', () => {
  it('compiles every key of every table to SQL that runs', () => {
    for (const table of FILTER_TABLES) {
      expect(matches('', table).length).toBeGreaterThan(0);
      for (const key of FILTER_KEYS[table]) {
        const known = matches(`has:${key.key}`, table);
        const unknown = matches(`-has:${key.key}`, table);
        expect(known.length + unknown.length, key.key).toBe(matches('', table).length);
        expect(matches(key.example, table), key.example).toBeInstanceOf(Array);
        const term = key.example.startsWith('-') ? key.example.slice(1) : `-${key.example}`;
        expect(matches(key.example, table).length + matches(term, table).length, term).toBe(matches('', table).length);
      }
    }
  });

  it('takes an empty text for no value, whatever the key', () => {
    db.exec(
      "SAVEPOINT plain; UPDATE page SET title = '', canonical = ''; UPDATE backlink SET rel = '', link_type = ''",
    );
    expect(['title', 'canonical', 'linktype'].flatMap((key) => matches(`has:${key}`, 'links'))).toEqual([]);
    expect(matches('-has:title', 'links')).toEqual(matches('', 'links'));
    db.exec('ROLLBACK TO plain; RELEASE plain');
  });

  describe('links', () => {
    it.each<[string, number[]]>([
      ['', [1, 2, 3, 4]],
      ['casino', [1, 2]],
      ['CASINO', [1, 2]],
      ['blog.good.co.uk', [3]],
      ['acme.test/pricing', [1]],
      ['größe', [3]],
      ['bücher.example', [4]],
      ['url:/forum/', [1]],
      ['url:https://*', [1, 2, 3]],
      ['domain:spam.xyz', [1, 2]],
      ['domain:https://www.SPAM.xyz/page', [1, 2]],
      ['domain:*.xyz', [1, 2]],
      ['domain:sp*', [1, 2]],
      ['domain:s*m.x*z', [1, 2]],
      ['domain:good.co.uk,bücher.example', [3, 4]],
      ['-domain:*.xyz', [3, 4]],
      ['host:blog.*', [3]],
      ['tld:uk', [3]],
      ['tld:.co.uk', [3]],
      ['tld:xyz,example', [1, 2, 4]],
      ['tld:k', []],
      ['title:"éCOLE"', [3]],
      ['title:école', [3]],
      ['language:EN*', [1, 3]],
      ['language:unknown', [2, 4]],
      ['target:unknown', [2]],
      ['-target:unknown', [1, 3, 4]],
      ['has:target', [1, 3, 4]],
      ['target:*', [1, 3, 4]],
      ['target:"unknown"', []],
      ['target:unknown,/pricing', [1, 2]],
      ['-target:/pricing', [2, 3, 4]],
      ['anchor:casino', [1]],
      ['anchor:"casino bonus"', [1]],
      ['anchor:casino*', []],
      ['anchor:*casino*', [1]],
      ['anchor="Best CASINO Bonus"', [1]],
      ['anchor="best casino bonus"', []],
      ['anchor:""', [3]],
      ['anchor:unknown', [2]],
      ['-has:anchor', [2, 3]],
      ['-anchor:casino', [2, 3, 4]],
      ['anchorclass:money-*', [1]],
      ['linktype:image', [3]],
      ['rel:nofollow', [1]],
      ['rel:ugc', [1]],
      ['rel:none', [3]],
      ['-rel:nofollow', [2, 3, 4]],
      ['is:followed', [3]],
      ['followed:no', [1, 4]],
      ['followed:unknown', [2]],
      ['-is:followed', [1, 2, 4]],
      ['placement:footer', [1]],
      ['-placement:footer', [2, 3, 4]],
      ['placement:unknown', [2, 4]],
      ['state:live,gone', [1, 3]],
      ['is:live', [1]],
      ['reason:forbidden', [4]],
      ['-reason:forbidden', [1, 2, 3]],
      ['status>=400', [4]],
      ['-status>=400', [1, 2, 3]],
      ['checked:2026-03-01', [1]],
      ['checked<=2026-03-01', [1, 4]],
      ['checked>2026-03-01', [3]],
      ['checked:2026-03', [1, 3]],
      ['checked:never', [2]],
      ['checked:30d', [1, 3]],
      ['checked<30d', [4]],
      ['checked:1m', [1, 3, 4]],
      ['firstseen>2025', [3]],
      ['firstseen>=2025', [1, 3]],
      ['firstseen<2025', [2]],
      ['lost>=90d', [2]],
      ['is:indexable', [1]],
      ['is:noindex', [3]],
      ['-is:noindex', [1, 2, 4]],
      ['has:canonical', [3]],
      ['externallinks>100', [1]],
      ['risk>=60', [1]],
      ['risk:78,12', [1, 3]],
      ['risk:unknown', [2, 4]],
      ['-risk>=60', [2, 3, 4]],
      ['quality>50', [3]],
      ['signal:money-*', [1]],
      ['signal:frame-link,long-lived', [1, 3]],
      ['-has:signal', [2, 4]],
      ['signals>=2', [1]],
      ['-verdict:keep', [1, 2, 4]],
      ['verdict:disavow', [1]],
      ['is:disavowed', [1]],
      ['has:note', [3]],
      ['note:50%', [3]],
      ['note:"5_%"', []],
      ['source:ahrefs', [1, 2]],
      ['source:ahrefs,gsc', [1, 2, 3]],
      ['sources>=2', [2]],
      ['import:2', [2, 3]],
      ['dr>=30', [1]],
      ['dr:unknown', [2, 3]],
      ['-dr>=30', [2, 3, 4]],
      ['dr:9', [4]],
      ['spamscore<10', [3]],
      ['as:12', [2]],
      ['risk>=60 state:live', [1]],
      ['risk>=60 OR state:gone', [1, 3]],
      ['-(risk>=60 OR state:gone)', [2, 4]],
      ['-(risk>=60 state:gone)', [1, 2, 3, 4]],
      ['(placement:footer OR placement:content) -verdict:keep', [1]],
    ])('%s', (text, ids) => {
      expect(matches(text, 'links')).toEqual(ids);
    });
  });

  describe('domains', () => {
    it.each<[string, string[]]>([
      ['spam', ['spam.xyz']],
      ['links>=2', ['spam.xyz']],
      ['sources>=2', ['spam.xyz']],
      ['source:semrush', ['spam.xyz']],
      ['-source:semrush', ['good.co.uk', 'xn--bcher-kva.example']],
      ['signal:long-*', ['good.co.uk']],
      ['-has:signal', ['xn--bcher-kva.example']],
      ['domain:bücher.example', ['xn--bcher-kva.example']],
      ['tld:uk', ['good.co.uk']],
      ['rank<=1000', ['good.co.uk']],
      ['-rank<=1000', ['spam.xyz', 'xn--bcher-kva.example']],
      ['suggestion:disavow', ['spam.xyz']],
      ['is:disavowed', ['spam.xyz']],
    ])('%s', (text, names) => {
      expect(matches(text, 'domains')).toEqual(names);
    });
  });

  describe('anchors, targets, imports and checks', () => {
    it.each<[FilterTable, string, unknown[]]>([
      ['anchors', 'casino', ['Best CASINO Bonus']],
      ['anchors', 'anchor:unknown', [null]],
      ['anchors', 'links:1 risk>=60', ['Best CASINO Bonus']],
      ['targets', 'target:unknown', [0]],
      ['targets', 'pricing', [1]],
      ['targets', 'links>1', []],
      ['imports', 'source:ahrefs', [1]],
      ['imports', 'imported:7d', [2]],
      ['imports', 'file:LINKS', [1, 2]],
      ['checks', 'state:live', [1]],
      ['checks', 'status:200 duration<1000', [1]],
    ])('%s %s', (table, text, ids) => {
      expect(matches(text, table)).toEqual(ids);
    });
  });

  describe('hostile text', () => {
    it.each([
      `anchor:"';--"`,
      `"' OR 1=1 --"`,
      `"%%"`,
      `"_____"`,
      `"x[a-z]x"`,
      `title:"é[*?"`,
      `domain:"[^a]*"`,
      `domain:"'; DROP TABLE backlink; --"`,
      `note:"\\\\"`,
    ])('%s is text and matches nothing', (text) => {
      expect(matches(text, 'links')).toEqual([]);
    });

    it('never puts typed text into the SQL', () => {
      const { sql, params } = compiled('zzz url:zzz domain:zzz* tld:zzz anchor="zzz" title:zzé language:zzz', 'links');
      expect(sql).not.toContain('zz');
      expect(sql.split('?').length - 1).toBe(params.length);
    });

    it('runs the longest filters that can be typed', () => {
      expect(countOf(`domain:${Array.from({ length: 900 }, (_, index) => `d${index}.test`).join(',')}`)).toBe(0);
      expect(countOf(`anchor:${'a,'.repeat(4_990)}a`)).toBe(1);
      expect(countOf(`anchor:${'é,'.repeat(4_990)}a`)).toBe(1);
      expect(countOf(Array.from({ length: 500 }, () => 'zz').join(' OR '))).toBe(0);
      expect(countOf(Array.from({ length: 500 }, () => '-zz').join(' '))).toBe(4);
      expect(countOf(`anchor:"${'*a'.repeat(1_400)}"`)).toBe(0);
      expect(countOf(`title:"${'é'.repeat(2_900)}"`)).toBe(0);
      expect(countOf(`${'-('.repeat(50)}a${')'.repeat(50)}`)).toBe(4);
    });
  });

  describe('plans', () => {
    it.each([
      ['domain:spam.xyz', 'SEARCH domain USING COVERING INDEX domain_by_name (name=?)'],
      ['domain:sp*', 'SEARCH domain USING COVERING INDEX domain_by_name (name>? AND name<?)'],
      ['risk>=60', 'SEARCH b USING COVERING INDEX backlink_by_risk (risk>?)'],
      ['anchor="casino"', 'SEARCH b USING COVERING INDEX backlink_by_anchor (anchor=?)'],
      ['signal:money-anchor', 'SEARCH signal USING COVERING INDEX signal_by_id (signal_id=?)'],
      ['state:live', 'SEARCH b USING COVERING INDEX backlink_by_state (state=?)'],
    ])('%s is answered by an index', (text, step) => {
      const { sql, params } = compiled(text, 'links');
      const plan = db.prepare<(string | number)[], { detail: string }>(
        `EXPLAIN QUERY PLAN SELECT count(*) FROM backlink b WHERE ${sql}`,
      );
      expect(plan.all(...params).map(({ detail }) => detail)).toContain(step);
    });
  });
});

/** Four links of three domains, as unlike one another as four links can be. All synthetic. */
function exampleProject(): WritableDatabase {
  const project = createMemoryProject();
  const [gsc, ahrefs, semrush] = [vendorBit('gsc'), vendorBit('ahrefs'), vendorBit('semrush')];
  project.exec(`
    INSERT INTO import (id, file_name, file_hash, size_bytes, options, format, vendor, confidence, metrics, state, imported_at) VALUES
      (1, 'Links-a.csv', 'h1', 1, '{}', 'ahrefs-backlinks-2026', 'ahrefs', 1, '["Domain rating","UR","DR"]', 'done', '2026-01-02T10:00:00.000Z'),
      (2, 'links-b.csv', 'h2', 1, '{}', 'semrush-backlinks', 'semrush', 1, '["Page ascore","Spam Score"]', 'done', '2026-03-30T10:00:00.000Z');
    INSERT INTO domain (id, name, suffix, links, sources, rank, suggestion, verdict) VALUES
      (1, 'spam.xyz', 'xyz', 2, ${ahrefs | semrush}, NULL, 'disavow-domain', 'disavow-domain'),
      (2, 'good.co.uk', 'co.uk', 1, ${gsc}, 900, 'none', 'keep'),
      (3, 'xn--bcher-kva.example', 'example', 1, 0, NULL, 'none', 'none');
    INSERT INTO page (id, key, spelling, domain_id, title, language, external_links, indexable, canonical) VALUES
      (1, 'spam.xyz/forum/1', 1, 1, 'Thread', 'en', 240, 1, NULL),
      (2, 'spam.xyz/casino', 3, 1, NULL, NULL, NULL, NULL, NULL),
      (3, 'blog.good.co.uk/gr%C3%B6%C3%9Fe', 1, 2, 'Une École', 'en-GB', 12, 0, 'https://good.co.uk/'),
      (4, 'xn--bcher-kva.example/', 0, 3, NULL, NULL, NULL, NULL, NULL);
    INSERT INTO target (id, key, url, host) VALUES
      (1, 'acme.test/pricing', 'https://acme.test/pricing', 'acme.test'), (2, 'acme.test/', 'https://acme.test/', 'acme.test'),
      (3, 'acme.test/about', 'https://acme.test/about', 'acme.test');
    INSERT INTO backlink (id, page_id, target_id, domain_id, anchor, anchor_class, rel, followed, link_type, placement, state,
        reason, http_status, checked_at, first_seen, last_seen, lost_at, sources, source_count, quality, risk, risk_signals,
        verdict, note) VALUES
      (1, 1, 1, 1, 'Best CASINO Bonus', 'money-exact', 'nofollow ugc', 0, 'text', 'footer', 'live', 'present', 200,
        '2026-03-01T23:59:59.000Z', '2025-06-01', '2026-02-01', NULL, ${ahrefs}, 1, 10, 78, 3, 'disavow-domain', ''),
      (2, 2, 0, 1, NULL, 'unknown', NULL, NULL, NULL, 'unknown', 'unchecked', NULL, NULL, NULL, '2024-12-31', NULL,
        '2026-02-01', ${ahrefs | semrush}, 2, NULL, NULL, 0, 'none', ''),
      (3, 3, 2, 2, '', 'empty', '', 1, 'image', 'content', 'gone', 'absent', 200, '2026-03-30T08:00:00.000Z', '2026-01-05',
        '2026-03-01', NULL, ${gsc}, 1, 80, 12, 0, 'keep', 'saves 50% of work'),
      (4, 4, 3, 3, 'here', 'generic', 'sponsored', 0, NULL, 'unknown', 'unknown', 'forbidden', 403,
        '2026-02-28T00:00:00.000Z', NULL, NULL, NULL, 0, 0, NULL, NULL, 0, 'none', '');
    INSERT INTO sighting_row (id, backlink_id, metrics) VALUES
      (${sightingId(1, 2)}, 1, '[37.5,4]'), (${sightingId(1, 3)}, 2, '["n/a",null]'),
      (${sightingId(2, 2)}, 2, '[12,null]'), (${sightingId(2, 3)}, 3, '[null,"7%"]');
    INSERT INTO domain_sighting (import_id, line, domain_id, metrics) VALUES (1, 9, 3, '[null,null,9]');
    INSERT INTO signal (backlink_id, signal_id, scale, weight, evidence) VALUES
      (1, 'money-anchor', 'risk', 20, ''), (1, 'frame-link', 'risk', 10, ''), (3, 'long-lived', 'quality', 10, '');
    INSERT INTO page_check (id, page_id, checked_at, duration_ms, http_status) VALUES
      (1, 1, '2026-03-01T23:59:59.000Z', 300, 200), (2, 4, '2026-02-28T00:00:00.000Z', 90, 403);
    INSERT INTO link_check (id, page_check_id, backlink_id, state, reason, evidence) VALUES
      (1, 1, 1, 'live', 'present', ''), (2, 2, 4, 'unknown', 'forbidden', '');
  `);
  return project;
}
