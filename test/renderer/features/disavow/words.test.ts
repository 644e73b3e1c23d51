import { describe, expect, it } from 'vitest';
import type { DisavowCoverage, DisavowProblem } from '../../../../src/contract/disavow.ts';
import { coverageWords, dayOf, problemWords, shareWords } from '../../../../src/renderer/features/disavow/words.ts';

const coverage: DisavowCoverage = {
  links: 412,
  domains: 31,
  liveLinks: 1,
  kept: 2,
  totalLinks: 824,
  totalDomains: 310,
};

describe('dayOf', () => {
  it('is the day where the person is, also late in the evening', () => {
    expect(dayOf(new Date(2026, 2, 5, 23, 59))).toBe('2026-03-05');
  });
});

describe('coverageWords', () => {
  it('counts links, domains and those marked keep', () => {
    expect(coverageWords(coverage)).toBe('Covers 412 links of 31 domains, 2 of them marked keep.');
    expect(coverageWords({ ...coverage, links: 1, domains: 1, kept: 0 })).toBe(
      'Covers 1 link of 1 domain, none of them marked keep.',
    );
    expect(coverageWords({ ...coverage, links: 0, domains: 0, kept: 0 })).toBe('Covers none of the known links.');
  });
});

describe('shareWords', () => {
  it('survives an empty project', () => {
    expect(shareWords(coverage)).toContain('1 link known to be live');
    expect(shareWords({ ...coverage, totalLinks: 0, totalDomains: 0 })).not.toContain('NaN');
  });
});

describe('problemWords', () => {
  const problem = (level: DisavowProblem['level']): DisavowProblem => ({
    line: 1,
    column: 1,
    id: 'E4',
    level,
    message: '',
    fix: null,
  });

  it('counts by level and leaves out levels without problems', () => {
    expect(problemWords([])).toBe('No problems found');
    expect(problemWords([problem('warning')])).toBe('1 warning');
    expect(problemWords([problem('info'), problem('error'), problem('error')])).toBe('2 errors and 1 note');
  });
});
