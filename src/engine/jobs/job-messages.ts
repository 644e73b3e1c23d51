import type { CheckOutcome } from './check-links.ts';
import type { ImportOutcome } from './import-exports.ts';
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
  const refusals = refused.map(({ file, error }) => `${file} was not imported: ${error.message}`);
  return [...(imported.length === 0 ? [] : [counts]), ...refusals].join(' ');
}

/** "9,400 links checked: 8,100 live, 900 gone, 400 could not be checked." */
export function describeCheck({ checked, live, gone, unknown, changed }: CheckOutcome): string {
  const found = `${counted(checked, 'link')} checked: ${count(live)} live, ${count(gone)} gone, ${count(unknown)} could not be checked.`;
  return changed === 0 ? found : `${found} ${count(changed)} not as known before.`;
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
