import { AppError } from '../../contract/app-error.ts';
import type { ImportRow } from '../../contract/rows.ts';
import { readImport } from '../db/import-queries.ts';
import { type OpenProject, writerOf } from '../open-projects.ts';
import { workAlone } from './work-alone.ts';

/**
 * Takes an import back as a whole and returns what it was. Links that only this file named go; what other imports said
 * stays, and so does every link with a verdict of its own. Judgements are the caller's to renew.
 *
 * @throws AppError `not-found`, `wrong-use` while the import is still running, or `project-locked` while another program is at work.
 */
export async function undoImport(project: OpenProject, importId: number): Promise<ImportRow> {
  const row = readImport(project.reader, importId);
  if (row === null) throw new AppError('not-found', `There is no import ${importId}.`, { importId });
  if (row.state === 'running') {
    throw new AppError('wrong-use', `${row.file} is still being imported. Cancel the import instead.`, { importId });
  }
  const writer = writerOf(project);
  await workAlone(project, async () => {
    await writer.run('removeImport', importId);
    await writer.run('refreshDomains');
  });
  return row;
}
