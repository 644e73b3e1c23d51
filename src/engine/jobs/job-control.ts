import type { CheckTally } from '../../contract/jobs.ts';

/** What long work is given: whether to stop, where to report, and where to wait while it is paused. */
export interface JobControl {
  /** Aborts when the job is cancelled. */
  readonly signal: AbortSignal;
  /** Reports how much of how much is done, in the job's unit, and what a check found. Cheap: call it as often as is natural. */
  progress(done: number, total: number, tally?: CheckTally): void;
  /** Says what is waited for; holds until the next progress. */
  say(message: string): void;
  /** Resolves at once, or when a paused job goes on. */
  whenRunning(): Promise<void>;
}

/** A control that never pauses or stops, for callers that wait for the work themselves. */
export function plainControl(
  signal: AbortSignal = new AbortController().signal,
  progress: JobControl['progress'] = () => {},
): JobControl {
  return { signal, progress, say: () => {}, whenRunning: () => Promise.resolve() };
}
