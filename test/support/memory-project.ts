import type { Vendor } from '../../src/core/model/vendor.ts';
import { startImport } from '../../src/engine/db/import-queries.ts';
import { createMemoryProject } from '../../src/engine/db/open-project.ts';
import type { WritableDatabase } from '../../src/engine/db/project-database.ts';

export const NOON = '2026-11-21T12:00:00.000Z';

/** A fresh project in memory with the current schema. */
export function memoryProject(): WritableDatabase {
  return createMemoryProject();
}

/** Begins an import of a made-up file of a vendor and returns its id. */
export function startTestImport(
  db: WritableDatabase,
  vendor: Vendor,
  { sizeBytes = 100, metrics = [] }: { readonly sizeBytes?: number; readonly metrics?: readonly string[] } = {},
): number {
  return startImport(db, {
    fileName: `${vendor}.csv`,
    fileHash: `hash of ${vendor}`,
    sizeBytes,
    options: '{}',
    format: `${vendor}-backlinks`,
    vendor,
    confidence: 1,
    metrics,
    importedAt: NOON,
  });
}
