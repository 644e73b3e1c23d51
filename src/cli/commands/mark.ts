import type { Verdict } from '../../core/model/verdict.ts';
import { writerOf } from '../../engine/open-projects.ts';
import { withProject } from '../open-project.ts';
import { printJson, printLine } from '../output.ts';

interface MarkOptions {
  readonly filter: string;
  readonly verdict: Verdict;
  readonly note?: string;
  readonly json?: boolean;
}

/** `anchorage mark`: gives a verdict to everything a filter matches, as one decision that the window can undo. */
export async function mark(file: string, options: MarkOptions): Promise<void> {
  await withProject(file, async (project) => {
    const applied = await writerOf(project).run('applyVerdict', {
      selection: { kind: 'filter', table: 'links', filter: options.filter },
      verdict: options.verdict,
      note: options.note ?? null,
      decidedAt: new Date().toISOString(),
    });
    const { links, domains, description } = applied;
    if (options.json === true) printJson({ links, domains, verdict: options.verdict });
    else printLine(`${description}.`);
  });
}
