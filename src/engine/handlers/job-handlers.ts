import { resumeJob } from '../jobs/start-check.ts';
import { engine } from './base.ts';

/** Calls about running and past jobs. */
export const jobHandlers = {
  list: engine.jobs.list.handler(({ context, input }) => context.projects.get(input.projectId).jobs.list()),
  cancel: engine.jobs.cancel.handler(({ context, input }) =>
    context.projects.get(input.projectId).jobs.cancel(input.id),
  ),
  pause: engine.jobs.pause.handler(({ context, input }) => context.projects.get(input.projectId).jobs.pause(input.id)),
  resume: engine.jobs.resume.handler(({ context, input }) =>
    resumeJob(context.projects.get(input.projectId), input.id),
  ),
};
