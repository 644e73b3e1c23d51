import { describe, expect, it } from 'vitest';
import { type BuildEntry, type BuildOptions, buildDisavowFile } from '../../../src/core/disavow/build-disavow-file.ts';
import { lintDisavowFile } from '../../../src/core/disavow/lint-disavow-file.ts';
import { parseDisavowText } from '../../../src/core/disavow/parse-disavow-file.ts';

const OPTIONS: BuildOptions = {
  property: 'https://www.acme.example/',
  writtenOn: '2026-11-21',
  ownHosts: ['acme.example'],
};

const ENTRIES: readonly BuildEntry[] = [
  { kind: 'url', url: 'https://www.b.example/x?y=1#top', reason: 'paid link', decidedOn: '2026-11-20' },
  { kind: 'domain', host: 'www.Z.example', signals: ['same anchor on 40 pages', 'casino words'], note: 'asked twice' },
  { kind: 'domain', host: 'bücher.a.example' },
  { kind: 'url', url: 'http://b.example/a', reason: 'paid link', decidedOn: '2026-11-20' },
];

describe('buildDisavowFile', () => {
  it('writes sections behind all other entries, their heading set off so that it speaks for none', () => {
    const section = 'Kept from old.txt';
    const { text } = buildDisavowFile(
      [
        { kind: 'domain', host: 'a.example', section, note: 'agency' },
        { kind: 'domain', host: 'b.example' },
        { kind: 'url', url: 'https://b.example/x', section },
        { kind: 'domain', host: 'c.example', section },
      ],
      OPTIONS,
    );
    expect(text.split('\n').slice(4)).toEqual([
      'domain:b.example',
      '',
      '# Kept from old.txt',
      '',
      '# agency',
      'domain:a.example',
      '',
      'domain:c.example',
      '',
    ]);
  });

  it('writes a header, then domain by domain, each with its reasons above', () => {
    expect(buildDisavowFile(ENTRIES, OPTIONS)).toEqual({
      text: [
        '# Disavow file for https://www.acme.example/',
        '# Written by Anchorage on 2026-11-21',
        '# 2 domains, 2 pages',
        '',
        'domain:xn--bcher-kva.a.example',
        '# 2026-11-20; paid link',
        'http://b.example/a',
        'https://www.b.example/x?y=1',
        '# same anchor on 40 pages, casino words; asked twice',
        'domain:z.example',
        '',
      ].join('\n'),
      bytes: 276,
      lines: 10,
      domains: 2,
      urls: 2,
      skipped: [],
      overLimits: [],
    });
  });

  it('writes the same text for the same verdicts in any order', () => {
    expect(buildDisavowFile(ENTRIES.toReversed(), OPTIONS).text).toBe(buildDisavowFile(ENTRIES, OPTIONS).text);
  });

  it('writes what its own lint finds nothing in', () => {
    const { text } = buildDisavowFile(ENTRIES, OPTIONS);
    expect(lintDisavowFile(parseDisavowText(text), { ownHosts: ['acme.example'] }).problems).toEqual([]);
  });

  it.each<[BuildEntry, string]>([
    [{ kind: 'domain', host: 'blogspot.com' }, 'public-suffix'],
    [{ kind: 'domain', host: 'www.co.uk' }, 'public-suffix'],
    [{ kind: 'domain', host: 'xyz' }, 'public-suffix'],
    [{ kind: 'domain', host: 'shop.acme.example' }, 'own-site'],
    [{ kind: 'url', url: 'http://www.acme.example/x' }, 'own-site'],
    [{ kind: 'domain', host: 'two words' }, 'not-a-host'],
    [{ kind: 'domain', host: 'ghost-rider' }, 'not-a-host'],
    [{ kind: 'url', url: 'mailto:me@a.example' }, 'not-a-url'],
    [{ kind: 'url', url: `http://a.example/${'x'.repeat(2_048)}` }, 'url-too-long'],
    [{ kind: 'domain', host: 'LISTED.example' }, 'duplicate'],
    [{ kind: 'domain', host: 'sub.listed.example' }, 'covered-by-domain'],
    [{ kind: 'url', url: 'http://www.listed.example/x' }, 'covered-by-domain'],
  ])('skips %j: %s', (entry, reason) => {
    const built = buildDisavowFile([{ kind: 'domain', host: 'listed.example' }, entry], OPTIONS);
    expect(built.skipped).toEqual([{ entry, reason }]);
    expect([built.domains, built.urls]).toEqual([1, 0]);
  });

  it('never lists a parent of the own site', () => {
    const built = buildDisavowFile([{ kind: 'domain', host: 'acme.example' }], {
      ...OPTIONS,
      ownHosts: ['blog.acme.example'],
    });
    expect(built.skipped.map(({ reason }) => reason)).toEqual(['own-site']);
  });

  it('lets no note, property or URL become an entry', () => {
    const evil = 'x\ndomain:good.example\r\ndomain:better.example\u2028\u0085\u202e\0\ud800'.repeat(4);
    const { text } = buildDisavowFile(
      [
        { kind: 'domain', host: 'a.example', note: evil, reason: evil, signals: [evil], decidedOn: evil },
        { kind: 'url', url: 'http://b.example/x\ndomain:good.example' },
      ],
      { ...OPTIONS, property: evil },
    );
    const { lines } = parseDisavowText(text);
    expect(lines.filter(({ kind }) => kind !== 'comment' && kind !== 'blank').map(({ raw }) => raw)).toEqual([
      'domain:a.example',
      'http://b.example/xdomain:good.example',
    ]);
    expect(Math.max(...lines.filter(({ kind }) => kind === 'comment').map(({ raw }) => raw.length))).toBe(200);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  });

  it('reports the limits it breaks, and can leave out comments', () => {
    const entries = Array.from(
      { length: 60_000 },
      (_, index): BuildEntry => ({
        kind: 'domain',
        host: `d${index}.example`,
        note: `note ${index}`,
      }),
    );
    expect(buildDisavowFile(entries, OPTIONS).overLimits).toEqual(['bytes', 'lines']);
    expect(buildDisavowFile(entries, { ...OPTIONS, hasEntryComments: false }).overLimits).toEqual([]);
  });

  it('writes a header alone where there is nothing to disavow', () => {
    expect(buildDisavowFile([], { property: null, writtenOn: '2026-11-21' }).text).toBe(
      '# Disavow file\n# Written by Anchorage on 2026-11-21\n# 0 domains, 0 pages\n\n',
    );
  });
});
