import type { JobStatus } from '../../contract/jobs.ts';
import { listJobs, type StoredJob } from '../db/job-queries.ts';
import type { OpenProject } from '../open-projects.ts';
import { asItStands, inHandOf } from './job-ownership.ts';
import { statusOf } from './job-status.ts';
import { createProgressRate, type ProgressRate } from './progress-rate.ts';

/** The jobs of a project that are not in our hands: past ones, and those that another process runs. */
export interface OthersJobs {
  statusOf(stored: StoredJob): JobStatus;
  /** Tells which of them stand otherwise than before, and settles in the file those whose process is gone. */
  note(own: ReadonlyMap<number, unknown>): Promise<void>;
}

/** Looks at a project's jobs for a runner. */
export function createOthersJobs(
  project: OpenProject,
  { onChange, now }: { readonly onChange: (job: JobStatus) => void; readonly now: () => string },
): OthersJobs {
  const told = new Map(listJobs(project.reader).map((stored) => [stored.id, textOf(stored)]));
  const rates = new Map<number, ProgressRate>();

  return { statusOf: standing, note };

  function standing(stored: StoredJob): JobStatus {
    const { owner: _, ...job } = asItStands(stored);
    return statusOf(project.id, job);
  }

  async function note(own: ReadonlyMap<number, unknown>): Promise<void> {
    if (othersOf(own).some((stored) => asItStands(stored).state !== stored.state)) {
      await project.writer?.run('settleInterruptedJobs', now(), inHandOf(project, own.keys()));
    }
    // The oldest first: a window puts those it does not know in front.
    for (const stored of othersOf(own).toReversed()) {
      const text = textOf(stored);
      const isNews = told.get(stored.id) !== text;
      told.set(stored.id, text);
      if (isNews) onChange(withRate(standing(stored)));
    }
  }

  function othersOf(own: ReadonlyMap<number, unknown>): StoredJob[] {
    return listJobs(project.reader).filter(({ id }) => !own.has(id));
  }

  function withRate(job: JobStatus): JobStatus {
    if (job.process === null || job.state !== 'running') return job;
    const rate = rates.get(job.id) ?? createProgressRate();
    rates.set(job.id, rate);
    rate.note(Date.parse(now()), job.done);
    const perSecond = rate.perSecond();
    const secondsLeft = perSecond === null || perSecond === 0 ? null : (job.total - job.done) / perSecond;
    return { ...job, rate: perSecond, secondsLeft };
  }
}

function textOf({ state, done, total, message }: StoredJob): string {
  return [state, done, total, message].join(' ');
}
