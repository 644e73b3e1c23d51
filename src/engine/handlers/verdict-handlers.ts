import { verdictReach } from '../db/verdict-queries.ts';
import { writerOf } from '../open-projects.ts';
import { engine } from './base.ts';

/** Calls that decide about links and domains, and take decisions back. */
export const verdictHandlers = {
  preview: engine.verdicts.preview.handler(({ context, input }) =>
    verdictReach(context.projects.get(input.projectId).reader, input.selection, input.verdict),
  ),
  apply: engine.verdicts.apply.handler(async ({ context, input }) => {
    const project = context.projects.get(input.projectId);
    const applied = await writerOf(project).run('applyVerdict', {
      selection: input.selection,
      verdict: input.verdict,
      note: input.note ?? null,
      decidedAt: context.now(),
    });
    context.events.publish({ kind: 'changed', projectId: project.id, what: ['verdicts', 'links'] });
    return applied;
  }),
  undo: engine.verdicts.undo.handler(async ({ context, input }) => {
    const project = context.projects.get(input.projectId);
    const undone = await writerOf(project).run('undoDecision');
    context.events.publish({ kind: 'changed', projectId: project.id, what: ['verdicts', 'links'] });
    return { undone };
  }),
};
