import { isBoolean, useStored } from '../../components/use-stored.ts';
import { useProject } from '../../engine/project-context.ts';
import { useJobs } from '../../engine/use-jobs.ts';
import { formatCount, formatNumber } from '../../format.ts';
import styles from './checks-screen.module.css';
import { RunTable } from './run-table.tsx';

const SHOWN_RUNS = 30;

/** What the checks have shown so far, and the runs that did them, each with what it found. */
export function CheckRuns() {
  const { states, totals } = useProject().summary;
  const runs = useJobs().filter((job) => job.kind === 'check');
  const [isOpen, setOpen] = useStored('check-runs-open', false, isBoolean);
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
        <details className={styles.runs} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{formatCount(runs.length, 'run')}</summary>
          <RunTable runs={runs.slice(0, SHOWN_RUNS)} />
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
