import { useState } from 'react';
import { type CheckTally, canGoOn, type JobKind, type JobState, type JobStatus } from '../../contract/jobs.ts';
import { assertNever } from '../../core/assert-never.ts';
import { Button, IconButton } from '../components/button.tsx';
import { Icon, type IconName } from '../components/icon.tsx';
import { ProgressBar } from '../components/progress-bar.tsx';
import { useEngine } from '../engine/engine-context.ts';
import { useProject } from '../engine/project-context.ts';
import { isJobActive, useJobs } from '../engine/use-jobs.ts';
import { formatBytes, formatCount, formatDuration, formatNumber } from '../format.ts';
import { useActions } from '../shell/actions.tsx';
import { useNavigation } from '../shell/navigation.tsx';
import { useNotices } from '../shell/notices.tsx';
import type { ScreenId } from '../shell/screen-id.ts';
import styles from './lines.module.css';

const SCREEN_OF_JOB = { import: 'imports', check: 'checks', score: 'review' } as const satisfies Record<
  JobKind,
  ScreenId
>;
const SEE_LABEL = { import: 'See imports', check: 'See its checks', score: 'See what to review' } as const;

/** Long work: what runs, how fast and how long still, and the line each job ends with. */
export function JobBar() {
  const jobs = useJobs();
  const [openedAt] = useState(() => new Date().toISOString());
  const [dismissed, setDismissed] = useState<ReadonlySet<number>>(() => new Set());
  const active = jobs.filter(isJobActive).sort((a, b) => Number(a.state === 'queued') - Number(b.state === 'queued'));
  const ended = lastOfEachKind(
    jobs.filter((job) => !isJobActive(job) && (job.finishedAt ?? '') > openedAt && !dismissed.has(job.id)),
  );
  if (active.length === 0 && ended.length === 0) return null;
  return (
    <section aria-label="Jobs" className={styles.jobs}>
      {active.map((job) => (
        <ActiveJob key={job.id} job={job} before={active.find(isInTheWay)} />
      ))}
      {active.every(({ state }) => state === 'paused') &&
        ended.map((job) => (
          <EndedJob key={job.id} job={job} onDismiss={() => setDismissed((before) => new Set([...before, job.id]))} />
        ))}
    </section>
  );
}

/** An import or check is followed by a scoring: what each of them changed stays to be read. Jobs come newest first. */
function lastOfEachKind(jobs: readonly JobStatus[]): JobStatus[] {
  return jobs.filter((job, index) => jobs.findIndex(({ kind }) => kind === job.kind) === index).reverse();
}

/** Jobs of this program run one after the other. */
function isInTheWay({ state, process }: JobStatus): boolean {
  return state === 'running' && process === null;
}

interface ActiveJobProps {
  readonly job: JobStatus;
  /** What a job that waits in line waits for. */
  readonly before: JobStatus | undefined;
}

function ActiveJob({ job, before }: ActiveJobProps) {
  const steps = useJobSteps(job);
  const isPaused = job.state === 'paused';
  const fraction = job.total > 0 ? job.done / job.total : null;
  return (
    <div>
      <div className={styles.job}>
        <span className={styles.title}>{job.title}</span>
        <span className={styles.progress}>
          <ProgressBar label={job.title} fraction={job.state === 'running' || isPaused ? fraction : null} />
        </span>
        <span className={styles.figures}>{progressText(job, before)}</span>
        <span className={styles.text} />
        <JobSteps steps={steps} />
      </div>
      {job.message !== '' && <p className={styles.reason}>{job.message}</p>}
    </div>
  );
}

interface JobStep {
  readonly label: string;
  readonly icon: IconName;
  readonly run: () => void;
}

/** What can be done about a job now; the palette offers the same. */
function useJobSteps(job: JobStatus): readonly JobStep[] {
  const { client } = useEngine();
  const { projectId } = useProject();
  const { notifyError } = useNotices();
  const step = (call: 'pause' | 'resume' | 'cancel', label: string, icon: IconName): JobStep => ({
    label,
    icon,
    run: () => void client.jobs[call]({ projectId, id: job.id }).catch(notifyError),
  });
  const steps: JobStep[] = [];
  const isOurs = job.process === null;
  if (isOurs && job.state === 'paused') steps.push(step('resume', 'Resume', 'play'));
  else if (isOurs && canGoOn(job)) steps.push(step('resume', 'Go on', 'play'));
  if (isOurs && job.state === 'running') steps.push(step('pause', 'Pause', 'pause'));
  if (isOurs && isJobActive(job)) steps.push(step('cancel', 'Cancel', 'close'));
  useActions(
    steps.map(({ label, run }) => ({
      id: `${label}-${job.id}`,
      title: `${label}: ${job.title}`,
      section: 'Jobs',
      run,
    })),
  );
  return steps;
}

function JobSteps({ steps }: { readonly steps: readonly JobStep[] }) {
  return steps.map(({ label, icon, run }) => (
    <Button key={label} kind="quiet" icon={icon} onPress={run}>
      {label}
    </Button>
  ));
}

const END_ICONS: Partial<Record<JobState, IconName>> = { failed: 'warning', cancelled: 'info' };

function EndedJob({ job, onDismiss }: { readonly job: JobStatus; readonly onDismiss: () => void }) {
  const steps = useJobSteps(job);
  const { navigate } = useNavigation();
  return (
    <output className={styles.job}>
      <Icon name={END_ICONS[job.state] ?? 'check'} />
      <span className={styles.title}>{job.title}</span>
      <span className={styles.message}>{job.message === '' ? endText(job) : job.message}</span>
      <span className={styles.text} />
      <JobSteps steps={steps} />
      <Button
        kind="quiet"
        onPress={() =>
          job.kind === 'check' ? navigate('checks', { filter: `job:${job.id}` }) : navigate(SCREEN_OF_JOB[job.kind])
        }
      >
        {SEE_LABEL[job.kind]}
      </Button>
      <IconButton icon="close" label="Dismiss" onPress={onDismiss} />
    </output>
  );
}

/** `3,120 of 9,400 pages · 212/s · 30 s left`, and what a check has found so far. */
export function progressText(job: JobStatus, before?: JobStatus): string {
  if (job.state === 'queued') return before === undefined ? 'Waiting' : `Waiting until “${before.title}” is done`;
  const amount = (value: number) => (job.unit === 'bytes' ? formatBytes(value) : formatNumber(value));
  const unit = job.unit === 'bytes' ? '' : ` ${job.unit}`;
  const parts = [job.total > 0 ? `${amount(job.done)} of ${amount(job.total)}${unit}` : `${amount(job.done)}${unit}`];
  if (job.state === 'paused') parts.push('paused');
  else {
    if (job.rate !== null && job.rate > 0) parts.push(`${amount(job.rate)}/s`);
    if (job.secondsLeft !== null) parts.push(`${formatDuration(job.secondsLeft)} left`);
  }
  if (job.tally !== null && job.done > 0) parts.push(tallyText(job.tally));
  if (job.process !== null) parts.push(`run by another program (process ${job.process})`);
  return parts.join(' · ');
}

/** `3,120 links: 2,800 live, 200 gone, 120 unknown`: a page may hold several, so they are not the pages counted before. */
function tallyText({ live, gone, unknown }: CheckTally): string {
  return `${formatCount(live + gone + unknown, 'link')}: ${formatNumber(live)} live, ${formatNumber(gone)} gone, ${formatNumber(unknown)} unknown`;
}

function endText(job: JobStatus): string {
  switch (job.state) {
    case 'done':
      return `Finished: ${job.unit === 'bytes' ? formatBytes(job.done) : formatCount(job.done, job.unit.slice(0, -1))}`;
    case 'failed':
      return 'Stopped by a problem. What was finished is kept.';
    case 'cancelled':
      return 'Cancelled. What was finished is kept.';
    case 'queued':
    case 'running':
    case 'paused':
      return '';
    default:
      return assertNever(job.state);
  }
}
