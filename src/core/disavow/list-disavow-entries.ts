import { trimBlanks } from './blank-characters.ts';
import { commentText } from './comment-text.ts';
import { type DisavowFile, isWellFormed } from './disavow-file.ts';

/** An entry of an existing file, ready to become a verdict. */
export type ListedEntry = ListedDomain | ListedUrl;

interface ListedParts {
  /** 1-based. */
  readonly line: number;
  /** What the file says about the entry, marks and line breaks removed; '' where it says nothing. */
  readonly comment: string;
  /** False when Google may have refused the line because of a fault in it. */
  readonly isWellFormed: boolean;
}

/** An entry for a host and what is below it. */
export interface ListedDomain extends ListedParts {
  readonly kind: 'domain';
  readonly host: string;
}

/** An entry for one page. */
export interface ListedUrl extends ListedParts {
  readonly kind: 'url';
  /** As it is fetched. */
  readonly url: string;
  /** Identity key, see `identifyUrl`. */
  readonly urlKey: string;
  readonly host: string;
}

/**
 * The entries of a file in its order, duplicates included, each with what is written about it: the comment lines directly
 * above, which hold for all entries below them until a blank line or the next comment, and the text behind the entry.
 * A header set off by a blank line belongs to none.
 */
export function listDisavowEntries(file: DisavowFile): ListedEntry[] {
  const entries: ListedEntry[] = [];
  let block: string[] = [];
  let isBlockOpen = false;
  file.lines.forEach((line, index) => {
    if (line.kind === 'comment') {
      if (!isBlockOpen) block = [];
      isBlockOpen = true;
      block.push(commentText(line.raw));
      return;
    }
    isBlockOpen = false;
    if (line.kind === 'blank') block = [];
    if (line.kind !== 'domain' && line.kind !== 'url') return;
    const comment = trimBlanks([...block, commentText(line.trailing)].filter((text) => text !== '').join(' '));
    const parts = { line: index + 1, comment, isWellFormed: isWellFormed(line) };
    entries.push(
      line.kind === 'domain'
        ? { kind: 'domain', host: line.host, ...parts }
        : { kind: 'url', url: line.identity.url, urlKey: line.identity.key, host: line.identity.host, ...parts },
    );
  });
  return entries;
}
