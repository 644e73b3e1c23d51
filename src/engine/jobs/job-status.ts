import type { JobKind, JobStatus } from '../../contract/jobs.ts';
import type { StoredJob } from '../db/job-queries.ts';
import { checkOrderOf } from './check-order.ts';

const UNITS: Readonly<Record<JobKind, JobStatus['unit']>> = { import: 'bytes', check: 'pages', score: 'links' };

/** A job of the project file as calls and events tell it; of ours where no process is given. */
export function statusOf(
  projectId: string,
  stored: Omit<StoredJob, 'owner'> & { readonly process?: number | null },
): JobStatus {
  const { params, process = null, ...facts } = stored;
  const check = stored.kind === 'check' ? checkOrderOf(JSON.parse(params)) : null;
  return { ...facts, projectId, process, unit: UNITS[stored.kind], rate: null, secondsLeft: null, check };
}
