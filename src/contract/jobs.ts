import type { CheckReason } from '../core/model/check-reason.ts';
import type { CheckPolicy, CheckSettings } from './check-settings.ts';

/** Long work: the call that starts it returns this at once; events carry it while it runs; it is kept in the project file. */
export interface JobStatus {
  readonly id: number;
  readonly projectId: string;
  readonly kind: JobKind;
  /** For people: "Importing 3 files". */
  readonly title: string;
  readonly state: JobState;
  readonly done: number;
  readonly total: number;
  /** What is counted: bytes while importing, pages while checking, links while scoring. */
  readonly unit: 'bytes' | 'pages' | 'links';
  /** Units per second over the last seconds; null until known. */
  readonly rate: number | null;
  readonly secondsLeft: number | null;
  /** The line that says what changed (or went wrong) once the job has ended; what is happening before that. */
  readonly message: string;
  readonly createdAt: string;
  readonly finishedAt: string | null;
  /** Milliseconds at work up to the last pause or end, without waits; null where that is not known. */
  readonly workedMs: number | null;
  /** The number of the other process that has the job in hand; null where it is ours to pause and cancel. */
  readonly process: number | null;
  /** What a check was asked to do; null for other work. */
  readonly check: CheckOrder | null;
  /** What a check has found so far; null for other work, and before anything was found. */
  readonly tally: CheckTally | null;
}

/** What a check was asked to do. */
export interface CheckOrder {
  readonly scope: CheckScope;
  readonly policy: CheckPolicy;
  /** Only those that differ from the defaults. */
  readonly settings: Partial<CheckSettings>;
  /** Null where an earlier version did not note it. */
  readonly startedFrom: CheckStart | null;
}

/** The links a check was started for: those of all rows that match a filter, empty for all there are, or of so many chosen rows. */
export type CheckScope =
  | { readonly kind: 'filter'; readonly table: 'links' | 'domains' | 'checks'; readonly filter: string }
  | { readonly kind: 'selection'; readonly table: 'links' | 'domains'; readonly count: number };

export type CheckStart = 'window' | 'command-line';

/**
 * Whether a job that stands still can go on where it stopped: any that is paused, and a check that was cancelled or failed, since
 * the pages it had still to ask stay in the project. One that failed with none of them left has still to be brought to its end.
 */
export function canGoOn({ kind, state, done, total }: Pick<JobStatus, 'kind' | 'state' | 'done' | 'total'>): boolean {
  if (state === 'paused') return true;
  const hasLeft = done < total || total === 0;
  return kind === 'check' && (state === 'failed' || (state === 'cancelled' && hasLeft));
}

/** Links of one check by what was found. */
export interface CheckTally {
  readonly live: number;
  readonly gone: number;
  readonly unknown: number;
  /** Links that differ from what the last certain look told. */
  readonly changed: number;
  readonly reasons: Readonly<Partial<Record<CheckReason, number>>>;
}

export type JobKind = 'import' | 'check' | 'score';
export type JobState = 'queued' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled';

/** Small notices from the engine; the window asks for the rows itself. */
export type EngineEvent =
  | { readonly kind: 'job'; readonly job: JobStatus }
  | { readonly kind: 'changed'; readonly projectId: string; readonly what: readonly ChangedThing[] }
  | CommandEvent;

/** What the host's menu or the operating system asks of the window, such as a double click on a project file. */
export interface CommandEvent {
  readonly kind: 'command';
  readonly command: 'new-project' | 'open-project' | 'import' | 'undo' | 'palette';
  /** The project to open at once, for `open-project`; null means the window asks for it. */
  readonly path: string | null;
}

export type ChangedThing = 'links' | 'imports' | 'verdicts' | 'settings' | 'disavow' | 'checks' | 'check-settings';
