/**
 * Whether a page says by itself which page it is. Notices stand in the whole frame of their site, with its menu, its latest posts and
 * the marks of its system, so what is counted here is only what belongs to one page.
 */
import type { PageReading } from '../html/page-reading.ts';
import { addressYear, matchedWords, nameWords } from './address-words.ts';
import type { FetchedPage } from './fetch-outcome.ts';
import { noticeSubject } from './notice-subject.ts';
import { announcementsOf, asksPassword, bodyTextOf, spelledLengthOf } from './page-sign.ts';

/**
 * A text of this length is no notice for want of a name, counted as in a script that spells words out. It has to be longer where no word of
 * the address can be in the title, being of another script, and still longer where one could and is not, or where a password is asked for.
 */
const MAX_NAMELESS_TEXT = 600;
const MAX_FOREIGN_TEXT = 1_000;
const MAX_UNTOLD_TEXT = 1_500;
/** Links to so many other sites are the page's own. */
const NAMING_SITES = 4;
const NAMING_LINKS = 8;
/** What pages of links are called, the oldest of which hold little else. */
const LINK_PAGE_WORDS =
  'links?(?!\\p{L})|link-?(?:list|sammlung)|liens|enlaces|odkazy|linki|linkek|l[aä]nkar|collegamenti|favou?rites|partner|ssylki|ссылк|партн[её]р|リンク|链接|連結|링크';
const LINK_PAGE_TITLE = new RegExp(LINK_PAGE_WORDS, 'iu');
const LINK_PAGE_PATH = new RegExp(`(?:${LINK_PAGE_WORDS})[^/]{0,12}$`, 'iu');
const COPYRIGHT = /(?:©|\(c\)|copyright).{0,30}?(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?/gi;

/**
 * True where something says which page it is that was read: the words of the address in its title, its year or number in text or links, links
 * to several sites, or much text. A date or a canonical says so only where the address has no words, or the title letters of its own: a
 * system puts them on notices as well. So does the frame of a site.
 */
export function namesItself(page: FetchedPage, reading: PageReading): boolean {
  const { facts, signs } = reading;
  const path = URL.parse(page.requestedUrl)?.pathname ?? '/';
  const words = [...nameWords(page.requestedUrl), ...noticeSubject(page, reading)];
  const isLatin = hasLatinTitle(reading);
  const isSuspect = (words.length > 0 && isLatin) || asksPassword(reading);
  const needed = isSuspect ? MAX_UNTOLD_TEXT : isLatin ? MAX_NAMELESS_TEXT : MAX_FOREIGN_TEXT;
  if (path === '/' || spelledLengthOf(reading) >= needed) return true;
  if (facts.externalDomains >= NAMING_SITES || facts.externalLinks >= NAMING_LINKS) return true;
  const isTold =
    signs.numberedLink !== null ||
    (LINK_PAGE_PATH.test(path) && LINK_PAGE_TITLE.test(announcementsOf(reading))) ||
    matchedWords(words, announcementsOf(reading)).length > 0 ||
    tellsYear(reading, addressYear(page.requestedUrl));
  if (isTold || (words.length > 0 && isLatin)) return isTold;
  return facts.canonical?.kind === 'self' || (signs.marks?.published ?? null) !== null;
}

/** True for a title whose letters are those of addresses, or without letters. */
export function hasLatinTitle({ facts }: PageReading): boolean {
  return /^[\p{Script=Latin}\P{L}]*$/u.test(facts.title ?? '');
}

/** True where the text tells the year of the address, as that of a diary does, and not in its copyright. */
function tellsYear(reading: PageReading, year: string | null): boolean {
  if (year === null) return false;
  const text = `${announcementsOf(reading)}\n${bodyTextOf(reading)}`.replace(COPYRIGHT, '');
  return new RegExp(`(?<!\\d)${year}(?!\\d)`).test(text);
}
