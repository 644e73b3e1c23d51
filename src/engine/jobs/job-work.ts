import { z } from 'zod';
import { AppError } from '../../contract/app-error.ts';
import { type CheckSettings, checkPolicySchema, checkSettingsSchema } from '../../contract/check-settings.ts';
import type { ChangedThing, JobKind } from '../../contract/jobs.ts';
import { assertNever } from '../../core/assert-never.ts';
import { TEXT_ENCODING_NAMES } from '../../core/formats/text-encoding.ts';
import { tallyOfJob } from '../db/check-tally.ts';
import { frontierCounts, waitingLinks } from '../db/frontier-queries.ts';
import type { OpenProject } from '../open-projects.ts';
import { checkLinks } from './check-links.ts';
import { checkParams } from './check-order.ts';
import { importExports } from './import-exports.ts';
import { type ImportOutcome, isCutShort } from './import-outcome.ts';
import { describeCancelledCheck, describeCheck, describeImports, describeScore } from './job-messages.ts';
import type { JobWork } from './job-runner.ts';
import { scoreLinks } from './score-links.ts';
import { workInTurn } from './work-alone.ts';

/** What each kind of job does with its parameters, which come from the project file and are therefore checked again. */

const importParams = z.object({
  requests: z.array(
    z.object({
      path: z.string(),
      format: z.string().optional(),
      mapping: z.record(z.string(), z.string()).optional(),
      encoding: z.enum(TEXT_ENCODING_NAMES).optional(),
    }),
  ),
});

export interface JobSurroundings {
  readonly project: OpenProject;
  /** Of the program, for the name it gives itself on the web. */
  readonly version: string;
  /** Called when a job's work has changed what views show. */
  readonly changed: (what: readonly ChangedThing[]) => void;
  /** Puts scoring in line: judgements follow from what was imported and checked. */
  readonly scoreNext: () => Promise<unknown>;
  /** Called for each file of an import that came to its end: what was sent for it is not needed any more. */
  readonly discardUpload: (path: string) => Promise<void>;
  /** ISO time. */
  readonly now: () => string;
}

/** What a cancelled job says it leaves behind. */
export function whenCancelled(
  project: OpenProject,
  { id, kind }: { readonly id: number; readonly kind: JobKind },
): string {
  switch (kind) {
    case 'import':
      return 'Cancelled. The file being read was taken back; those before it are kept.';
    case 'check':
      return describeCancelledCheck({
        hasBegun: frontierCounts(project.reader, id).total > 0,
        left: waitingLinks(project.reader, id),
        tally: tallyOfJob(project.reader, id),
      });
    case 'score':
      return 'Cancelled. Some links keep their earlier scores until they are scored again.';
    default:
      return assertNever(kind);
  }
}

/** The work of every kind of job in one project. */
export function jobWork({
  project,
  version,
  changed,
  scoreNext,
  discardUpload,
  now,
}: JobSurroundings): Readonly<Record<JobKind, JobWork>> {
  return {
    async import({ params }, control) {
      const { requests } = importParams.parse(params);
      let outcomes: readonly ImportOutcome[] = [];
      try {
        outcomes = await workInTurn(project, control, () => importExports(project, requests, control, now));
      } finally {
        changed(['imports', 'links']);
      }
      // Not when it was stopped: it may be resumed, and reads the file again then.
      if (!control.signal.aborted) await Promise.allSettled(requests.map(({ path }) => discardUpload(path)));
      if (outcomes.some((outcome) => outcome.kind === 'imported' && !outcome.isRepeat)) await scoreNext();
      const message = describeImports(outcomes);
      const first = outcomes.find((outcome) => outcome.kind === 'refused');
      const hasFailed = outcomes.some(isCutShort) || outcomes.every(({ kind }) => kind === 'refused');
      if (first !== undefined && hasFailed) throw new AppError(first.error.code, message);
      return message;
    },
    async check({ id, params }, control) {
      const { selection, policy, settings } = checkParams.parse(params);
      const request = {
        jobId: id,
        selection,
        policy: checkPolicySchema.parse(policy),
        settings: checkSettingsSchema.parse(settings) satisfies CheckSettings,
      };
      const surroundings = { version, onStored: () => changed(['checks', 'links']) };
      const outcome = await workInTurn(project, control, () => checkLinks(project, request, control, surroundings));
      control.signal.throwIfAborted();
      await scoreNext();
      return describeCheck(outcome);
    },
    async score(_, control) {
      const outcome = await scoreLinks(project, control);
      changed(['links']);
      return describeScore(outcome);
    },
  };
}
