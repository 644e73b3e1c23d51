import { hostOf } from '../disavow/parse-entry-host.ts';
import { isIpHost, parseHost, registrableDomain } from '../url/host-name.ts';

/** What a row of a domain list says. */
export type ListRow =
  /** The rank is null where the row has none. */
  | { readonly kind: 'entry'; readonly domain: string; readonly rank: number | null }
  /** A header or comment. */
  | { readonly kind: 'remark' }
  /** A row that names no domain. */
  | { readonly kind: 'skipped' };

const REMARK: ListRow = { kind: 'remark' };
const SKIPPED: ListRow = { kind: 'skipped' };

/** Column names of the domain, the most telling first. */
const DOMAIN_COLUMNS = ['domain', 'root domain', 'registrable domain', 'hostname', 'host', 'website', 'site', 'url'];
const RANK_COLUMNS = ['globalrank', 'rank', 'tranco rank', 'position', '#harmonicc_pos'];

/**
 * A reader for the rows of one list, given in their order as cells. Understands plain lists, `rank,domain` (Tranco, Alexa),
 * tables with a header (Majestic Million, DomCop, Common Crawl's with its reversed names), `domain,…`, disavow files and hosts files. Hosts become registrable
 * domains. An address with a path names a page, which says nothing about its domain: such a row is skipped.
 */
export function createListRowReader(): (fields: readonly string[]) => ListRow {
  let columns: Columns | null = null;
  let isStart = true;
  return (fields) => {
    const cells = fields.map(trimCell);
    const first = cells[0] ?? '';
    if (isStart) {
      columns = readHeader(cells);
      if (columns !== null) {
        isStart = false;
        return REMARK;
      }
    }
    if (/^(?:#|\/\/|!|;)/.test(first)) return REMARK;
    isStart = false;
    if (columns === null) return cells.length === 1 ? readLine(first) : readCells(cells);
    const name = cells[columns.domain] ?? '';
    const rank = columns.rank === null ? null : toRank(cells[columns.rank] ?? '');
    return toEntry(columns.isReversed ? name.split('.').reverse().join('.') : name, rank);
  };
}

interface Columns {
  readonly domain: number;
  readonly rank: number | null;
  /** The names stand as `com.example`. */
  readonly isReversed: boolean;
}

function readHeader(cells: readonly string[]): Columns | null {
  const names = cells.map((cell) => cell.toLowerCase());
  const find = (wanted: readonly string[]) => wanted.map((name) => names.indexOf(name)).find((index) => index !== -1);
  const reversed = find(['#host_rev']);
  const domain = reversed ?? find(DOMAIN_COLUMNS);
  if (domain === undefined) return null;
  return { domain, rank: find(RANK_COLUMNS) ?? null, isReversed: reversed !== undefined };
}

/** Without a header the rank stands before the domain; what stands behind the domain is of no interest. */
function readCells(cells: readonly string[]): ListRow {
  const [first = '', second = ''] = cells;
  const rank = toRank(first);
  return rank === null ? readLine(first) : toEntry(second, rank);
}

/** A line of a plain list, a disavow file or a hosts file. */
function readLine(line: string): ListRow {
  const comment = line.search(/\s#/);
  const text = (comment === -1 ? line : line.slice(0, comment)).trim();
  const directive = /^domain\s*:\s*/i.exec(text)?.[0] ?? '';
  const [first = '', second] = text.slice(directive.length).split(/\s+/, 3);
  if (second === undefined) return toEntry(first, null);
  return isHostsAddress(first) ? toEntry(second, null) : SKIPPED;
}

/** The address that hosts files send unwanted hosts to. */
function isHostsAddress(text: string): boolean {
  return /^(?:\d{1,3}(?:\.\d{1,3}){3}|::1?|fe80::.*)$/.test(text);
}

function toEntry(text: string, rank: number | null): ListRow {
  const host = hostOf(text) ?? hostOfOrigin(text);
  if (host === null || !host.includes('.') || isUnspecific(host)) return SKIPPED;
  return { kind: 'entry', domain: registrableDomain(host), rank };
}

function hostOfOrigin(text: string): string | null {
  return /^(?:https?:)?\/\/[^/?#\s]+\/?$/i.test(text) && text.length < 1000 ? parseHost(text) : null;
}

/** Addresses that name this machine or none stand at the head of every hosts file. */
function isUnspecific(host: string): boolean {
  return (isIpHost(host) && /^(?:0|127|255)\./.test(host)) || host.endsWith('.localdomain') || host.endsWith('.local');
}

function toRank(text: string): number | null {
  return /^\d{1,10}$/.test(text) ? Number(text) : null;
}

function trimCell(cell: string): string {
  return cell.trim().replace(/^\*?\./, '');
}
