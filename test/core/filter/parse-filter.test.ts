import { describe, expect, it } from 'vitest';
import type { Filter, FilterProblem } from '../../../src/core/filter/filter.ts';
import {
  MAX_FILTER_DEPTH,
  MAX_FILTER_LENGTH,
  MAX_FILTER_PROBLEMS,
  MAX_FILTER_TERMS,
  MAX_VALUE_LENGTH,
} from '../../../src/core/filter/filter-bounds.ts';
import type { FilterTable } from '../../../src/core/filter/filter-keys.ts';
import { parseFilter } from '../../../src/core/filter/parse-filter.ts';
import { printFilter } from '../../../src/core/filter/print-filter.ts';
import { seededRandom } from '../../support/seeded-random.ts';

function filterOf(text: string, table: FilterTable = 'links'): Filter {
  const parsed = parseFilter(text, table);
  if (!parsed.ok) throw new Error(parsed.problems.map((problem) => problem.message).join(' '));
  return parsed.filter;
}

function problemsOf(text: string, table: FilterTable = 'links'): readonly FilterProblem[] {
  const parsed = parseFilter(text, table);
  return parsed.ok ? [] : parsed.problems;
}

function nested(depth: number): string {
  return `${'('.repeat(depth)}a${')'.repeat(depth)}`;
}

describe('parseFilter', () => {
  it('gives every piece its kind and its place', () => {
    expect(filterOf('casino -domain:*.xyz')).toEqual({
      kind: 'and',
      start: 0,
      end: 20,
      terms: [
        { kind: 'words', text: { kind: 'text', parts: ['casino'] }, start: 0, end: 6 },
        {
          kind: 'not',
          start: 7,
          end: 20,
          term: {
            kind: 'compare',
            key: 'domain',
            operator: ':',
            values: [{ kind: 'text', parts: ['', '.xyz'] }],
            start: 8,
            end: 20,
          },
        },
      ],
    });
  });

  it('reads the example of the design', () => {
    const text =
      'risk>=60 state:live rel:nofollow domain:*.xyz anchor:"casino bonus" -verdict:keep source:ahrefs firstseen>2026-01-01 (placement:footer OR placement:comment)';
    expect(printFilter(filterOf(text))).toBe(text);
  });

  describe('structure', () => {
    it.each([
      ['', ''],
      ['   ', ''],
      ['a b', 'a b'],
      ['a AND b', 'a b'],
      ['a b OR c', 'a b OR c'],
      ['a (b OR c)', 'a (b OR c)'],
      ['(a b) c', 'a b c'],
      ['((a))', 'a'],
      ['(a OR b) OR c', 'a OR b OR c'],
      ['-(a OR b)', '-(a OR b)'],
      ['-(a b)', '-(a b)'],
      ['--a', 'a'],
      ['-(-a)', 'a'],
      ['---a', '-a'],
      ['NOT a', '-a'],
      ['a\u00a0b\tc\nd', 'a b c d'],
      ['or and not', 'or and not'],
      ['ORacle ANDroid', 'ORacle ANDroid'],
      ['"OR" "AND"', '"OR" "AND"'],
    ])('%j is %j', (text, canonical) => {
      expect(printFilter(filterOf(text))).toBe(canonical);
    });
  });

  describe('words', () => {
    it.each([
      ['https://a.example/b?c=d', '"https://a.example/b?c=d"'],
      ['a.example/b?c=d', '"a.example/b?c=d"'],
      ['/wiki/Foo_(bar)', '"/wiki/Foo_(bar)"'],
      ['(/wiki/Foo_(bar))', '"/wiki/Foo_(bar)"'],
      ['"say \\"hi\\" \\\\ \\*"', '"say \\"hi\\" \\\\ \\*"'],
      ['cas*bonus', 'cas*bonus'],
      ['cas***bonus', 'cas*bonus'],
      ['"two * stars"', '"two * stars"'],
      ['été', 'été'],
      ['a-b', 'a-b'],
      ['"-a"', '"-a"'],
      ["o'neill;--", '"o\'neill;--"'],
    ])('%j is %j', (text, canonical) => {
      expect(printFilter(filterOf(text))).toBe(canonical);
    });
  });

  describe('keys, operators and values', () => {
    it.each([
      ['RISK>=60', 'risk>=60'],
      ['first-seen>2026', 'firstseen>2026'],
      ['sourceUrl:x', 'url:x'],
      ['http_status:404', 'status:404'],
      ['risk=60', 'risk:60'],
      ['risk==60', 'risk:60'],
      ['risk:>=60', 'risk>=60'],
      ['risk=>60', 'risk>=60'],
      ['risk:60,60.0,70', 'risk:60,70'],
      ['risk!=60', '-risk:60'],
      ['-risk!=60', 'risk:60'],
      ['risk:unknown', 'risk:unknown'],
      ['dr>37.5', 'dr>37.5'],
      ['state:LIVE,gone', 'state:live,gone'],
      ['verdict:disavow', 'verdict:disavow-domain,disavow-url'],
      ['verdict:disavow*', 'verdict:disavow-domain,disavow-url'],
      ['anchorclass:money-*,brand', 'anchorclass:money-exact,money-partial,brand'],
      ['source:google', 'source:gsc'],
      ['rel:dofollow', 'rel:none'],
      ['is:followed', 'is:followed'],
      ['followed:yes', 'is:followed'],
      ['followed:no', 'followed:no'],
      ['is:live', 'state:live'],
      ['is:live,followed', 'state:live OR is:followed'],
      ['has:note', 'has:note'],
      ['has!=note', '-has:note'],
      ['has:note,title', 'has:note OR has:title'],
      ['target:unknown', 'target:unknown'],
      ['target:"unknown"', 'target:"unknown"'],
      ['checked:never', 'checked:unknown'],
      ['anchor:""', 'anchor:""'],
      ['anchor=Casino', 'anchor=Casino'],
      ['domain=a.example', 'domain:a.example'],
      ['anchor:a,"b, c"', 'anchor:a,"b, c"'],
      ['url:https://a.example/?x=(y)', 'url:"https://a.example/?x=(y)"'],
      ['url:*"two words"*', 'url:"*two words*"'],
      ['firstseen:2026-02', 'firstseen:2026-02'],
      ['firstseen>=30d', 'firstseen>=30d'],
      ['lastseen<2W', 'lastseen<2w'],
    ])('%j is %j', (text, canonical) => {
      expect(printFilter(filterOf(text))).toBe(canonical);
    });
  });

  describe('problems', () => {
    it.each<[string, number, number, string | null, string]>([
      ['!state:gone', 0, 11, '-state:gone', 'A minus excludes, as in -state:gone. In quotes ! is text.'],
      ['plcement:footer', 0, 8, 'placement', 'The links table has no key “plcement”. Did you mean “placement”?'],
      ['first:2026', 0, 5, 'firstseen', 'The links table has no key “first”. Did you mean “firstseen”?'],
      ['qqqqq:1', 0, 5, null, 'The links table has no key “qqqqq”. To search for the text, put it in quotes.'],
      [
        'constructor:1',
        0,
        11,
        null,
        'The links table has no key “constructor”. To search for the text, put it in quotes.',
      ],
      ['state:liv', 6, 9, 'live', 'state is never “liv”. Did you mean live?'],
      [
        'verdict:constructor',
        8,
        19,
        null,
        'verdict is never “constructor”. Known: keep, disavow-domain, disavow-url, remove, none.',
      ],
      ['state>live', 5, 6, ':', 'state is one of: live, gone, unknown, unchecked. Write state:word.'],
      ['anchor>b', 6, 7, ':', 'anchor is text: “>” does not apply. Write anchor:"casino bonus".'],
      ['risk:high', 5, 9, null, 'risk is a number: write risk>=60.'],
      ['risk>60,70', 4, 5, ':', '“>” takes one value, not a list.'],
      ['risk>unknown', 0, 12, 'risk:unknown', '“>” needs a value to compare with. Rows without one are risk:unknown.'],
      ['risk:1e9', 5, 8, null, 'risk is a number: write risk>=60.'],
      [
        'firstseen>2026-02-30',
        10,
        20,
        null,
        'firstseen is a date: write 2026, 2026-01, 2026-01-31, or 30d for 30 days ago (d, w, m, y).',
      ],
      [
        'firstseen>31.12.2025',
        10,
        20,
        '2025-12-31',
        'firstseen is a date: write 2026, 2026-01, 2026-01-31, or 30d for 30 days ago (d, w, m, y).',
      ],
      ['followed:maybe', 9, 14, null, 'followed is yes, no or unknown: write is:followed or followed:no.'],
      ['is:folowed', 3, 10, 'followed', 'Nothing here is “folowed”. Did you mean “followed”?'],
      ['has:nte', 4, 7, 'note', '“nte” is no key that could have a value. Did you mean “note”?'],
      ['has>note', 3, 4, ':', 'has: takes no “>”; write has:word.'],
      [
        'state: live',
        0,
        6,
        null,
        'A value must follow state: without a blank; commas part several values; "" is the empty text.',
      ],
      [
        'state:live,',
        0,
        11,
        null,
        'A value must follow the comma without a blank; commas part several values; "" is the empty text.',
      ],
      ['anchor:"casino', 7, 14, '"casino"', 'The quote is never closed.'],
      ['""', 0, 2, '', 'There is nothing between the quotes.'],
      ['(a', 0, 1, null, 'This parenthesis is never closed.'],
      ['a)', 1, 2, '', 'This parenthesis closes nothing.'],
      ['a ()', 2, 4, '', 'There is nothing between the parentheses.'],
      ['a OR', 2, 4, '"OR"', 'OR needs something to choose from on both sides. In quotes it is text.'],
      ['OR a', 0, 2, '"OR"', 'OR needs something to choose from on both sides. In quotes it is text.'],
      ['AND a', 0, 3, '"AND"', 'AND needs something on both sides. In quotes it is text.'],
      ['a AND', 2, 5, '"AND"', 'AND needs something on both sides. In quotes it is text.'],
      [
        'a - b',
        2,
        3,
        '"-"',
        'A minus stands directly before what it excludes, as in -state:gone. In quotes it is text.',
      ],
      ['NOT', 0, 3, null, 'Here is nothing to exclude. In quotes a minus or NOT is text.'],
      ['-AND a', 0, 1, null, 'Here is nothing to exclude. In quotes a minus or NOT is text.'],
    ])('%j', (text, start, end, suggestion, message) => {
      expect(problemsOf(text)).toEqual([{ start, end, message, suggestion }]);
    });

    it('reports every broken term of a text, in order', () => {
      expect(problemsOf('plcement:x risk:y (stat:z').map(({ start }) => start)).toEqual([0, 16, 18, 19]);
    });

    it('knows the keys of each table', () => {
      expect(problemsOf('links>3', 'links')).toHaveLength(1);
      expect(filterOf('links>3', 'domains').kind).toBe('compare');
      expect(problemsOf('is:followed', 'domains')[0]?.suggestion).toBe(null);
    });
  });

  describe('hostile input', () => {
    it('refuses a text that is too long', () => {
      expect(problemsOf('a'.padEnd(MAX_FILTER_LENGTH))).toEqual([]);
      expect(problemsOf('a'.padEnd(MAX_FILTER_LENGTH + 1))[0]?.message).toBe(
        'The filter has 10001 characters; at most 10000 are read.',
      );
    });

    it('refuses parentheses that are nested too deeply', () => {
      expect(problemsOf(nested(MAX_FILTER_DEPTH))).toEqual([]);
      expect(problemsOf(nested(MAX_FILTER_DEPTH + 1))).toHaveLength(1);
      expect(problemsOf('-('.repeat(MAX_FILTER_DEPTH + 1))).toHaveLength(1);
      expect(problemsOf('('.repeat(MAX_FILTER_LENGTH))).toHaveLength(1);
    });

    it('reads any number of minus signs and alternatives', () => {
      expect(printFilter(filterOf(`${'-'.repeat(9_998)}a`))).toBe('a');
      expect(filterOf(`${'a OR '.repeat(MAX_FILTER_TERMS - 1)}b`).kind).toBe('or');
    });

    it('refuses more terms than a database can take', () => {
      expect(problemsOf('a '.repeat(MAX_FILTER_TERMS))).toEqual([]);
      expect(problemsOf('a '.repeat(MAX_FILTER_TERMS + 2))).toEqual([
        {
          start: 1_000,
          end: 1_003,
          message: 'A filter has at most 500 terms. A list counts once: domain:a.example,b.example.',
          suggestion: null,
        },
      ]);
    });

    it('refuses values that nothing can match', () => {
      expect(problemsOf('a'.repeat(MAX_VALUE_LENGTH))).toEqual([]);
      expect(problemsOf('a'.repeat(MAX_VALUE_LENGTH + 1))[0]?.message).toBe(
        'This value is longer than 3000 characters, so nothing can match it.',
      );
      expect(problemsOf('tag anchor:b,"a\0"')).toEqual([
        {
          start: 13,
          end: 17,
          message: 'This value holds a character without meaning, so nothing can match it.',
          suggestion: null,
        },
      ]);
    });

    it('reports a bounded number of problems', () => {
      expect(problemsOf('x:1 '.repeat(400))).toHaveLength(MAX_FILTER_PROBLEMS);
      expect(problemsOf(')'.repeat(5_000))).toHaveLength(MAX_FILTER_PROBLEMS);
    });

    it('never throws, and places every problem inside the text', () => {
      const alphabet = [
        '(',
        ')',
        '-',
        '"',
        '\\',
        '*',
        ',',
        ':',
        '=',
        '!',
        '<',
        '>',
        ' ',
        'OR',
        'AND',
        'NOT',
        'risk',
        'is',
      ];
      const random = seededRandom(7);
      for (let round = 0; round < 3_000; round++) {
        const text = Array.from({ length: random(14) }, () => alphabet[random(alphabet.length)]).join('');
        for (const { start, end } of problemsOf(text)) {
          expect(start, text).toBeLessThanOrEqual(end);
          expect(end, text).toBeLessThanOrEqual(text.length);
        }
      }
    });
  });
});
