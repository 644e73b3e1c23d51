import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/contract/app-error.ts';
import { detectLayout, splitSample } from '../../../src/core/formats/detect-layout.ts';
import { createTextReader } from '../../../src/engine/import/file-text.ts';
import { readExport } from '../../../src/engine/import/read-export.ts';
import { sniffBytes } from '../../../src/engine/import/sniff-bytes.ts';
import { type Cells, RE_SAVES, TABLE } from '../../support/re-saves.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { collectEvents, exportFixture } from './fixtures.ts';

const folder = temporaryFolder();

/** Exports of one line of names and rows under it; each stands for a family. */
const EXPORTS = [
  'ahrefs-backlinks-2026.csv',
  'ahrefs-backlinks-2017-utf16.csv',
  'ahrefs-refdomains-utf16.csv',
  'gsc-latest-links.csv',
  'gsc-latest-links-unquoted-comma.csv',
  'gsc-top-linking-sites.csv',
  'gsc-top-target-pages-internal.csv',
  'gsc-top-target-pages-external.csv',
  'lrt-backlinks.csv',
  'screaming-frog-links-2025.csv',
  'semrush-backlinks.csv',
  'semrush-api-backlinks.csv',
  'spyglass-backlinks.csv',
  'generic-european.csv',
  'generic-unknown-names.csv',
] as const;

function cellsOf(name: string): Cells {
  const bytes = readFileSync(exportFixture(name));
  const sniffed = sniffBytes(bytes);
  if (sniffed.kind !== 'text') throw new Error(`${name} is no text`);
  const text = createTextReader(sniffed.encoding).write(bytes);
  return splitSample(text, detectLayout(text, '\n')).map((row) => row.fields);
}

/** What becomes of the file: its format and, row by row, all that is merged but line and metrics; or why it is refused. */
async function told(path: string, table?: string): Promise<unknown> {
  const options = { siteHosts: ['client.example'], ...(table === undefined ? {} : { table }) };
  try {
    const { events, records } = await collectEvents(readExport(path, options));
    const rows = records.map((record) =>
      record.kind === 'rejected' ? record.reason : { ...record, record: { ...record.record, line: 0, metrics: [] } },
    );
    return { format: events[0]?.kind === 'opened' ? events[0].format : null, rows };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { code: error.code, details: error.details?.['format'] };
  }
}

describe('an export saved again', () => {
  it.each(Object.keys(RE_SAVES))('reads the same with %s', async (way) => {
    for (const name of EXPORTS) {
      const path = join(folder, 'saved-again');
      writeFileSync(path, RE_SAVES[way]?.(cellsOf(name)) ?? '');
      const saved = await told(path, way === 'zip' ? TABLE : undefined);
      expect(saved, name).toEqual(await told(exportFixture(name)));
    }
  });
});
