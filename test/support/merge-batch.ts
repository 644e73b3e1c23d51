import type { PreparedRecord } from '../../src/core/model/prepared-record.ts';
import type { Vendor } from '../../src/core/model/vendor.ts';
import { type MergeCounts, mergePacked } from '../../src/engine/db/merge-batch.ts';
import { createRecordPacker, type MergeRecord, unpackEach } from '../../src/engine/db/packed-records.ts';
import type { WritableDatabase } from '../../src/engine/db/project-database.ts';

/** Records in one pack of their own. */
export function packRecords(records: readonly PreparedRecord[]): Uint8Array {
  const packer = createRecordPacker();
  for (const record of records) packer.add(record);
  return packer.take();
}

/** The records of packs with the names of their domains and targets in the place of the numbers. */
export function unpackRecords(packs: readonly Uint8Array[]) {
  const records: (Omit<MergeRecord, 'domain' | 'target'> & { domain?: unknown; target?: unknown })[] = [];
  let [domains, targets]: [unknown[], unknown[]] = [[], []];
  for (const pack of packs) {
    unpackEach(
      pack,
      (places) => {
        if (places.isFresh) [domains, targets] = [[], []];
        domains.push(...places.domains);
        targets.push(...places.targets);
      },
      (record) => {
        if (record.kind === 'rejected') records.push(record);
        else if (record.kind === 'domain') records.push({ ...record, domain: domains[record.domain] });
        else
          records.push({
            ...record,
            domain: domains[record.domain],
            target: record.target === null ? null : targets[record.target],
          });
      },
    );
  }
  return records;
}

/** Merges records as a batch of an import. */
export function mergeBatch(
  db: WritableDatabase,
  importId: number,
  vendor: Vendor,
  records: readonly PreparedRecord[],
): MergeCounts {
  return mergePacked(db, importId, vendor, [packRecords(records)]);
}
