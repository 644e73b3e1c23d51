import { countsForSearch } from '../../core/check/counts-for-search.ts';
import type { FetchFailure, FetchOutcome } from '../../core/check/fetch-outcome.ts';
import { type PageVerdict, pageVerdict } from '../../core/check/page-verdict.ts';
import type { CheckSession } from './check-session.ts';
import { type FailedFetch, type FetchedBody, fetchPage } from './fetch-page.ts';
import {
  type EarlierAnswer,
  type LinkCheckResult,
  type PageCheckResult,
  type PageRobots,
  type PageToCheck,
  wishesFor,
} from './page-check.ts';
import type { ReadAnswer } from './read-answer.ts';
import type { RobotsVerdict } from './robots-cache.ts';
import { isScriptPage, lookInBrowser } from './second-look.ts';
import type { UrlProblem } from './url-problem.ts';

/** A result, and what the scheduler wants to know of it. */
export interface CheckedPage {
  readonly result: PageCheckResult;
  readonly outcome: FetchOutcome;
}

/** One answer as far as it could be read. */
interface Look {
  readonly outcome: FetchOutcome;
  /** Null for a failure, and for a page that has not changed. */
  readonly read: ReadAnswer | null;
  /** The earlier look that holds still; null where the page was read anew. */
  readonly repeats: EarlierAnswer | null;
}

/** A refresh after a longer wait is an offer to the reader, not a redirect. */
const MAX_REFRESH_SECONDS = 10;
const NOT_MODIFIED = 304;
const MAX_VALIDATOR_CHARACTERS = 1_000;

/** Fetches a page once and judges all of its links. Rejects only when the session's signal is aborted, and with `ProxyFailed`. */
export async function checkPage(page: PageToCheck, attempts: number, session: CheckSession): Promise<CheckedPage> {
  const checkedAt = session.now();
  const robots = new RobotsLog();
  let isFirst = true;
  const mayFetch = async (url: URL): Promise<UrlProblem | null> => {
    const answer = await session.robots.judge(url);
    robots.add(answer.us, answer.googlebot);
    if (answer.problem !== null) return answer.problem;
    // The first request has had its turn; what redirects lead to is asked of hosts that have lines of their own.
    const isTurn = isFirst;
    isFirst = false;
    return isTurn ? null : await session.awaitTurn(url);
  };
  const first = await lookAt(page, mayFetch, session);
  // What a link is worth for search hangs on robots.txt too, which may have changed where the page has not.
  const isStale = first.repeats !== null && robots.verdicts.googlebot !== first.repeats.robotsGooglebot;
  const look = isStale ? await lookAt({ ...page, earlier: null }, mayFetch, session) : first;
  const result = toResult(page, look, robots.verdicts, session, { checkedAt, attempts });
  const { outcome, read } = look;
  if (session.renderer === null || outcome.kind === 'failure' || !isScriptPage(read)) return { result, outcome };
  const times = { checkedAt: session.now(), attempts };
  const rendered = await lookInBrowser(page, { outcome, read }, session);
  if (rendered === null) return { result, outcome };
  const second = toResult(page, { ...rendered, repeats: null }, robots.verdicts, session, times);
  return { result: { ...second, etag: null, lastModified: null, raw: result }, outcome };
}

/** The result of a page that was not asked for, since its host is left alone for the rest of the run. */
export function skippedPage(page: PageToCheck, problem: UrlProblem, session: CheckSession): PageCheckResult {
  const outcome: FetchFailure = {
    kind: 'failure',
    ...problem,
    requestedUrl: page.url,
    finalUrl: page.url,
    chain: [],
    status: null,
  };
  const times = { checkedAt: session.now(), attempts: 0 };
  return toResult(page, { outcome, read: null, repeats: null }, { us: null, googlebot: null }, session, times);
}

/** Asks for a page and follows where it asks to be left for another, unless it holds a link to the client itself. */
async function lookAt(
  page: PageToCheck,
  mayFetch: (url: URL) => Promise<UrlProblem | null>,
  session: CheckSession,
): Promise<Look> {
  const { connections, settings, signal } = session;
  let url = page.url;
  let chain: FetchedBody['chain'] = [];
  for (;;) {
    const validators = page.earlier ?? undefined;
    const answer = await fetchPage(connections, { url, chain, mayFetch, signal, validators }, settings);
    const look = await readWhole(answer, page, session);
    const { outcome, read } = look;
    const refresh = read?.facts?.refresh ?? null;
    const staysHere = refresh === null || refresh.delaySeconds > MAX_REFRESH_SECONDS || read?.hasClientLinks === true;
    if (staysHere || outcome.kind === 'failure' || outcome.status >= 300) return look;
    const hop = { url: outcome.finalUrl, status: outcome.status, via: refresh.via, to: refresh.url };
    chain = [...outcome.chain, hop];
    url = refresh.url;
  }
}

async function readWhole(answer: FetchedBody | FailedFetch, page: PageToCheck, session: CheckSession): Promise<Look> {
  if (answer.kind === 'failure') {
    const { part, ...failure } = answer;
    const look = part === null ? null : await readWhole(part, page, session);
    // What broke off proves nothing, but for a link that had come by then.
    return look?.read?.hasClientLinks === true ? look : { outcome: failure, read: null, repeats: null };
  }
  const { kind: _, bytes, ...said } = answer;
  const earlier = page.earlier ?? null;
  if (said.status === NOT_MODIFIED && said.finalUrl === earlier?.url) {
    return { outcome: { ...said, kind: 'page', content: 'empty' }, read: null, repeats: earlier };
  }
  const read = await session.reader.read({ ...said, bytes, ...wishesFor(page, session.now()) });
  return { outcome: { ...said, kind: 'page', content: read.content }, read, repeats: null };
}

function toResult(
  page: PageToCheck,
  look: Look,
  robots: PageRobots,
  session: CheckSession,
  times: { readonly checkedAt: number; readonly attempts: number },
): PageCheckResult {
  const { outcome, read, repeats } = look;
  return {
    pageId: page.pageId,
    checkedAt: times.checkedAt,
    durationMs: Math.max(0, session.now() - times.checkedAt),
    attempts: times.attempts,
    requestedUrl: page.url,
    finalUrl: outcome.finalUrl,
    chain: outcome.chain,
    status: outcome.status,
    robots,
    certificate: session.connections.certificateProblem(URL.parse(outcome.finalUrl)?.hostname ?? ''),
    contentType: outcome.kind === 'page' ? outcome.contentType : null,
    charset: read?.charset ?? null,
    sizeBytes: read?.sizeBytes ?? null,
    bodySha256: read?.sha256 ?? null,
    etag: validatorOf(look, 'etag'),
    lastModified: validatorOf(look, 'last-modified'),
    repeats: repeats?.pageCheckId ?? null,
    raw: null,
    facts: read?.facts ?? null,
    links: page.links.map(({ backlinkId, target }, index) => {
      const verdict =
        read?.verdicts[index] ??
        repeatedVerdict(repeats, backlinkId) ??
        pageVerdict(outcome, null, { target, sites: session.sites });
      return { backlinkId, verdict, search: searchValueOf(verdict, look, robots) };
    }),
  };
}

/** What the earlier look proved; what it saw in the page stands with it. */
function repeatedVerdict(earlier: EarlierAnswer | null, backlinkId: number): PageVerdict | null {
  const link = earlier?.links.find((one) => one.backlinkId === backlinkId);
  if (link === undefined) return null;
  const { state, reason } = link;
  return { state, reason, evidence: 'unchanged', occurrences: [], headline: null, foundTargets: [] };
}

/** A header by which the next look can ask whether a page that was read has changed. */
function validatorOf({ outcome, read }: Look, name: 'etag' | 'last-modified'): string | null {
  if (outcome.kind === 'failure' || read === null || outcome.status !== 200 || outcome.cut !== null) return null;
  const value = outcome.headers[name]?.[0] ?? '';
  return value === '' || value.length > MAX_VALIDATOR_CHARACTERS ? null : value;
}

function searchValueOf(verdict: PageVerdict, { outcome, read }: Look, robots: PageRobots): LinkCheckResult['search'] {
  const headline = verdict.headline === null ? undefined : verdict.occurrences[verdict.headline];
  const facts = read?.facts ?? null;
  if (headline === undefined || facts === null || outcome.kind === 'failure') return null;
  const googlebotMayRead =
    robots.googlebot === null || robots.googlebot === 'unreachable' ? null : robots.googlebot === 'allowed';
  return countsForSearch({ facts }, headline, googlebotMayRead, outcome.status);
}

/** The strictest verdict of all hops: what one hop forbids, the page behind it does not allow. */
class RobotsLog {
  private us: RobotsVerdict | null = null;
  private googlebot: RobotsVerdict | null = null;

  get verdicts(): PageRobots {
    return { us: this.us, googlebot: this.googlebot };
  }

  add(us: RobotsVerdict, googlebot: RobotsVerdict): void {
    this.us = stricter(this.us, us);
    this.googlebot = stricter(this.googlebot, googlebot);
  }
}

function stricter(known: RobotsVerdict | null, next: RobotsVerdict): RobotsVerdict {
  return known === null || known === 'allowed' ? next : known;
}
