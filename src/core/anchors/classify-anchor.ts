import type { AnchorClass } from '../model/anchor-class.ts';
import type { ExportRecord } from '../model/export-record.ts';
import { isHostOfSite, isPublicSuffix, publicSuffixOf } from '../url/host-name.ts';
import { identifyUrl } from '../url/url-identity.ts';
import { findPoison } from './find-poison.ts';
import { FIRST_NAMES } from './first-names.ts';
import { foldText, isUnspacedScript, wordsOf } from './fold-text.ts';
import { GENERIC_PHRASES } from './generic-phrases.ts';
import { foreignLanguageOf } from './guess-language.ts';
import { type AnchorProfile, type OwnWords, ownWordsOf } from './own-words.ts';
import { findPhrase, type Phrase, withoutPhrases } from './phrase-matcher.ts';
import { STOP_WORDS } from './stop-words.ts';

/** What carries a link, as exports name it; null where nobody told. */
export type LinkType = Extract<ExportRecord, { kind: 'link' }>['linkType'];

export interface AnchorContext extends AnchorProfile {
  readonly linkType: LinkType;
}

export interface AnchorReading {
  readonly anchorClass: AnchorClass;
  /** Why, as a sentence fragment for people: `holds the money phrase “oak flooring”`. */
  readonly evidence: string;
}

/** Reads anchors of one project; made once, used for every link. */
export type AnchorClassifier = (anchor: string | null, linkType: LinkType) => AnchorReading;

/** An anchor of this many words, or letters in scripts without blanks, is a title or a sentence. */
const LONG_WORDS = 8;
const LONG_LETTERS = 60;
const LONG_UNSPACED_LETTERS = 20;
/** Longer anchors are read up to here: a class never depends on more. */
const READ_LETTERS = 2_000;

const GENERIC = new Set(GENERIC_PHRASES.map((phrase) => wordsOf(foldText(phrase)).join(' ')));
const FILLERS = new Set(
  [...GENERIC].filter((phrase) => !phrase.includes(' ')).concat(wordsOf(foldText(Object.values(STOP_WORDS).join(' ')))),
);
const CLICK_PHRASES = [...GENERIC].filter((phrase) => phrase.includes(' '));

/**
 * The class of one anchor text. `null` means that no source told the anchor (Search Console) and is `unknown`; the empty
 * text is `empty`. For many anchors of one project make an {@link anchorClassifier} once.
 *
 * @example classifyAnchor('click here', context).anchorClass === 'generic'
 */
export function classifyAnchor(anchor: string | null, context: AnchorContext): AnchorReading {
  return anchorClassifier(context)(anchor, context.linkType);
}

/** Prepares the project's words and returns the function that classifies its anchors. */
export function anchorClassifier(profile: AnchorProfile): AnchorClassifier {
  const words = ownWordsOf(profile);
  return (anchor, linkType) => readAnchor(anchor, linkType, words);
}

function readAnchor(anchor: string | null, linkType: LinkType, own: OwnWords): AnchorReading {
  if (anchor === null) return reading('unknown', 'no source names the anchor');
  const text = anchor.slice(0, READ_LETTERS);
  const folded = foldText(text);
  if (folded === '') {
    return linkType === 'image'
      ? reading('image', 'an image without alt text')
      : reading('empty', 'the anchor is empty');
  }
  const words = wordsOf(folded);
  const host = hostOfNakedUrl(text.trim(), own);
  if (host !== null) return reading('naked-url', `the anchor is an address on ${host}`);
  const poison = findPoison(text, own.exempt);
  if (poison !== null) return reading('poison', `names “${poison.term}” (${poison.trade})`);
  if (linkType === 'image') return reading('image', 'the alt text of an image stands in for the anchor');
  return (
    readOwnWords(folded, words, own) ??
    readSigns(words) ??
    readGeneric(words) ??
    readForeign(text, own) ??
    readPerson(text) ??
    readLong(folded, words) ??
    reading('other', 'none of the other classes')
  );
}

function readOwnWords(folded: string, words: readonly string[], own: OwnWords): AnchorReading | null {
  const brand = findBrand(folded, words, own);
  const rest = brand === null ? words : withoutPhrases(words, own.brand);
  const restText = brand === null ? folded : rest.join(' ');
  const money = findPhrase(restText, rest, own.money) ?? findScattered(rest, own.money);
  if (brand !== null && money !== null) {
    return reading('compound', `holds the brand “${brand}” and the money phrase “${money.text}”`);
  }
  if (brand !== null) return rest.length < LONG_WORDS ? reading('brand', `holds the brand “${brand}”`) : null;
  if (money === null) return null;
  const isExact = money.isUnspaced ? folded === money.text : rest.length === money.words.length;
  return isExact
    ? reading('money-exact', `is the money phrase “${money.text}”`)
    : reading('money-partial', `holds the money phrase “${money.text}”`);
}

function findBrand(folded: string, words: readonly string[], own: OwnWords): string | null {
  const host = own.hosts.find((name) => folded.includes(name));
  if (host !== undefined) return host;
  const phrase = findPhrase(folded, words, own.brand);
  if (phrase !== null) return phrase.text;
  return own.squashedBrand.has(words.join(''))
    ? words.join(' ')
    : (words.find((word) => own.squashedBrand.has(word)) ?? null);
}

/** A money phrase whose words all stand in the anchor, in any order: "flooring made of oak". */
function findScattered(words: readonly string[], money: readonly Phrase[]): Phrase | null {
  return money.find(({ words: wanted }) => wanted.length > 1 && wanted.every((word) => words.includes(word))) ?? null;
}

function readSigns(words: readonly string[]): AnchorReading | null {
  return words.some((word) => /\p{L}/u.test(word)) ? null : reading('symbols', 'holds no letter');
}

function readGeneric(words: readonly string[]): AnchorReading | null {
  const joined = words.join(' ');
  if (GENERIC.has(joined)) return reading('generic', `“${joined}” says nothing of the target`);
  if (words.length > LONG_WORDS) return null;
  const padded = ` ${joined} `;
  const phrase = CLICK_PHRASES.find((candidate) => padded.includes(` ${candidate} `));
  if (phrase === undefined || !words.every((word) => FILLERS.has(word) || phrase.split(' ').includes(word)))
    return null;
  return reading('generic', `“${phrase}” says nothing of the target`);
}

function readForeign(text: string, own: OwnWords): AnchorReading | null {
  const why = foreignLanguageOf(text, own.languages);
  return why === null
    ? null
    : reading('other-language', `${why}; the project’s languages are ${own.languages.join(', ')}`);
}

/** Two or three capitalised words of which the first is a common given name, particles such as "von" allowed between. */
function readPerson(text: string): AnchorReading | null {
  const parts = text.trim().split(/\s+/);
  if (parts.length < 2 || parts.length > 4 || !FIRST_NAMES.has(foldText(parts[0] ?? ''))) return null;
  const isName = parts.every((part, at) => /^\p{Lu}[\p{L}\p{M}'’.-]*$/u.test(part) || (at > 0 && isParticle(part)));
  return isName && !isParticle(parts.at(-1) ?? '')
    ? reading('person', `“${parts.join(' ')}” reads like a person’s name`)
    : null;
}

function isParticle(word: string): boolean {
  return /^(?:von|van|der|den|de|da|di|del|della|du|la|le|el|al|bin|ter|zu)$/.test(word);
}

function readLong(folded: string, words: readonly string[]): AnchorReading | null {
  const isLong = isUnspacedScript(folded) ? folded.length >= LONG_UNSPACED_LETTERS : folded.length >= LONG_LETTERS;
  return isLong || words.length >= LONG_WORDS ? reading('title', `a title or sentence of ${words.length} words`) : null;
}

/** The host where the whole anchor is an address, whole or cut with an ellipsis; null for everything else. */
function hostOfNakedUrl(text: string, own: OwnWords): string | null {
  if (/\s/.test(text) || !text.includes('.')) return null;
  const address = text.replace(/^[<([«"'“]+|[>)\]»"'”.,;:!…]+$/g, '');
  const hasScheme = /^(?:https?:)?\/\//i.test(address);
  const host = identifyUrl(address)?.host ?? null;
  if (host === null || address.includes('@')) return null;
  const isOwn = own.hosts.some((site) => isHostOfSite(host, site));
  return hasScheme || isOwn || host.startsWith('www.') || isPublicSuffix(publicSuffixOf(host)) ? host : null;
}

function reading(anchorClass: AnchorClass, evidence: string): AnchorReading {
  return { anchorClass, evidence };
}
