import { RULE_SET_VERSION } from '../../core/quality/weights.ts';
import { readTotals } from '../db/link-queries.ts';
import { type OpenProject, writerOf } from '../open-projects.ts';
import { holderOf } from '../project-holder.ts';
import { judgeInThread } from '../score/judge-in-thread.ts';
import { buildOrderIndexes } from './build-order-indexes.ts';
import type { JobControl } from './job-control.ts';

/** What a scoring did. */
export interface ScoreOutcome {
  readonly links: number;
  readonly domains: number;
}

/** Judges every link and domain of a project and stores the scores with the evidence of each signal; large tables are indexed then. */
export async function scoreLinks(project: OpenProject, control: JobControl): Promise<ScoreOutcome> {
  const writer = writerOf(project);
  const { backlinks: total } = readTotals(project.reader);
  const scored = { links: 0, domains: 0 };
  for await (const { links, domains } of judgeInThread(project.path)) {
    await control.whenRunning();
    control.signal.throwIfAborted();
    await writer.run('writeScores', links, domains);
    scored.links += links.length;
    scored.domains += domains.length;
    control.progress(scored.links, total);
  }
  // An import of another program would only be slower for them.
  if (holderOf(project) === null) await buildOrderIndexes(writer);
  await writer.run('writeSetting', 'rule-set-version', String(RULE_SET_VERSION));
  return scored;
}
