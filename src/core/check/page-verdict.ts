/**
 * What one look at a page proves about one link. The order is the meaning: a link that is seen is live whatever else the
 * page is; an answer that is not the page that was asked for proves nothing; only a page that was read proves absence.
 */
import type { ApartPlace } from '../html/apart-links.ts';
import type { PageReading } from '../html/page-reading.ts';
import { type CheckReason, stateOfReason } from '../model/check-reason.ts';
import type { LinkState } from '../model/link-state.ts';
import { registrableDomain } from '../url/host-name.ts';
import { identifyUrl, type UrlIdentity } from '../url/url-identity.ts';
import { findBotWall } from './bot-wall.ts';
import type { FetchedPage, FetchOutcome } from './fetch-outcome.ts';
import {
  type ExpectedLink,
  findApart,
  findOccurrences,
  headlineOf,
  type LinkOccurrence,
  leadsToClient,
} from './find-link.ts';
import { findLoginPage } from './login-page.ts';
import { findNotice } from './notice-page.ts';
import { headerOf, type PageSign } from './page-sign.ts';
import { findParkedPage } from './parked-page.ts';
import { findSoft404 } from './soft-404.ts';
import { findUnreadable } from './unreadable-page.ts';

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
  if (occurrences.length > 0) return liveVerdict(occurrences, expected);
  const obstacle = findObstacle(outcome, reading, expected);
  if (obstacle !== null || reading === null) return withoutLink(obstacle ?? notHtml(outcome));
  return withoutLink(findRemains(reading, expected));
}

function liveVerdict(occurrences: readonly LinkOccurrence[], expected: ExpectedLink): PageVerdict {
  const targets = new Map<string, UrlIdentity>();
  for (const { target } of occurrences) if (!targets.has(target.key)) targets.set(target.key, target);
  const hasExpected = occurrences.some((occurrence) => occurrence.isExpected);
  const reason = hasExpected ? 'present' : 'present-other-target';
  const count = occurrences.length === 1 ? 'one link' : `${occurrences.length} links`;
  const evidence =
    hasExpected || expected.target === null
      ? `${count} to the site`
      : `${count} to the site, none to ${expected.target.url}`;
  return {
    reason,
    state: 'live',
    evidence,
    occurrences,
    headline: headlineOf(occurrences),
    foundTargets: [...targets.values()],
  };
}

function withoutLink(sign: PageSign): PageVerdict {
  return { ...sign, state: stateOfReason(sign.reason), occurrences: [], headline: null, foundTargets: [] };
}

/** What keeps an answer from proving absence, or the status that proves it; null for a proper page. */
function findObstacle(page: FetchedPage, reading: PageReading | null, expected: ExpectedLink): PageSign | null {
  const status = statusSign(page.status);
  const wall = findBotWall(page, reading);
  if (wall !== null || status !== null) return wall ?? status;
  if (reading === null || page.content !== 'html') return page.cut ?? notHtml(page);
  return (
    findParkedPage(page, reading) ??
    findSoft404(page, reading) ??
    findLoginPage(page, reading) ??
    redirectSign(page, expected) ??
    cutSign(page, reading) ??
    findUnreadable(reading) ??
    tooComplex(reading) ??
    findNotice(reading)
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

function redirectSign(page: FetchedPage, expected: ExpectedLink): PageSign | null {
  const from = identifyUrl(page.requestedUrl);
  const to = identifyUrl(page.finalUrl);
  if (page.chain.length === 0 || from === null || to === null || from.key === to.key) return null;
  if (isClientPage(page, expected))
    return { reason: 'redirected-away', evidence: `redirects to the client's own page ${to.url}` };
  if (from.domain !== to.domain) return { reason: 'redirected-away', evidence: `redirects to ${to.url}` };
  if (isHomePage(to) && !isHomePage(from))
    return { reason: 'soft-404', evidence: `redirects to the home page ${to.url}` };
  return isSectionOf(to, from) ? { reason: 'soft-404', evidence: `redirects to the section ${to.url}` } : null;
}

/** A page of the client's own links to itself all over: none of that is a backlink. */
function isClientPage(page: FetchedPage, expected: ExpectedLink): boolean {
  const from = identifyUrl(page.requestedUrl);
  const to = identifyUrl(page.finalUrl);
  if (from === null || to === null || registrableDomain(from.host) === registrableDomain(to.host)) return false;
  return leadsToClient(to, expected);
}

const HOME_PATH =
  /^\/(?:(?:index|default|home|start|main|welcome)(?:\.\w+)?\/?|[a-z]{2}(?:[-_][a-z]{2})?(?:\/(?:(?:index|default|home)(?:\.\w+)?\/?)?)?)?$/i;
/** Parts of an address that lead to the same page in another form. */
const SAME_PAGE_PARTS =
  /^\/(?:index\.\w+|amp|feed|print|trackback|comments?|attachment\/.+|(?:comment-)?page[-/]?\d+|\d{1,3})\/?$/i;

/** True where one page's path lies below the other's: a post that leads to its category is gone, or hidden. */
function isSectionOf(section: UrlIdentity, page: UrlIdentity): boolean {
  const [above, below] = [URL.parse(section.url), URL.parse(page.url)];
  if (above === null || below === null || above.search !== '') return false;
  const path = above.pathname.replace(/\/$/, '');
  return below.pathname.startsWith(`${path}/`) && !SAME_PAGE_PARTS.test(below.pathname.slice(path.length));
}

function isHomePage(page: UrlIdentity): boolean {
  const url = URL.parse(page.url);
  if (url === null || !HOME_PATH.test(url.pathname)) return false;
  return !PAGE_PARAMETERS.test(url.search);
}

/** Parameters by which an address without a path names a page. */
const PAGE_PARAMETERS =
  /[?&](?:p|page|page_?id|id|post|post_type|article|story|topic|t|a|q|s|cat|name|title|view|option|route|module|file)=/i;

/** What shows that the end of the page is missing, and perhaps the link with it. */
function cutSign(page: FetchedPage, reading: PageReading): PageSign | null {
  if (page.cut !== null) return page.cut;
  const { end } = reading.signs;
  if (end?.kind === 'abrupt') return { reason: 'incomplete', evidence: `the markup breaks off in ${end.inside}` };
  const isDelimited = !/close/i.test(headerOf(page, 'connection')) || hasLength(page);
  return end?.kind === 'open' && !isDelimited
    ? { reason: 'incomplete', evidence: 'the connection closed before the page did' }
    : null;
}

function hasLength(page: FetchedPage): boolean {
  return headerOf(page, 'content-length') !== '' || headerOf(page, 'transfer-encoding') !== '';
}

function tooComplex(reading: PageReading): PageSign | null {
  return reading.facts.complete
    ? null
    : { reason: 'too-large', evidence: 'the markup is too complex to be read to its end' };
}

/** What is left of the link in a page that was read: in hidden markup, in words, or nothing. */
function findRemains(reading: PageReading, expected: ExpectedLink): PageSign {
  const { scriptedLink } = reading;
  if (scriptedLink !== null) return { reason: 'javascript-page', evidence: `a script holds "${scriptedLink}"` };
  const apart = findApart(reading, expected);
  if (apart !== null) return { reason: APART_REASONS[apart.place], evidence: `${apart.url} in ${apart.place}` };
  const through = reading.redirectorLink;
  if (through !== null) return { reason: 'redirector-only', evidence: `${through.target} through ${through.url}` };
  const mention = reading.mentions[0];
  if (mention !== undefined) return { reason: 'mention-only', evidence: `"${mention.word}" in: ${mention.context}` };
  const links = reading.facts.internalLinks + reading.facts.externalLinks;
  return { reason: 'absent', evidence: `${links} links read, none to the site` };
}
