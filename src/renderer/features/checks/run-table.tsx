import { Fragment, useState } from 'react';
import { type CheckTally, canGoOn, type JobState, type JobStatus } from '../../../contract/jobs.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { ShareStrip } from '../../components/share-bar.tsx';
import { StateDot, type Tone } from '../../components/state-dot.tsx';
import { useEngine } from '../../engine/engine-context.ts';
import { useProject } from '../../engine/project-context.ts';
import { formatNumber } from '../../format.ts';
import { STATE_TONES } from '../../judging/words.ts';
import { useNotices } from '../../shell/notices.tsx';
import { RunDetail } from './run-detail.tsx';
import styles from './run-table.module.css';
import { runText, scopeText } from './run-words.ts';

const RUN_WORDS = {
  queued: 'Waiting',
  running: 'Running',
  paused: 'Paused',
  done: 'Done',
  failed: 'Stopped',
  cancelled: 'Cancelled',
} as const satisfies Record<JobState, string>;

const RUN_TONES = {
  queued: 'neutral',
  running: 'accent',
  paused: 'neutral',
  done: 'good',
  failed: 'mid',
  cancelled: 'neutral',
} as const satisfies Record<JobState, Tone>;

/** The runs below each other: what was asked, how far it came, and what it found. One of them may be opened. */
export function RunTable({ runs }: { readonly runs: readonly JobStatus[] }) {
  const [openId, setOpenId] = useState<number | null>(null);
  return (
    <div className={styles.list}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Run</th>
            <th scope="col" className={styles.state}>
              State
            </th>
            <th scope="col" className={styles.pages}>
              Pages
            </th>
            <th scope="col" className={styles.strip} aria-hidden="true" />
            {COUNTED.map(({ words }) => (
              <th key={words} scope="col" className={styles.count}>
                {words}
              </th>
            ))}
            <th scope="col" className={styles.action}>
              <span className="visually-hidden">Action</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <Fragment key={run.id}>
              <Run run={run} isOpen={run.id === openId} onToggle={() => setOpenId(run.id === openId ? null : run.id)} />
              {run.id === openId && (
                <tr>
                  <td colSpan={5 + COUNTED.length}>
                    <RunDetail run={run} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const COUNTED = [
  { words: 'Live', of: (tally: CheckTally) => tally.live },
  { words: 'Gone', of: (tally: CheckTally) => tally.gone },
  { words: 'Unknown', of: (tally: CheckTally) => tally.unknown },
  { words: 'Changed', of: (tally: CheckTally) => tally.changed },
] as const;

interface RunProps {
  readonly run: JobStatus;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function Run({ run, isOpen, onToggle }: RunProps) {
  const { client } = useEngine();
  const { projectId, summary } = useProject();
  const { notifyError } = useNotices();
  const { tally, check, done, total } = run;
  const scope = check === null ? run.title : scopeText(check);
  return (
    <tr>
      <th scope="row">
        <button type="button" className={styles.open} aria-expanded={isOpen} onClick={onToggle}>
          <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
          <span className={styles.what}>
            <span className={styles.scope} title={scope}>
              {scope}
            </span>
            <span className={styles.faint}>{runText(run)}</span>
          </span>
        </button>
      </th>
      <td>
        <StateDot tone={RUN_TONES[run.state]} isHollow={run.state !== 'done'}>
          {RUN_WORDS[run.state]}
        </StateDot>
      </td>
      <td className={styles.pages}>
        {done === total ? formatNumber(done) : `${formatNumber(done)} of ${formatNumber(total)}`}
      </td>
      <td className={styles.strip}>{tally !== null && <TallyStrip tally={tally} />}</td>
      {COUNTED.map(({ words, of }) => (
        <td key={words} className={styles.count}>
          {formatNumber(tally === null ? null : of(tally))}
        </td>
      ))}
      <td className={styles.action}>
        {canGoOn(run) && run.process === null && !summary.readOnly && (
          <Button onPress={() => void client.jobs.resume({ projectId, id: run.id }).catch(notifyError)}>Go on</Button>
        )}
      </td>
    </tr>
  );
}

/** The shares of one run; below each other, they show how outcomes change over time. The figures beside them say the same. */
function TallyStrip({ tally }: { readonly tally: CheckTally }) {
  const states = ['live', 'gone', 'unknown'] as const;
  if (states.every((state) => tally[state] === 0)) return null;
  return (
    <ShareStrip parts={states.map((state) => ({ words: state, count: tally[state], tone: STATE_TONES[state] }))} />
  );
}
