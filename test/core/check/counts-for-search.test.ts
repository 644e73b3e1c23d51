import { describe, expect, it } from 'vitest';
import { countsForSearch } from '../../../src/core/check/counts-for-search.ts';
import { findOccurrences } from '../../../src/core/check/find-link.ts';
import type { PageHeaders } from '../../../src/core/html/page-reading.ts';
import { readPage } from '../../../src/core/html/read-page.ts';

function judge(html: string, headers: PageHeaders = {}, googlebot: boolean | null = true, status = 200): unknown {
  const reading = readPage(html, { url: 'https://a.test/page', headers, sites: ['client.test'] });
  const [link] = findOccurrences(reading, { target: null, sites: ['client.test'] });
  return link === undefined ? null : countsForSearch(reading, link, googlebot, status);
}

const LINK = '<a href="https://client.test/">client</a>';

describe('countsForSearch', () => {
  it('lets a plain link count', () => {
    expect(judge(LINK)).toEqual({ value: 'counts', limits: [] });
  });

  it.each<[string, unknown, string, string[]]>([
    ['rel values are hints', judge(LINK.replace('<a', '<a rel="sponsored,ugc"')), 'weakened', ['ugc', 'sponsored']],
    ['a nofollow page blocks', judge(`<meta name=robots content=nofollow>${LINK}`), 'blocked', ['page-nofollow']],
    [
      'none is noindex and nofollow',
      judge(LINK, { 'x-robots-tag': ['none'] }),
      'blocked',
      ['page-nofollow', 'page-noindex'],
    ],
    [
      'a noindex page counts for a while',
      judge(`<meta name=googlebot content=noindex>${LINK}`),
      'weakened',
      ['page-noindex'],
    ],
    ['Googlebot may not read it', judge(LINK, {}, false), 'blocked', ['robots-blocks-googlebot']],
    ['robots.txt could not be read', judge(LINK, {}, null), 'counts', []],
    ['an error page', judge(LINK, {}, true, 404), 'blocked', ['error-status']],
    ['another original', judge(`<link rel=canonical href="/other">${LINK}`), 'weakened', ['canonical-elsewhere']],
    ['itself as the original', judge(`<link rel=canonical href="/page">${LINK}`), 'counts', []],
    ['a hidden link', judge(`<p hidden>${LINK}`), 'weakened', ['hidden']],
  ])('%s', (_name, answer, value, limits) => {
    expect(answer).toEqual({ value, limits });
  });
});
