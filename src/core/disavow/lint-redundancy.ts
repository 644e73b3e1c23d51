import { type CoverIndex, type Covering, coveringEntry, parentHost } from './covers.ts';
import type { DisavowFile, EntryLine } from './disavow-file.ts';
import type { HostFacts } from './entry-risk.ts';
import { type Finding, finding } from './lint-finding.ts';

/**
 * W5 for one entry: another line of the same file covers it. A duplicate may go without asking; so may what a domain: line
 * covers, unless that line is one somebody will have to take out again. A twin may not: Google may know both addresses.
 */
export function lintRedundancy(
  line: EntryLine,
  number: number,
  { file, index, hosts }: { readonly file: DisavowFile; readonly index: CoverIndex; readonly hosts: HostFacts },
): Finding[] {
  const covering = coveringElsewhere(line, number, index);
  if (covering === null) return [];
  const other = file.lines[covering.line - 1];
  const isDuplicate =
    covering.match === 'exact' || (line.kind === 'domain' && other?.kind === 'domain' && other.host === line.host);
  const isFixSafe =
    covering.match !== 'twin' && (isDuplicate || (other?.kind === 'domain' && !hosts.isRisky(other.host)));
  return [finding(number, line.start, 'W5', explain(covering, isDuplicate, isFixSafe), { fix: '', isFixSafe })];
}

function coveringElsewhere(line: EntryLine, number: number, index: CoverIndex): Covering | null {
  const covering = coveringEntry(index, line);
  if (covering === null || covering.line !== number) return covering;
  if (line.kind === 'domain') {
    const parent = parentHost(line.host);
    return parent === null ? null : index.coveringHost(parent);
  }
  const twin = index.coveringTwin(line.identity.key);
  return twin === null || twin.line === number ? null : twin;
}

function explain({ line, match }: Covering, isDuplicate: boolean, isFixSafe: boolean): string {
  if (isDuplicate) return `The same entry stands in line ${line}. Delete one of them.`;
  if (match === 'domain') {
    const advice = isFixSafe ? 'Delete this line.' : 'Decide on that line first: it covers more than it should.';
    return `The domain: entry in line ${line} covers this already. ${advice}`;
  }
  return `Line ${line} lists the same page; only scheme, www., trailing slash or tracking parameters differ. One domain: entry, or the address Google knows, is enough.`;
}
