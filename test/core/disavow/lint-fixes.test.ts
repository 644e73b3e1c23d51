import { describe, expect, it } from 'vitest';
import { fixDisavowFile } from '../../../src/core/disavow/fix-disavow-file.ts';
import type { LintContext } from '../../../src/core/disavow/lint-context.ts';
import { findProblems } from '../../../src/core/disavow/lint-disavow-file.ts';
import { parseDisavowText } from '../../../src/core/disavow/parse-disavow-file.ts';
import { printDisavowText } from '../../../src/core/disavow/print-disavow-file.ts';
import { seededRandom } from '../../support/seeded-random.ts';

const FRONTS =
  'domain:|domain:|Domain:|domain: |domain =|doamin:|disavow: domain:||http://|https://|http://www.|url:http://|disavow |"domain:|- domain:|domain:http://|domain:*.|# |htp://|http:/|//|12,';
const HOSTS =
  'a.com|spam.xyz|www.kept.net|bücher.de|me.blogspot.com|blogspot.com|co.uk|1.2.3.4|acme.com|shop.acme.com|пример.рф|xn--0.de|pаypal.com|tumblr.com';
const PATHS = '|||/|/x|/folder/|/a b|/x?utm_source=y&a=1|/x#top|/100%|/x,|/ü|/*|/x&amp;y|/x"|:80|:8080/x|.|?x=1|\\x';
const TAILS = '||| |\t| # spam|\tnote|,|;| http://b.com/x| domain:b.com|,12,34|\u200b|\u00a0| - spam| spam';
const NOISE = '\u200b \ufeff . : / # * " , \t @ % \\ a ü 😀 \u202e [ ) ^ $'.split(' ');

const CONTEXT: LintContext = {
  ownHosts: ['acme.com'],
  verdicts: { keptDomain: (host) => host === 'kept.net', keptUrl: (key) => key === 'kept.net/x' },
};

function hostileLines(count: number): string[] {
  const random = seededRandom(7);
  const pick = (choices: readonly string[]) => choices[random(choices.length)] ?? '';
  const parts = [FRONTS, HOSTS, PATHS, TAILS].map((choices) => choices.split('|'));
  return Array.from({ length: count }, () => {
    const line = parts.map(pick).join('');
    const at = random(line.length);
    return (
      [line, line.slice(0, at) + pick(NOISE) + line.slice(at), line.slice(0, at) + line.slice(at + 1)][random(3)] ?? ''
    );
  });
}

/** What the fix of any problem of a line leaves undone or brings up. */
function brokenFixes(line: string): unknown[] {
  const problems = findProblems(parseDisavowText(`${line}\n`), CONTEXT);
  const known = new Set(problems.map(({ id }) => id));
  return problems.flatMap(({ id, level, message, fix }) => {
    if (fix === null) return [];
    const after = findProblems(parseDisavowText(fix === '' ? '' : `${fix}\n`), CONTEXT);
    const stays = after.some((other) => other.id === id && (level === 'error' || other.message === message));
    const fresh = after.filter((other) => other.level === 'error' && !known.has(other.id));
    return stays || fresh.length > 0 ? [{ line, id, fix, stays, fresh: fresh.map((other) => other.id) }] : [];
  });
}

describe('fixes of the lint', () => {
  it('end their problem and bring no new error', () => {
    expect(hostileLines(5000).flatMap(brokenFixes)).toEqual([]);
  });

  it('settle: a repaired file needs no further repair', () => {
    const lines = hostileLines(1000);
    for (let from = 0; from < lines.length; from += 50) {
      const { file } = fixDisavowFile(parseDisavowText(lines.slice(from, from + 50).join('\n')), CONTEXT);
      expect(fixDisavowFile(file, CONTEXT).changes).toEqual([]);
    }
  });

  it('stand at a place within the line, which prints as it was read', () => {
    for (const line of hostileLines(2000)) {
      const file = parseDisavowText(line);
      expect(printDisavowText(file)).toBe(line.toWellFormed().replace(/^\ufeff/, ''));
      for (const { column } of findProblems(file, CONTEXT)) expect(column).toBeLessThanOrEqual(line.length + 1);
    }
  });
});
