import { foldText, wordsOf } from '../anchors/fold-text.ts';
import { isStopWord } from '../anchors/guess-language.ts';
import { isNoticeWord } from './notice-page.ts';

const MIN_LETTERS = 3;
/** Shorter words have to be the same; of longer ones, one may be the beginning of the other. */
const MIN_STEM_LETTERS = 4;
const LAST_PARTS = 2;
const MAX_WORDS = 12;
/** Words of addresses that say how a site is built or what every page may be called, not what this one is about. */
const BUILDING_WORDS = new Set(
  'post posts entry entries index htm html xhtml php asp aspx jsp cgi blog blogs news article articles page pages archive archives category categories content default view node item items show detail details viewtopic showthread thread threads topic topics forum forums comment comments user users member members profile wiki files media tags author story stories welcome please choose select open enter splash start intro language languages country region limit quota gate wall choice notice coming link links test case site website web search results result'.split(
    ' ',
  ),
);

/**
 * The words by which the end of an address names its page, folded; none where it is named by numbers.
 *
 * @example addressWords('https://a.example/2020/old-harbour-walks.html') // ['harbour', 'walks']
 */
export function addressWords(url: string): string[] {
  return wordsOfParts(url, LAST_PARTS);
}

/**
 * The words of the very end of an address, without those of its section, which many pages share; those of both where the end has none.
 *
 * @example nameWords('https://a.example/walks/old-harbour') // ['old', 'harbour']
 */
export function nameWords(url: string): string[] {
  const words = wordsOfParts(url, 1);
  return words.length > 0 ? words : addressWords(url);
}

function wordsOfParts(url: string, count: number): string[] {
  return tellingWords(wordsOf(foldText(lastPartsOf(url, count).replaceAll(/\d+/g, ' ')))).slice(0, MAX_WORDS);
}

/** Statuses that people write about. */
const STATUS_WORD = /^(?:40[0-9]|410|429|50[0-4])$/;

/** The words of an address's end that notices are made of, such as `captchas` or `404`: what an article about notices is about. */
export function noticeWordsOfAddress(url: string): string[] {
  return wordsOf(foldText(lastPartsOf(url, LAST_PARTS))).filter((word) => isNoticeWord(word) || STATUS_WORD.test(word));
}

/** What names a page in the query of its address. */
const NAMING_PARAMETER = /[?&;](?:title|id|page|pagename|name|topic|article|p)=([^&;#]*)/gi;

/** The last so many parts of an address's path and what names the page in its query, with blanks between them and for underscores. */
function lastPartsOf(url: string, count: number): string {
  const address = URL.parse(url);
  const parts = decode(address?.pathname ?? '')
    .split('/')
    .filter((part) => part !== '');
  const names = [...(address?.search ?? '').matchAll(NAMING_PARAMETER)].map(([, name = '']) => decode(name));
  return [...parts.slice(-count), ...names].join(' ').replaceAll('_', ' ');
}

const YEAR = /(?<!\d)(?:19|20)\d\d(?=(?:(?:0[1-9]|1[0-2])(?:[0-3]\d)?)?(?:\D|$))/;

/** The year that an address holds, as those of diaries and newspapers do; null for none. */
export function addressYear(url: string): string | null {
  const address = URL.parse(url);
  return YEAR.exec(`${address?.pathname ?? ''}${address?.search ?? ''}`)?.[0] ?? null;
}

/** Those of some folded words that tell what a page is about, each once. */
export function tellingWords(words: readonly string[]): string[] {
  const telling = words.filter(
    (word) => word.length >= MIN_LETTERS && !BUILDING_WORDS.has(word) && !isStopWord(word) && !isNoticeWord(word),
  );
  return [...new Set(telling)];
}

/** Those of the words that a text holds, in one of their forms, with umlauts spelt either way and Cyrillic in Latin letters. */
export function matchedWords(words: readonly string[], text: string): string[] {
  const spelt = text.toLowerCase().replaceAll(/[äöüßæøåа-яёіїєґ]/g, (letter) => SPELT_OUT[letter] ?? letter);
  const inText = [...new Set([...wordsOf(foldText(text)), ...wordsOf(foldText(spelt))])];
  return words.filter((word) => inText.some((one) => isSameWord(one, word)));
}

function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  return Math.min(one.length, other.length) >= MIN_STEM_LETTERS && (one.startsWith(other) || other.startsWith(one));
}

const SPELT_OUT: Readonly<Record<string, string>> = Object.fromEntries(
  'ä:ae ö:oe ü:ue ß:ss æ:ae ø:oe å:aa а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:j к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:h ц:c ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya і:i ї:i є:e ґ:g'
    .split(' ')
    .map((pair) => pair.split(':')),
);

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
