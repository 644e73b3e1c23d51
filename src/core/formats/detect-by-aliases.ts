import { parseHost, registrableDomain } from '../url/host-name.ts';
import { COLUMN_ALIASES, METRICS_OF_LINK_TOOLS } from './column-aliases.ts';
import { normalizeColumnName } from './column-name.ts';
import { isAddress, isBareHost } from './column-profile.ts';
import { COLUMN_ROLES, type ColumnPositions, type ColumnRole, ROLE_NAMES } from './column-role.ts';
import { type Detection, metricColumns } from './detection.ts';
import type { ExportFormat } from './export-format.ts';
import { DOMAIN_LIST, GENERIC_DOMAINS, GENERIC_LINKS, URL_LIST } from './vendors/plain-lists.ts';

const JUDGED_ROWS = 200;
const MOST = 0.9;

const ROLES_OF_DOMAINS: readonly ColumnRole[] = ['domain', 'links', 'firstSeen', 'lastSeen', 'lost'];
const ROLES_OF_LINKS: readonly ColumnRole[] = ROLE_NAMES.filter((role) => role !== 'domain' && role !== 'links');

/** Reads a table by column names that many tools use; null when they name neither linking pages nor linking domains. */
export function detectByAliases(rows: readonly (readonly string[])[], headerRow: number): Detection | null {
  const header = rows[headerRow] ?? [];
  const names = header.map(normalizeColumnName);
  const looks = header.map((_, position) => lookOf(rows, headerRow, position));
  const source = findColumn(
    names,
    'source',
    (position) => looks[position] === 'pages' || looks[position] === 'nothing',
  );
  const tableOfNames = { rows, header, names, looks, headerRow };
  if (source !== null) return linksDetection(tableOfNames, source, linkingPageBeside(tableOfNames, source));
  const isDomain = (position: number): boolean => looks[position] !== 'words';
  const domain = findColumn(names, 'domain', isDomain) ?? findColumn(names, 'source', (at) => looks[at] === 'hosts');
  return domain === null ? null : domainsDetection(header, names, headerRow, domain);
}

/** A table with column names, and what most cells of each column are. */
interface NamedTable {
  readonly rows: readonly (readonly string[])[];
  readonly header: readonly string[];
  /** Normalised. */
  readonly names: readonly string[];
  readonly looks: readonly Look[];
  readonly headerRow: number;
}

function linksDetection(table: NamedTable, source: number, beside: number | null): Detection {
  const { rows, header, names, looks, headerRow } = table;
  const found = beside === null ? { source: [source] } : { source: [beside], target: [source] };
  const named = proposeByName(names, ROLES_OF_LINKS, found, (position) => looks[position] !== 'words');
  const columns = withFollowWords(named, rows, headerRow);
  const format = header.length === 1 ? URL_LIST : GENERIC_LINKS;
  return detection(format, columns.target === undefined ? 0.5 : 0.6, header, headerRow, columns);
}

const PLAIN_NAMES = ['url', 'page url', 'page', 'link', 'links', 'address'];
/** Fewer tell nothing. */
const ENOUGH_DOMAINS = 3;

/**
 * The column of the linking page where “Backlink” is what some call the page that is linked to: it is of one domain then, and the
 * pages that link are of many and stand under a plainer name.
 */
function linkingPageBeside({ rows, names, looks, headerRow }: NamedTable, source: number): number | null {
  if (names[source] !== 'backlink') return null;
  const domainsOf = (position: number): Set<string> =>
    new Set(judgedCells(rows, headerRow, position).map((cell) => registrableDomain(parseHost(cell) ?? '')));
  if (domainsOf(source).size > 1) return null;
  const beside = PLAIN_NAMES.map((name) => names.indexOf(name)).find((position) => looks[position] === 'pages');
  return beside !== undefined && domainsOf(beside).size >= ENOUGH_DOMAINS ? beside : null;
}

const ROLES_OF_REL = ['rel', 'nofollow', 'ugc', 'sponsored', 'dofollow'] as const satisfies readonly ColumnRole[];

/** A column `Link type` often says Dofollow or Nofollow, where no column of its own does. */
function withFollowWords(columns: ColumnPositions, rows: NamedTable['rows'], headerRow: number): ColumnPositions {
  const position = columns.linkType?.[0];
  if (position === undefined || ROLES_OF_REL.some((role) => columns[role] !== undefined)) return columns;
  const cells = judgedCells(rows, headerRow, position);
  const isFollow = cells.filter((cell) => /follow/i.test(cell)).length * 2 > cells.length;
  return isFollow ? { ...columns, dofollow: [position] } : columns;
}

function domainsDetection(
  header: readonly string[],
  names: readonly string[],
  headerRow: number,
  domain: number,
): Detection {
  const columns = proposeByName(names, ROLES_OF_DOMAINS, { domain: [domain] }, () => true);
  const format = speaksOfLinks(names, domain, columns) ? GENERIC_DOMAINS : DOMAIN_LIST;
  return detection(format, 0.5, header, headerRow, columns);
}

/**
 * True where a table of domains says that they link: by the name of their column, counts, dates, or a link tool's metrics. Any other
 * table with a column `domain` is a list of who knows what.
 */
function speaksOfLinks(names: readonly string[], domain: number, columns: ColumnPositions): boolean {
  const hasLinkColumn = (['links', 'firstSeen', 'lastSeen', 'lost'] as const).some(
    (role) => columns[role] !== undefined,
  );
  const isNamedSo = /link|refer|source|verweis/.test(names[domain] ?? '');
  return hasLinkColumn || isNamedSo || names.some((name) => METRICS_OF_LINK_TOOLS.includes(name));
}

function detection(
  format: ExportFormat,
  confidence: number,
  header: readonly string[],
  headerRow: number,
  columns: ColumnPositions,
): Detection {
  const taken = new Set(Object.values(columns).flat());
  const roles = ROLE_NAMES.flatMap((role) => {
    const position = columns[role]?.[0];
    return position === undefined ? [] : [`${COLUMN_ROLES[role]} in “${header[position]?.trim()}”`];
  });
  return {
    format,
    confidence,
    headerRow,
    header,
    columns,
    metrics: metricColumns(header, (position) => !taken.has(position)),
    reasons: [`read by column names: ${roles.join(', ')}`],
    refusal: format.refusal ?? null,
  };
}

/** Gives every role that is still free the column with its most telling name; a target must hold addresses. */
function proposeByName(
  names: readonly string[],
  roles: readonly ColumnRole[],
  found: ColumnPositions,
  holdsAddresses: (position: number) => boolean,
): ColumnPositions {
  const columns: Partial<Record<ColumnRole, readonly number[]>> = { ...found };
  const taken = new Set(Object.values(found).flat());
  for (const role of roles) {
    if (columns[role] !== undefined) continue;
    const isFree = (position: number): boolean =>
      !taken.has(position) && (role !== 'target' || holdsAddresses(position));
    const position = findColumn(names, role, isFree);
    if (position === null) continue;
    columns[role] = [position];
    taken.add(position);
  }
  return columns;
}

function findColumn(names: readonly string[], role: ColumnRole, isFit: (position: number) => boolean): number | null {
  for (const alias of COLUMN_ALIASES[role] ?? []) {
    const position = names.indexOf(alias);
    if (position !== -1 && isFit(position)) return position;
  }
  return null;
}

/**
 * What most cells of a column are. Names alone do not do: `from`, `page` and `link` name many things, and a `source` of bare
 * hosts is a list of domains, out of which no page must be invented.
 */
type Look = 'pages' | 'hosts' | 'words' | 'nothing';

function lookOf(rows: readonly (readonly string[])[], headerRow: number, position: number): Look {
  const cells = judgedCells(rows, headerRow, position);
  if (cells.length === 0) return 'nothing';
  const addresses = cells.filter(isAddress);
  if (addresses.length * 2 < cells.length) return 'words';
  return addresses.filter(isBareHost).length >= addresses.length * MOST ? 'hosts' : 'pages';
}

function judgedCells(rows: readonly (readonly string[])[], headerRow: number, position: number): string[] {
  return rows.slice(headerRow + 1, headerRow + 1 + JUDGED_ROWS).flatMap((row) => (row[position] ?? '').trim() || []);
}
