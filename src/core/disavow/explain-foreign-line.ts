import { identifyUrl } from '../url/url-identity.ts';
import { hasKnownSuffix, type InvalidText, invalidText } from './invalid-text.ts';
import { hostOf } from './parse-entry-host.ts';

/**
 * Lines of other kinds of files that found their way into a disavow file: rows of tables, lines of hosts files and ad
 * filters, entries within prose or markup. What they probably mean is offered, never taken without asking.
 */

/** A line of a hosts file, an ad filter or a resolver's configuration. */
export function explainForeignList(text: string): InvalidText | null {
  const name =
    /^(?:0\.0\.0\.0|127\.0\.0\.1|255\.255\.255\.255|::1?)\s+(\S+)\s*(?:#.*)?$/.exec(text)?.[1] ??
    /^\|\|([^\s^$/*|]+)(?:\^(?:\$\S*)?)?$/.exec(text)?.[1] ??
    /^(?:address|server|local)=\/([^\s/]+)\//.exec(text)?.[1];
  const host = name === undefined ? null : hostOf(name);
  return host?.includes('.') ? invalidText('other-list', 0, `domain:${host}`) : null;
}

/** A row of a table. Where exactly one cell is an entry, a URL or a host, that is offered; where all are, each. */
export function explainRow(text: string): InvalidText | null {
  const separator = text.search(/[,;|\t]/);
  if (separator === -1) return null;
  const cells = text.split(/[,;|\t]/, 200).map((cell) => cell.trim().replace(/^["']+|["']+$/g, ''));
  const entries = cells.map(entryOf).filter((entry) => entry !== null);
  const filled = cells.filter((cell) => cell !== '');
  if (entries.length > 1 && entries.length === filled.length) {
    const second = separator + 1 + text.slice(separator + 1).search(/[^\s"']/);
    return invalidText('several-entries', second, entries.join('\n'));
  }
  const first = cells[0] ?? '';
  const isRow = entries.length > 0 || (first.includes('.') && !/\s/.test(first)) || cells.length > 3;
  return isRow ? invalidText('csv-row', separator, entries.length === 1 ? (entries[0] ?? null) : null) : null;
}

/** Hosts in a row, with blanks between them. */
export function explainSeveralHosts(text: string): InvalidText | null {
  const words = text.split(/\s+/, 200);
  const entries = words.map(entryOf).filter((entry) => entry !== null);
  if (words.length < 2 || entries.length < words.length) return null;
  return invalidText('several-entries', text.search(/\s\S/) + 1, entries.join('\n'));
}

/** An entry or address within prose or markup. */
export function explainHeldEntry(text: string): InvalidText | null {
  const found = [...text.matchAll(/(?:domain:|https?:\/\/)[^\s"'<>()[\],;|]+/gi)];
  const [first] = found;
  if (first === undefined) return null;
  const entries = new Set(found.map(([entry]) => entryOf(entry)));
  return invalidText('entry-in-text', first.index, entries.size === 1 ? ([...entries][0] ?? null) : null);
}

/** The entry a cell or word stands for, or null: a URL, a `domain:` entry, or a host of a known suffix. */
function entryOf(cell: string): string | null {
  if (/^https?:\/\/\S+$/i.test(cell)) return identifyUrl(cell) === null ? null : cell;
  const name = cell.replace(/^domain:/i, '');
  const host = hostOf(name);
  return host?.includes('.') && (name !== cell || hasKnownSuffix(host)) ? `domain:${host}` : null;
}
