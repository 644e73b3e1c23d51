import type { PageReading } from '../html/page-reading.ts';
import { QUALIFYING_RELS } from '../model/rel.ts';
import type { LinkOccurrence } from './find-link.ts';

/** Why a link may weigh less, or nothing, for Google. */
export const SEARCH_LIMITS = {
  'robots-blocks-googlebot': 'robots.txt keeps Googlebot from reading the page',
  'page-nofollow': 'the page tells Googlebot to follow none of its links',
  'error-status': 'the page answers with an error',
  'page-noindex': 'the page is not to be indexed; Google stops following links of such pages after a while',
  'canonical-elsewhere': 'the page names another page as its original',
  nofollow: 'the link is marked nofollow',
  ugc: 'the link is marked as user content',
  sponsored: 'the link is marked as sponsored',
  hidden: 'the link is hidden from readers',
} as const;
export type SearchLimit = keyof typeof SEARCH_LIMITS;

/**
 * What a live link is worth looking at for search: `counts`; `weakened` where only hints speak against it; `blocked`
 * where Google does not read or follow it.
 */
export interface SearchValue {
  readonly value: 'counts' | 'weakened' | 'blocked';
  readonly limits: readonly SearchLimit[];
}

const BLOCKING: ReadonlySet<SearchLimit> = new Set(['robots-blocks-googlebot', 'page-nofollow', 'error-status']);

/**
 * Whether a link that was seen counts for Google, with every limit that applies. rel values are hints, and a noindex page
 * counts until it has been one for long.
 *
 * @param googlebotMayRead robots.txt's answer for Googlebot; null where it could not be read, which limits nothing here
 */
export function countsForSearch(
  reading: Pick<PageReading, 'facts'>,
  link: LinkOccurrence,
  googlebotMayRead: boolean | null,
  status: number,
): SearchValue {
  const { facts } = reading;
  const limits: SearchLimit[] = [];
  if (googlebotMayRead === false) limits.push('robots-blocks-googlebot');
  if (facts.robots.nofollow) limits.push('page-nofollow');
  if (status >= 400) limits.push('error-status');
  if (facts.robots.noindex) limits.push('page-noindex');
  if (facts.canonical !== null && facts.canonical.kind !== 'self') limits.push('canonical-elsewhere');
  for (const rel of QUALIFYING_RELS) if (link.rel.includes(rel)) limits.push(rel);
  if (link.placement === 'hidden') limits.push('hidden');
  if (limits.length === 0) return { value: 'counts', limits };
  return { value: limits.some((limit) => BLOCKING.has(limit)) ? 'blocked' : 'weakened', limits };
}
