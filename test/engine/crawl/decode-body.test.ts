import { describe, expect, it } from 'vitest';
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
});
