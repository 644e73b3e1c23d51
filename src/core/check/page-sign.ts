import type { PageReading } from '../html/page-reading.ts';
import type { CheckReason } from '../model/check-reason.ts';
import type { FetchedPage } from './fetch-outcome.ts';

/** Why an answer is not the page that was asked for, with the words or markup that show it. */
export interface PageSign {
  readonly reason: CheckReason;
  readonly evidence: string;
  /** True where nothing but words of the page shows it, which articles about such pages have too. */
  readonly isSaid?: boolean;
}

/** One thing to look for: a pattern in one part of what was read. */
export interface SignPattern {
  readonly reason: CheckReason;
  readonly pattern: RegExp;
}

/** Where a sign stands: in a script or its address, or in words of the page. */
type SignPlace = 'script' | 'title or heading' | 'the page says' | 'a password field under the title';

/** The first pattern that matches, quoted as evidence. */
export function findSign(place: SignPlace, text: string, patterns: readonly SignPattern[]): PageSign | null {
  for (const { reason, pattern } of patterns) {
    const match = pattern.exec(text)?.[0];
    if (match === undefined) continue;
    return { reason, evidence: `${place}: "${match.trim().slice(0, 120)}"`, isSaid: place !== 'script' };
  }
  return null;
}

/** Title, main headings and the beginning of the text, the parts that announce what a page is. */
export function announcementsOf(reading: PageReading): string {
  return [reading.facts.title ?? '', ...reading.signs.headings].join('\n');
}

/** Addresses of scripts and frames, one per line. */
export function sourcesOf(reading: PageReading): string {
  return [...reading.signs.scriptSources, ...reading.signs.frameSources].join('\n');
}

/** A response header's values in one text; empty where it was not sent. */
export function headerOf(page: FetchedPage, name: string): string {
  return page.headers[name]?.join(', ') ?? '';
}

/** Beginning of what a page says itself, without the frame of its site where it could be told apart. */
export function bodyTextOf({ signs }: PageReading): string {
  return signs.body?.text ?? signs.excerpt;
}

const QUOTED = /["“„”«»「『][^"“„”«»「」『』]{3,200}["“”»«」』]/g;

/** A text without what it quotes: articles quote what error pages and walls say, which do not quote themselves. */
export function withoutQuotes(text: string): string {
  return text.replace(QUOTED, ' … ');
}

/** Characters of text outside of links and, where it could be told apart, outside of the frame of the site. */
export function ownTextOf({ facts, signs }: PageReading): number {
  return signs.body?.unlinked ?? Math.max(0, facts.textLength - facts.linkedTextLength);
}

/** Characters of the page's own text below its headings, counted as in a script that spells words out. */
export function toldLengthOf(reading: PageReading): number {
  return spelledLengthOf(reading) - reading.signs.headings.reduce((sum, text) => sum + text.length, 0);
}

/** True where a page asks for a password in its body, not in the frame of its site and not beside the posts of a forum. */
export function asksPassword({ signs }: PageReading): boolean {
  return signs.body?.asksPassword === true && signs.marks?.hasPosts !== true;
}

/** Han, kana and hangul say in one character what takes others about three. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const DENSITY = 3;

/** Characters of the page's own text outside links, counted as in a script that spells words out. */
export function spelledLengthOf(reading: PageReading): number {
  const text = bodyTextOf(reading);
  const dense = (text.match(DENSE)?.length ?? 0) / Math.max(1, text.length);
  return Math.round(ownTextOf(reading) * (1 + dense * (DENSITY - 1)));
}
