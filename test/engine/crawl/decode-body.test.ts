import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeBody } from '../../../src/engine/crawl/decode-body.ts';
import { type HostAnswers, paths } from './loopback-web.ts';
import { runCrawl } from './run-crawl.ts';

describe('decodeBody', () => {
  it.each([
    [
      'the header',
      'text/html; charset=ISO-8859-1',
      '<a href="https://client.test/">Größe</a>',
      'latin1',
      'windows-1252',
    ],
    [
      'a meta tag',
      'text/html',
      '<meta charset="windows-1252"><a href="https://client.test/">Größe</a>',
      'latin1',
      'windows-1252',
    ],
    ['nothing', 'text/html', '<a href="https://client.test/">Größe</a>', 'latin1', 'windows-1252'],
    ['nothing, being UTF-8', 'text/html', '<a href="https://client.test/">Größe</a>', 'utf8', 'utf-8'],
    [
      'a byte order mark',
      'text/html; charset=utf-8',
      '\ufeff<a href="https://client.test/">Größe</a>',
      'utf16le',
      'utf-16le',
    ],
  ] as const)('reads the charset from %s', async (_name, contentType, body, encoding, charset) => {
    const answer: HostAnswers = (_request, response) => {
      response.writeHead(200, { 'content-type': contentType }).end(Buffer.from(body, encoding));
    };
    const { results } = await runCrawl({ 'a.test': paths({ '/page': answer }) }, ['http://a.test/page']);
    expect([results[0]?.charset, results[0]?.links[0]?.verdict.occurrences[0]?.anchor]).toEqual([charset, 'Größe']);
  });

  it.each([
    ['windows-1251', '', 'Старая гавань просыпается раньше города. '],
    ['koi8-r', '', 'Старая гавань просыпается раньше города. '],
    ['shift_jis', ' lang="ja"', '古い港は町より先に目を覚ます。'],
    ['euc-jp', ' lang="ja"', '古い港は町より先に目を覚ます。'],
    ['gb18030', ' lang="zh-CN"', '老港口在城镇之前醒来。'],
    ['big5', ' lang="zh-TW"', '老港口在城鎮之前醒來。'],
    ['euc-kr', ' lang="ko"', '오래된 항구는 마을보다 먼저 깨어난다. '],
    ['windows-1252', ' lang="fr"', 'Le vieux port s’éveille avant la ville, été comme hiver. '],
  ])('guesses %s where nothing declares it', (charset, lang, text) => {
    const body = iconv.encode(`<html${lang}><p>${text.repeat(5)}</p></html>`, charset);
    expect(decodeBody(body, 'text/html')).toMatchObject({ charset, text: expect.stringContaining(text) });
  });
});
