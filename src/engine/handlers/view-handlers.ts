import { listViews } from '../db/view-queries.ts';
import { writerOf } from '../open-projects.ts';
import { engine } from './base.ts';

/** Calls about saved views. */
export const viewHandlers = {
  list: engine.views.list.handler(({ context, input }) =>
    listViews(context.projects.get(input.projectId).reader, input.table),
  ),
  save: engine.views.save.handler(async ({ context, input }) => {
    const { name, filter, sort, columns } = input;
    const writer = writerOf(context.projects.get(input.projectId));
    await writer.run('saveView', input.table, { name, filter, sort, columns });
    return null;
  }),
  remove: engine.views.remove.handler(async ({ context, input }) => {
    await writerOf(context.projects.get(input.projectId)).run('removeView', input.table, input.name);
    return null;
  }),
};
