import { foldText, isUnspacedScript, wordsOf } from '../anchors/fold-text.ts';
import { isStopWord } from '../anchors/guess-language.ts';
import type { PageReading } from '../html/page-reading.ts';
import { addressWords, matchedWords, tellingWords } from './address-words.ts';
import type { FetchedPage } from './fetch-outcome.ts';
import type { GroundEvidence } from './ground-evidence.ts';
import { announcementsOf, bodyTextOf } from './page-sign.ts';

/** What was known of a page before this look, from exports and from looks that saw the link. */
export interface KnownPage {
  readonly titles: readonly string[];
  /** Texts that stood beside the link. */
  readonly contexts: readonly string[];
  /** Texts of the link. */
  readonly anchors: readonly string[];
  /** Characters of its text at the last look that saw the link; null where none did. */
  readonly textLength: number | null;
}

const MIN_CONTEXT_WORDS = 4;
const SHRUNK_SHARE = 0.3;
const VANISHED_SHARE = 0.1;
const MIN_SHRUNK_TEXT = 1_000;

/** What a page that was known before has in common with it, and what not. */
export function knownEvidence(page: FetchedPage, reading: PageReading, known: KnownPage): GroundEvidence[] {
  const found: GroundEvidence[] = [];
  const title = reading.facts.title ?? '';
  if (known.titles.some((one) => isSameTitle(one, reading)))
    found.push({ points: 3, text: 'the title known from before' });
  else if (known.titles.length > 0 && known.titles.every((one) => isOtherTitle(one, title, page))) {
    const speaks = matchedWords(addressWords(page.requestedUrl), announcementsOf(reading)).length > 0;
    found.push({ points: speaks ? -3 : -12, text: `another title than “${known.titles[0] ?? ''}”` });
  }
  const text = foldText(reading.signs.excerpt);
  const context = known.contexts.map(foldText).find((one) => isLongEnough(one) && text.includes(one));
  if (context !== undefined) found.push({ points: 4, text: 'the text that stood beside the link', isTrace: true });
  const words = anchorEvidence(reading, known.anchors);
  if (words !== null) found.push(words);
  const shrunk = shrunkEvidence(reading.facts.textLength, known.textLength ?? 0);
  return shrunk === null ? found : [...found, shrunk];
}

const MIN_ANCHOR_LETTERS = 5;
/** A word of Han or kana is as short as this. */
const MIN_DENSE_LETTERS = 2;
const HOST = /\p{L}\.\p{L}{2,}(?:[/\s]|$)/u;

/** Who takes a link away often leaves its words. */
function anchorEvidence(reading: PageReading, anchors: readonly string[]): GroundEvidence | null {
  const text = wordsIn(bodyTextOf(reading));
  const anchor = anchors.find((one) => isTellingAnchor(one) && text.includes(wordsIn(one)));
  return anchor === undefined
    ? null
    : { points: 2, text: `the words of the link, “${anchor.slice(0, 60)}”`, isTrace: true };
}

function isTellingAnchor(anchor: string): boolean {
  const letters = isUnspacedScript(anchor) ? MIN_DENSE_LETTERS : MIN_ANCHOR_LETTERS;
  return anchor.length >= letters && !HOST.test(anchor) && tellingWords(wordsOf(foldText(anchor))).length > 0;
}

/** A text as its words between blanks; without blanks where its script has none. */
function wordsIn(text: string): string {
  const words = wordsOf(foldText(text)).join(' ');
  return isUnspacedScript(text) ? words : ` ${words} `;
}

function shrunkEvidence(now: number, before: number): GroundEvidence | null {
  if (before < MIN_SHRUNK_TEXT || now >= before * SHRUNK_SHARE) return null;
  const points = now < before * VANISHED_SHARE ? -6 : -3;
  return { points, text: `${now} characters where there were ${before}` };
}

/** True where title or heading is the known title, with other things beside it or not. */
function isSameTitle(known: string, { facts, signs }: PageReading): boolean {
  const folded = foldText(known);
  if (tellingWords(wordsOf(folded)).length === 0) return false;
  const title = facts.title ?? '';
  return [title, ...title.split(TITLE_SEPARATORS), ...signs.headings].some((one) => foldText(one) === folded);
}

/** Between the parts of a title, of which one is the name of the site. */
const TITLE_SEPARATORS = /\s*[|–—·•»«_]\s*|\s[-:>]\s/;

/** True where two titles of a page share no word but those that every page of its site has: a part between bars, the host's name. */
function isOtherTitle(one: string, other: string, { requestedUrl }: FetchedPage): boolean {
  const host = URL.parse(requestedUrl)?.hostname ?? '';
  const [ours, theirs] = [one, other].map((title) => foldedParts(title));
  const ownWords = (parts: string[] = [], others: string[] = []): string =>
    wordsOf(parts.filter((part) => !others.includes(part)).join(' '))
      .filter((word) => !host.includes(word) && !isStopWord(word))
      .map(pairsIn)
      .join(' ');
  return !isAlike(ownWords(ours, theirs), ownWords(theirs, ours));
}

/** Hiragana alone, which is endings and particles. */
const GRAMMAR = /^\p{Script=Hiragana}+$/u;

/** A run of letters without blanks between its words as pairs of letters, of which titles about one thing share some. */
function pairsIn(word: string): string {
  if (!isUnspacedScript(word) || word.length < 3) return word;
  const pairs = Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));
  return pairs.filter((pair) => !GRAMMAR.test(pair)).join(' ');
}

function foldedParts(title: string): string[] {
  return title.split(TITLE_SEPARATORS).map(foldText);
}

function isLongEnough(context: string): boolean {
  return wordsOf(context).length >= MIN_CONTEXT_WORDS;
}

/** True for titles that share a word, or where one has none. */
export function isAlike(one: string, other: string): boolean {
  const words = new Set(wordsOf(one));
  return words.size === 0 || wordsOf(other).some((word) => words.has(word));
}
