import type { JobKind, JobStatus } from '../../contract/jobs.ts';
import { createProgressRate } from './progress-rate.ts';

/** A job that a runner has in hand. */
export interface LiveJob {
  readonly id: number;
  readonly kind: JobKind;
  readonly params: unknown;
  readonly stop: AbortController;
  readonly rate: ReturnType<typeof createProgressRate>;
  status: JobStatus;
  /** When it went to work, in milliseconds since 1970; null while it waits. */
  workingSince: number | null;
  running: PromiseWithResolvers<void> | null;
  /** True while a check comes to its stop. */
  isPausing: boolean;
  readonly ended: PromiseWithResolvers<void>;
  noticedAt: number;
}

/** A job that comes into the hands of a runner. */
export function liveJob(status: JobStatus, params: unknown): LiveJob {
  return {
    id: status.id,
    kind: status.kind,
    params,
    stop: new AbortController(),
    rate: createProgressRate(),
    status,
    workingSince: null,
    running: null,
    isPausing: false,
    ended: Promise.withResolvers(),
    noticedAt: 0,
  };
}
