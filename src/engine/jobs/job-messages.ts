import type { CheckTally } from '../../contract/jobs.ts';
import { assertNever } from '../../core/assert-never.ts';
import type { NetworkProblem } from '../crawl/ask-witness.ts';
import type { CheckOutcome } from './check-outcome.ts';
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
export function describeCheck({ checked, live, gone, unknown, changed }: CheckOutcome): string {
  const found = `${counted(checked, 'link')} checked: ${count(live)} live, ${count(gone)} gone, ${count(unknown)} could not be checked.`;
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

/** Why a check stopped before its end, and what to do. */
export function describeLoss({ kind, evidence }: NetworkProblem, proxy: string): string {
  const safe = 'What was checked is kept, and the other pages were not asked.';
  switch (kind) {
    case 'network':
      return `No host answers any more (${evidence}). ${safe} See whether this machine is online, then go on.`;
    case 'proxy':
      return `The proxy ${proxy} cannot be reached (${evidence}). ${safe} Start it or change the check settings, then go on.`;
    case 'proxy-login':
      return `The proxy ${proxy} wants a user name (${evidence}), which Anchorage does not send. ${safe} Change the check settings, then go on.`;
    default:
      return assertNever(kind);
  }
}

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
