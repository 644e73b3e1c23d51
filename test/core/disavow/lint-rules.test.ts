import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LINT_RULES } from '../../../src/core/disavow/lint-rules.ts';

describe('LINT_RULES', () => {
  it('names every rule once, with the level its letter stands for', () => {
    expect(LINT_RULES.map(({ id }) => id)).toEqual([
      ...Array.from({ length: 7 }, (_, index) => `E${index + 1}`),
      ...Array.from({ length: 11 }, (_, index) => `W${index + 1}`),
      'I1',
      'I2',
    ]);
    for (const { id, level } of LINT_RULES) expect(level[0]?.toUpperCase()).toBe(id[0]);
  });

  it('is documented rule by rule', () => {
    const page = readFileSync(new URL('../../../docs/disavow.md', import.meta.url), 'utf8');
    for (const { id, title } of LINT_RULES) expect(page).toContain(`| ${id} | ${title} |`);
  });
});
