import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { weighEncodings } from '../../../src/engine/import/letter-encodings.ts';
import { sniffBytes } from '../../../src/engine/import/sniff-bytes.ts';

/** Names of countries: no running text, so that common words alone must not decide. */
function countries(language: string): string {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const codes = 'AR AU BE BG BR CA CL CN CO CZ DE DK EG ES FI FR GR HR HU IE IL IN IT JP KR LT MX NL NO PL PT RO RU SE';
  return codes
    .split(' ')
    .map((code) => `https://site.example/${code},${names.of(code)}\n`)
    .join('');
}

function told(text: string, encoding: string): unknown {
  const sniffed = sniffBytes(iconv.encode(text, encoding));
  return sniffed.kind === 'text' ? sniffed.encoding : sniffed.kind;
}

describe('weighEncodings', () => {
  it.each([
    ['ja', 'shift_jis'],
    ['ja', 'euc-jp'],
    ['zh-Hans', 'gb18030'],
    ['zh-Hant', 'big5'],
    ['ko', 'euc-kr'],
    ['ru', 'windows-1251'],
    ['ru', 'koi8-r'],
    ['uk', 'windows-1251'],
    ['bg', 'windows-1251'],
    ['el', 'windows-1253'],
    ['he', 'windows-1255'],
    ['ar', 'windows-1256'],
  ])('knows %s in %s by its letters', (language, encoding) => {
    expect(told(countries(language), encoding)).toBe(encoding);
  });

  it.each([
    ['fr', 'windows-1252'],
    ['de', 'windows-1252'],
    ['es', 'windows-1252'],
    ['sv', 'windows-1252'],
    ['is', 'windows-1252'],
    ['pl', 'windows-1250'],
    ['cs', 'windows-1250'],
    ['tr', 'windows-1254'],
    ['et', 'windows-1257'],
    ['th', 'windows-874'],
    ['vi', 'windows-1258'],
  ])('takes %s in %s for none of them', (language, encoding) => {
    expect(told(countries(language), encoding)).toBe('windows-1252');
  });

  it('proves nothing by a few letters', () => {
    expect(weighEncodings(iconv.encode('da, нет', 'koi8-r')).map(({ score }) => score)).toEqual(Array(10).fill(0));
  });
});
