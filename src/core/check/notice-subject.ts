import { foldText, wordsOf } from '../anchors/fold-text.ts';
import type { PageReading } from '../html/page-reading.ts';
import { lastPartsOf, matchedWords } from './address-words.ts';
import type { FetchedPage } from './fetch-outcome.ts';
import { isNoticeWord } from './notice-page.ts';
import { type PageGround, SAFE_GROUND } from './page-ground.ts';
import { announcementsOf } from './page-sign.ts';

/** Statuses that people write about. */
const STATUS_WORD = /^(?:40[0-9]|410|429|50[0-4])$/;

/** Words that addresses write in one. */
const PARTED = /\b(log|sign)[ -](in|on|up)\b/gi;

/**
 * True for a page that is about walls, error pages, parked domains or logins, so that their words in its title announce its subject:
 * the address that was asked for, which a wall in its place does not choose, has such words itself, the title repeats them, and what
 * stands below is ground enough.
 *
 * @example An article “404: Page not found – what a good error page says” at `/404-pages-that-work/`.
 */
export function isAboutNotices(page: FetchedPage, reading: PageReading, ground: PageGround): boolean {
  if (page.chain.length > 0 || ground.points < SAFE_GROUND) return false;
  const words = wordsOf(foldText(lastPartsOf(page.requestedUrl, 1)));
  const subject = words.filter((word) => isNoticeWord(word) || STATUS_WORD.test(word));
  const announced = announcementsOf(reading);
  return matchedWords(subject, `${announced}\n${announced.replaceAll(PARTED, '$1$2')}`).length > 0;
}
