import type { CheckSettings } from '../../../contract/check-settings.ts';
import type { CheckOrder, CheckStart, JobStatus } from '../../../contract/jobs.ts';
import { policyFilter } from '../../../core/check/recheck-policy.ts';
import { formatCount, formatDuration, formatMoment, formatNumber } from '../../format.ts';
import { CHECK_SCOPES } from './check-scopes.ts';

/** How the list of runs says what a check was: its links, where it was started, how long it took, how it asked. */

/** `All links`, `risk>=60`, `12 selected links`: the words of the start bar where it offers the same. */
export function scopeText(order: CheckOrder): string {
  const { scope, policy } = order;
  const only = policyFilter(policy);
  if (scope.kind === 'selection') {
    const chosen =
      scope.table === 'links'
        ? formatCount(scope.count, 'selected link')
        : `Links of ${formatCount(scope.count, 'selected domain')}`;
    return only === '' ? chosen : `${chosen}, ${only}`;
  }
  if (scope.table === 'domains') {
    const domains = scope.filter === '' ? 'Links of all domains' : `Links of the domains ${scope.filter}`;
    return only === '' ? domains : `${domains}, ${only}`;
  }
  const filter = [scope.filter, only].filter((term) => term !== '').join(' ');
  return CHECK_SCOPES.find((known) => known.filter === filter)?.label ?? filter;
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

/** How a run asked, where that was not in the usual way: `1 page per host`. */
export function settingTexts(settings: Partial<CheckSettings>): string[] {
  const texts = Object.entries(SETTING_WORDS) as [keyof CheckSettings, (value: never) => string][];
  return texts.flatMap(([field, words]) => {
    const value = settings[field];
    return value === undefined ? [] : [words(value as never)];
  });
}

const SETTING_WORDS: { readonly [Field in keyof CheckSettings]: (value: CheckSettings[Field]) => string } = {
  concurrency: (pages) => `${formatCount(pages, 'page')} at a time`,
  perHost: (pages) => `${formatCount(pages, 'page')} per host at a time`,
  delaySeconds: (seconds) => `a pause of ${formatDuration(seconds)} per host`,
  pagesPerSecond: (pages) => `at most ${formatCount(pages, 'page')} a second`,
  timeoutSeconds: (seconds) => `${formatDuration(seconds)} to wait for an answer`,
  maxPageMegabytes: (megabytes) => `pages up to ${formatNumber(megabytes)} MB`,
  quietHours: (hours) => `nothing asked ${hours}`,
  proxy: (proxy) => `through the proxy ${proxy}`,
  contactUrl: (url) => `named ${url} as the page about who asks`,
  ignoreCertificates: () => 'pages read whose certificate is not valid',
  rereadAll: () => 'unchanged pages read again',
  renderPages: () => 'JavaScript pages looked at in a browser',
};
