import { describe, expect, it } from 'vitest';
import type { ImportOutcome } from '../../../src/engine/jobs/import-outcome.ts';
import {
  describeCancelledCheck,
  describeCheck,
  describeImports,
  describeScore,
} from '../../../src/engine/jobs/job-messages.ts';

function imported(accepted: number, duplicates: number, rejected: number, isRepeat = false): ImportOutcome {
  const rows = accepted + duplicates + rejected;
  const file = { file: 'links.csv', format: 'gsc-links', confidence: 1 };
  return { kind: 'imported', ...file, rows, accepted, duplicates, rejected, rejections: {}, isRepeat };
}

const refused: ImportOutcome = {
  kind: 'refused',
  file: 'targets.csv',
  error: { code: 'refused-export', message: 'It lists the client’s own pages.', details: {} },
  bundle: null,
};

const cutShort: ImportOutcome = {
  kind: 'refused',
  file: 'more.csv',
  error: { code: 'cannot-write', message: 'The disk is full.', details: {} },
  bundle: null,
};

describe('describeImports', () => {
  it.each([
    [[imported(1204, 312, 7)], '1,204 new, 312 known already, 7 rows rejected.'],
    [[imported(0, 0, 1)], '0 new, 0 known already, 1 row rejected.'],
    [[imported(1, 2, 0), imported(3, 4, 5)], '4 new, 6 known already, 5 rows rejected.'],
    [[imported(0, 9, 0, true)], 'Imported before: nothing was added.'],
    [[imported(0, 9, 0, true), imported(1, 0, 0)], '1 new, 9 known already, 0 rows rejected.'],
    [[refused], 'targets.csv was not imported: It lists the client’s own pages.'],
    [
      [imported(1, 0, 0), refused],
      '1 new, 0 known already, 0 rows rejected. targets.csv was not imported: It lists the client’s own pages.',
    ],
    [
      [imported(1, 0, 0), cutShort],
      '1 new, 0 known already, 0 rows rejected. more.csv was not imported to its end: The disk is full. Importing it again goes on where it stopped.',
    ],
  ])('says what changed (%#)', (outcomes, text) => {
    expect(describeImports(outcomes)).toBe(text);
  });
});

describe('describeCheck and describeScore', () => {
  it('say what was found', () => {
    expect(describeCheck({ checked: 9400, live: 8100, gone: 900, unknown: 400, changed: 0, reasons: {} })).toBe(
      '9,400 links checked: 8,100 live, 900 gone, 400 could not be checked.',
    );
    expect(describeCheck({ checked: 1, live: 1, gone: 0, unknown: 0, changed: 1, reasons: {} })).toBe(
      '1 link checked: 1 live, 0 gone, 0 could not be checked. 1 not as known before.',
    );
    expect(describeScore({ links: 1204, domains: 310 })).toBe('1,204 links of 310 domains scored.');
    expect(describeScore({ links: 1, domains: 1 })).toBe('1 link of 1 domain scored.');
  });
});

describe('describeCancelledCheck', () => {
  const nothing = { live: 0, gone: 0, unknown: 0, changed: 0, reasons: {} };

  it.each([
    [
      { hasBegun: true, left: 6468, tally: { ...nothing, live: 2000, gone: 900, unknown: 32, changed: 4 } },
      'Cancelled with 6,468 links left to check. 2,932 links checked: 2,000 live, 900 gone, 32 could not be checked. 4 not as known before.',
    ],
    [{ hasBegun: true, left: 1, tally: nothing }, 'Cancelled with 1 link left to check. No link was checked yet.'],
    [{ hasBegun: false, left: 0, tally: nothing }, 'Cancelled before it began. No link was checked.'],
  ])('says what is left and what was found (%#)', (run, text) => {
    expect(describeCancelledCheck(run)).toBe(text);
  });
});
