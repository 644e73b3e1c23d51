import { basename } from 'node:path';
import { AppError } from '../../contract/app-error.ts';
import type { ListEntry, ListKind } from '../db/list-queries.ts';
import { readDomainList } from '../import/read-domain-list.ts';
import { type OpenProject, writerOf } from '../open-projects.ts';
import type { JobControl } from './job-control.ts';

export interface ListRequest {
  readonly path: string;
  readonly kind: ListKind;
  /** Name of the list; a list of the same name is replaced. */
  readonly name: string;
}

/** What adding a list did. */
export interface AddedList {
  readonly name: string;
  readonly kind: ListKind;
  readonly file: string;
  /** Domains it holds, each once. */
  readonly entries: number;
  /** Rows that name no domain. */
  readonly skipped: number;
}

/**
 * Adds a list of domains to a project. In a list of ranks that has none, the order is the rank. A list of the same name stays
 * in force until the new one is complete. Throws `cannot-read`, and `unknown-format` for a file without domains.
 */
export async function addDomainList(
  project: OpenProject,
  { path, kind, name }: ListRequest,
  control: JobControl,
  now: () => string,
): Promise<AddedList> {
  const writer = writerOf(project);
  let listId: number | null = null;
  let [position, named, skipped] = [0, 0, 0];
  const ranked = ({ domain, rank }: ListEntry): ListEntry => ({ domain, rank: rank ?? (position += 1) });
  try {
    for await (const batch of readDomainList(path)) {
      control.signal.throwIfAborted();
      listId ??= await writer.run('startList', { name, kind, fileName: basename(path), importedAt: now() });
      const entries = kind === 'rank' ? batch.entries.map(ranked) : batch.entries;
      await writer.run('addListEntries', listId, entries);
      skipped += batch.skipped;
      named += entries.length;
      control.progress(batch.bytesRead, batch.totalBytes);
    }
    if (listId === null || named === 0) {
      throw new AppError(
        'unknown-format',
        `${path} names no domains. A list has one domain per line, or a column “domain”.`,
        {
          path,
          skipped,
        },
      );
    }
    const entries = await writer.run('finishList', listId);
    return { name, kind, file: basename(path), entries, skipped };
  } catch (error) {
    if (listId !== null) await writer.run('discardList', listId);
    throw error;
  }
}
