/**
 * How firm the ground is on which a page without the link is called gone. Walls, notices, logins and missing pages answer 200 in
 * any words and any language, so their words are not waited for: what was read has to show by itself that it is the page that
 * was asked for. Each kind of evidence counts some points, for or against; a page needs {@link SAFE_GROUND} of them.
 */
import { foldText, wordsOf } from '../anchors/fold-text.ts';
import { languageOfText } from '../anchors/guess-language.ts';
import type { PageReading } from '../html/page-reading.ts';
import { addressWords, matchedWords, tellingWords } from './address-words.ts';
import type { FetchedPage } from './fetch-outcome.ts';
import type { GroundEvidence } from './ground-evidence.ts';
import { isAlike, type KnownPage, knownEvidence } from './known-ground.ts';
import { isNoticeWord, type NoticeWords, noticeWords } from './notice-page.ts';
import { noticeSubject } from './notice-subject.ts';
import { hasLatinTitle, namesItself } from './page-name.ts';
import { announcementsOf, bodyTextOf, spelledLengthOf, toldLengthOf } from './page-sign.ts';
import { speaksToReader } from './reader-address.ts';

export interface PageGround {
  readonly points: number;
  readonly evidence: readonly GroundEvidence[];
}

/** Points from which on a page is taken for the one that was asked for. */
export const SAFE_GROUND = 3;
/** Points from which on single words of it cannot make it a wall. */
export const FIRM_GROUND = 4;

/** Characters of running text, links left out, with the points they are worth. */
const TEXT_POINTS = [
  { characters: 4_000, points: 6 },
  { characters: 1_200, points: 4 },
  { characters: 600, points: 3 },
  { characters: 200, points: 2 },
  { characters: 140, points: 1 },
] as const;
/** No notice sends its readers to so many places. */
const MANY_SITES = 12;
const MANY_LINKS = 8;
const SOME_LINKS = 3;
/** A text of this length stands without a menu. */
const MIN_LONG_TEXT = 500;
/** Less than this below a heading is no text. */
const MIN_TOLD_CHARACTERS = 25;
/** The title of a page with less text may repeat its address because both name the notice. */
const MIN_TOLD_TEXT = 140;
/** Of the words of an address, those that every page of the site repeats are not more than this share. */
const MIN_REPEATED_SHARE = 0.34;
/** More of them than this in the text make up for a title that has none. */
const MIN_TOLD_SHARE = 0.3;
const MAX_FORM_TEXT = 1_500;
const FEW_NOTICE_WORDS = 0.045;
const MANY_NOTICE_WORDS = 0.08;
/** A text as short as notices in place of an article are, under its title. */
const MAX_NOTICE_LENGTH = 450;
const FEW_WORDS = 22;

/** Everything that speaks for or against a page being the one that was asked for. */
export function groundOf(page: FetchedPage, reading: PageReading, known: KnownPage | null): PageGround {
  const before = known === null ? [] : knownEvidence(page, reading, known);
  // Where there is more text than notices have, the body is not told apart, and only what was known counts beside the text.
  const isShort = reading.signs.body !== null;
  const shape = isShort ? [...shapeEvidence(page, reading), ...presenceEvidence(page, reading, before)] : [];
  const evidence = [textEvidence(reading), ...shape, ...before].filter((one) => one !== null);
  return { points: evidence.reduce((sum, { points }) => sum + points, 0), evidence };
}

function shapeEvidence(page: FetchedPage, reading: PageReading): (GroundEvidence | null)[] {
  const subject = noticeSubject(page, reading);
  return [
    ...linkEvidence(reading),
    headingEvidence(reading),
    ...markEvidence(reading),
    addressEvidence(page, reading, subject),
    canonicalEvidence(page, reading),
    wordEvidence(reading, withoutSubject(noticeWords(reading), subject)),
  ];
}

/** With less than this below its heading a page may be a sentence in place of the text that title, date and canonical belong to. */
const MIN_PAGE_TEXT = 180;
/** Profiles of members consist of a name and dates. */
const PROFILE_ADDRESS = /\/(?:members?|users?|profiles?|people|u)\/|\/(?:member|profile|user)\.php\?/i;
const NAMELESS: GroundEvidence = { points: -6, text: 'nothing that says which page it is' };

/** What is missing of a short page for being one: a name of its own, and text below its heading. */
function presenceEvidence(
  page: FetchedPage,
  reading: PageReading,
  before: readonly GroundEvidence[],
): GroundEvidence[] {
  const found: GroundEvidence[] = [];
  if (before.length === 0 && !namesItself(page, reading)) found.push(NAMELESS);
  const told = toldLengthOf(reading);
  if (told < MIN_PAGE_TEXT && !before.some(({ isTrace }) => isTrace === true) && !isWordless(page, reading))
    found.push({ points: -12, text: `no more than ${Math.max(0, told)} characters below its heading` });
  return found;
}

/** True for pages that need no text: those of links to other sites, numbered posts of a forum, and profiles with their dates. */
function isWordless(page: FetchedPage, { facts, signs }: PageReading): boolean {
  if (facts.externalLinks >= SOME_LINKS || signs.marks?.hasPosts === true) return true;
  return PROFILE_ADDRESS.test(page.requestedUrl) && (signs.marks?.published ?? null) !== null;
}

const HOST_NAME = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}$/u;

function textEvidence(reading: PageReading): GroundEvidence | null {
  const length = spelledLengthOf(reading);
  const row = TEXT_POINTS.find(({ characters }) => length >= characters);
  if (row !== undefined) return { points: row.points, text: `${length} characters of running text` };
  return isBare(reading) ? { points: -4, text: 'nothing below its heading' } : null;
}

/** True for a page with a frame and a heading at most: what it is about is missing. */
export function isBare(reading: PageReading): boolean {
  return toldLengthOf(reading) < MIN_TOLD_CHARACTERS && (reading.signs.body?.links ?? 0) < SOME_LINKS;
}

function linkEvidence(reading: PageReading): GroundEvidence[] {
  const { internalLinks, externalLinks, externalDomains, textLength } = reading.facts;
  const found: GroundEvidence[] = [];
  if (internalLinks + externalLinks < SOME_LINKS && textLength < MIN_LONG_TEXT)
    found.push({ points: -1, text: 'hardly any link' });
  if (externalDomains >= MANY_SITES) found.push({ points: 3, text: `links to ${externalDomains} other sites` });
  else if (externalLinks >= MANY_LINKS) found.push({ points: 2, text: `${externalLinks} links to other sites` });
  else if (externalLinks >= SOME_LINKS) found.push({ points: 1, text: `${externalLinks} links to other sites` });
  if (internalLinks >= SOME_LINKS) found.push({ points: 1, text: `${internalLinks} links within the site` });
  else if (externalLinks < MANY_LINKS) found.push(...noticeShape(reading));
  return found;
}

/** What a page without a menu looks like when it is there to tell its reader something or to ask something of them. */
function noticeShape(reading: PageReading): GroundEvidence[] {
  const { textLength } = reading.facts;
  const { controls, buttons } = reading.signs.marks?.fields ?? { controls: 0, buttons: 0 };
  const found: GroundEvidence[] = [];
  if (textLength >= MAX_FORM_TEXT) return found;
  const asksMuch = buttons > 1 || textLength < MIN_LONG_TEXT;
  if (controls > 0) found.push({ points: asksMuch ? -2 : -1, text: 'buttons or fields and no menu' });
  if (speaksToReader(bodyTextOf(reading))) found.push({ points: -2, text: 'the site speaks to its reader' });
  return found;
}

/** Pages of a site have their heading for a title, with the site's name beside it or not; so have notices, in their words. */
function headingEvidence({ facts, signs }: PageReading): GroundEvidence | null {
  const title = foldText(facts.title ?? '');
  if (HOST_NAME.test(title)) return { points: -2, text: 'the name of a host for a title' };
  const heading = foldText(signs.headings[0] ?? '');
  if (heading === '') return null;
  const words = wordsOf(heading);
  if (facts.internalLinks >= SOME_LINKS && !isAlike(heading, title))
    return { points: -1, text: 'a heading and a title that share no word' };
  if (!title.includes(heading) || words.some(isNoticeWord) || tellingWords(words).length === 0) return null;
  return { points: 1, text: 'its heading for a title' };
}

function markEvidence({ facts, signs }: PageReading): GroundEvidence[] {
  const found: GroundEvidence[] = [];
  const { published, hasArticle } = signs.marks ?? { published: null, hasArticle: false };
  if (published !== null) found.push({ points: 2, text: `the mark of something published, ${published.slice(0, 60)}` });
  if (hasArticle) found.push({ points: 1, text: 'an article element' });
  if (facts.canonical?.kind === 'self') found.push({ points: 1, text: 'it names itself as its original' });
  if (facts.robots.noindex) found.push({ points: -1, text: 'it is not to be indexed' });
  return found;
}

/** Words of the address that title or heading repeat; next to none of several is a sign of another page. */
function addressEvidence(page: FetchedPage, reading: PageReading, subject: readonly string[]): GroundEvidence | null {
  const words = [...addressWords(page.requestedUrl), ...subject];
  if (words.length === 0) return null;
  const announced = matchedWords(words, announcementsOf(reading));
  if (announced.length >= words.length * MIN_REPEATED_SHARE) {
    const text = `the title repeats ${announced.join(', ')} of the address`;
    const isTelling = announced.length > 1 || words.length === 1;
    return { points: isTelling && spelledLengthOf(reading) >= MIN_TOLD_TEXT ? 2 : 1, text };
  }
  const isElsewhere = matchedWords(words, bodyTextOf(reading)).length > words.length * MIN_TOLD_SHARE;
  if (isElsewhere || words.length < 2 || !hasLatinTitle(reading)) return null;
  return { points: -3, text: `hardly a word of the address, such as ${words[0] ?? ''}` };
}

/** A page that names another of its site as its original, whose address shares no word with the one that was asked for. */
function canonicalEvidence(page: FetchedPage, { facts: { canonical } }: PageReading): GroundEvidence | null {
  const words = addressWords(page.requestedUrl);
  if (canonical?.kind !== 'same-site' || words.length === 0) return null;
  const path = addressWords(canonical.url).join(' ');
  return matchedWords(words, path).length > 0
    ? null
    : { points: -4, text: `it names ${canonical.url} as its original` };
}

/** The words of notices that are not what the page is about. */
function withoutSubject(words: NoticeWords, subject: readonly string[]): NoticeWords {
  const hits = words.hits.filter((hit) => matchedWords([hit], subject.join(' ')).length === 0);
  return { ...words, hits, share: hits.length / Math.max(1, words.size) };
}

/**
 * Words of notices speak against a page. Their absence speaks for it only in a language whose notices are known, and for more where
 * the text is long enough to tell something and does not turn to its reader.
 */
function wordEvidence(reading: PageReading, { hits, share, size }: NoticeWords): GroundEvidence | null {
  const words = hits.slice(0, 5).join(', ');
  if (hits.length > 1 && share >= MANY_NOTICE_WORDS) {
    const points = toldLengthOf(reading) < MAX_NOTICE_LENGTH ? -12 : -2;
    return { points, text: `words of notices such as ${words}` };
  }
  const isMenu = reading.facts.internalLinks >= SOME_LINKS;
  const isShort = spelledLengthOf(reading) < MIN_TOLD_TEXT;
  if (hits.length > 0 && size < FEW_WORDS)
    return isMenu && !isShort ? null : { points: -1, text: `a word of notices, ${words}` };
  const text = bodyTextOf(reading);
  const language = languageOfText(`${announcementsOf(reading)} ${text}`);
  if (share > FEW_NOTICE_WORDS || language === null) return null;
  const asks = (reading.signs.marks?.fields.controls ?? 0) > 0 && !isMenu;
  const tells = !isShort && !speaksToReader(text) && !asks;
  return tells
    ? { points: 2, text: `a text in “${language}” that tells something` }
    : { points: 1, text: `a text in “${language}” without the words of notices` };
}
