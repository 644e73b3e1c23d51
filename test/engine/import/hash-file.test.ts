import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hashFile } from '../../../src/engine/import/hash-file.ts';
import { exportFixture } from './fixtures.ts';

describe('hashFile', () => {
  it('is the SHA-256 of the file as it stands on disk', async () => {
    const path = exportFixture('majestic-backlinks.csv.gz');
    expect(await hashFile(path)).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'));
  });

  it('fails for a file that is not there', async () => {
    await expect(hashFile(exportFixture('missing.csv'))).rejects.toMatchObject({ code: 'cannot-read' });
  });
});
