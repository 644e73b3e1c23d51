import { fileURLToPath } from 'node:url';
import type { PreparedRecord } from '../../../src/core/model/prepared-record.ts';
import type { ThreadEvent } from '../../../src/engine/import/export-port.ts';
import type { ExportEvent } from '../../../src/engine/import/read-export.ts';
import { packRecords, unpackRecords } from '../../support/merge-batch.ts';

/** Path of a synthetic export. */
export function exportFixture(name: string): string {
  return fileURLToPath(new URL(`../../fixtures/exports/${name}`, import.meta.url));
}

/** All events of a reading, with the records of its batches in one list. */
export async function collectEvents(
  events: AsyncIterable<ExportEvent>,
): Promise<{ readonly events: ExportEvent[]; readonly records: PreparedRecord[] }> {
  const all: ExportEvent[] = [];
  const records: PreparedRecord[] = [];
  for await (const event of events) {
    all.push(event);
    if (event.kind === 'batch') records.push(...event.records);
  }
  return { events: all, records };
}

/** All events of a reading, here or in a thread, with every record as it is merged, so that the two can be compared. */
export async function collectMergeRecords(
  events: AsyncIterable<ExportEvent | ThreadEvent>,
): Promise<{ readonly others: (ExportEvent | ThreadEvent)[]; readonly records: unknown[] }> {
  const others: (ExportEvent | ThreadEvent)[] = [];
  const packs: Uint8Array[] = [];
  for await (const event of events) {
    if (event.kind !== 'batch') others.push(event);
    else packs.push(...('packs' in event ? event.packs : [packRecords(event.records)]));
  }
  return { others, records: unpackRecords(packs) };
}
