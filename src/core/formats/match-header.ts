import { COLUMN_ALIASES, KNOWN_METRIC_NAMES, roleOtherThanSource } from './column-aliases.ts';
import { normalizeColumnName } from './column-name.ts';
import { type ColumnRole, ROLE_NAMES } from './column-role.ts';
import { type Detection, type MetricColumn, metricColumns } from './detection.ts';
import type { ExportFormat } from './export-format.ts';
import { NAMED_FORMATS } from './export-formats.ts';

/** A copy in which somebody deleted columns still names its vendor: a few names, nearly all of them the vendor's. */
const CUT_DOWN_NAMES = 4;
const CUT_DOWN_SHARE = 0.9;
const CUT_DOWN_SCORE = 0.6;

let allNames: ReadonlySet<string> | null = null;

/** Every column name that a format or an alias knows, normalised. */
export function knownNames(): ReadonlySet<string> {
  allNames ??= new Set([
    ...NAMED_FORMATS.flatMap((format) => [format.header, ...(format.translations ?? [])].flat()).map(
      normalizeColumnName,
    ),
    ...Object.values(COLUMN_ALIASES).flat(),
    ...KNOWN_METRIC_NAMES,
  ]);
  return allNames;
}

/**
 * How near a header is to a format's, 0 to 1: the harmonic mean of the share of the format's names that are there and the share
 * of the file's names that belong to the format. 0 where a required name is missing. A format with signs is told by these alone.
 */
export function matchHeader(format: ExportFormat, header: readonly string[]): number {
  const names = new Set(header.map(normalizeColumnName).filter((name) => name !== ''));
  if (format.signs !== undefined) return hasSign(format, names) ? 1 : 0;
  const scores = [format.header, ...(format.translations ?? [])].map((expected) =>
    scoreAgainst(format, expected, names),
  );
  return Math.max(...scores);
}

/** True where the names, normalised, hold a set of names by which a format is told. */
export function bearsSign(names: ReadonlySet<string>): boolean {
  return NAMED_FORMATS.some((format) => hasSign(format, names));
}

function hasSign({ signs = [] }: ExportFormat, names: ReadonlySet<string>): boolean {
  const isSigned = signs.some((sign) => sign.every((name) => names.has(normalizeColumnName(name))));
  return isSigned && ![...names].some(isOfLinks);
}

/** Names of columns that only a table of links has, whatever other tables it borrows columns from. */
function isOfLinks(name: string): boolean {
  const role = roleOtherThanSource(name);
  return role === 'target' || role === 'anchor';
}

function scoreAgainst(format: ExportFormat, expected: readonly string[], names: ReadonlySet<string>): number {
  const has = (name: string): boolean => {
    const written = expected[format.header.indexOf(name)];
    return written === undefined || names.has(normalizeColumnName(written));
  };
  if (!format.required.every(has)) return 0;
  const optional = new Set(format.optional);
  const hits = expected.filter((name) => names.has(normalizeColumnName(name))).length;
  const wanted = format.header.filter((name) => !optional.has(name) || has(name)).length;
  if (hits === 0) return 0;
  if (format.wholeHeader !== undefined && !isWhole(format, expected, names)) return 0;
  const share = Math.min(1, hits / Math.min(wanted, expected.length));
  const belonging = format.openHeader === true ? 1 : hits / names.size;
  const nearness = (2 * share * belonging) / (share + belonging);
  return hits >= CUT_DOWN_NAMES && belonging >= CUT_DOWN_SHARE ? Math.max(nearness, CUT_DOWN_SCORE) : nearness;
}

/**
 * True when the file's names are the expected ones, and beside them none, or none that anybody knows. Their order tells too, but a
 * refused file in another order is no better.
 */
function isWhole(format: ExportFormat, expected: readonly string[], names: ReadonlySet<string>): boolean {
  const wanted = expected.map(normalizeColumnName).filter((name) => names.has(name));
  const isNote = (name: string): boolean =>
    format.wholeHeader === 'or-notes' && !knownNames().has(name) && !wanted.includes(name);
  const rest = [...names].filter((name) => !isNote(name));
  if (rest.length !== wanted.length) return false;
  return format.kind === 'refused' || rest.every((name, position) => name === wanted[position]);
}

/** The detection that follows from a header matched to a format. */
export function namedDetection(
  format: ExportFormat,
  header: readonly string[],
  headerRow: number,
  score: number,
): Detection {
  const positionOf = positionsOfFormat(format, header);
  return {
    format,
    confidence: Math.round(score * (format.certainty ?? 1) * 100) / 100,
    headerRow,
    header,
    columns: rolePositions(format, positionOf),
    metrics: metricPositions(format, header, positionOf),
    reasons: reasonsFor(format, header, positionOf, headerRow),
    refusal: format.kind === 'refused' ? (format.refusal ?? null) : null,
  };
}

/** Finds the column of a name of the format; of doubled names the first counts. */
function positionsOfFormat(format: ExportFormat, header: readonly string[]): (name: string) => number | undefined {
  const byName = new Map<string, number>();
  header.forEach((name, position) => {
    const normal = normalizeColumnName(name);
    if (!byName.has(normal)) byName.set(normal, position);
  });
  const versions = [format.header, ...(format.translations ?? [])];
  return (name) => {
    const at = format.header.indexOf(name);
    const spellings = at === -1 ? [name] : versions.flatMap((version) => version[at] ?? []);
    for (const spelling of spellings) {
      const position = byName.get(normalizeColumnName(spelling));
      if (position !== undefined) return position;
    }
    return undefined;
  };
}

function rolePositions(
  format: ExportFormat,
  positionOf: (name: string) => number | undefined,
): Partial<Record<ColumnRole, number[]>> {
  const columns: Partial<Record<ColumnRole, number[]>> = {};
  for (const role of ROLE_NAMES) {
    const positions = [format.roles[role] ?? []].flat().flatMap((name) => positionOf(name) ?? []);
    if (positions.length > 0) columns[role] = positions;
  }
  return columns;
}

/** The format's metrics, and columns the format does not know: somebody's own notes are not thrown away. */
function metricPositions(
  format: ExportFormat,
  header: readonly string[],
  positionOf: (name: string) => number | undefined,
): MetricColumn[] {
  const ofFormat = new Set((format.metrics ?? []).flatMap((name) => positionOf(name) ?? []));
  const known = new Set(format.header.flatMap((name) => positionOf(name) ?? []));
  return metricColumns(header, (position) => ofFormat.has(position) || !known.has(position));
}

function reasonsFor(
  format: ExportFormat,
  header: readonly string[],
  positionOf: (name: string) => number | undefined,
  headerRow: number,
): string[] {
  if (format.signs !== undefined) return [`column names are those of ${format.title}`];
  const missing = format.header.filter(
    (name) => positionOf(name) === undefined && !(format.optional ?? []).includes(name),
  );
  const known = format.header.filter((name) => positionOf(name) !== undefined).length;
  const reasons = [`${known} of ${format.header.length} column names are those of ${format.title}`];
  if (missing.length > 0) reasons.push(`not in the file: ${missing.slice(0, 5).join(', ')}`);
  const surplus = header.filter((name) => name.trim() !== '').length - known;
  if (surplus > 0) reasons.push(`columns beside them: ${surplus}`);
  if (headerRow > 0) reasons.push(`rows left out before the column names: ${headerRow}`);
  return reasons;
}
