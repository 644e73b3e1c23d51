import { mkdirSync } from 'node:fs';
import { RPCHandler } from '@orpc/server/websocket';
import type { ChangedThing } from '../contract/jobs.ts';
import type { Engine, EngineOptions } from './engine-api.ts';
import type { EngineContext } from './engine-context.ts';
import { createEventHub } from './event-hub.ts';
import { router } from './handlers/router.ts';
import { buildOrderIndexes } from './jobs/build-order-indexes.ts';
import { inHandOf } from './jobs/job-ownership.ts';
import { createJobRunner, type JobRunner } from './jobs/job-runner.ts';
import { jobWork, whenCancelled } from './jobs/job-work.ts';
import { watchOtherPrograms } from './jobs/watch-other-programs.ts';
import type { OpenProject } from './open-projects.ts';
import { createProjectRegistry } from './project-registry.ts';
import { recentProjects } from './recent-projects.ts';
import { servePort } from './serve-port.ts';
import { openUploads } from './uploads.ts';
import { userPresets } from './user-presets.ts';

/** Starts an engine: nothing is open yet, nothing runs, and nothing is asked of the network until a call asks for it. */
export function startEngine(options: EngineOptions): Engine {
  const context = createEngineContext(options);
  const handler = new RPCHandler<EngineContext>(router);
  return {
    servePort: (port) =>
      servePort(handler, { port, context, onBadFrame: (error) => console.error('A window sent no call:', error) }),
    sendCommand: (command) => context.events.publish(command),
    close: () => closeEngineContext(context),
  };
}

/** What all calls of one engine share. Makes the data folder when it is missing. */
export function createEngineContext(options: EngineOptions): EngineContext {
  mkdirSync(options.dataFolder, { recursive: true });
  const events = createEventHub();
  const now = () => new Date().toISOString();
  const uploads = openUploads();
  return {
    ...options,
    projects: createProjectRegistry((project) => startJobs(project, options.version, { events, uploads }, now)),
    recent: recentProjects(options.dataFolder),
    userPresets: userPresets(options.dataFolder),
    uploads,
    events,
    now,
  };
}

/** Stops jobs so that they can be resumed, closes every project and forgets uploads. Never rejects. */
export async function closeEngineContext({ projects, uploads }: EngineContext): Promise<void> {
  await projects.closeAll();
  await uploads.close();
}

async function startJobs(
  project: OpenProject,
  version: string,
  { events, uploads }: Pick<EngineContext, 'events' | 'uploads'>,
  now: () => string,
): Promise<JobRunner> {
  if (project.writer !== null) {
    const inHand = inHandOf(project);
    await project.writer.run('settleInterruptedJobs', now(), inHand);
    // Ends early where the project is closed meanwhile; tables sort, and the next opening goes on. An import of another program drops them.
    if (!inHand.isOtherAtWork) buildOrderIndexes(project.writer).catch(() => undefined);
  }
  const jobs: JobRunner = createJobRunner({
    project,
    now,
    whenCancelled: (job) => whenCancelled(project, job),
    onChange: (job) => events.publish({ kind: 'job', job }),
    work: jobWork({
      project,
      version,
      now,
      changed: (what) => events.publish({ kind: 'changed', projectId: project.id, what }),
      scoreNext: () => scoreOnce(jobs),
      discardUpload: (path) => uploads.discardPath(path),
    }),
  });
  const stopWatching = watchOtherPrograms({
    project,
    jobs,
    isWatched: () => events.hasListeners(),
    onWrite: () => events.publish({ kind: 'changed', projectId: project.id, what: EVERYTHING }),
  });
  return {
    ...jobs,
    close() {
      stopWatching();
      return jobs.close();
    },
  };
}

/** What another program wrote may be anything. */
const EVERYTHING = [
  'links',
  'imports',
  'verdicts',
  'settings',
  'disavow',
  'checks',
  'check-settings',
] as const satisfies ChangedThing[];

/** Puts scoring in line unless one waits there already: it will see what has changed since. */
async function scoreOnce(jobs: JobRunner): Promise<void> {
  const isWaiting = jobs.list().some(({ kind, state }) => kind === 'score' && state === 'queued');
  if (!isWaiting) await jobs.start('score', 'Scoring all links', {});
}
