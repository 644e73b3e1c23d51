import { hasKnownSuffix, parseHost } from '../url/host-name.ts';
import { parseWebAddress } from '../url/url-identity.ts';
import { readDate } from './read-date.ts';
import { readNumber } from './read-number.ts';

/** What the cells of one column look like. Shares are of the filled cells, 0 to 1. */
export interface ColumnProfile {
  readonly filled: number;
  /** Web addresses written with http or https. */
  readonly urls: number;
  /** Web addresses without their scheme, below a domain that can be registered and with a path. */
  readonly bareAddresses: number;
  /** Bare host names. */
  readonly hosts: number;
  readonly dates: number;
  readonly numbers: number;
  /** Lines of a disavow file: `domain:` entries and comments. */
  readonly disavow: number;
  /** Distinct hosts among the addresses. */
  readonly distinctHosts: number;
}

/** Looks at one column of the rows from `from` on. */
export function profileColumn(rows: readonly (readonly string[])[], position: number, from: number): ColumnProfile {
  const cells = rows.slice(from).flatMap((row) => (row[position] ?? '').trim() || []);
  const share = (test: (cell: string) => boolean): number =>
    cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
  const hosts = new Set(cells.map(hostOfUrl).filter((host) => host !== null));
  return {
    filled: cells.length,
    urls: share((cell) => hostOfUrl(cell) !== null),
    bareAddresses: share(isBareAddress),
    hosts: share(isBareHost),
    dates: share(isWrittenDate),
    numbers: share((cell) => readNumber(cell, 'point') !== null || readNumber(cell, 'comma') !== null),
    disavow: share((cell) => /^domain\s*:/i.test(cell)),
    distinctHosts: hosts.size,
  };
}

/** A date with its own marks; a lone number may be one too, but proves nothing. */
export function isWrittenDate(cell: string): boolean {
  if (!/\d/.test(cell)) return false;
  const isNumber = /^[\d.]+$/.test(cell) && !/^\d{1,2}\.\d{1,2}\.\d{4}$/.test(cell);
  return !isNumber && readDate(cell, 'day-first') !== null;
}

/** True for an address with its scheme, as exports write source pages. */
export function isAbsoluteUrl(text: string): boolean {
  return hostOfUrl(text.trim()) !== null;
}

function hostOfUrl(cell: string): string | null {
  if (!/^https?:\/\//i.test(cell)) return null;
  return parseWebAddress(cell)?.hostname ?? null;
}

/** True for a web address, whole or without its scheme. */
export function isAddress(text: string): boolean {
  const trimmed = text.trim();
  return isAbsoluteUrl(trimmed) || isBareHost(trimmed.replace(/[/:?].*$/s, ''));
}

/** What stands before a slash and ends so is an archive and no host, although the suffix is one. */
const ARCHIVE = /\.zip$/i;

/** True for `garden.com/roses`, but for no file, version, mail address or words with a slash among them. */
function isBareAddress(cell: string): boolean {
  const [, host, path] = /^([^\s/]+)\/(\S+)$/.exec(cell) ?? [];
  if (host === undefined || path === undefined || ARCHIVE.test(host) || !isBareHost(host)) return false;
  return hasKnownSuffix(parseHost(host) ?? '');
}

/** True for a name with a dot and a last label of letters, so that `1.5` and `3.10.2` are no hosts. */
export function isBareHost(cell: string): boolean {
  return /^[\p{L}\d_-]+(?:\.[\p{L}\d_-]+)*\.(?:xn--[a-z\d-]+|\p{L}{2,})\.?\/?$/u.test(cell) && parseHost(cell) !== null;
}
