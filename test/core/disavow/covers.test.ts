import { describe, expect, it } from 'vitest';
import { indexCoverage } from '../../../src/core/disavow/covers.ts';
import { parseDisavowText } from '../../../src/core/disavow/parse-disavow-file.ts';
import { identifyUrl } from '../../../src/core/url/url-identity.ts';

const FILE = parseDisavowText(
  [
    'domain:a.example',
    'domain:sub.b.example',
    'http://c.example/page',
    'domain: d.example',
    'domain:d.example',
    'domain:xyz',
    'http://c.example/twin?utm_source=x',
  ].join('\n'),
);

describe('indexCoverage', () => {
  it.each([
    ['a.example', 1],
    ['www.a.example', 1],
    ['x.y.a.example', 1],
    ['nota.example', null],
    ['example', null],
    ['b.example', null],
    ['sub.b.example', 2],
    ['x.sub.b.example', 2],
    ['www.b.example', null],
    ['c.example', null],
    ['d.example', 5],
    ['anything.xyz', 6],
    ['', null],
  ])('answers for the host %s: line %s', (host, line) => {
    expect(indexCoverage(FILE).coveringHost(host)?.line ?? null).toBe(line);
  });

  it.each([
    ['https://www.a.example/x', 1, 'domain'],
    ['http://c.example/page', 3, 'exact'],
    ['HTTP://C.example:80/page#top', 3, 'exact'],
    ['https://c.example/page', 3, 'twin'],
    ['http://www.c.example/page/', 3, 'twin'],
    ['http://c.example/twin', 7, 'twin'],
    ['http://c.example/page/below', null, null],
    ['http://c.example/Page', null, null],
    ['http://c.example/page?x=1', null, null],
    ['http://x.c.example/page', null, null],
  ])('answers for the page %s: line %s by %s', (address, line, match) => {
    const page = identifyUrl(address);
    const covering = page === null ? null : indexCoverage(FILE).coveringUrl(page);
    expect([covering?.line ?? null, covering?.match ?? null]).toEqual([line, match]);
  });

  it('marks what only a faulty line covers', () => {
    const index = indexCoverage(parseDisavowText('domain: a.example\n'));
    expect(index.coveringHost('a.example')).toEqual({ line: 1, match: 'domain', isWellFormed: false });
  });
});
