import type { CheckOrder, CheckStart, JobStatus } from '../../../contract/jobs.ts';
import { policyFilter } from '../../../core/check/recheck-policy.ts';
import { formatCount, formatDuration, formatMoment } from '../../format.ts';
import { scopeLabel } from '../../judging/check-scopes.ts';

/** How the list of runs says what a check was: its links, where it was started, how long it took, how it asked. */

/** `All links`, `risk>=60`, `12 selected links`: the words of the start bar where it offers the same. */
export function scopeText({ scope, policy }: CheckOrder): string {
  const only = policyFilter({ ...policy, olderThan: '' });
  const age = policy.olderThan === '' ? null : `not checked for ${ageText(policy.olderThan)}`;
  const withRest = (links: string) =>
    [links, ...(only === '' ? [] : [only]), ...(age === null ? [] : [age])].join(', ');
  if (scope.kind === 'selection') {
    return withRest(
      scope.table === 'links'
        ? formatCount(scope.count, 'selected link')
        : `Links of ${formatCount(scope.count, 'selected domain')}`,
    );
  }
  if (scope.table !== 'links') {
    return withRest(
      scope.filter === '' ? `Links of all ${scope.table}` : `Links of the ${scope.table} ${scope.filter}`,
    );
  }
  const links = scopeLabel(scope.filter, policy.only) ?? [scope.filter, only].filter((term) => term !== '').join(' ');
  return age === null ? links : `${links}, ${age}`;
}

const AGE_UNITS: Readonly<Record<string, string>> = { d: 'day', w: 'week', m: 'month', y: 'year' };

/** `30 days` for `30d`. */
function ageText(age: string): string {
  return formatCount(Number.parseInt(age, 10), AGE_UNITS[age.slice(-1)] ?? 'day');
}

const START_WORDS = {
  window: 'window',
  'command-line': 'command line',
} as const satisfies Record<CheckStart, string>;

/** `Nov 27, 2026, 5:04 PM · 3 min · command line`. */
export function runText({ createdAt, check, workedMs }: JobStatus): string {
  const start = check?.startedFrom ?? null;
  return [
    formatMoment(createdAt),
    ...(workedMs === null || workedMs === 0 ? [] : [formatDuration(workedMs / 1000)]),
    ...(start === null ? [] : [START_WORDS[start]]),
  ].join(' · ');
}
