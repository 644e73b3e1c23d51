import { fromSqliteError } from '../engine/db/sqlite-error.ts';
import { closeProject, type OpenProject, openProject } from '../engine/open-projects.ts';
import { remark } from './output.ts';

/**
 * Opens a project for one command, and closes it whatever the command does. A damaged one is said to be so, and what can be
 * read of it is read. Errors as the engine's `openProject`.
 */
export async function withProject<Result>(
  path: string,
  use: (project: OpenProject) => Promise<Result> | Result,
): Promise<Result> {
  const project = await openProject(path);
  if (project.readOnlyReason !== '') remark(project.readOnlyReason);
  let isSaid = false;
  project.writer?.onWaiting(() => {
    if (!isSaid) remark(`Another program is writing to ${path}; this waits for it.`);
    isSaid = true;
  });
  try {
    return await use(project);
  } catch (error) {
    throw fromSqliteError(error, path);
  } finally {
    await closeProject(project);
  }
}
