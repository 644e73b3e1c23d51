import { applyMapping, type ColumnMapping } from './column-mapping.ts';
import { detectAs, detectFormat, type ExportSample } from './detect-format.ts';
import type { Detection } from './detection.ts';
import { findFormat } from './export-formats.ts';
import { settleHeader } from './settle-header.ts';

/** What the user says of a file. */
export interface ToldFormat {
  /** Format id, against what detection says. */
  readonly format?: string;
  /** Columns chosen by hand; wins over `format`. */
  readonly mapping?: ColumnMapping;
}

/** What a file is, found out or as told, once its column names stand above their cells; a sentence where it cannot be as told. */
export function detectAsTold(sample: ExportSample, told: ToldFormat): Detection | string {
  const { rows, reason } = settleHeader(sample.rows);
  const detected = detectIn({ rows }, told);
  return reason === null || typeof detected === 'string'
    ? detected
    : { ...detected, reasons: [...detected.reasons, reason] };
}

function detectIn(sample: ExportSample, told: ToldFormat): Detection | string {
  if (told.mapping !== undefined) {
    const mapped = applyMapping(told.mapping, sample);
    return mapped.kind === 'detection' ? mapped.detection : mapped.message;
  }
  if (told.format === undefined) return detectFormat(sample);
  const format = findFormat(told.format);
  if (format === null) return `There is no format “${told.format}”.`;
  return detectAs(format.id, sample) ?? `The file does not have the columns of ${format.title}.`;
}
