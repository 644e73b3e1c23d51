import { type CoverIndex, type Covering, coveringEntry, indexCoverage } from './covers.ts';
import { type DisavowFile, type EntryLine, isEntryLine } from './disavow-file.ts';

/** An entry that only one of two files holds. */
export interface DiffEntry {
  readonly kind: EntryLine['kind'];
  /** The normalised entry: `domain:host`, or the URL as it is fetched. */
  readonly entry: string;
  /** 1-based line of its first mention in the file that holds it. */
  readonly line: number;
  /** The line of the other file that covers it all the same, such as a domain: entry in place of its pages; else null. */
  readonly coveredBy: Covering | null;
}

/** An entry that both files hold. */
export interface KeptEntry {
  readonly kind: EntryLine['kind'];
  readonly entry: string;
  readonly lineBefore: number;
  readonly lineAfter: number;
}

/** Two files side by side, by normalised entry. */
export interface DisavowDiff {
  /** In the second file only, in its order. Where `coveredBy` is set, the first file covered it already. */
  readonly added: readonly DiffEntry[];
  /** In the first file only, in its order. Where `coveredBy` is set, the second file still covers it. */
  readonly removed: readonly DiffEntry[];
  readonly kept: readonly KeptEntry[];
}

/**
 * What changed between two disavow files, entry by entry: order, duplicates, comments, spelling faults and encoding do not
 * count. An entry with a fault is compared by what it means.
 */
export function diffDisavowFiles(before: DisavowFile, after: DisavowFile): DisavowDiff {
  const [old, current] = [firstMentions(before), firstMentions(after)];
  const kept = [...old].flatMap(([entry, { line, kind }]) => {
    const match = current.get(entry);
    return match === undefined ? [] : [{ kind, entry, lineBefore: line, lineAfter: match.line }];
  });
  return {
    added: listMissing(current, old, indexCoverage(before)),
    removed: listMissing(old, current, indexCoverage(after)),
    kept,
  };
}

interface Mention {
  readonly kind: EntryLine['kind'];
  readonly line: number;
  readonly parsed: EntryLine;
}

function firstMentions(file: DisavowFile): Map<string, Mention> {
  const mentions = new Map<string, Mention>();
  file.lines.forEach((line, index) => {
    if (!isEntryLine(line)) return;
    const entry = line.kind === 'domain' ? `domain:${line.host}` : line.identity.url;
    if (!mentions.has(entry)) mentions.set(entry, { kind: line.kind, line: index + 1, parsed: line });
  });
  return mentions;
}

function listMissing(
  mentions: ReadonlyMap<string, Mention>,
  other: ReadonlyMap<string, Mention>,
  otherIndex: CoverIndex,
): DiffEntry[] {
  return [...mentions]
    .filter(([entry]) => !other.has(entry))
    .map(([entry, { kind, line, parsed }]) => ({ kind, entry, line, coveredBy: coveringEntry(otherIndex, parsed) }));
}
