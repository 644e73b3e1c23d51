import { describe, expect, it } from 'vitest';
import type { LintContext } from '../../../src/core/disavow/lint-context.ts';
import { lintDisavowFile } from '../../../src/core/disavow/lint-disavow-file.ts';
import { parseDisavowFile, parseDisavowText } from '../../../src/core/disavow/parse-disavow-file.ts';

/** Every problem as `id line:column fix`, the shortest form that still says all but the wording. */
function lint(text: string, context: LintContext = {}): unknown[] {
  return lintDisavowFile(parseDisavowText(text), context).problems.map(({ id, line, column, fix }) => [
    id,
    `${line}:${column}`,
    fix,
  ]);
}

function lintBytes(bytes: Uint8Array): unknown[] {
  return lintDisavowFile(parseDisavowFile(bytes)).problems.map(({ id, line, column }) => [id, `${line}:${column}`]);
}

function utf16(text: string): Uint8Array {
  return new Uint8Array(Uint16Array.from(text, (unit) => unit.charCodeAt(0)).buffer);
}

function lintBlankLines(count: number): unknown[] {
  const { problems } = lintDisavowFile(parseDisavowText('\n'.repeat(count)));
  return problems.map(({ id, level, line }) => [id, level, line]);
}

describe('lintDisavowFile', () => {
  it('counts entries and reports each problem in the order of the file', () => {
    const file = parseDisavowText('# spam\ndomain: a.example\nhttp://b.example/x\n\nno entry\n');
    expect(lintDisavowFile(file)).toEqual({
      entries: 2,
      domains: 1,
      urls: 1,
      comments: 1,
      bytes: 54,
      problems: [
        {
          line: 2,
          column: 8,
          id: 'E6',
          level: 'error',
          message: 'A blank stands behind "domain:"; the host must follow directly. Write “domain:a.example”.',
          fix: 'domain:a.example',
        },
        {
          line: 5,
          column: 1,
          id: 'E4',
          level: 'error',
          message: '“no entry” is no URL, domain: entry or comment. Put # in front of remarks.',
          fix: null,
        },
      ],
    });
  });

  it.each([
    ['an empty file', ''],
    ['comments only', '# a\n# b\n'],
    ['blank lines between entries', 'domain:a.example\n\ndomain:b.example\n\n'],
    ['consistent CRLF', 'domain:a.example\r\ndomain:b.example\r\n'],
    ['an IP address', 'domain:192.0.2.7\n'],
    ['a subdomain', 'domain:spam.a.example\n'],
    ['one member of a platform', 'domain:spammer.blogspot.com\ndomain:spammer.tumblr.com\n'],
    ['pages of a platform', 'https://www.youtube.com/watch?v=1\n'],
    ['punycode in one script', 'domain:xn--bcher-kva.example\n'],
    ['a post of a blog', 'http://a.example/2020/05/cheap-links-for-all/\n'],
    ['commas in a path', 'http://a.example/0,1518,12,00.html\n'],
    ['a comment in another language', '# ссылки от 2020 года\n'],
  ])('finds nothing in %s', (_, text) => {
    expect(lint(text)).toEqual([]);
  });
});

describe('E1 not UTF-8', () => {
  it.each<[string, number[], unknown[]]>([
    ['UTF-16', [0xff, 0xfe, 0x23, 0, 0x0a, 0], [['E1', '1:1']]],
    ['UTF-16 without a mark, once', [...utf16('# a\ndomain:a.example\ndomain:b.example\n')], [['E1', '1:1']]],
    ['Windows-1252 behind good UTF-8', [0x23, 0xc3, 0xbc, 0x0a, 0x23, 0x20, 0xfc, 0x0a], [['E1', '2:3']]],
  ])('reports %s', (_, bytes, problems) => {
    expect(lintBytes(Uint8Array.from(bytes))).toEqual(problems);
  });
});

describe('E2 over the limits', () => {
  it('reports 2,000,001 bytes and takes 2,000,000', () => {
    const line = `# ${'x'.repeat(197)}\n`;
    expect(lint(line.repeat(10_000))).toEqual([]);
    expect(lint(`${line.repeat(10_000)}\n`)).toEqual([['E2', '1:1', null]]);
  });

  it('warns from 99,000 lines and reports the first line too many', () => {
    expect(lintBlankLines(98_999)).toEqual([]);
    expect(lintBlankLines(99_000)).toEqual([['E2', 'warning', 1]]);
    expect(lintBlankLines(100_000)).toEqual([['E2', 'warning', 1]]);
    expect(lintBlankLines(100_001)).toEqual([['E2', 'error', 100_001]]);
  });
});

describe('E3 URL too long', () => {
  it('takes 2,048 characters and reports 2,049', () => {
    const base = 'http://a.example/';
    expect(lint(`${base}${'x'.repeat(2_048 - base.length)}\n`)).toEqual([]);
    expect(lint(`${base}${'x'.repeat(2_049 - base.length)}\n`)).toEqual([['E3', '1:2049', null]]);
    expect(lint(`${base}${'😀'.repeat(2_048 - base.length)}\n`)).toEqual([]);
    expect(lint(`${base}${'😀'.repeat(2_049 - base.length)}\n`)).toEqual([['E3', '1:4080', null]]);
  });
});

describe('E4 no entry', () => {
  it.each([
    ['a.example', '1:1', 'domain:a.example'],
    ['a.example/page', '1:1', 'http://a.example/page'],
    ['http://a.example/x,http://b.example/y', '1:19', null],
    ['https:// a.example/x', '1:1', 'https://a.example/x'],
    ['http://http://a.example/x', '1:1', 'http://a.example/x'],
    ['http:\\\\a.example\\x', '1:1', 'http://a.example/x'],
    ['ttp://a.example/x', '1:1', 'http://a.example/x'],
    ['http://*.a.example/', '1:8', 'domain:a.example'],
    ['http://a.example/*', '1:18', 'domain:a.example'],
    ['a.com, b.net', '1:8', 'domain:a.com\ndomain:b.net'],
    ['a.com b.net', '1:7', 'domain:a.com\ndomain:b.net'],
    ['domain:a.com,domain:b.net', '1:14', 'domain:a.com\ndomain:b.net'],
    ['12,"http://a.example/x",spam', '1:3', 'http://a.example/x'],
    ['domain:a.com, spam', '1:13', 'domain:a.com'],
    ['(domain:a.example)', '1:1', 'domain:a.example'],
    ['domain:a.com”', '1:8', 'domain:a.com'],
    ['domain:a[.]com', '1:8', 'domain:a.com'],
    ['hxxps://a[.]com/x', '1:1', 'https://a.com/x'],
    ['domain:exam ple.com', '1:8', 'domain:example.com'],
    ['domain:a.(com|net)', '1:8', null],
    ['0.0.0.0 a.example', '1:1', 'domain:a.example'],
    ['||a.example^', '1:1', 'domain:a.example'],
    ['see domain:a.example', '1:5', 'domain:a.example'],
    ['<a href="http://a.example/x">x</a>', '1:10', 'http://a.example/x'],
    ['a.example - spam', '1:1', '# - spam\ndomain:a.example'],
    ['.a.example', '1:1', 'domain:a.example'],
    ['＃ remark', '1:1', '# remark'],
    ['//remark', '1:1', '# remark'],
    ['remain:a.example', '1:1', null],
    ['192.0.2.1 - 192.0.2.9', '1:1', null],
    ['a.example;12;34', '1:10', null],
    ['*.a.example', '1:1', 'domain:a.example'],
    ['http://a.example/blog/*', '1:23', null],
    ['casino.*\\.xyz', '1:8', null],
    ['192.0.2.0/24', '1:1', null],
    ['domain:ghost-rider', '1:8', null],
    ['see below', '1:1', null],
    ['\0', '1:1', null],
    ['"http://a.example/x"', '1:1', 'http://a.example/x'],
    ['domain:a.example domain:b.example', '1:18', 'domain:a.example\ndomain:b.example'],
  ])('%j', (line, place, fix) => {
    expect(lint(`${line}\n`)).toEqual([['E4', place, fix]]);
  });
});

describe('E5 more than a host behind domain:', () => {
  it.each([
    ['domain:http://a.example', '1:8', 'domain:a.example'],
    ['domain:https://a.example/', '1:8', 'domain:a.example'],
    ['domain:https://a.example/x?q=1#top', '1:8', 'domain:a.example'],
    ['domain:http//a.example', '1:8', 'domain:a.example'],
    ['domain:http:/a.example', '1:8', 'domain:a.example'],
    ['domain:/a.example', '1:8', 'domain:a.example'],
    ['domain:a.example/x', '1:17', 'domain:a.example'],
    ['domain:a.example:80', '1:17', 'domain:a.example'],
    ['domain:a.example:', '1:17', 'domain:a.example'],
    ['domain:a.example?q', '1:17', 'domain:a.example'],
    ['domain:me@a.example', '1:8', 'domain:a.example'],
    ['domain:a.example.', '1:17', 'domain:a.example'],
    ['domain:.a.example', '1:8', 'domain:a.example'],
    ['domain:a.exam\u200bple', '1:14', 'domain:a.example'],
    ['domain:a.exam\u00adple/', '1:14', 'domain:a.example'],
    ['domain:a..example', '1:8', null],
    ['domain:', '1:1', null],
  ])('%j is one problem', (line, place, fix) => {
    expect(lint(`${line}\n`)).toEqual([['E5', place, fix]]);
  });
});

describe('E6 misspelt directive', () => {
  it.each([
    ['domain: a.example', '1:8'],
    ['domain:\ta.example', '1:8'],
    ['Domain : a.example', '1:1'],
    ['domain=a.example', '1:1'],
    ['disavow:a.example', '1:1'],
    ['DOMAIN:a.example', '1:1'],
    ['domain a.example', '1:1'],
    ['domain - a.example', '1:1'],
    ['domain::a.example', '1:1'],
    ['domain:domain:a.example', '1:1'],
    ['disavow: domain:a.example', '1:1'],
    ['domain\u00a0:a.example', '1:1'],
    ['do\u200bmain:a.example', '1:1'],
    ['ｄｏｍａｉｎ：a.example', '1:1'],
    ['Domain name: a.example', '1:1'],
    ['Domínio: a.example', '1:1'],
  ])('%j', (line, place) => {
    expect(lint(`${line}\n`)).toEqual([['E6', place, 'domain:a.example']]);
  });
});

describe("E7 the project's own sites", () => {
  it.each([
    ['domain:acme.example', ['www.acme.example']],
    ['domain:www.acme.example', ['acme.example']],
    ['domain:shop.acme.example', ['acme.example']],
    ['domain:acme.example', ['blog.acme.example']],
    ['http://acme.example/page', ['https://ACME.example/']],
  ])('%s with the sites %j', (line, ownHosts) => {
    expect(lint(`${line}\n`, { ownHosts })).toContainEqual(['E7', `1:${line.startsWith('domain:') ? 8 : 1}`, '']);
  });

  it.each([
    ['"domain:acme.example"', ''],
    ['acme.example', ''],
    ['http:/acme.example/x', ''],
    ['domain:a.example domain:acme.example', 'domain:a.example'],
  ])('keeps %j from being repaired into an entry for the site', (line, fix) => {
    const { problems } = lintDisavowFile(parseDisavowText(`${line}\n`), { ownHosts: ['acme.example'] });
    expect(problems.map((problem) => [problem.id, problem.fix])).toEqual([['E4', fix]]);
    expect(problems[0]?.message).toContain("The project's own site is never listed.");
  });

  it('leaves neighbours alone', () => {
    expect(lint('domain:notacme.example\ndomain:shop.acme.example\n', { ownHosts: ['blog.acme.example'] })).toEqual([]);
  });
});

describe('W1 URL that looks like a folder', () => {
  it.each([
    ['http://a.example/', '1:17', 'domain:a.example'],
    ['http://www.a.example', '1:20', 'domain:a.example'],
    ['http://a.example/forum/', '1:23', 'domain:a.example'],
    ['http://medium.com/tag/', '1:22', null],
  ])('%j', (line, place, fix) => {
    expect(lint(`${line}\n`)).toEqual([['W1', place, fix]]);
  });
});

describe('W2 public suffix or top-level domain', () => {
  it.each([['domain:blogspot.com'], ['domain:store'], ['domain:co.uk'], ['domain:pages.dev'], ['domain:org.br']])(
    '%s',
    (line) => {
      expect(lint(`${line}\n`)).toEqual([['W2', '1:8', null]]);
    },
  );
});

describe('W3 shared platform or top-ranked site', () => {
  it.each([['domain:sites.google.com'], ['domain:youtube.com'], ['domain:t.co'], ['domain:popular.example']])(
    '%s',
    (line) => {
      expect(lint(`${line}\n`, { isPopular: (domain) => domain === 'popular.example' })).toEqual([['W3', '1:8', null]]);
    },
  );
});

describe('W4 conflicts with keep', () => {
  it('reports domains and pages marked keep', () => {
    const verdicts = {
      keptDomain: (host: string) => host === 'kept.example',
      keptUrl: (key: string) => key === 'a.example/kept',
    };
    const text = 'domain:kept.example\nhttp://www.a.example/kept\ndomain:b.example\n';
    expect(lint(text, { verdicts })).toEqual([
      ['W4', '1:8', ''],
      ['W4', '2:1', ''],
    ]);
  });
});

describe('W5 redundant', () => {
  it.each([
    ['a duplicate', 'domain:a.example\ndomain:A.example\n', '2:8'],
    ['a duplicate page', 'http://a.example/x\nhttp://a.example/x\n', '2:1'],
    ['a subdomain of a listed domain', 'domain:b.a.example\ndomain:a.example\n', '1:8'],
    ['www of a listed domain', 'domain:a.example\ndomain:www.a.example\n', '2:8'],
    ['a page of a listed domain', 'http://b.a.example/x\ndomain:a.example\n', '1:1'],
    ['an https twin', 'http://a.example/x\nhttps://a.example/x\n', '2:1'],
    ['a www twin', 'http://a.example/x\nhttp://www.a.example/x\n', '2:1'],
  ])('%s', (_, text, place) => {
    expect(lint(text)).toEqual([['W5', place, '']]);
  });

  it('names a well-formed duplicate as the line to keep', () => {
    expect(lint('domain: a.example\ndomain:a.example\n')).toEqual([
      ['E6', '1:8', 'domain:a.example'],
      ['W5', '1:9', ''],
    ]);
  });

  it('does not take a neighbour or a parent for covered', () => {
    expect(lint('domain:b.a.example\ndomain:ba.example\nhttp://a.example/x\nhttp://a.example/X\n')).toEqual([]);
  });
});

describe('W6 non-ASCII or mixed-script host', () => {
  it.each([
    ['domain:bücher.example', '1:9', 'domain:xn--bcher-kva.example', 'xn--bcher-kva.example'],
    ['domain:lifehacĸer.com', '1:15', 'domain:xn--lifehacer-1rb.com', 'lifehacker.com'],
    ['domain:xn--80ak6aa92e.com', '1:8', null, 'apple.com'],
    ['domain:pаypal.example', '1:9', 'domain:xn--pypal-4ve.example', 'Latin and Cyrillic'],
    ['http://bücher.example/x', '1:9', 'http://xn--bcher-kva.example/x', 'xn--bcher-kva.example'],
    ['domain:a.xn--0.example', '1:10', null, 'no valid punycode'],
  ])('%s', (line, place, fix, words) => {
    expect(lint(`${line}\n`)).toEqual([['W6', place, fix]]);
    expect(lintDisavowFile(parseDisavowText(`${line}\n`)).problems[0]?.message).toContain(words);
  });
});

describe('W7 untidy entry', () => {
  it.each([
    ['domain:a.example  ', '1:17', 'domain:a.example'],
    [' domain:a.example', '1:1', 'domain:a.example'],
    ['domain:a.example\u200b', '1:17', 'domain:a.example'],
    [' # remark', '1:1', '# remark'],
    ['http://a.example/two words', '1:21', 'http://a.example/two%20words'],
    ['http://a.example/x#top', '1:19', 'http://a.example/x'],
    ['http://a.example/100%', '1:21', 'http://a.example/100%25'],
    ['http://a.example/x?a=1&utm_source=y&b=2', '1:24', 'http://a.example/x?a=1&b=2'],
    ['http://a.example/x?gclid=1', '1:20', 'http://a.example/x'],
    ['http://a.example/x#top of page', '1:19', 'http://a.example/x'],
    ['http://a.example\\x', '1:17', 'http://a.example/x'],
    ['http://me:secret@a.example/x', '1:8', 'http://a.example/x'],
    ['http://a.exam\u200bple/x', '1:14', 'http://a.example/x'],
    ['http://a.example/x\u202ey', '1:19', 'http://a.example/xy'],
    ['http://a.example/x?a=1&amp;b=2', '1:23', 'http://a.example/x?a=1&b=2'],
    ['http://a.example/x,', '1:19', 'http://a.example/x'],
    ['http://a.example/x"', '1:19', 'http://a.example/x'],
    ['\u3000domain:a.example', '1:1', 'domain:a.example'],
  ])('%j', (line, place, fix) => {
    expect(lint(`${line}\n`)).toEqual([['W7', place, fix]]);
  });
});

describe('W8 no link that counts', () => {
  const none = { live: 0, nofollow: 0, noindex: 0, gone: 0, unknown: 0 };

  it.each([
    ['nothing known', none, true],
    ['all gone', { ...none, gone: 3 }, true],
    ['gone, nofollow and noindex', { ...none, gone: 1, nofollow: 2, noindex: 1 }, true],
    ['one live', { ...none, live: 1, gone: 9 }, false],
    ['one not read yet', { ...none, unknown: 1, gone: 9 }, false],
  ])('%s', (_, links, isReported) => {
    expect(lint('domain:a.example\n', { linksOf: () => links })).toEqual(isReported ? [['W8', '1:8', '']] : []);
  });

  it('reports domains without any known backlink and stays silent without knowledge', () => {
    expect(lint('domain:a.example\n', { knowsDomain: () => false })).toEqual([['W8', '1:8', '']]);
    expect(lint('domain:a.example\n', { linksOf: () => null })).toEqual([]);
  });
});

describe('W9 text behind an entry, tabs, long comments', () => {
  it.each([
    ['domain:a.example # spam', '1:18', '# spam\ndomain:a.example'],
    ['domain:a.example\tspam', '1:18', '# spam\ndomain:a.example'],
    ['http://a.example/x # spam', '1:20', '# spam\nhttp://a.example/x'],
    ['\tdomain:a.example', '1:1', 'domain:a.example'],
    ['\t# remark', '1:1', '# remark'],
    [`# ${'word '.repeat(40)}end`, '1:201', `# ${'word '.repeat(39).trim()}\n# word end`],
  ])('%j', (line, place, fix) => {
    expect(lint(`${line}\n`)).toEqual([['W9', place, fix]]);
  });

  it('takes a comment of 200 characters', () => {
    expect(lint(`# ${'x'.repeat(198)}\n`)).toEqual([]);
    expect(lint(`# ${'😀'.repeat(198)}\n`)).toEqual([]);
  });
});

describe('W10 covers much of the profile', () => {
  it.each([
    [{ domains: 100, coveredDomains: 20, goodDomains: 10, coveredGoodDomains: 2 }, undefined, 0],
    [{ domains: 100, coveredDomains: 21, goodDomains: 10, coveredGoodDomains: 2 }, undefined, 1],
    [{ domains: 100, coveredDomains: 21, goodDomains: 10, coveredGoodDomains: 3 }, undefined, 2],
    [{ domains: 100, coveredDomains: 21, goodDomains: 0, coveredGoodDomains: 0 }, 0.5, 0],
    [{ domains: 0, coveredDomains: 0, goodDomains: 0, coveredGoodDomains: 0 }, undefined, 0],
  ])('%j from %s', (coverage, maximumShare, count) => {
    const context = maximumShare === undefined ? { coverage } : { coverage, maximumShare };
    expect(lint('domain:a.example\n', context)).toEqual(Array.from({ length: count }, () => ['W10', '1:1', null]));
  });
});

describe('W11 www. behind domain:', () => {
  it('offers the root', () => {
    expect(lint('domain:www.a.example\n')).toEqual([['W11', '1:8', 'domain:a.example']]);
  });

  it.each([['domain:www.spammer.blogspot.com', 'domain:spammer.blogspot.com']])('%s', (line, fix) => {
    expect(lint(`${line}\n`)).toEqual([['W11', '1:8', fix]]);
  });

  it('offers no root that should not be listed', () => {
    expect(lint('domain:www.tumblr.com\n')).toEqual([
      ['W3', '1:8', null],
      ['W11', '1:8', null],
    ]);
  });

  it('is silent on deeper subdomains', () => {
    expect(lint('domain:www.shop.a.example\n')).toEqual([]);
  });
});

describe('I1 byte order mark and line ends', () => {
  it.each([
    ['\ufeffdomain:a.example\n', '1:1'],
    ['domain:a.example\ndomain:b.example\r\n', '2:17'],
    ['domain:a.example', '1:17'],
  ])('%j', (text, place) => {
    expect(lint(text)).toEqual([['I1', place, null]]);
  });
});

describe('I2 property and upload date', () => {
  it.each([
    [{ property: null, uploadedOn: null }, 1],
    [{ property: 'https://acme.example/', uploadedOn: null }, 1],
    [{ property: 'https://acme.example/', uploadedOn: '2026-11-21' }, 0],
  ])('%j', (upload, count) => {
    expect(lint('domain:a.example\n', { upload })).toHaveLength(count);
  });
});
