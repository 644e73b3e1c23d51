import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/engine/sample/seeded-random.ts';
import { accountForExport } from '../../tools/fuzz/account-for-export.ts';
import { mutateExport } from '../../tools/fuzz/mutate-export.ts';
import { exportFixture } from '../engine/import/fixtures.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const fixtures = readdirSync(exportFixture(''))
  .sort()
  .map((name) => readFileSync(exportFixture(name)));

describe('the reader of exports', () => {
  it('accounts for every row of spoiled files or says why not', async () => {
    const path = join(folder, 'export');
    for (let index = 0; index < 300; index += 1) {
      writeFileSync(path, mutateExport(fixtures, seededRandom(`test ${index}`)));
      expect((await accountForExport(path)).faults, `file ${index}`).toEqual([]);
    }
  });

  it('keeps its account of a file that holds several tables', async () => {
    expect(await accountForExport(exportFixture('gsc-bundle.zip'))).toEqual({
      outcomes: ['gsc-top-linking-sites', 'refused-export', 'gsc-latest-links', 'several'],
      faults: [],
    });
  });
});
