import { createContext, useContext } from 'react';
import type { ProjectSettings, ProjectSummary } from '../../contract/project.ts';

/** Which project the window shows, and the ways to change that. Failures reject with the engine's error. */
export interface ProjectSession {
  readonly project: ProjectSummary | null;
  readonly open: (path: string) => Promise<void>;
  readonly create: (path: string, settings: ProjectSettings) => Promise<void>;
  readonly openSample: () => Promise<void>;
  /** Back to the start screen; with `new` to its form for a new project. */
  readonly close: (next?: 'new') => Promise<void>;
  /** True when the start screen should begin with that form. */
  readonly wantsNew: boolean;
  /** True while the project the host was started with is being opened. */
  readonly isStarting: boolean;
  /** Why the project could not be opened again after the engine restarted, or the one given at start; null otherwise. */
  readonly failure: unknown;
}

export interface OpenProject {
  /** The handle every project call carries. */
  readonly projectId: string;
  readonly summary: ProjectSummary;
}

export const ProjectContext = createContext<ProjectSession | null>(null);

export function useProjectSession(): ProjectSession {
  const session = useContext(ProjectContext);
  if (session === null) throw new Error('useProjectSession is called outside ProjectProvider.');
  return session;
}

/** The open project, for everything inside the frame. */
export function useProject(): OpenProject {
  const { project } = useProjectSession();
  if (project === null) throw new Error('useProject is called while no project is open.');
  return { projectId: project.id, summary: project };
}
