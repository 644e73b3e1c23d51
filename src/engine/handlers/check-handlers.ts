import { checkPolicySchema } from '../../contract/check-settings.ts';
import { countLinksToCheck } from '../db/check-queries.ts';
import { startCheck } from '../jobs/start-check.ts';
import { readCheckSettings, saveCheckSettings } from '../project-check-settings.ts';
import { engine } from './base.ts';
import { checkPageHandler } from './table-handlers.ts';

/** Calls that start checking and scoring, and those about how pages are asked. */
export const checkHandlers = {
  page: checkPageHandler,
  preview: engine.checks.preview.handler(({ context, input }) => {
    const { reader } = context.projects.get(input.projectId);
    return { links: countLinksToCheck(reader, input.selection, checkPolicySchema.parse(input.policy ?? {})) };
  }),
  start: engine.checks.start.handler(({ context, input }) =>
    startCheck(context.projects.get(input.projectId), 'Checking links', input.selection, input.policy),
  ),
};

export const checkSettingHandlers = {
  read: engine.checkSettings.read.handler(({ context, input }) =>
    readCheckSettings(context.projects.get(input.projectId).reader),
  ),
  save: engine.checkSettings.save.handler(async ({ context, input }) => {
    const project = context.projects.get(input.projectId);
    await saveCheckSettings(project, input.settings);
    context.events.publish({ kind: 'changed', projectId: project.id, what: ['check-settings'] });
    return input.settings;
  }),
};

export const scoreHandlers = {
  start: engine.score.start.handler(({ context, input }) =>
    context.projects.get(input.projectId).jobs.start('score', 'Scoring all links', {}),
  ),
};
