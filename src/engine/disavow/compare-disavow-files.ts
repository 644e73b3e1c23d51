import type { DisavowDiffAnswer, DisavowDiffEntry } from '../../contract/disavow.ts';
import { type DiffEntry, diffDisavowFiles } from '../../core/disavow/diff-disavow-files.ts';
import { type DisavowFile, type DisavowLine, isEntryLine } from '../../core/disavow/disavow-file.ts';
import { printEntry } from '../../core/disavow/print-disavow-file.ts';

/** What changed from one file to another, with the entries that still cover what was taken out. */
export function compareDisavowFiles(before: DisavowFile, after: DisavowFile): DisavowDiffAnswer {
  const { added, removed, kept } = diffDisavowFiles(before, after);
  return {
    added: added.map((one) => describe(one, null)),
    removed: removed.map((one) => describe(one, after)),
    kept: kept.length,
  };
}

function describe({ line, entry, coveredBy }: DiffEntry, other: DisavowFile | null): DisavowDiffEntry {
  return { line, entry, stillCoveredBy: coveredBy === null ? null : nameOf(other?.lines[coveredBy.line - 1]) };
}

function nameOf(line: DisavowLine | undefined): string | null {
  return line !== undefined && isEntryLine(line) ? printEntry(line) : null;
}
