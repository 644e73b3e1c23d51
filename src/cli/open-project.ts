import { closeProject, type OpenProject, openProject } from '../engine/open-projects.ts';

/** Opens a project for one command, and closes it whatever the command does. Errors as the engine's `openProject`. */
export async function withProject<Result>(
  path: string,
  use: (project: OpenProject) => Promise<Result> | Result,
): Promise<Result> {
  const project = await openProject(path);
  try {
    return await use(project);
  } finally {
    await closeProject(project);
  }
}
