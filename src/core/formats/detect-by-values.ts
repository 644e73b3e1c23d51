import { roleOtherThanSource } from './column-aliases.ts';
import { normalizeColumnName } from './column-name.ts';
import { type ColumnProfile, profileColumn } from './column-profile.ts';
import type { ColumnPositions, ColumnRole } from './column-role.ts';
import { type Detection, metricColumns } from './detection.ts';
import type { ExportFormat } from './export-format.ts';
import { findFormat } from './export-formats.ts';
import { readNumber } from './read-number.ts';
import { DISAVOW_FILE, DOMAIN_LIST, GENERIC_LINKS, RANK_LIST, UNKNOWN_FILE, URL_LIST } from './vendors/plain-lists.ts';

/** Most, but not all: real exports hold the odd broken cell. */
const MOST = 0.9;
const PROFILED_ROWS = 500;
/** Fewer pages of one host prove nothing. */
const ENOUGH_PAGES = 3;

/**
 * Reads a file without known column names by what its cells look like. This is what makes Search Console's lists readable in
 * every language of its interface.
 */
export function detectByValues(rows: readonly (readonly string[])[], headerRow: number | null): Detection {
  const start = headerRow ?? 0;
  const sample = rows.slice(start, start + PROFILED_ROWS);
  const width = widthOf(sample);
  const hasHeader = headerRow !== null;
  const found: Shape = {
    header: nameColumns(hasHeader ? (sample[0] ?? []) : [], width),
    headerRow: hasHeader ? start : null,
    firstRow: sample[0] ?? [],
    profiles: Array.from({ length: width }, (_, position) => profileColumn(sample, position, hasHeader ? 1 : 0)),
  };
  return (
    asDisavowFile(found) ??
    asRankList(found) ??
    asSearchConsole(found) ??
    asList(found) ??
    asTable(found) ??
    unknown(found)
  );
}

/** The widest row; but a list of addresses is one column wide however many commas are in some of them. */
function widthOf(rows: readonly (readonly string[])[]): number {
  const single = rows.filter((row) => row.length === 1).length;
  return single > rows.length / 2 ? 1 : Math.max(0, ...rows.map((row) => row.length));
}

/** The role that the column's name tells where it is not that of the linking page, whatever the cells look like. */
function namedRole({ headerRow, header }: Shape, position: number): ColumnRole | null {
  return headerRow === null ? null : roleOtherThanSource(normalizeColumnName(header[position] ?? ''));
}

function mayBeSource(shape: Shape, position: number): boolean {
  return namedRole(shape, position) === null;
}

interface Shape {
  readonly header: readonly string[];
  readonly headerRow: number | null;
  readonly firstRow: readonly string[];
  readonly profiles: readonly ColumnProfile[];
}

function nameColumns(names: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, position) => names[position] ?? `Column ${position + 1}`);
}

function asDisavowFile(shape: Shape): Detection | null {
  if ((shape.profiles[0]?.disavow ?? 0) < 0.3) return null;
  return detection(shape, DISAVOW_FILE, 0.9, {}, ['lines start with “domain:”']);
}

/** A number and a domain in every row. */
function asRankList(shape: Shape): Detection | null {
  const [first, second, third] = shape.profiles;
  if (first === undefined || second === undefined || third !== undefined || first.filled < ENOUGH_PAGES) return null;
  if (first.numbers < MOST || second.hosts < MOST) return null;
  return detection(shape, RANK_LIST, 0.8, {}, ['a column of ranks and a column of domains']);
}

/** Translated tables of Search Console: columns of fixed kinds in a fixed order under names nobody knows. */
function asSearchConsole(shape: Shape): Detection | null {
  const { headerRow, profiles } = shape;
  const [first, second, third] = profiles;
  if (headerRow === null || first === undefined || profiles.length > 3) return null;
  const pages = first.urls >= MOST && mayBeSource(shape, 0);
  if (pages && second === undefined) {
    return vendorDetection(shape, 'gsc-more-sample-links', 0.6, { source: [0] }, ['one column of addresses']);
  }
  if (second === undefined) return null;
  if (pages && third === undefined && second.dates >= MOST) {
    return vendorDetection(shape, 'gsc-latest-links', 0.8, { source: [0], lastSeen: [1] }, [
      'a column of addresses and a column of dates',
    ]);
  }
  const counts = profiles.slice(1).every((profile) => profile.numbers >= MOST);
  if (counts && pages && first.distinctHosts === 1 && first.filled >= ENOUGH_PAGES) {
    const id = third === undefined ? 'gsc-top-target-pages' : 'gsc-top-target-pages-external';
    return vendorDetection(shape, id, 0.7, {}, ['pages of a single site with counts']);
  }
  if (counts && third !== undefined && first.hosts >= MOST) {
    return vendorDetection(shape, 'gsc-top-linking-sites', 0.7, { domain: [0], links: [1] }, [
      'domains with two counts',
    ]);
  }
  return null;
}

/** One column of addresses or of domains. */
function asList(shape: Shape): Detection | null {
  const [first, ...others] = shape.profiles;
  if (first === undefined || first.filled === 0 || others.some((profile) => profile.filled > 0)) return null;
  const bare = first.bareAddresses >= 0.5 && first.bareAddresses + first.urls + first.hosts >= MOST;
  if ((first.urls >= 0.5 || bare) && mayBeSource(shape, 0)) {
    return detection(shape, URL_LIST, 0.7, { source: [0] }, ['one column of addresses']);
  }
  if (first.hosts >= 0.5) return detection(shape, DOMAIN_LIST, 0.5, { domain: [0] }, ['one column of domains']);
  return null;
}

/** A table whose address columns can be told apart: linking pages have many hosts, their targets few. */
function asTable(shape: Shape): Detection | null {
  const addresses = shape.profiles
    .map((profile, position) => ({ ...profile, position, role: namedRole(shape, position) }))
    .filter((profile) => profile.urls >= 0.5)
    .sort((one, other) => other.distinctHosts - one.distinctHosts);
  const source = addresses.find(({ role }) => role === null);
  if (source === undefined) return null;
  const target =
    addresses.find(({ role }) => role === 'target') ?? addresses.find((one) => one !== source && one.role === null);
  const date = shape.profiles.findIndex((profile) => profile.dates >= MOST);
  const columns: ColumnPositions = {
    source: [source.position],
    ...(target === undefined ? {} : { target: [target.position] }),
    ...(date === -1 ? {} : { lastSeen: [date] }),
  };
  return detection(shape, GENERIC_LINKS, 0.3, columns, ['columns told by their values alone: please check them']);
}

function unknown(shape: Shape): Detection {
  const header = isRowOfNames(shape.firstRow) ? { header: shape.firstRow, headerRow: 0 } : {};
  return {
    ...detection(shape, UNKNOWN_FILE, 0, {}, []),
    ...header,
    refusal: `${lookOf(shape)}. Export the list of backlinks or of referring domains as CSV, or say which column names the linking page.`,
  };
}

function lookOf(shape: Shape): string {
  if (shape.profiles.length === 0) return 'The file holds no rows';
  const targets = shape.profiles.flatMap(({ urls, hosts, bareAddresses }, position) => {
    const holdsAddresses = urls + hosts + bareAddresses >= 0.5;
    return holdsAddresses && namedRole(shape, position) === 'target' ? shown(shape.header[position] ?? '') : [];
  });
  if (targets.length > 0)
    return `The file lists addresses that are linked to (${targets.join(', ')}) and no linking page`;
  const names = shape.firstRow.slice(0, 8).map(shown);
  return `No column holds addresses of linking pages (first row: ${names.join(', ')})`;
}

function shown(name: string): string {
  return `“${name.trim().slice(0, 40)}”`;
}

/** Filled, different and none a number: so the columns of a mapping by hand get names to go by. */
function isRowOfNames(row: readonly string[]): boolean {
  const names = new Set(row.map((name) => name.trim()));
  return names.size === row.length && !names.has('') && row.every((name) => readNumber(name, 'point') === null);
}

function vendorDetection(
  shape: Shape,
  id: string,
  confidence: number,
  columns: ColumnPositions,
  reasons: readonly string[],
): Detection {
  return detection(shape, findFormat(id) ?? GENERIC_LINKS, confidence, columns, [
    ...reasons,
    'as Search Console writes them in other languages',
  ]);
}

function detection(
  shape: Shape,
  format: ExportFormat,
  confidence: number,
  columns: ColumnPositions,
  reasons: readonly string[],
): Detection {
  const taken = new Set(Object.values(columns).flat());
  return {
    format,
    confidence,
    headerRow: shape.headerRow,
    header: shape.header,
    columns,
    metrics: metricColumns(shape.header, (position) => !taken.has(position)),
    reasons,
    refusal: format.refusal ?? null,
  };
}
