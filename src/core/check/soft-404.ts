import { wordsOf } from '../anchors/fold-text.ts';
import type { PageReading } from '../html/page-reading.ts';
import { addressWords, matchedWords, nameWords } from './address-words.ts';
import type { FetchedPage } from './fetch-outcome.ts';
import {
  ERROR_SENTENCES,
  ERROR_TITLES,
  ERROR_WORDS,
  FOREIGN_TITLES,
  STATUS_TITLES,
  saysMissing,
} from './missing-page-words.ts';
import { announcementsOf, bodyTextOf, findSign, ownTextOf, type PageSign, withoutQuotes } from './page-sign.ts';

/** Sentences of an error page hold on a page with less text than this; titles hold on any page. */
const MAX_ERROR_TEXT = 2_500;
/** Words that other pages say as well hold with less than this. */
const MAX_NOTICE_TEXT = 300;
/** A heading speaks for the page where less than this stands below it. */
const MAX_HEADED_TEXT = 700;
const MAX_SENTENCE = 120;
const SENTENCE_END = /(?<=[.!?。！？])\s*/;
const EXCERPT_CHARACTERS = 1_500;
const SEPARATORS = /[\n|–—·•»«]|\s-\s/;
const MAX_PARTS = 20;
const MIN_ADDRESS_WORDS = 2;
const MAX_OPENING_WORDS = 6;
const MIN_MENU_LINKS = 3;
const SEARCH_TITLE =
  /^\W*(?:search(?: results)?|results|buscar|búsqueda|resultados|recherche|résultats|suche|suchergebnisse|cerca|ricerca|risultati|busca|pesquisa|zoek(?:en|resultaten)?|szukaj|wyniki|sök(?:resultat)?|søg|haku|поиск|результаты|搜索|検索)(?![\p{L}\p{N}])/iu;
const SEARCH_ADDRESS =
  /search|buscar|busqueda|recherche|suche|ricerca|pesquisa|busca|zoek|szukaj|poisk|[?&](?:s|q|query|keys?|keywords?)=/i;
/** Lines of a stack trace: a place in a program, or an error named with where it happened. */
const TRACE =
  /\bat [\w.$<>`]+\([^()]{0,120}\)(?: in \S+:line \d+|.{0,20}\bat [\w.$<>`]+\()|\bFile "[^"]{1,200}", line \d+|\bin \/[\w./-]{1,200}\.(?:php|py|rb|pl)\b.{0,20}\bline \d+|\((?:[\w$-]+\.(?:java|scala|kt|cs)|[\w./-]{1,200}\.(?:js|php|py|rb)):\d+(?::\d+)?\)|#0 \/[\w./-]{1,200}\(\d+\):|\[?(?:Http|Sql|OleDb|NullReference|FileNotFound)Exception\b|^\s*\w+(?:Error|Exception|DoesNotExist) at \//;
const ERROR_PATH = /\/(?:error[-_/]?)?(?:404|410|page-?not-?found|not-?found|pagenotfound|error)(?:[-_./]|$)/i;

/** What shows that a page with a good status says the page asked for is not there; null for none. */
export function findSoft404(page: FetchedPage, reading: PageReading): PageSign | null {
  const announcements = announcementsOf(reading);
  const byTitle =
    findErrorTitle(announcements) ??
    findSign('title or heading', announcements, FOREIGN_TITLES) ??
    statusTitle(page, announcements) ??
    findErrorOpening(reading) ??
    findMark(page, reading) ??
    findSearch(page, reading) ??
    findTrace(reading) ??
    byAddress(page);
  const { textLength } = reading.facts;
  if (byTitle !== null || textLength > MAX_ERROR_TEXT) return byTitle;
  const said = findMissing(reading, announcements);
  if (said !== null) return said;
  const patterns = [...FOREIGN_TITLES, ...ERROR_SENTENCES];
  const excerpt = withoutQuotes(reading.signs.excerpt.slice(0, EXCERPT_CHARACTERS));
  const sign = findSign('the page says', excerpt, patterns);
  if (sign !== null || ownTextOf(reading) > MAX_NOTICE_TEXT) return sign;
  return findSign('the page says', bodyTextOf(reading), ERROR_WORDS);
}

/** A title is an error's where one of its parts says nothing else: articles about error pages say more. */
function findErrorTitle(announcements: string): PageSign | null {
  const wholes = announcements.split('\n');
  const parts = wholes.flatMap((line) => line.split(SEPARATORS)).slice(0, MAX_PARTS);
  for (const part of [...wholes, ...parts]) {
    const sign = part.trim() === '' ? null : findSign('title or heading', part, ERROR_TITLES);
    if (sign !== null) return sign;
  }
  return null;
}

/** A lesser heading above the main one that says nothing else: the latest news may stand below it, under a main heading of their own. */
function findErrorOpening({ signs }: PageReading): PageSign | null {
  for (const opening of signs.openings) {
    const sign = findSign('title or heading', opening, [...ERROR_TITLES, ...FOREIGN_TITLES]);
    if (sign !== null) return sign;
    const isShort = wordsOf(opening).length <= MAX_OPENING_WORDS;
    if (isShort && signs.body !== null && saysMissing(opening))
      return { reason: 'soft-404', evidence: `title or heading: "${opening}"`, isSaid: true };
  }
  return null;
}

/** What the system of the site says of the page in its markup, whatever the page says. */
function findMark(page: FetchedPage, reading: PageReading): PageSign | null {
  const { marks } = reading.signs;
  if (marks === null) return null;
  const search = SEARCH_ADDRESS.test(page.requestedUrl) ? null : marks.search;
  const mark = marks.missing ?? search;
  return mark === null ? null : { reason: 'soft-404', evidence: `markup: a body of the class ${mark}` };
}

/** A part of a page without much else that its system marks as a failure: of which kind, its words have to say. */
export function findFailure(reading: PageReading): PageSign | null {
  const failure = ownTextOf(reading) > MAX_HEADED_TEXT ? null : (reading.signs.marks?.failure ?? null);
  return failure === null ? null : { reason: 'soft-404', evidence: `markup: ${failure.slice(0, 120)}` };
}

/** A search for the words of the address in place of its page: in a title, in quotes, or in the field for it. */
function findSearch(page: FetchedPage, reading: PageReading): PageSign | null {
  const words = nameWords(page.requestedUrl);
  if (words.length === 0 || SEARCH_ADDRESS.test(page.requestedUrl)) return null;
  const holdsAll = (text: string): boolean => matchedWords(words, text).length === words.length;
  const lines = announcementsOf(reading).split('\n');
  const quoted = quotedAddress(page.requestedUrl);
  const { searched } = reading.signs.marks ?? { searched: '' };
  const search =
    lines.find((line) => SEARCH_TITLE.test(line) && holdsAll(line)) ??
    lines.find((line) => quoted?.test(line) === true) ??
    (words.length >= MIN_ADDRESS_WORDS && holdsAll(searched) ? searched : undefined);
  return search === undefined ? null : { reason: 'soft-404', evidence: `a search: "${search.trim()}"`, isSaid: true };
}

/** The end of an address as a search quotes it, in small letters behind other words; null for one of a single word. */
function quotedAddress(url: string): RegExp | null {
  const slug = /([a-z\d]+(?:-[a-z\d]+)+)(?:\.\w{2,5})?\/?$/.exec(URL.parse(url)?.pathname ?? '')?.[1];
  return slug === undefined ? null : new RegExp(`\\S\\s+["“”„«‘‹「『]\\s?${slug.replaceAll('-', ' ')}\\s?["“”»’›」』]`);
}

/** What a program prints of itself when it fails, on a page without a menu. */
function findTrace({ facts, signs }: PageReading): PageSign | null {
  const trace = facts.internalLinks < MIN_MENU_LINKS ? TRACE.exec(signs.excerpt)?.[0] : undefined;
  return trace === undefined ? null : { reason: 'soft-404', evidence: `a trace: "${trace.slice(0, 120)}"` };
}

/** A title that begins with the status is a joke of an error page where it has no word of the address: articles name their subject. */
function statusTitle(page: FetchedPage, announcements: string): PageSign | null {
  const words = addressWords(page.requestedUrl);
  const isElsewhere = words.length >= MIN_ADDRESS_WORDS && matchedWords(words, announcements).length === 0;
  return isElsewhere ? findSign('title or heading', announcements, STATUS_TITLES) : null;
}

/** A heading, or on a bare page a sentence, that says of the page that it is not there. */
function findMissing(reading: PageReading, announcements: string): PageSign | null {
  const ownText = ownTextOf(reading);
  if (ownText > MAX_HEADED_TEXT) return null;
  const sentences = ownText > MAX_NOTICE_TEXT ? [] : withoutQuotes(bodyTextOf(reading)).split(SENTENCE_END);
  const found = [...announcements.split('\n'), ...sentences].find(
    (sentence) => sentence.length <= MAX_SENTENCE && saysMissing(sentence),
  );
  return found === undefined
    ? null
    : { reason: 'soft-404', evidence: `the page says: "${found.trim()}"`, isSaid: true };
}

/** A redirect to a page whose address says what it is. */
function byAddress(page: FetchedPage): PageSign | null {
  const path = page.chain.length === 0 ? '' : (URL.parse(page.finalUrl)?.pathname ?? '');
  return ERROR_PATH.test(path) ? { reason: 'soft-404', evidence: `redirects to ${path}` } : null;
}
