import { basename } from 'node:path';
import { AppError } from '../../contract/app-error.ts';
import type { ListKind } from '../../engine/db/list-queries.ts';
import { isRanking } from '../../engine/import/read-domain-list.ts';
import { type AddedList, addDomainList } from '../../engine/jobs/add-domain-list.ts';
import { writerOf } from '../../engine/open-projects.ts';
import { withControl } from '../job-control.ts';
import { withProject } from '../open-project.ts';
import { countOf, printJson, printLine } from '../output.ts';

interface ListOptions {
  /** Found out where not given. */
  readonly kind?: ListKind;
  readonly name?: string;
  readonly json?: boolean;
}

/** `anchorage lists add`: adds lists of domains, each in place of one of the same name. */
export async function addLists(
  file: string,
  files: readonly string[],
  { kind, name, json }: ListOptions,
): Promise<void> {
  if (name !== undefined && files.length > 1) {
    throw new AppError('wrong-use', '--name takes one list at a time: each list needs a name of its own.', { name });
  }
  await withProject(file, async (project) => {
    const lists: AddedList[] = [];
    try {
      for (const path of files) {
        const told = kind ?? ((await isRanking(path)) ? 'rank' : 'spam');
        const request = { path, kind: told, name: name ?? basename(path) };
        lists.push(
          await withControl(`Adding ${basename(path)}`, 'bytes', (control) =>
            addDomainList(project, request, control, () => new Date().toISOString()),
          ),
        );
      }
    } finally {
      if (lists.length > 0) await writerOf(project).run('refreshDomains');
    }
    if (json === true) {
      printJson({ lists });
      return;
    }
    for (const list of lists) printLine(describe(list));
    printLine(`Run anchorage score ${file} to judge with ${lists.length === 1 ? 'it' : 'them'}.`);
  });
}

function describe({ name, kind, entries, skipped }: AddedList): string {
  const rest = skipped === 0 ? '' : `, ${countOf(skipped, 'row')} without a domain skipped`;
  return `${name} (${kind}): ${countOf(entries, 'domain')}${rest}.`;
}
