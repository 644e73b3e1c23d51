import type { ColumnPositions } from './column-role.ts';
import type { ExportFormat } from './export-format.ts';

/** What a file was found to be and where its columns are. */
export interface Detection {
  readonly format: ExportFormat;
  /** 0 to 1: 1 where the header is the vendor's to the letter. */
  readonly confidence: number;
  /** Position of the header in the sampled rows; null where the data starts at once. */
  readonly headerRow: number | null;
  /** Column names as written; made up ("Column 1") where there is no header. */
  readonly header: readonly string[];
  readonly columns: ColumnPositions;
  /** Columns kept under the vendor's own names. */
  readonly metrics: readonly MetricColumn[];
  /** Why the file was taken for this, as sentence fragments for people. */
  readonly reasons: readonly string[];
  /** Why the file cannot be imported and what to do; null when it can. */
  readonly refusal: string | null;
}

export interface MetricColumn {
  readonly name: string;
  readonly position: number;
}

/** The named columns that `isMetric` picks, each under a name of its own: a doubled name is numbered, as in `Notes (2)`. */
export function metricColumns(header: readonly string[], isMetric: (position: number) => boolean): MetricColumn[] {
  const seen = new Map<string, number>();
  return header.flatMap((written, position) => {
    const name = written.trim();
    if (name === '' || !isMetric(position)) return [];
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return [{ name: count === 1 ? name : `${name} (${count})`, position }];
  });
}
