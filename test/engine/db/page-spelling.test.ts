import { describe, expect, it } from 'vitest';
import { identifyUrl } from '../../../src/core/url/url-identity.ts';
import { spellingOf, spelt } from '../../../src/engine/db/page-spelling.ts';
import { memoryProject } from '../../support/memory-project.ts';

const db = memoryProject();
db.exec("INSERT INTO domain (id, name, suffix) VALUES (1, 'a.example', 'example')");
const insert = db.prepare(
  'INSERT INTO page (id, key, spelling, odd_url, domain_id) VALUES (1, $key, $spelling, $oddUrl, 1)',
);
const read = db.prepare<[], { url: string; host: string }>('SELECT url, host FROM page WHERE id = 1');

describe('spellingOf', () => {
  it.each([
    ['https://a.example/', 1],
    ['http://a.example/x', 0],
    ['https://www.a.example/x/', 7],
    ['http://www.a.example/x?b=1&c=2', 2],
    ['https://www.www.a.example/', 3],
    ['https://www.example/', 1],
    ['http://a.example:8080/x', 0],
    ['http://1.2.3.4/x/', 4],
    ['http://[::1]/x', 0],
    ['https://[::1]:8443/x/', 5],
    ['https://a.example/%C3%9F', 1],
    ['https://a.example/x//', 5],
  ])('tells %s from its key by bits alone', (url, spelling) => {
    expect(toldAgain(url)).toEqual({ spelling, oddUrl: null });
  });

  it.each([
    'https://a.example/x?utm_source=y',
    'https://a.example/x?',
    'https://user@www.a.example/x',
    'https://a.example/%c3%9f',
    'https://a.example/x/?b=1',
    'http://www.a.example:8080/?&b',
  ])('keeps %s as it is', (url) => {
    expect(toldAgain(url).oddUrl).toBe(url);
  });
});

/** The spelling of an address, once the address and its host were found to be the same again in code and in the table. */
function toldAgain(url: string) {
  const identity = identifyUrl(url);
  if (identity === null) throw new Error(`${url} is no address`);
  const { key, host } = identity;
  const spelling = spellingOf(identity);
  db.exec('DELETE FROM page');
  insert.run({ key, ...spelling });
  expect(spelt(key, spelling)).toBe(identity.url);
  expect(read.get()).toEqual({ url: identity.url, host });
  return spelling;
}
