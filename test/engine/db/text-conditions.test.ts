import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { SqlFragment } from '../../../src/engine/db/sql-fragment.ts';
import {
  containsText,
  containsUrl,
  equalsText,
  findsText,
  isLowerText,
  isText,
} from '../../../src/engine/db/text-conditions.ts';

const db = new Database(':memory:');

type Condition = (value: string, text: { kind: 'text'; parts: readonly string[] }) => SqlFragment;

/** Whether SQLite finds `value` to meet the condition on `pattern`, in which `*` is a wildcard. */
function holds(condition: Condition, value: string, pattern: string): boolean {
  const { sql, params } = condition('(SELECT value FROM given)', { kind: 'text', parts: pattern.split('*') });
  return (
    db
      .prepare(`WITH given (value) AS (VALUES (?)) SELECT ${sql}`)
      .pluck()
      .get(value, ...params) === 1
  );
}

describe.each<[string, Condition, [string, string, boolean][]]>([
  [
    'containsText',
    containsText,
    [
      ['Best Casino', 'casino', true],
      ['Best Casino', 'casino*', false],
      ['Best Casino', '*casino', true],
      ['100%', '0%', true],
      ['100x', '0%', false],
      ['a_b', 'a_b', true],
      ['axb', 'a_b', false],
      ['a\\b', '\\', true],
      ['ÉCOLE', 'école', true],
      ['École [1]', 'école [1]', true],
      ['ECOLE', 'école', false],
      ['ΑΘΗΝΑ', 'αθήνα', false],
      ['МОСКВА', 'москва', true],
      ['straße', 'STRASSE', false],
      ['straße', 'STRAßE', true],
      ['日本語', '本', true],
      ['x', '', false],
      ['', '', true],
    ],
  ],
  [
    'findsText',
    findsText,
    [
      ['Best Casino Bonus', 'best*bonus', true],
      ['the Best Casino Bonus!', 'best*bonus', true],
    ],
  ],
  [
    'equalsText',
    equalsText,
    [
      ['Casino', 'Casino', true],
      ['Casino', 'casino', false],
      ['Casino', 'cas*', true],
    ],
  ],
  [
    'isText',
    isText,
    [
      ['en-GB', 'EN-gb', true],
      ['en-GB', 'en', false],
      ['en-GB', 'en*', true],
    ],
  ],
  [
    'isLowerText',
    isLowerText,
    [
      ['spam.xyz', 'SPAM.xyz', true],
      ['spam.xyz', 'spam.*', true],
      ['spam.xyz', 's*m.x*z', true],
      ['spam.xyz', 'spam.xyz*', true],
      ['spam.xyzz', 'spam.xyz', false],
      ['a[b', 'a[*', true],
      ['\u{d7ff}x', '\u{d7ff}*', true],
      ['\u{10ffff}', 'a*', false],
    ],
  ],
  [
    'containsUrl',
    containsUrl,
    [
      ['https://a.example/gr%C3%B6%C3%9Fe', 'größe', true],
      ['https://xn--bcher-kva.example/', 'bücher.example', true],
      ['https://a.example/', '\ud800', false],
    ],
  ],
])('%s', (_, condition, cases) => {
  it.each(cases)('%j against %j: %s', (value, pattern, expected) => {
    expect(holds(condition, value, pattern)).toBe(expected);
  });
});
