import type { DisavowCoverage, DisavowLintAnswer, DisavowProblem, DisavowVersion } from '../../../contract/disavow.ts';
import { formatBytes, formatCount, formatList, formatMoment, formatNumber, formatShare } from '../../format.ts';

export const LEVEL_WORDS = {
  error: 'Error',
  warning: 'Warning',
  info: 'Note',
} as const satisfies Record<DisavowProblem['level'], string>;

export const ORIGIN_WORDS = {
  built: 'Built from verdicts',
  imported: 'Imported',
  edited: 'Edited',
} as const satisfies Record<DisavowVersion['origin'], string>;

/** The day of a moment where the person is, as YYYY-MM-DD. */
export function dayOf(moment: Date): string {
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${moment.getFullYear()}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`;
}

/** `Covers 412 links of 31 domains, 2 of them marked keep.` */
export function coverageWords({ links, domains, kept }: DisavowCoverage): string {
  if (links === 0) return 'Covers none of the known links.';
  const what = `Covers ${formatCount(links, 'link')} of ${formatCount(domains, 'domain')}`;
  return kept === 0 ? `${what}, none of them marked keep.` : `${what}, ${formatNumber(kept)} of them marked keep.`;
}

/** `3% of all links, 12% of all domains; 300 links are live.` */
export function shareWords({ links, domains, liveLinks, totalLinks, totalDomains }: DisavowCoverage): string {
  const live =
    liveLinks === 0 ? 'none of them is known to be live' : `${formatCount(liveLinks, 'link')} known to be live`;
  return `${share(links, totalLinks)} of all links and ${share(domains, totalDomains)} of all domains; ${live}.`;
}

/** `31 entries: 29 domains, 2 URLs; 5 comments; 1.2 kB`. */
export function contentWords({ entries, domains, urls, comments, bytes }: DisavowLintAnswer): string {
  if (entries === 0) return `No entries, ${formatCount(comments, 'comment')}, ${formatBytes(bytes)}.`;
  const what = `${formatCount(entries, 'entry', 'entries')}: ${formatCount(domains, 'domain')}, ${formatCount(urls, 'URL')}`;
  return `${what}; ${formatCount(comments, 'comment')}; ${formatBytes(bytes)}.`;
}

/** `2 errors, 1 warning`, or that there is nothing to say. */
export function problemWords(problems: readonly DisavowProblem[]): string {
  const count = (level: DisavowProblem['level']) => problems.filter((problem) => problem.level === level).length;
  const parts = [
    { count: count('error'), noun: 'error' },
    { count: count('warning'), noun: 'warning' },
    { count: count('info'), noun: 'note' },
  ].filter((part) => part.count > 0);
  if (parts.length === 0) return 'No problems found';
  return formatList(parts.map((part) => formatCount(part.count, part.noun)));
}

/** A version in a menu: `3 Nov 2026, 14:02 (imported, 31 entries)`. */
export function versionWords(version: DisavowVersion): string {
  const origin = ORIGIN_WORDS[version.origin].toLowerCase();
  return `${formatMoment(version.createdAt)} (${origin}, ${formatCount(version.entries, 'entry', 'entries')})`;
}

function share(part: number, whole: number): string {
  return formatShare(whole === 0 ? 0 : part / whole);
}
