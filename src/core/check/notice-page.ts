/**
 * What a short page announces: walls, error pages, parked domains and logins are worded in more ways than any table of sentences
 * knows, but with the same few words. A page that consists of those is a notice and proves nothing.
 */
import type { PageReading } from '../html/page-reading.ts';
import { hitsOf, NOTICE_STEMS, type NoticeReason, REFUSAL_STEMS, UNSPACED } from './notice-stems.ts';
import { announcementsOf, bodyTextOf, ownTextOf, type PageSign } from './page-sign.ts';

/** Longer texts have room for such words by chance. */
const MAX_NOTICE_TEXT = 420;
/** Different words of one kind that make a notice, and the share of the page's words they make up at least. */
const SHORT = { maxWords: 20, hits: 2, share: 0.16 };
const LONGER = { hits: 3, share: 0.13 };
/** Where a page is no proof anyway, its kind may be guessed from less. */
const GUESSES = [
  { hits: 2, share: 0.04 },
  { hits: 1, share: 0.09 },
];
/** Languages without blanks are counted by characters. */
const CHARACTERS_PER_WORD = 3;

/** A text that repeats its words more often than this is no notice. */
const MAX_REPEATS = 2;

/** The words of notices on a page: those of the kind it has most of. */
export interface NoticeWords {
  readonly reason: NoticeReason;
  readonly hits: readonly string[];
  /** Words of the page, repetitions left out as far as notices repeat words, and the share of them that are hits. */
  readonly size: number;
  readonly share: number;
}

/** What a short page announces by nearly all of its words; null for a page of any other kind. */
export function findNotice(reading: PageReading): PageSign | null {
  if (ownTextOf(reading) > MAX_NOTICE_TEXT) return null;
  const words = noticeWords(reading);
  return isNotice(words, words.size <= SHORT.maxWords ? SHORT : LONGER) ? signOf(words) : null;
}

/** What a page that cannot be taken for the one that was asked for seems to be; null where its words do not say. */
export function guessNotice(reading: PageReading): PageSign | null {
  const words = noticeWords(reading);
  return GUESSES.some((rule) => isNotice(words, rule)) ? signOf(words) : null;
}

/** True for a word that notices are made of. */
export function isNoticeWord(word: string): boolean {
  const one = new Set([word]);
  return Object.values(NOTICE_STEMS).some((row) => hitsOf(one, row, true).length > 0);
}

/** Counts the words of notices in what a page announces and in the beginning of its text. */
export function noticeWords(reading: PageReading): NoticeWords {
  const text = `${announcementsOf(reading)}\n${bodyTextOf(reading)}`.toLowerCase();
  const all = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const words = new Set(all);
  const isSpaced = !UNSPACED.test(text);
  let best: { readonly reason: NoticeReason; readonly hits: readonly string[] } = { reason: 'bot-challenge', hits: [] };
  for (const reason of Object.keys(NOTICE_STEMS) as NoticeReason[]) {
    const hits = hitsOf(words, NOTICE_STEMS[reason], isSpaced);
    if (hits.length > best.hits.length) best = { reason, hits };
  }
  const size = isSpaced ? Math.max(words.size, all.length / MAX_REPEATS) : sizeOf(words);
  return { ...best, size, share: best.hits.length / Math.max(1, size) };
}

function isNotice({ hits, share }: NoticeWords, rule: { readonly hits: number; readonly share: number }): boolean {
  return hits.length >= rule.hits && share >= rule.share;
}

function signOf({ reason, hits }: NoticeWords): PageSign {
  const evidence = `a short page of words such as ${hits.slice(0, 5).join(', ')}`;
  return { reason: reason === 'bot-challenge' && isRefusal(hits) ? 'access-denied' : reason, evidence };
}

/** Challenges and refusals share most of their words; who refuses says so with half of them. */
function isRefusal(hits: readonly string[]): boolean {
  return hitsOf(new Set(hits), REFUSAL_STEMS, false).length * 2 >= hits.length;
}

/** Words in a text of which some have no blanks between them. */
function sizeOf(words: ReadonlySet<string>): number {
  return [...words].reduce((sum, word) => sum + (UNSPACED.test(word) ? word.length / CHARACTERS_PER_WORD : 1), 0);
}
