import { resolve } from 'node:path';
import { AppError } from '../contract/app-error.ts';
import type { JobRunner } from './jobs/job-runner.ts';
import { closeProject, type OpenProject, openProject } from './open-projects.ts';

/** An open project with its jobs. */
export interface RunningProject extends OpenProject {
  readonly jobs: JobRunner;
}

/** The projects an engine has open, each once however many windows look at it. */
export interface ProjectRegistry {
  /** Opens a project, or returns it when it is open. Errors as `openProject`. */
  open(path: string): Promise<RunningProject>;
  /** Throws `not-found` for a project that is not open. */
  get(id: string): RunningProject;
  /** Stops the project's jobs and closes it; nothing happens when it is not open. */
  close(id: string): Promise<void>;
  /** Closes what is open and what is being opened. Never rejects. */
  closeAll(): Promise<void>;
}

/** A registry that gives each project it opens the jobs `startJobs` makes. */
export function createProjectRegistry(startJobs: (project: OpenProject) => Promise<JobRunner>): ProjectRegistry {
  const opened = new Map<string, RunningProject>();
  const opening = new Map<string, Promise<RunningProject>>();

  return { open, get, close, closeAll };

  function open(anyPath: string): Promise<RunningProject> {
    const path = resolve(anyPath);
    const known = [...opened.values()].find((project) => project.path === path);
    if (known !== undefined) return Promise.resolve(known);
    const pending = opening.get(path) ?? openNew(path);
    opening.set(path, pending);
    return pending;
  }

  async function openNew(path: string): Promise<RunningProject> {
    try {
      const project = await openProject(path);
      const running = { ...project, jobs: await jobsOrClose(project) };
      opened.set(running.id, running);
      return running;
    } finally {
      opening.delete(path);
    }
  }

  async function jobsOrClose(project: OpenProject): Promise<JobRunner> {
    try {
      return await startJobs(project);
    } catch (error) {
      await closeProject(project);
      throw error;
    }
  }

  function get(id: string): RunningProject {
    const project = opened.get(id);
    if (project === undefined) throw new AppError('not-found', 'The project is not open. Open it again.', { id });
    return project;
  }

  async function close(id: string): Promise<void> {
    const project = opened.get(id);
    opened.delete(id);
    if (project === undefined) return;
    // Who closes a project is not to wait until another program has written all it has to write.
    project.writer?.hurry();
    try {
      await project.jobs.close();
    } finally {
      await closeProject(project);
    }
  }

  async function closeAll(): Promise<void> {
    await Promise.allSettled(opening.values());
    await Promise.allSettled([...opened.keys()].map(close));
  }
}
