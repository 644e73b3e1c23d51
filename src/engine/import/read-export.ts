import { AppError } from '../../contract/app-error.ts';
import { createRowMapper, reject } from '../../core/formats/map-row.ts';
import { createRecordPreparer } from '../../core/formats/prepare-record.ts';
import { createRowRealigner } from '../../core/formats/realign-row.ts';
import type { SplitRow } from '../../core/formats/row-splitter.ts';
import type { ExportRecord, RejectedRecord, RejectReason } from '../../core/model/export-record.ts';
import type { PreparedRecord } from '../../core/model/prepared-record.ts';
import type { Vendor } from '../../core/model/vendor.ts';
import { dataRows, type ExaminedTable, examineTable, type ReadOptions } from './examine-export.ts';
import { openTable } from './table-source.ts';

/** What reading a file yields: once `opened`, any number of batches, once `end`. All of it can cross a thread boundary. */
export type ExportEvent = ExportOpened | PreparedBatch | ExportEnd;

export interface ExportOpened {
  readonly kind: 'opened';
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly encoding: string;
  readonly delimiter: string;
  /** Format id. */
  readonly format: string;
  readonly formatTitle: string;
  readonly vendor: Vendor;
  readonly confidence: number;
  readonly reasons: readonly string[];
  /** Names of what the records say in `metrics`. */
  readonly metrics: readonly string[];
}

/** A few hundred rows of the file, in its order. */
export interface PreparedBatch {
  readonly kind: 'batch';
  /** One for every row, rejected ones included. */
  readonly records: readonly PreparedRecord[];
  /** Bytes of the table as stored that have been read so far, and its size; inside archives the former is an estimate. */
  readonly bytesRead: number;
  readonly totalBytes: number;
}

export interface ExportEnd {
  readonly kind: 'end';
  readonly rows: number;
  readonly rejected: number;
}

/** More than a piece of the file has, so that it is one batch; formats that are read whole come in many. */
const BATCH_ROWS = 500;

/**
 * Reads an export from disk, or one table of a file that holds several, whatever its size, in flat memory. Every row is in exactly
 * one batch, as a link, a domain or a rejected row with its line and reason.
 *
 * Throws `cannot-read` (no such file or table, broken archive, no table), `wrong-use` (the format or
 * mapping asked for does not fit, or the file holds several tables and none is named), `refused-export` (recognised, holds no
 * backlinks) and `unknown-format` (nothing in it looks like linking pages or domains).
 */
export async function* readExport(path: string, options: ReadOptions): AsyncGenerator<ExportEvent, void, void> {
  const source = await openTable(path, options.table ?? null);
  try {
    const examined = await examineTable(source, options);
    if (examined.kind === 'unreadable') throw new AppError(examined.code, examined.message, { path });
    const { detection } = examined;
    if (detection.refusal !== null) {
      const code = detection.format.id === 'unknown' ? 'unknown-format' : 'refused-export';
      throw new AppError(code, detection.refusal, { path, format: detection.format.id });
    }
    yield openedEvent(examined);
    yield* readBatches(examined, options);
  } finally {
    source.close();
  }
}

async function* readBatches(
  examined: ExaminedTable,
  { siteHosts, afterLine = 0 }: ReadOptions,
): AsyncGenerator<ExportEvent, void, void> {
  let bytesRead = 0;
  const totalBytes = examined.sizeBytes;
  const counts = { rows: 0, rejected: 0 };
  const toRecord = createRowReader(examined, siteHosts);
  let skip = examined.detection.headerRow === null ? 0 : examined.detection.headerRow + 1;
  const rowsRead = examined.rows((byteCount) => {
    bytesRead += byteCount;
  });
  for await (const rows of rowsRead) {
    const first = Math.min(skip, rows.length);
    skip -= first;
    if ((rows.at(-1)?.line ?? 0) <= afterLine) continue;
    const isNew = ({ line }: SplitRow): boolean => line > afterLine;
    const left = first === 0 && (rows[0]?.line ?? 0) > afterLine ? rows : rows.slice(first).filter(isNew);
    for (let from = 0; from < left.length; from += BATCH_ROWS) {
      // Mapped apart: the compiler optimises a plain loop better than one that yields, by a sixth of the whole time.
      const records = left.slice(from, from + BATCH_ROWS).map(toRecord);
      counts.rows += records.length;
      counts.rejected += records.filter((record) => record.kind === 'rejected').length;
      yield { kind: 'batch', records, bytesRead: Math.min(bytesRead, totalBytes), totalBytes };
    }
  }
  yield { kind: 'end', ...counts };
}

/** Reasons to look whether the cells of a row are shifted. */
const WITHOUT_ADDRESS: ReadonlySet<RejectReason> = new Set([
  'no-source',
  'bad-source-url',
  'bad-target-url',
  'bad-domain',
]);

/** The way of one row from text to a prepared record, the same for import and preview. */
export function createRowReader(
  examined: ExaminedTable,
  siteHosts: readonly string[],
): (row: SplitRow) => PreparedRecord {
  const { detection, decisions, sample } = examined;
  const mapRow = createRowMapper(detection, decisions);
  const cellsOf = cellReader(examined);
  const prepare = createRecordPreparer(siteHosts);
  const table = { ...examined, columns: detection.columns, width: detection.header.length };
  const realigner = createRowRealigner({ ...table, rows: dataRows(sample, detection) });
  return (read) => {
    const row = cellsOf(read);
    const raw = (): string => row.raw;
    const isWhole = row.problem === null && row.fields.length === realigner.wholeWidth;
    const cells = isWhole ? row.fields : realigner.settle(row);
    if (cells === 'shifted-cells') return resourceOr(cells, mapRow(row.fields, row.line, raw), row);
    if (typeof cells === 'string') return reject(row.line, raw, cells);
    const record = prepare(mapRow(cells, row.line, raw), raw);
    if (record.kind !== 'rejected' || !WITHOUT_ADDRESS.has(record.reason) || cells !== row.fields) return record;
    const realigned = realigner.realign(row);
    return realigned === null ? record : prepare(mapRow(realigned, row.line, raw), raw);
  };
}

/**
 * Cells of a workbook stand in their columns: what is beyond the last column with a name is somebody's note and shifts nothing, unless
 * a comma had spilt out of the text that was saved as the workbook.
 */
function cellReader({ encoding, detection }: ExaminedTable): (row: SplitRow) => SplitRow {
  const width = detection.header.length;
  if (encoding !== 'xlsx' || detection.format.spills !== undefined) return (row) => row;
  return (row) => (row.fields.length > width ? { ...row, fields: row.fields.slice(0, width) } : row);
}

/** A row of a page's resource is no link wherever its cells stand, and the user learns more from that. */
function resourceOr(reason: RejectReason, record: ExportRecord, { line, raw }: SplitRow): RejectedRecord {
  return record.kind === 'rejected' && record.reason === 'not-a-link' ? record : reject(line, () => raw, reason);
}

function openedEvent({ fileName, sizeBytes, encoding, delimiter, detection }: ExaminedTable): ExportOpened {
  return {
    kind: 'opened',
    fileName,
    sizeBytes,
    encoding,
    delimiter,
    format: detection.format.id,
    formatTitle: detection.format.title,
    vendor: detection.format.vendor,
    confidence: detection.confidence,
    reasons: detection.reasons,
    metrics: detection.metrics.map(({ name }) => name),
  };
}
