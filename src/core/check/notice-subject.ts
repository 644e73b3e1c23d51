import type { PageReading } from '../html/page-reading.ts';
import { matchedWords, noticeWordsOfAddress } from './address-words.ts';
import type { FetchedPage } from './fetch-outcome.ts';
import { announcementsOf } from './page-sign.ts';

/** Words that addresses write in one. */
const PARTED = /\b(log|sign)[ -](in|on|up)\b/gi;

/**
 * The words of notices that a page has for its subject: its address has them, which a wall in its place does not choose, and its title or
 * heading repeats them. None where the answer came from another address than was asked.
 *
 * @example `404` of an article “404: Page not found – what a good error page says” at `/404-pages-that-work/`.
 */
export function noticeSubject({ chain, requestedUrl }: FetchedPage, reading: PageReading): string[] {
  if (chain.length > 0) return [];
  const announced = announcementsOf(reading);
  return matchedWords(noticeWordsOfAddress(requestedUrl), `${announced}\n${announced.replaceAll(PARTED, '$1$2')}`);
}
