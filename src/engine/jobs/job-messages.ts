import type { CheckTally } from '../../contract/jobs.ts';
import type { CheckOutcome } from './check-links.ts';
import { type ImportOutcome, isCutShort } from './import-outcome.ts';
import type { ScoreOutcome } from './score-links.ts';

/** The line a job ends with: what changed, in words for people. */

/** "1,204 new, 312 known already, 7 rows rejected." with refused files named. */
export function describeImports(outcomes: readonly ImportOutcome[]): string {
  const imported = outcomes.filter((outcome) => outcome.kind === 'imported');
  const refused = outcomes.filter((outcome) => outcome.kind === 'refused');
  const sum = (pick: (one: (typeof imported)[number]) => number) =>
    imported.reduce((total, one) => total + pick(one), 0);
  const isAllRepeat = imported.length > 0 && imported.every((one) => one.isRepeat);
  const counts = isAllRepeat
    ? 'Imported before: nothing was added.'
    : `${count(sum((one) => one.accepted))} new, ${count(sum((one) => one.duplicates))} known already, ${counted(
        sum((one) => one.rejected),
        'row',
      )} rejected.`;
  const refusals = refused.map((one) =>
    isCutShort(one)
      ? `${one.file} was not imported to its end: ${one.error.message} Importing it again goes on where it stopped.`
      : `${one.file} was not imported: ${one.error.message}`,
  );
  return [...(imported.length === 0 ? [] : [counts]), ...refusals].join(' ');
}

/** "9,400 links checked: 8,100 live, 900 gone, 400 could not be checked." */
export function describeCheck(outcome: CheckOutcome): string {
  const { checked, live, gone, unknown, changed } = outcome;
  const found = `${counted(checked, 'link')} checked: ${count(live)} live, ${count(gone)} gone, ${count(unknown)} could not be checked.`;
  if (isUnreached(outcome))
    return `${found} No host could be reached: see whether this machine is online, and check again.`;
  return changed === 0 ? found : `${found} ${count(changed)} not as known before.`;
}

/** "Cancelled with 6,468 links left to check. 2,932 links checked: …" */
export function describeCancelledCheck(run: {
  /** False for a check that was cancelled while it waited in line. */
  readonly hasBegun: boolean;
  /** Links that were not checked. */
  readonly left: number;
  readonly tally: CheckTally;
}): string {
  const { hasBegun, left, tally } = run;
  if (!hasBegun) return 'Cancelled before it began. No link was checked.';
  const checked = tally.live + tally.gone + tally.unknown;
  const found = checked === 0 ? 'No link was checked yet.' : describeCheck({ checked, ...tally });
  return `Cancelled with ${counted(left, 'link')} left to check. ${found}`;
}

/** True where every page failed as all do without a network; a few pages may well do so with one. */
function isUnreached({ checked, unknown, reasons }: CheckOutcome): boolean {
  const failures = UNREACHED.reduce((sum, reason) => sum + (reasons[reason] ?? 0), 0);
  return checked >= FEWEST_UNREACHED && unknown === checked && failures === checked;
}

const UNREACHED = ['dns-failure', 'network-error', 'connection-refused', 'timeout'] as const;
const FEWEST_UNREACHED = 5;

/** "1,204 links of 310 domains scored." */
export function describeScore({ links, domains }: ScoreOutcome): string {
  return `${counted(links, 'link')} of ${counted(domains, 'domain')} scored.`;
}

const NUMBERS = new Intl.NumberFormat('en');

function count(value: number): string {
  return NUMBERS.format(value);
}

function counted(value: number, noun: string): string {
  return `${count(value)} ${value === 1 ? noun : `${noun}s`}`;
}
