import { describe, expect, it } from 'vitest';
import { completeFilter, type KnownValues } from '../../../src/core/filter/complete-filter.ts';
import { FILTER_KEYS, FILTER_TABLES, type FilterTable } from '../../../src/core/filter/filter-keys.ts';
import { parseFilter } from '../../../src/core/filter/parse-filter.ts';

/** The texts that choosing each item at the mark `|` gives. */
function choices(marked: string, table: FilterTable = 'links', known: KnownValues = {}): string[] {
  const cursor = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { start, end, items } = completeFilter(text, cursor, table, known);
  return items.map((item) => text.slice(0, start) + item.insert + text.slice(end));
}

describe('completeFilter', () => {
  it.each<[string, string[]]>([
    ['pla|', ['placement:']],
    ['a -pla|', ['a -placement:']],
    ['(pla|', ['(placement:']],
    ['pla|x b', ['placement: b']],
    ['re|', ['rel:', 'reason:', 'reimported:', 'redirects:', 'rendered:', 'spamscore:']],
    ['no|:x', ['noindex:x', 'note:x', 'canonical:x']],
    ['state:|', ['state:live', 'state:gone', 'state:unknown', 'state:unchecked']],
    ['state:un|', ['state:unknown', 'state:unchecked']],
    ['state:live,go| risk>3', ['state:live,gone risk>3']],
    ['anchorclass:"mon|', ['anchorclass:money-exact', 'anchorclass:money-partial']],
    ['is:fol|', ['is:followed']],
    ['has:tit|', ['has:title']],
    ['checked>|', ['checked>7d', 'checked>30d', 'checked>90d', 'checked>1y']],
    ['target:|', ['target:unknown']],
    ['checked:|', ['checked:7d', 'checked:30d', 'checked:90d', 'checked:1y', 'checked:unknown']],
    ['nokey:|', []],
    ['"a b|', []],
  ])('%j', (marked, texts) => {
    expect(choices(marked)).toEqual(texts);
  });

  it('offers every key of the table where nothing is typed', () => {
    expect(choices('state:live |').length).toBe(FILTER_KEYS.links.length + 2);
    expect(choices('|', 'anchors')).not.toContain('is:');
  });

  it('offers the values of the project, quoted where they need it', () => {
    const known = { tld: ['xyz'], language: ['en', 'ru, en'] };
    expect(choices('tld:|', 'links', known)).toEqual(['tld:xyz']);
    expect(choices('language:ru|', 'links', known)).toEqual(['language:"ru, en"']);
  });

  it('offers values that can be read, for every key of every table', () => {
    for (const table of FILTER_TABLES) {
      for (const { key } of FILTER_KEYS[table]) {
        for (const text of choices(`${key}:|`, table))
          expect(parseFilter(text, table), text).toMatchObject({ ok: true });
      }
    }
  });
});
