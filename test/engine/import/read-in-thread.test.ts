import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readExport } from '../../../src/engine/import/read-export.ts';
import { readExportInThread } from '../../../src/engine/import/read-in-thread.ts';
import { collectMergeRecords, exportFixture } from './fixtures.ts';

const SITES = { siteHosts: ['client.example'] };

function largeExport(rows: number): string {
  const path = join(mkdtempSync(join(tmpdir(), 'anchorage-thread-')), 'large.csv');
  const lines = Array.from({ length: rows }, (_, index) => `https://site${index}.example/,2026-01-01\n`);
  writeFileSync(path, `Linking page,Last crawled\n${lines.join('')}`);
  return path;
}

describe('readExportInThread', () => {
  it('tells the same as reading in this thread', async () => {
    const path = exportFixture('ahrefs-backlinks-2026-utf16.csv');
    const here = await collectMergeRecords(readExport(path, SITES));
    expect(await collectMergeRecords(readExportInThread(path, SITES))).toEqual(here);
  });

  it('brings every row of a file of many batches, however slow the receiver', async () => {
    let rows = 0;
    for await (const event of readExportInThread(largeExport(30_000), SITES)) {
      if (event.kind !== 'batch') continue;
      rows += event.rows;
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(rows).toBe(30_000);
  });

  it('throws what the reader threw, code and sentence', async () => {
    const reading = collectMergeRecords(readExportInThread(exportFixture('gsc-top-target-pages-internal.csv'), SITES));
    await expect(reading).rejects.toMatchObject({
      code: 'refused-export',
      message: expect.stringContaining('own pages'),
    });
  });

  it('stops when the signal is aborted', async () => {
    const stop = new AbortController();
    const reading = readExportInThread(largeExport(50_000), SITES, stop.signal);
    const seen: string[] = [];
    const all = (async () => {
      for await (const event of reading) {
        seen.push(event.kind);
        if (event.kind === 'batch') stop.abort();
      }
    })();
    await expect(all).rejects.toMatchObject({ code: 'cancelled' });
    expect(seen).toEqual(['opened', 'batch']);
  });

  it('does not start when the signal is aborted already', async () => {
    const reading = collectMergeRecords(readExportInThread(exportFixture('url-list.txt'), SITES, AbortSignal.abort()));
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('stops when the loop is left early', async () => {
    for await (const event of readExportInThread(largeExport(50_000), SITES)) {
      if (event.kind === 'batch') break;
    }
  });
});
