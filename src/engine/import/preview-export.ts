import { AppError } from '../../contract/app-error.ts';
import type { ExportPreviewAnswer, PreviewColumn, PreviewTable } from '../../contract/imports.ts';
import type { ColumnRole } from '../../core/formats/column-role.ts';
import { ROLE_NAMES } from '../../core/formats/column-role.ts';
import type { Detection } from '../../core/formats/detection.ts';
import type { SplitRow } from '../../core/formats/row-splitter.ts';
import { REJECT_REASONS, type RejectReason } from '../../core/model/export-record.ts';
import type { PreparedRecord } from '../../core/model/prepared-record.ts';
import { parseHost, stripWww } from '../../core/url/host-name.ts';
import { dataRows, type ExaminedExport, type ExaminedTable, examineTable, type ReadOptions } from './examine-export.ts';
import { hashFile } from './hash-file.ts';
import { createRowReader } from './read-export.ts';
import { listTables, openTable, tableTitle } from './table-source.ts';

/** What the import screen shows of a file, and what it knows besides; whether it was imported before, the caller knows. */
export interface ExportPreview extends Omit<ExportPreviewAnswer, 'alreadyImported'> {
  /** SHA-256 of the file in hexadecimal. */
  readonly sha256: string;
  /** The first rows as the import would see them. */
  readonly firstRecords: readonly PreparedRecord[];
}

const REASONS = Object.keys(REJECT_REASONS).filter((word): word is RejectReason => Object.hasOwn(REJECT_REASONS, word));
const SHOWN_ROWS = 20;
const SHOWN_EXAMPLES = 3;
/** Longest cell that is shown, in characters. */
const SHOWN_CHARS = 300;

/**
 * A look into a file without importing it, at each of its tables where it holds several. Refusals are part of the answer; throws
 * only `cannot-read`, for a file that is not there or an archive that cannot be opened.
 */
export async function previewExport(path: string, options: ReadOptions): Promise<ExportPreview> {
  const [list, sha256] = await Promise.all([listTables(path), hashFile(path)]);
  if (list.kind === 'one' || options.table !== undefined) {
    return { ...(await previewTable(path, options.table ?? null, options)), sha256 };
  }
  const previews: TablePreview[] = [];
  for (const table of list.tables.slice(0, SHOWN_TABLES)) previews.push(await previewTable(path, table, options));
  return { ...previewOfSeveral(path, list.tables, previews), sha256 };
}

type TablePreview = Omit<ExportPreview, 'sha256'>;

/** More tables than these are imported but not looked at before. */
const SHOWN_TABLES = 100;

function previewOfSeveral(path: string, names: readonly string[], previews: readonly TablePreview[]): TablePreview {
  const shown = previews.find(({ kind }) => kind !== 'refused') ?? previews[0];
  if (shown === undefined) {
    return {
      ...NOTHING_SEEN,
      fileName: tableTitle(path, null),
      sizeBytes: 0,
      refusal: 'The archive is empty. Download the export again.',
    };
  }
  const tables = previews.map((preview, index) => tableOf(names[index] ?? '', preview));
  const importable = tables.filter(({ kind }) => kind !== 'refused');
  const sum = (pick: (preview: TablePreview) => number): number =>
    previews.reduce((total, preview) => total + pick(preview), 0);
  return {
    ...shown,
    fileName: tableTitle(path, null),
    sizeBytes: sum((preview) => preview.sizeBytes),
    reasons: [
      `${importable.length} of ${names.length} tables can be imported`,
      ...tables.map(({ name, formatTitle, kind }) => `${name}: ${kind === 'refused' ? 'not imported' : formatTitle}`),
    ],
    sampled: {
      rows: sum(({ sampled }) => sampled.rows),
      accepted: sum(({ sampled }) => sampled.accepted),
      rejected: previews.map(({ sampled }) => sampled.rejected).reduce(addCounts, {}),
    },
    tables,
  };
}

function tableOf(name: string, { format, formatTitle, kind, refusal, sampled }: TablePreview): PreviewTable {
  return { name, format, formatTitle, kind, refusal, rows: sampled.rows, accepted: sampled.accepted };
}

type RejectedCounts = Partial<Record<RejectReason, number>>;

function addCounts(sums: RejectedCounts, counts: RejectedCounts): RejectedCounts {
  const added = { ...sums };
  for (const reason of REASONS) {
    const count = counts[reason];
    if (count !== undefined) added[reason] = (added[reason] ?? 0) + count;
  }
  return added;
}

async function previewTable(path: string, table: string | null, options: ReadOptions): Promise<TablePreview> {
  try {
    const source = await openTable(path, table);
    try {
      return previewOf(await examineTable(source, options), options);
    } finally {
      source.close();
    }
  } catch (error) {
    if (table === null || !(error instanceof AppError)) throw error;
    return { ...NOTHING_SEEN, fileName: tableTitle(path, table), sizeBytes: 0, refusal: error.message };
  }
}

function previewOf(examined: ExaminedExport, options: ReadOptions): TablePreview {
  if (examined.kind === 'unreadable') {
    const { fileName, sizeBytes, message } = examined;
    return { ...NOTHING_SEEN, fileName, sizeBytes, refusal: message };
  }
  const { detection } = examined;
  const rows = dataRows(examined.sample, detection);
  const records = detection.refusal === null ? rows.map(createRowReader(examined, options.siteHosts)) : [];
  return {
    fileName: examined.fileName,
    sizeBytes: examined.sizeBytes,
    encoding: examined.encoding,
    delimiter: examined.delimiter,
    format: detection.format.id,
    formatTitle: detection.format.title,
    vendor: detection.format.vendor,
    confidence: detection.confidence,
    reasons: detection.reasons,
    kind: detection.refusal === null ? detection.format.kind : 'refused',
    refusal: detection.refusal,
    columns: previewColumns(detection, rows),
    sampleRows: rows.slice(0, SHOWN_ROWS).map((row) => row.fields.map(shorten)),
    sampled: countRecords(records),
    foreignHost: foreignHost(examined, rows, records),
    tables: [],
    firstRecords: records.slice(0, SHOWN_ROWS),
  };
}

const NOTHING_SEEN = {
  encoding: '',
  delimiter: '',
  format: 'unknown',
  formatTitle: 'Unreadable file',
  vendor: 'other',
  confidence: 0,
  reasons: [],
  kind: 'refused',
  columns: [],
  sampleRows: [],
  sampled: { rows: 0, accepted: 0, rejected: {} },
  foreignHost: null,
  tables: [],
  firstRecords: [],
} as const;

function previewColumns(detection: Detection, rows: readonly SplitRow[]): PreviewColumn[] {
  return detection.header.map((name, position) => ({
    name: shorten(name.trim()),
    role: roleOf(detection, position),
    examples: examplesOf(rows, position),
  }));
}

function roleOf(detection: Detection, position: number): ColumnRole | null {
  return ROLE_NAMES.find((role) => detection.columns[role]?.includes(position) === true) ?? null;
}

function examplesOf(rows: readonly SplitRow[], position: number): string[] {
  const examples = new Set<string>();
  for (const row of rows) {
    const cell = (row.fields[position] ?? '').trim();
    if (cell !== '') examples.add(shorten(cell));
    if (examples.size === SHOWN_EXAMPLES) break;
  }
  return [...examples];
}

function shorten(cell: string): string {
  return cell.length > SHOWN_CHARS ? `${cell.slice(0, SHOWN_CHARS)}…` : cell;
}

function countRecords(records: readonly PreparedRecord[]): ExportPreview['sampled'] {
  const rejected: Partial<Record<RejectReason, number>> = {};
  let accepted = 0;
  for (const record of records) {
    if (record.kind === 'rejected') rejected[record.reason] = (rejected[record.reason] ?? 0) + 1;
    else accepted += 1;
  }
  return { rows: records.length, accepted, rejected };
}

/** The host that most rows link to, where most rows were rejected because it is not the client's. */
function foreignHost(
  { detection }: ExaminedTable,
  rows: readonly SplitRow[],
  records: readonly PreparedRecord[],
): string | null {
  const position = detection.columns.target?.[0];
  const foreign = rows.filter((_, index) => {
    const record = records[index];
    return record?.kind === 'rejected' && record.reason === 'other-site';
  });
  if (position === undefined || foreign.length * 2 <= records.length) return null;
  const counts = new Map<string, number>();
  for (const row of foreign) {
    const host = parseHost((row.fields[position] ?? '').replaceAll(' ', '%20'));
    if (host !== null) counts.set(stripWww(host), (counts.get(stripWww(host)) ?? 0) + 1);
  }
  const [most] = [...counts].sort((one, other) => other[1] - one[1]);
  return most?.[0] ?? null;
}
