import type { OpenProject } from '../open-projects.ts';
import type { JobRunner } from './job-runner.ts';

const LOOK_EVERY_MS = 1_000;

export interface OtherProgramsWatch {
  readonly project: OpenProject;
  readonly jobs: Pick<JobRunner, 'noteOthers'>;
  /** Whether anybody would see what is noticed. */
  readonly isWatched: () => boolean;
  /** Called when another program has written. */
  readonly onWrite: () => void;
}

/**
 * Looks once a second whether another program has written to a project, or has ended with a job in its hands. Commits of other
 * connections change a number that SQLite keeps for each one; that of the writer counts those of other programs alone, since
 * nobody else writes here. Answers what ends it.
 */
export function watchOtherPrograms({ project, jobs, isWatched, onWrite }: OtherProgramsWatch): () => void {
  const { writer } = project;
  if (writer === null) return () => undefined;
  let known: number | null = null;
  const look = async (): Promise<void> => {
    const version = await writer.run('versionByOthers');
    const hasWritten = known !== null && version !== known;
    known = version;
    await jobs.noteOthers();
    if (hasWritten) onWrite();
  };
  let isLooking = false;
  const timer = setInterval(() => {
    if (isLooking || !isWatched()) return;
    isLooking = true;
    look()
      // The project is being closed.
      .catch(() => undefined)
      .finally(() => {
        isLooking = false;
      });
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
