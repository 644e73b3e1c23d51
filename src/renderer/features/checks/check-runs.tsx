import type { CheckTally, JobState, JobStatus } from '../../../contract/jobs.ts';
import type { CheckReason } from '../../../core/model/check-reason.ts';
import { Button } from '../../components/button.tsx';
import { StateDot, type Tone } from '../../components/state-dot.tsx';
import { useProject } from '../../engine/project-context.ts';
import { useJobs } from '../../engine/use-jobs.ts';
import { formatCount, formatMoment, formatNumber } from '../../format.ts';
import { reasonWords } from '../../judging/words.ts';
import { useNavigation } from '../../shell/navigation.tsx';
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

const SHOWN_RUNS = 30;

/** What the checks have shown so far, and the runs that did them, each with what it found. */
export function CheckRuns() {
  const { states, totals } = useProject().summary;
  const runs = useJobs().filter((job) => job.kind === 'check');
  if (totals.backlinks === 0) return null;
  return (
    <section aria-label="Outcomes" className={styles.outcomes}>
      <dl className={styles.figures}>
        <Figure words="live" count={states.live} />
        <Figure words="gone" count={states.gone} />
        <Figure words="unknown" count={states.unknown} />
        <Figure words="not checked" count={states.unchecked} />
      </dl>
      {runs.length > 0 && (
        <details className={styles.runs}>
          <summary>{formatCount(runs.length, 'run')}</summary>
          <div className={styles.runList}>
            <RunTable runs={runs.slice(0, SHOWN_RUNS)} />
          </div>
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

function RunTable({ runs }: { readonly runs: readonly JobStatus[] }) {
  return (
    <table className={styles.runTable}>
      <thead>
        <tr>
          <th scope="col">Started</th>
          <th scope="col">State</th>
          <th scope="col">Pages</th>
          <th scope="col" aria-hidden="true" />
          <th scope="col">Live</th>
          <th scope="col">Gone</th>
          <th scope="col">Unknown</th>
          <th scope="col">Changed</th>
          <th scope="col">
            <span className="visually-hidden">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <Run key={run.id} run={run} />
        ))}
      </tbody>
    </table>
  );
}

function Run({ run }: { readonly run: JobStatus }) {
  const { navigate } = useNavigation();
  const { tally } = run;
  return (
    <tr title={[run.message, ...reasonLines(tally)].filter((line) => line !== '').join('\n')}>
      <th scope="row">{formatMoment(run.createdAt)}</th>
      <td>
        <StateDot tone={STATE_TONES[run.state]} isHollow={run.state !== 'done'}>
          {STATE_WORDS[run.state]}
        </StateDot>
      </td>
      <td className={styles.end}>
        {run.done === run.total ? formatNumber(run.done) : `${formatNumber(run.done)} of ${formatNumber(run.total)}`}
      </td>
      <td>{tally !== null && <TallyBar tally={tally} />}</td>
      <td className={styles.end}>{formatNumber(tally?.live ?? null)}</td>
      <td className={styles.end}>{formatNumber(tally?.gone ?? null)}</td>
      <td className={styles.end}>{formatNumber(tally?.unknown ?? null)}</td>
      <td className={styles.end}>{formatNumber(tally?.changed ?? null)}</td>
      <td>
        <Button kind="quiet" onPress={() => navigate('checks', { filter: `job:${run.id}` })}>
          Show
        </Button>
        {tally !== null && tally.changed > 0 && (
          <Button kind="quiet" onPress={() => navigate('checks', { filter: `job:${run.id} has:changed` })}>
            What changed
          </Button>
        )}
      </td>
    </tr>
  );
}

/** What the run found, the most frequent first. */
function reasonLines(tally: CheckTally | null): string[] {
  const reasons = tally?.reasons ?? {};
  return (Object.keys(reasons) as CheckReason[])
    .toSorted((a, b) => (reasons[b] ?? 0) - (reasons[a] ?? 0))
    .map((reason) => `${formatNumber(reasons[reason] ?? 0)} ${reasonWords(reason)}`);
}

const BAR_STATES = ['live', 'gone', 'unknown'] as const;

/** The shares of one run; below each other, they show how outcomes change over time. The figures beside them say the same. */
function TallyBar({ tally }: { readonly tally: CheckTally }) {
  const whole = tally.live + tally.gone + tally.unknown;
  if (whole === 0) return null;
  const shares = BAR_STATES.map((state) => (tally[state] / whole) * 100);
  return (
    <svg className={styles.tallyBar} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      {BAR_STATES.map((state, index) => (
        <rect
          key={state}
          className={styles[state]}
          x={shares.slice(0, index).reduce((sum, share) => sum + share, 0)}
          y="0"
          width={shares[index]}
          height="8"
        />
      ))}
    </svg>
  );
}
