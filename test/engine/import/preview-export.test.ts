import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { previewExport } from '../../../src/engine/import/preview-export.ts';
import { exportFixture } from './fixtures.ts';

const SITES = { siteHosts: ['client.example'] };

describe('previewExport', () => {
  it('shows what the import would make of the file', async () => {
    const preview = await previewExport(exportFixture('gsc-latest-links.csv'), SITES);
    expect(preview).toMatchObject({
      fileName: 'gsc-latest-links.csv',
      encoding: 'utf-8',
      delimiter: ',',
      format: 'gsc-latest-links',
      vendor: 'gsc',
      confidence: 1,
      kind: 'links',
      refusal: null,
      columns: [
        { name: 'Linking page', role: 'source' },
        { name: 'Last crawled', role: 'lastSeen', examples: ['2026-04-19', '2026-03-27', '2026-03-24'] },
      ],
      sampled: { rows: 4, accepted: 3, rejected: { 'own-page': 1 } },
      foreignHost: null,
      sha256: expect.stringMatching(/^[\da-f]{64}$/),
    });
    expect(preview.sampleRows[0]).toEqual(['https://blog.garden.example/roses/', '2026-04-19']);
    expect(preview.firstRecords).toHaveLength(4);
  });

  it('names the site that the links point to when it is not the client’s', async () => {
    const preview = await previewExport(exportFixture('semrush-backlinks-2017.csv'), { siteHosts: ['rival.example'] });
    expect(preview.foreignHost).toBe('client.example');
    expect(preview.sampled).toEqual({ rows: 2, accepted: 0, rejected: { 'other-site': 2 } });
  });

  it('explains a refused export and still shows its columns', async () => {
    const preview = await previewExport(exportFixture('gsc-top-target-pages-internal.csv'), SITES);
    expect(preview).toMatchObject({
      kind: 'refused',
      format: 'gsc-top-target-pages',
      refusal: expect.stringContaining('own pages'),
    });
    expect(preview.columns.map((column) => column.name)).toEqual(['Target page', 'Internal links']);
  });

  it('shows the rows of a file whose columns nobody knows, for mapping by hand', async () => {
    const preview = await previewExport(exportFixture('no-addresses.csv'), SITES);
    expect(preview).toMatchObject({ kind: 'refused', format: 'unknown' });
    expect(preview.columns.map((column) => column.name)).toEqual(['Campaign', 'Clicks', 'Cost']);
    expect(preview.sampleRows[0]).toEqual(['Spring', '10', '3.5']);
  });

  it('explains a file that is no table', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'anchorage-preview-')), 'book.xls');
    writeFileSync(path, '\xD0\xCF\x11\xE0', 'latin1');
    expect(await previewExport(path, SITES)).toMatchObject({
      kind: 'refused',
      refusal: expect.stringContaining('save it as CSV'),
    });
  });

  it('says which encoding the letters of a file were read in, unless it was told', async () => {
    const path = exportFixture('generic-koi8-r.csv');
    const detected = await previewExport(path, SITES);
    expect(detected.encoding).toBe('koi8-r');
    expect(detected.reasons).toContain('letters read as KOI8-R (Cyrillic)');
    const told = await previewExport(path, { ...SITES, encoding: 'windows-1251' });
    expect(told.sampleRows[0]?.[2]).toBe('хИПД ЪБ УБДПН Й ТПЪБНЙ');
    expect(told.reasons.some((reason) => reason.includes('letters'))).toBe(false);
  });

  it('fails for a file that is not there', async () => {
    await expect(previewExport(exportFixture('missing.csv'), SITES)).rejects.toMatchObject({ code: 'cannot-read' });
  });
});
