import type { CheckStart } from '../../contract/jobs.ts';
import { engine } from './base.ts';
import { checkPageHandler } from './table-handlers.ts';

/** Calls that start checking and scoring. */
export const checkHandlers = {
  page: checkPageHandler,
  start: engine.checks.start.handler(({ context, input }) => {
    const project = context.projects.get(input.projectId);
    return project.jobs.start('check', 'Checking links', {
      selection: input.selection,
      policy: input.policy ?? {},
      settings: input.settings ?? {},
      startedFrom: 'window' satisfies CheckStart,
    });
  }),
};

export const scoreHandlers = {
  start: engine.score.start.handler(({ context, input }) =>
    context.projects.get(input.projectId).jobs.start('score', 'Scoring all links', {}),
  ),
};
