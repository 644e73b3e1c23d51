import { foldText, wordsOf } from './fold-text.ts';
import { findPhrase, type Phrase, phrasesOf, withoutPhrases } from './phrase-matcher.ts';
import {
  POISON_TRADES,
  type PoisonTrade,
  SALES_WORDS,
  STRONG_TERMS,
  SUBJECT_WORDS,
  WEAK_TERMS,
} from './poison-terms.ts';

/** A term of one of the trades found in a text. */
export interface PoisonHit {
  readonly trade: PoisonTrade;
  readonly term: string;
}

interface TradePhrases {
  readonly trade: PoisonTrade;
  readonly phrases: readonly Phrase[];
}

const STRONG = POISON_TRADES.map((trade): TradePhrases => ({ trade, phrases: phrasesOf(STRONG_TERMS[trade]) }));
const WEAK = POISON_TRADES.map((trade): TradePhrases => ({ trade, phrases: phrasesOf(WEAK_TERMS[trade]) }));
const SALES = phrasesOf(SALES_WORDS);
const SUBJECTS = phrasesOf(SUBJECT_WORDS);

/** First words of every spaced phrase, with and without plural, and the unspaced phrases whole: others need no search. */
const FIRST_WORDS = new Set(
  [...STRONG, ...WEAK]
    .flatMap(({ phrases }) => phrases.map((phrase) => phrase.words[0] ?? ''))
    .flatMap((word) => (word.endsWith('s') ? [word, `${word}s`, word.slice(0, -1)] : [word, `${word}s`])),
);
const OTHER_SCRIPT = /[^\p{Script=Latin}\p{Script=Cyrillic}\p{N}\p{P}\p{Z}\p{S}]/u;

/**
 * The adult, pharma, gambling or loan term a text trades in, or null. Words match whole ("Essex" holds no "sex"). A term
 * with honest meanings counts only as the whole text ("casino", "777 casino"), beside a second one, or with sales talk
 * ("best casino"). Beside words of reporting or culture ("casino royale film review") nothing counts.
 *
 * @param exempt words of the client's own business: a casino's own links are not judged for naming casinos
 */
export function findPoison(text: string, exempt: ReadonlySet<string> = new Set()): PoisonHit | null {
  const folded = foldText(text);
  const words = wordsOf(folded);
  if (!words.some((word) => FIRST_WORDS.has(word)) && !OTHER_SCRIPT.test(folded)) return null;
  if (findPhrase(folded, words, SUBJECTS) !== null) return null;
  return findStrong(folded, words, exempt) ?? findWeak(folded, words, exempt);
}

function findStrong(folded: string, words: readonly string[], exempt: ReadonlySet<string>): PoisonHit | null {
  for (const { trade, phrases } of STRONG) {
    const hit = findPhrase(folded, words, phrases);
    if (hit !== null && !isExempt(hit, exempt)) return { trade, term: hit.text };
  }
  return null;
}

function findWeak(folded: string, words: readonly string[], exempt: ReadonlySet<string>): PoisonHit | null {
  for (const { trade, phrases } of WEAK) {
    const hit = findPhrase(folded, words, phrases);
    if (hit === null || isExempt(hit, exempt)) continue;
    if (isOffer(folded, words, { trade, phrases })) return { trade, term: hit.text };
  }
  return null;
}

/** A pharmacy or a loan named alone is a shop sign; "casino" or "porn" alone is an offer. */
function isOffer(folded: string, words: readonly string[], { trade, phrases }: TradePhrases): boolean {
  const rest = withoutPhrases(words, phrases);
  const isWholeText = (trade === 'adult' || trade === 'gambling') && rest.every((word) => /^\d+$/.test(word));
  const distinct = phrases.filter((phrase) => findPhrase(folded, words, [phrase]) !== null).length;
  return isWholeText || distinct > 1 || findPhrase(rest.join(' '), rest, SALES) !== null;
}

function isExempt(phrase: Phrase, exempt: ReadonlySet<string>): boolean {
  return phrase.words.some((word) => exempt.has(word)) || exempt.has(phrase.text);
}
