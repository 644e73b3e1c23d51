import type { CheckTally } from '../../contract/jobs.ts';

/** How many links the job has checked, by what was found; what it did before it was interrupted counts. */
export interface CheckOutcome extends CheckTally {
  readonly checked: number;
}
