import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { JobStatus } from '../../contract/jobs.ts';
import type { ProjectSummary } from '../../contract/project.ts';
import { readSourceOverlap } from '../db/overlap-queries.ts';
import { readSummary } from '../db/project-summary.ts';
import type { EngineContext } from '../engine-context.ts';
import { startCheck } from '../jobs/start-check.ts';
import { createProject, writerOf } from '../open-projects.ts';
import type { RunningProject } from '../project-registry.ts';
import { checkedSettings } from '../project-settings.ts';
import { createSampleProject, sampleImports } from '../sample/create-sample-project.ts';
import { sampleProject } from '../sample/sample-project.ts';
import { engine } from './base.ts';

/** Calls that make, open, describe and close projects. */
export const projectHandlers = {
  create: engine.project.create.handler(({ context, input }) => {
    const path = withEnding(resolve(input.path));
    createProject(path, input.settings);
    return open(context, path);
  }),
  open: engine.project.open.handler(({ context, input }) => open(context, resolve(input.path))),
  openSample: engine.project.openSample.handler(async ({ context }) => {
    const path = join(context.dataFolder, sampleProject.fileName);
    if (!existsSync(path)) createSampleProject(path);
    const summary = await open(context, path);
    const project = context.projects.get(summary.id);
    // Also where an earlier filling did not come to its end: importing the same files twice adds nothing.
    const isEmpty = summary.totals.backlinks === 0 && project.jobs.list().every(isOver);
    if (isEmpty && !summary.readOnly) await fillSample(project);
    return summary;
  }),
  summary: engine.project.summary.handler(({ context, input }) => describe(context.projects.get(input.projectId))),
  sourceOverlap: engine.project.sourceOverlap.handler(({ context, input }) =>
    readSourceOverlap(context.projects.get(input.projectId).reader),
  ),
  saveSettings: engine.project.saveSettings.handler(async ({ context, input }) => {
    const project = context.projects.get(input.projectId);
    await writerOf(project).run('writeSettings', checkedSettings(input.settings));
    context.events.publish({ kind: 'changed', projectId: project.id, what: ['settings'] });
    await project.jobs.start('score', 'Scoring all links', {});
    return describe(project);
  }),
  close: engine.project.close.handler(async ({ context, input }) => {
    await context.projects.close(input.projectId);
    return null;
  }),
};

async function open(context: EngineContext, path: string): Promise<ProjectSummary> {
  const project = await context.projects.open(path);
  const summary = describe(project);
  const name = summary.settings.name || basename(path, '.anchorage');
  context.recent.add({ path, name, openedAt: context.now() });
  context.host.projectOpened(path);
  return summary;
}

async function fillSample(project: RunningProject): Promise<void> {
  await project.jobs.start('import', 'Importing the sample exports', { requests: sampleImports() });
  await startCheck(project, 'Checking the sample links', { kind: 'filter', table: 'links', filter: '' });
}

function isOver({ state }: JobStatus): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled';
}

function describe(project: RunningProject): ProjectSummary {
  const { id, path, readOnlyReason } = project;
  return { id, path, ...readSummary(project.reader), readOnly: project.writer === null, readOnlyReason };
}

function withEnding(path: string): string {
  return path.endsWith('.anchorage') ? path : `${path}.anchorage`;
}
