import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FILTER_KEYS, FILTER_TABLES, WORDS_SEARCH } from '../../src/core/filter/filter-keys.ts';
import { parseFilter } from '../../src/core/filter/parse-filter.ts';

const page = readFileSync(new URL('../../docs/filter-language.md', import.meta.url), 'utf8');

/** The part of the page about one table. */
function sectionOf(table: string): string {
  const [, section = ''] = page.split(`\n### ${table}\n`);
  return section.split('\n#')[0] ?? '';
}

describe('docs/filter-language.md', () => {
  it.each(FILTER_TABLES)('describes every key of %s', (table) => {
    for (const { key, aliases, help, example } of FILTER_KEYS[table]) {
      expect(sectionOf(table)).toContain(`| \`${key}\` | ${aliases.join(', ')} | ${help} | \`${example}\` |`);
    }
    expect(sectionOf(table).match(/^\| `/gm)).toHaveLength(FILTER_KEYS[table].length);
    expect(sectionOf(table)).toContain(`Words without a key are searched for in ${WORDS_SEARCH[table]}.`);
  });

  it('names every word of every set', () => {
    for (const { type, values, synonyms } of FILTER_TABLES.flatMap((table) => FILTER_KEYS[table])) {
      if (type !== 'enum') continue;
      for (const word of [...values, ...Object.keys(synonyms)]) expect(page).toContain(`\`${word}\``);
    }
  });

  it('opens with a filter that works', () => {
    const example = /^ {4}(.+)$/m.exec(page)?.[1] ?? 'none:none';
    expect(parseFilter(example, 'links')).toMatchObject({ ok: true });
  });
});
