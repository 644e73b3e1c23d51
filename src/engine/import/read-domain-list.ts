import { AppError } from '../../contract/app-error.ts';
import { createListRowReader } from '../../core/formats/read-list-row.ts';
import type { SplitRow } from '../../core/formats/row-splitter.ts';
import { RANKING_IDS } from '../../core/formats/vendors/plain-lists.ts';
import { examineTable } from './examine-export.ts';
import { listTables, openTable, type TableSource } from './table-source.ts';

/** A piece of a domain list. */
export interface DomainListBatch {
  readonly entries: readonly { readonly domain: string; readonly rank: number | null }[];
  /** Rows of this piece that name no domain. */
  readonly skipped: number;
  /** Bytes of the file on disk that have been read so far, and its size. */
  readonly bytesRead: number;
  readonly totalBytes: number;
}

const BATCH_ENTRIES = 10_000;

/**
 * Reads a list of domains from disk, whatever its size, in flat memory and in its order. Of an archive, as rankings come in, the only
 * file is read. Throws `cannot-read`, and `wrong-use` for an archive of several files.
 */
export async function* readDomainList(path: string): AsyncGenerator<DomainListBatch, void, void> {
  const source = await openOnlyTable(path);
  try {
    yield* readEntries(path, source);
  } finally {
    source.close();
  }
}

/** True for a file known as a ranking of domains, so that it is not taken for a list of spam. Throws as {@link readDomainList}. */
export async function isRanking(path: string): Promise<boolean> {
  const source = await openOnlyTable(path);
  try {
    const examined = await examineTable(source, { siteHosts: [] });
    return examined.kind === 'table' && RANKING_IDS.has(examined.detection.format.id);
  } finally {
    source.close();
  }
}

async function openOnlyTable(path: string): Promise<TableSource> {
  const list = await listTables(path);
  const only = list.kind === 'several' && list.tables.length === 1 ? (list.tables[0] ?? null) : null;
  return await openTable(path, only);
}

async function* readEntries(path: string, source: TableSource): AsyncGenerator<DomainListBatch, void, void> {
  const examined = await examineTable(source, { siteHosts: [] });
  if (examined.kind === 'unreadable') throw new AppError('cannot-read', `${path}: ${examined.message}`, { path });
  const readRow = createListRowReader();
  let bytesRead = 0;
  let entries: { domain: string; rank: number | null }[] = [];
  let skipped = 0;
  const take = (rows: readonly SplitRow[]) => {
    for (const { fields, problem } of rows) {
      const row = problem === null ? readRow(fields) : ({ kind: 'skipped' } as const);
      if (row.kind === 'entry') entries.push({ domain: row.domain, rank: row.rank });
      else if (row.kind === 'skipped') skipped += 1;
    }
  };
  const batch = (): DomainListBatch => {
    const taken = {
      entries,
      skipped,
      bytesRead: Math.min(bytesRead, examined.sizeBytes),
      totalBytes: examined.sizeBytes,
    };
    entries = [];
    skipped = 0;
    return taken;
  };
  const rowsRead = examined.rows((byteCount) => {
    bytesRead += byteCount;
  });
  for await (const rows of rowsRead) {
    take(rows);
    if (entries.length >= BATCH_ENTRIES) yield batch();
  }
  yield batch();
}
