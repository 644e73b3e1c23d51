import { normalizeColumnName } from './column-name.ts';
import { detectByAliases } from './detect-by-aliases.ts';
import { detectByValues } from './detect-by-values.ts';
import type { Detection } from './detection.ts';
import type { ExportFormat } from './export-format.ts';
import { EXPORT_FORMATS, NAMED_FORMATS } from './export-formats.ts';
import { findNamesRow } from './find-names-row.ts';
import { bearsSign, knownNames, matchHeader, namedDetection } from './match-header.ts';
import { LAST_CRAWLED_NAMES } from './vendors/search-console.ts';

/** Preambles are at most six lines long in every known export; the rest is room for re-saved copies. */
const HEADER_SEARCH_ROWS = 15;
/** A header that shares less than this with a vendor's is read by its column names one by one instead. */
const NEAR_ENOUGH = 0.6;
/** So many known names make a header however many unknown ones stand beside them, such as the sites of a comparison. */
const MANY_NAMES = 4;

/** The beginning of a file, parsed. */
export interface ExportSample {
  /** The first rows, preamble and header included; blank lines left out. */
  readonly rows: readonly (readonly string[])[];
}

/**
 * Finds out by content what a file is: first by the header of a known export, then by column names that many tools use, then
 * by the values alone. The file name decides nothing. Always answers; what cannot be read is a detection
 * with a refusal that says what the file looks like and what to do.
 */
export function detectFormat(sample: ExportSample): Detection {
  const rows = withoutEmptyTail(sample.rows);
  const found = detectAmong(rows);
  if (found.format.spills !== undefined) return { ...found, header: withoutEmptyEnd(found.header) };
  const width = found.headerRow === null ? 0 : (sample.rows[found.headerRow]?.length ?? 0);
  return { ...found, header: [...found.header, ...emptyCells(width - found.header.length)] };
}

function detectAmong(rows: ExportSample['rows']): Detection {
  const headerRow = findHeaderRow(rows);
  const header = headerRow === null ? [] : (rows[headerRow] ?? []);
  const named = headerRow === null ? null : bestNamed(header, headerRow);
  if (named !== null) return named;
  const namesRow = headerRow ?? findNamesRow(rows);
  if (namesRow === null) return detectByValues(rows, null);
  const speaksOfCrawling = (rows[namesRow] ?? []).some((name) => LAST_CRAWLED_NAMES.has(normalizeColumnName(name)));
  const translated = speaksOfCrawling ? detectByValues(rows, namesRow) : null;
  if (translated?.format.vendor === 'gsc') return translated;
  return detectByAliases(rows, namesRow) ?? detectByValues(rows, namesRow);
}

/** The rows without the columns at the right that are empty throughout, as spreadsheets leave them; they say nothing of the format. */
function withoutEmptyTail(rows: ExportSample['rows']): ExportSample['rows'] {
  const width = Math.max(0, ...rows.map((row) => withoutEmptyEnd(row).length));
  return rows.some((row) => row.length > width) ? rows.map((row) => row.slice(0, width)) : rows;
}

function withoutEmptyEnd(row: readonly string[]): readonly string[] {
  return row.slice(0, row.findLastIndex((cell) => cell.trim() !== '') + 1);
}

function emptyCells(count: number): string[] {
  return Array.from({ length: Math.max(0, count) }, () => '');
}

/**
 * The row of column names: the first of the leading rows with enough known names, with names that tell a format, or with one name
 * where the format has only that column; null when there is none.
 */
export function findHeaderRow(rows: readonly (readonly string[])[]): number | null {
  const known = knownNames();
  for (const [position, row] of rows.slice(0, HEADER_SEARCH_ROWS).entries()) {
    const names = new Set(row.map(normalizeColumnName).filter((name) => name !== ''));
    const hits = [...names].filter((name) => known.has(name)).length;
    if (hits >= 2 && (hits >= Math.min(MANY_NAMES, names.size * 0.3) || bearsSign(names))) return position;
    if (hits === 1 && names.size === 1 && row.length <= 2) return position;
  }
  return null;
}

function bestNamed(header: readonly string[], headerRow: number): Detection | null {
  let best: { format: ExportFormat; score: number } | null = null;
  for (const format of NAMED_FORMATS) {
    const score = matchHeader(format, header);
    if (score > (best?.score ?? 0)) best = { format, score };
  }
  if (best === null || best.score < NEAR_ENOUGH) return null;
  return namedDetection(best.format, header, headerRow, best.score);
}

/**
 * Reads a file as the format the user named, however little the header resembles it. Null when the columns the format needs
 * are not there or no such format exists.
 */
export function detectAs(formatId: string, sample: ExportSample): Detection | null {
  const format = EXPORT_FORMATS.find((candidate) => candidate.id === formatId);
  if (format === undefined) return null;
  if (format.header.length === 0) {
    const found = detectFormat(sample);
    const isFit = found.format.id === format.id || (found.refusal === null && found.format.kind === format.kind);
    const refusal = format.kind === 'refused' ? found.refusal : null;
    return isFit ? { ...found, format, confidence: 1, refusal } : null;
  }
  const headerRow = findHeaderRow(sample.rows) ?? 0;
  const header = sample.rows[headerRow] ?? [];
  const found = namedDetection(format, header, headerRow, 1);
  const key = format.kind === 'domains' ? 'domain' : 'source';
  if (format.kind !== 'refused' && found.columns[key] === undefined) return null;
  return { ...found, reasons: ['the format was chosen by hand'] };
}
