import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/engine/sample/seeded-random.ts';
import { killImports } from '../../tools/kills/killed-import.ts';
import { NODE_FLAGS } from '../support/node-flags.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();

describe('import', () => {
  it('ends after kills with the project that no kill had disturbed', async () => {
    const random = seededRandom('killed import');
    const report = await killImports({ folder, rows: 6_000, hits: 2, random, nodeFlags: NODE_FLAGS });
    expect(report.faults).toEqual([]);
    expect(report.whileReading + report.whileFinishing).toBe(2);
  }, 180_000);
});
