/**
 * What one look at a page proves about one link. The order is the meaning: a link that is seen is live whatever else the
 * page is; an answer that is not the page that was asked for proves nothing; only a page that was read proves absence.
 */
import type { ApartPlace } from '../html/apart-links.ts';
import type { PageReading } from '../html/page-reading.ts';
import { type CheckReason, stateOfReason } from '../model/check-reason.ts';
import type { LinkState } from '../model/link-state.ts';
import type { UrlIdentity } from '../url/url-identity.ts';
import { findBotWall } from './bot-wall.ts';
import { findDoubt, isSureMention } from './doubtful-page.ts';
import type { FetchedPage, FetchOutcome } from './fetch-outcome.ts';
import { type ExpectedLink, findApart, findOccurrences, headlineOf, type LinkOccurrence } from './find-link.ts';
import { findLoginPage, loginByAddress } from './login-page.ts';
import { findNotice } from './notice-page.ts';
import { noticeSubject } from './notice-subject.ts';
import { groundOf, type PageGround, SAFE_GROUND } from './page-ground.ts';
import { headerOf, type PageSign } from './page-sign.ts';
import { findParkedPage } from './parked-page.ts';
import { isClientPage, redirectSign } from './redirected-page.ts';
import { findFailure, findSoft404 } from './soft-404.ts';
import { findEmptyPage, findUnreadable } from './unreadable-page.ts';

/** The outcome of one check of one link. */
export interface PageVerdict {
  readonly reason: CheckReason;
  readonly state: Exclude<LinkState, 'unchecked'>;
  /** What was seen that led to the reason, in words for people. */
  readonly evidence: string;
  /** Every link of the page that leads to the client, in document order; empty unless the link is live. */
  readonly occurrences: readonly LinkOccurrence[];
  /** Index of the occurrence that stands for the link in lists; null where there is none. */
  readonly headline: number | null;
  /** The different pages of the client the page links to, in order of first appearance. */
  readonly foundTargets: readonly UrlIdentity[];
}

const APART_REASONS: Readonly<Record<ApartPlace, CheckReason>> = {
  comment: 'commented-out',
  noscript: 'noscript-only',
  template: 'template-only',
  iframe: 'iframe-only',
};

/**
 * Judges one fetched page for one expected link.
 *
 * Redirects of the source page: the answer at the end of the chain is the page. Where it lacks the link, it proves
 * absence only on the same registrable domain; an answer on another domain, the client's own included, is
 * `redirected-away`, and the home page or the section in place of a deeper page is a `soft-404`. Both leave the link unknown, since the
 * page that was asked for was not read.
 *
 * @param reading the page's HTML as read, or null where the body is not HTML
 */
export function pageVerdict(outcome: FetchOutcome, reading: PageReading | null, expected: ExpectedLink): PageVerdict {
  if (outcome.kind === 'failure') return withoutLink({ reason: outcome.reason, evidence: outcome.evidence });
  const isClients = isClientPage(outcome, expected);
  const occurrences = reading === null || isClients ? [] : findOccurrences(reading, expected);
  if (occurrences.length > 0) return liveVerdict(occurrences, reading?.unreadLinks ?? 0, expected);
  const ground = reading === null ? null : groundOf(outcome, reading, expected.known ?? null);
  const isSubject = reading !== null && ground !== null && isAboutNotices(outcome, reading, ground);
  const obstacle = findObstacle(outcome, reading, ground, expected, isSubject);
  if (obstacle !== null || reading === null || ground === null) return withoutLink(obstacle ?? notHtml(outcome));
  return withoutLink(
    findRemains(reading, ground, expected) ?? findDoubt(reading, ground, expected, isSubject) ?? absence(reading),
  );
}

function liveVerdict(occurrences: readonly LinkOccurrence[], unread: number, expected: ExpectedLink): PageVerdict {
  const targets = new Map<string, UrlIdentity>();
  for (const { target } of occurrences) if (!targets.has(target.key)) targets.set(target.key, target);
  const hasExpected = occurrences.some((occurrence) => occurrence.isExpected);
  const reason = hasExpected ? 'present' : 'present-other-target';
  const more = unread === 0 ? '' : `; ${unread} more were not read`;
  const count = occurrences.length === 1 ? 'one link' : `${occurrences.length} links`;
  const evidence =
    hasExpected || expected.target === null
      ? `${count} to the site${more}`
      : `${count} to the site, none to ${expected.target.url}${more}`;
  return {
    reason,
    state: 'live',
    evidence,
    occurrences,
    headline: headlineOf(occurrences),
    foundTargets: [...targets.values()],
  };
}

function withoutLink({ reason, evidence }: PageSign): PageVerdict {
  return { reason, evidence, state: stateOfReason(reason), occurrences: [], headline: null, foundTargets: [] };
}

/** True for the right page about walls and notices: its words show nothing of itself. */
function isAboutNotices(page: FetchedPage, reading: PageReading, ground: PageGround): boolean {
  return ground.points >= SAFE_GROUND && noticeSubject(page, reading).length > 0;
}

/** True for posts of a forum, which no wall shows, whatever they are about. */
function showsPosts(reading: PageReading | null, ground: PageGround | null): boolean {
  return reading?.signs.marks?.hasPosts === true && ground !== null && ground.points >= SAFE_GROUND;
}

/** What keeps an answer from proving absence, or the status that proves it; null for a proper page. */
function findObstacle(
  page: FetchedPage,
  reading: PageReading | null,
  ground: PageGround | null,
  expected: ExpectedLink,
  isSubject: boolean,
): PageSign | null {
  const status = statusSign(page.status);
  const heeded = (sign: PageSign | null): PageSign | null => (isSubject && sign?.isSaid === true ? null : sign);
  const bar = heeded(findBotWall(page, reading, ground));
  const wall = bar?.isSaid === true && showsPosts(reading, ground) ? null : bar;
  if (wall !== null || status !== null) return wall ?? loginByAddress(page) ?? status;
  if (reading === null || page.content !== 'html') return page.cut ?? notHtml(page);
  return (
    heeded(findParkedPage(page, reading)) ??
    heeded(findSoft404(page, reading)) ??
    heeded(findLoginPage(page, reading)) ??
    findFailure(reading) ??
    redirectSign(page, expected) ??
    cutSign(page, reading) ??
    findUnreadable(reading) ??
    tooComplex(reading) ??
    findNotice(reading) ??
    findEmptyPage(reading)
  );
}

/** Statuses of an answer that is the page, or an empty one. */
const WHOLE_ANSWERS: ReadonlySet<number> = new Set([200, 201, 203, 204, 205, 226]);

/** The reason that a status gives by itself; null for the good ones. */
function statusSign(status: number): PageSign | null {
  const evidence = `HTTP ${status}`;
  if (WHOLE_ANSWERS.has(status)) return null;
  if (status === 206) return { reason: 'incomplete', evidence: 'HTTP 206: a part of the page' };
  if (status === 404) return { reason: 'not-found', evidence };
  if (status === 410) return { reason: 'page-gone', evidence };
  if (status === 401 || status === 407) return { reason: 'unauthorized', evidence };
  if (status === 403) return { reason: 'forbidden', evidence };
  if (status === 429) return { reason: 'rate-limited', evidence };
  if (status === 451) return { reason: 'access-denied', evidence: 'HTTP 451: withheld for legal reasons' };
  if (status >= 400 && status < 500) return { reason: 'client-error', evidence };
  if (status >= 500 && status < 600) return { reason: 'server-error', evidence };
  return { reason: 'unexpected-status', evidence };
}

function notHtml(page: FetchedPage): PageSign {
  if (page.content === 'empty') return { reason: 'empty-page', evidence: 'an answer without a body' };
  if (page.content === 'undecodable')
    return { reason: 'undecodable', evidence: `no charset explains the text (${page.contentType ?? 'no type'})` };
  return { reason: 'not-html', evidence: page.contentType ?? 'no content type' };
}

/** What shows that the end of the page is missing, and perhaps the link with it. */
function cutSign(page: FetchedPage, reading: PageReading): PageSign | null {
  if (page.cut !== null) return page.cut;
  const { end } = reading.signs;
  if (end?.kind === 'abrupt') return { reason: 'incomplete', evidence: `the markup breaks off in ${end.inside}` };
  return end?.kind === 'open' && !isDelimited(page)
    ? { reason: 'incomplete', evidence: 'the answer ended before the page did' }
    : null;
}

/**
 * Else the end of the connection is all there is (RFC 9112 section 6.3), or over HTTP/2 the end of a stream, which some servers end like
 * any other when they fail.
 */
function isDelimited(page: FetchedPage): boolean {
  return headerOf(page, 'content-length') !== '' || headerOf(page, 'transfer-encoding') !== '';
}

function tooComplex(reading: PageReading): PageSign | null {
  return reading.facts.complete
    ? null
    : { reason: 'too-large', evidence: 'the markup is too complex to be read to its end' };
}

/** What is left of the link in a page that was read: in hidden markup or in words; null for nothing. */
function findRemains(reading: PageReading, ground: PageGround, expected: ExpectedLink): PageSign | null {
  const { scriptedLink } = reading;
  if (scriptedLink !== null) return { reason: 'javascript-page', evidence: `a script holds "${scriptedLink}"` };
  const apart = findApart(reading, expected);
  if (apart !== null) return { reason: APART_REASONS[apart.place], evidence: `${apart.url} in ${apart.place}` };
  const through = reading.redirectorLink;
  if (through !== null) return { reason: 'redirector-only', evidence: `${through.target} through ${through.url}` };
  const mention = reading.mentions[0];
  if (mention !== undefined && isSureMention(mention, ground))
    return { reason: 'mention-only', evidence: `"${mention.word}" in: ${mention.context}` };
  return null;
}

function absence(reading: PageReading): PageSign {
  const links = reading.facts.internalLinks + reading.facts.externalLinks;
  return { reason: 'absent', evidence: `${links} links read, none to the site` };
}
