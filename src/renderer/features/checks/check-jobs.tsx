import type { JobState, JobStatus } from '../../../contract/jobs.ts';
import { StateDot, type Tone } from '../../components/state-dot.tsx';
import { useProject } from '../../engine/project-context.ts';
import { useJobs } from '../../engine/use-jobs.ts';
import { formatCount, formatMoment, formatNumber } from '../../format.ts';
import styles from './checks-screen.module.css';

const STATE_WORDS = {
  queued: 'Waiting',
  running: 'Running',
  paused: 'Paused',
  done: 'Done',
  failed: 'Stopped by a problem',
  cancelled: 'Cancelled',
} as const satisfies Record<JobState, string>;

const STATE_TONES = {
  queued: 'neutral',
  running: 'accent',
  paused: 'neutral',
  done: 'good',
  failed: 'mid',
  cancelled: 'neutral',
} as const satisfies Record<JobState, Tone>;

const SHOWN_JOBS = 20;

/** What the checks have shown so far, and the jobs that did them. */
export function CheckJobs() {
  const { states, totals } = useProject().summary;
  const jobs = useJobs().filter((job) => job.kind === 'check');
  if (totals.backlinks === 0) return null;
  return (
    <section aria-label="Outcomes" className={styles.outcomes}>
      <dl className={styles.figures}>
        <Figure words="live" count={states.live} />
        <Figure words="gone" count={states.gone} />
        <Figure words="unknown" count={states.unknown} />
        <Figure words="not checked" count={states.unchecked} />
      </dl>
      {jobs.length > 0 && (
        <details className={styles.jobs}>
          <summary>{formatCount(jobs.length, 'run')}</summary>
          <ul className={styles.jobList}>
            {jobs.slice(0, SHOWN_JOBS).map((job) => (
              <Job key={job.id} job={job} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Figure({ words, count }: { readonly words: string; readonly count: number }) {
  return (
    <div className={styles.figure}>
      <dt>{words}</dt>
      <dd>{formatNumber(count)}</dd>
    </div>
  );
}

function Job({ job }: { readonly job: JobStatus }) {
  return (
    <li className={styles.job}>
      <span className={styles.when}>{formatMoment(job.createdAt)}</span>
      <span className={styles.state}>
        <StateDot tone={STATE_TONES[job.state]} isHollow={job.state !== 'done'}>
          {STATE_WORDS[job.state]}
        </StateDot>
      </span>
      <span className={styles.result} title={job.message}>
        {job.message === '' ? `${formatNumber(job.done)} of ${formatNumber(job.total)} pages` : job.message}
      </span>
    </li>
  );
}
