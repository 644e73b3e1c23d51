import { normalizeColumnName } from './column-name.ts';
import { isAbsoluteUrl } from './column-profile.ts';
import { type ColumnPositions, type ColumnRole, isColumnRole, ROLE_NAMES } from './column-role.ts';
import { type ExportSample, findHeaderRow } from './detect-format.ts';
import { type Detection, metricColumns } from './detection.ts';
import { GENERIC_DOMAINS, GENERIC_LINKS } from './vendors/plain-lists.ts';

/** Which column plays which role, as the user chose: by name, by position from 0, or as `#` and the number from 1. */
export type ColumnMapping = Readonly<Partial<Record<ColumnRole, string | number>>>;

export type ParsedMapping =
  | { readonly kind: 'mapping'; readonly mapping: ColumnMapping }
  | { readonly kind: 'problem'; readonly message: string };

/**
 * Reads the mapping option of the command line: `role=column` pairs separated by commas. A column is its name, in double
 * quotes where it holds a comma, or `#` and its number from 1.
 *
 * @example parseColumnMapping('source=URL,target="Goes, to",anchor=#3')
 */
export function parseColumnMapping(text: string): ParsedMapping {
  const mapping: Partial<Record<ColumnRole, string | number>> = {};
  for (const pair of text.match(/(?:"[^"]*"|[^,])+/g) ?? []) {
    const equals = pair.indexOf('=');
    const role = pair.slice(0, Math.max(equals, 0)).trim();
    const column = pair
      .slice(equals + 1)
      .trim()
      .replace(/^"(.*)"$/, '$1');
    if (equals < 1 || column === '') return problem(`“${pair.trim()}” is not of the form role=column.`);
    if (!isColumnRole(role)) {
      return problem(`“${role}” is no role of a column. Roles are ${ROLE_NAMES.join(', ')}.`);
    }
    mapping[role] = column;
  }
  if (mapping.source === undefined && mapping.domain === undefined) {
    return problem(
      'The mapping must name the column of the linking page (source=…) or of the linking domain (domain=…).',
    );
  }
  return { kind: 'mapping', mapping };
}

/** The detection that a mapping of the user's makes of a file, or a sentence saying which column is not there. */
export function applyMapping(
  mapping: ColumnMapping,
  sample: ExportSample,
):
  | { readonly kind: 'detection'; readonly detection: Detection }
  | { readonly kind: 'problem'; readonly message: string } {
  const headerRow = headerRowFor(mapping, sample.rows);
  const width = Math.max(0, ...sample.rows.slice(0, 50).map((row) => row.length));
  const written = headerRow === null ? [] : (sample.rows[headerRow] ?? []);
  const header = Array.from({ length: width }, (_, position) => written[position] ?? `Column ${position + 1}`);
  const columns: Partial<Record<ColumnRole, readonly number[]>> = {};
  for (const role of ROLE_NAMES) {
    const column = mapping[role];
    if (column === undefined) continue;
    const position = positionOf(column, header);
    if (position === null) {
      const shown = typeof column === 'number' ? `column ${column + 1}` : `column “${column}”`;
      return problem(
        `The file has no ${shown}. Its columns are ${header.map((name) => `“${name.trim()}”`).join(', ')}.`,
      );
    }
    columns[role] = [position];
  }
  if (columns.source === undefined && columns.domain === undefined) {
    return problem('Choose the column that holds the linking page or the linking domain.');
  }
  return { kind: 'detection', detection: mappedDetection(columns, header, headerRow) };
}

function mappedDetection(columns: ColumnPositions, header: readonly string[], headerRow: number | null): Detection {
  const taken = new Set(Object.values(columns).flat());
  return {
    format: columns.source === undefined ? GENERIC_DOMAINS : GENERIC_LINKS,
    confidence: 1,
    headerRow,
    header,
    columns,
    metrics: metricColumns(header, (position) => !taken.has(position)),
    reasons: ['the columns were chosen by hand'],
    refusal: null,
  };
}

/** The first row that holds every name of the mapping; for positions the usual header, or none above a row of addresses. */
function headerRowFor(mapping: ColumnMapping, rows: ExportSample['rows']): number | null {
  const names = Object.values(mapping).flatMap((column) =>
    typeof column === 'string' && !isNumbered(column) ? normalizeColumnName(column) : [],
  );
  if (names.length > 0) {
    const found = rows.slice(0, 30).findIndex((row) => {
      const present = new Set(row.map(normalizeColumnName));
      return names.every((name) => present.has(name));
    });
    return found === -1 ? (findHeaderRow(rows) ?? 0) : found;
  }
  const guess = findHeaderRow(rows);
  if (guess !== null) return guess;
  return (rows[0] ?? []).some(isAbsoluteUrl) ? null : 0;
}

function positionOf(column: string | number, header: readonly string[]): number | null {
  if (typeof column === 'number') return column >= 0 && column < header.length ? column : null;
  if (isNumbered(column)) return positionOf(Number(column.slice(1)) - 1, header);
  const position = header.findIndex((name) => normalizeColumnName(name) === normalizeColumnName(column));
  return position === -1 ? null : position;
}

/** `#3`: a way to name columns without a name, or the second of two with the same. */
function isNumbered(column: string): boolean {
  return /^#\d+$/.test(column);
}

function problem(message: string): { readonly kind: 'problem'; readonly message: string } {
  return { kind: 'problem', message };
}
