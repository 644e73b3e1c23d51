/**
 * Asks for one page: redirects by hand with every hop kept, each answer bounded in size and time, no cookies. Never throws
 * but for a cancelled crawl and a proxy that fails; what else goes wrong is an outcome.
 */
import { assertNever } from '../../core/assert-never.ts';
import type { CutShort, FetchFailure, RedirectHop } from '../../core/check/fetch-outcome.ts';
import type { PageHeaders } from '../../core/html/page-reading.ts';
import type { Connections } from './connections.ts';
import { type BodyWish, Exchange, type HostAnswer } from './exchange.ts';
import { describeFetchError, unreachedBy } from './fetch-error.ts';
import { onAbort } from './on-abort.ts';
import { ProxyFailed } from './proxy-connections.ts';
import { readBody } from './read-body.ts';
import { type UrlProblem, urlProblem } from './url-problem.ts';

/** What a fetch needs of a crawl's settings. */
export interface FetchSettings {
  readonly userAgent: string;
  readonly timeoutMs: number;
  readonly idleTimeoutMs: number;
  readonly totalTimeoutMs: number;
  readonly maxRawBytes: number;
  readonly maxBytes: number;
  readonly maxRedirects: number;
  readonly allowPrivate: boolean;
}

export interface FetchRequest {
  readonly url: string;
  /** Steps that already led here, where a page asked to be left for another. */
  readonly chain: readonly RedirectHop[];
  /** Asked before every hop; a problem ends the fetch. Robots rules come in here. */
  readonly mayFetch: (url: URL) => Promise<UrlProblem | null>;
  /** Aborts the fetch when the crawl is cancelled. */
  readonly signal: AbortSignal;
  /** For a page that was read before: by what its server can tell that it has not changed, which then answers 304. */
  readonly validators?: Validators | undefined;
  /** Accept header in place of the one for pages. */
  readonly accept?: string;
}

/** What an earlier answer of an address said of its version. */
export interface Validators {
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** A complete answer with its body as bytes. */
export interface FetchedBody {
  readonly kind: 'body';
  readonly requestedUrl: string;
  readonly finalUrl: string;
  readonly chain: readonly RedirectHop[];
  readonly status: number;
  readonly headers: PageHeaders;
  readonly contentType: string | null;
  /** The unpacked body, as far as it was read. */
  readonly bytes: Buffer<ArrayBuffer>;
  readonly cut: CutShort | null;
}

/** A fetch that gave no complete answer. */
export interface FailedFetch extends FetchFailure {
  /** What had come of the page when its body broke off, which still shows the links it holds; null where nothing had. */
  readonly part: FetchedBody | null;
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const ACCEPT_PAGE = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1';
const MAX_DUMPED_BYTES = 64 * 1024;

/** Follows a URL to its answer. Rejects only when `signal` is aborted, and with `ProxyFailed`. */
export async function fetchPage(
  connections: Connections,
  request: FetchRequest,
  settings: FetchSettings,
): Promise<FetchedBody | FailedFetch> {
  const requestedUrl = request.chain[0]?.url ?? request.url;
  const chain = [...request.chain];
  const fail = (problem: UrlProblem, finalUrl: string, answer?: Answer): FailedFetch => {
    const { reason, evidence, unreached, robotsRetry } = problem;
    const part = answer?.kind === 'problem' ? answer.part : null;
    return {
      kind: 'failure',
      reason,
      evidence,
      robotsRetry,
      requestedUrl,
      finalUrl,
      chain,
      status: answer?.status ?? null,
      // Where a redirect led here, the network is there.
      unreached: chain.length === 0 ? unreached : undefined,
      part: part === null ? null : { ...part, requestedUrl, finalUrl, chain },
    };
  };
  let url = URL.parse(request.url);
  if (url === null) return fail({ reason: 'unsupported-url', evidence: 'the address is not valid' }, request.url);
  const visited = new Set(chain.map((hop) => hop.url));
  for (;;) {
    url.hash = '';
    if (visited.has(url.href)) return fail({ reason: 'redirect-loop', evidence: `back at ${url.href}` }, url.href);
    visited.add(url.href);
    if (chain.length > settings.maxRedirects) {
      return fail({ reason: 'too-many-redirects', evidence: `${chain.length} redirects` }, url.href);
    }
    const problem = urlProblem(url, settings.allowPrivate) ?? (await request.mayFetch(url));
    if (problem !== null) return fail(chain.length === 0 ? problem : onTheWay(problem), url.href);
    const answer = await askOnce(connections, url, request, settings);
    if (answer.kind === 'problem') return fail(answer, url.href, answer);
    if (answer.kind === 'body') return { ...answer, requestedUrl, finalUrl: url.href, chain };
    const next: URL | null = answer.location === '' ? null : URL.parse(answer.location, url.href);
    if (next === null) {
      const evidence = answer.location === '' ? 'no Location header' : `Location: ${answer.location.slice(0, 200)}`;
      return fail({ reason: 'bad-redirect', evidence }, url.href, answer);
    }
    next.hash = '';
    chain.push({ url: url.href, status: answer.status, via: 'location', to: next.href });
    url = next;
  }
}

/** What cannot be fetched behind a redirect is the redirect's fault, not that of the address that was asked for. */
function onTheWay(problem: UrlProblem): UrlProblem {
  return problem.reason === 'unsupported-url' ? { ...problem, reason: 'bad-redirect' } : problem;
}

type AnsweredBody = Omit<FetchedBody, 'requestedUrl' | 'finalUrl' | 'chain'>;

type Answer =
  | AnsweredBody
  | { readonly kind: 'redirect'; readonly status: number; readonly location: string }
  | ({ readonly kind: 'problem'; readonly status: number | null; readonly part: AnsweredBody | null } & UrlProblem);

/** One request and its answer, under three clocks: one to the headers, one between bytes of the body, one to its end. */
async function askOnce(
  connections: Connections,
  url: URL,
  request: FetchRequest,
  settings: FetchSettings,
): Promise<Answer> {
  request.signal.throwIfAborted();
  const wanted: BodyWish = (status, headers) => (REDIRECTS.has(status) ? leftOver(headers) : settings.maxRawBytes);
  const exchange = new Exchange(wanted, () => headersClock.stop());
  const cancel = (): void => exchange.abort();
  const leave = onAbort(request.signal, cancel);
  const headersClock = startClock(settings.timeoutMs, cancel);
  const totalClock = startClock(settings.totalTimeoutMs, cancel);
  try {
    const options = {
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: 'GET',
      headers: {
        'user-agent': settings.userAgent,
        accept: request.accept ?? ACCEPT_PAGE,
        'accept-encoding': 'gzip, br, zstd, deflate',
        ...conditions(url, request.validators),
      },
      headersTimeout: 0,
      bodyTimeout: settings.idleTimeoutMs,
    } as const;
    return readAnswer(await connections.request(options, exchange), settings);
  } catch (error) {
    request.signal.throwIfAborted();
    if (error instanceof ProxyFailed) throw error;
    const received = exchange.received('broken');
    // Where a redirect leads is known by its head.
    if (received !== null && REDIRECTS.has(received.status)) return readAnswer(received, settings);
    const problem = exchange.isAborted ? clockProblem(received, settings) : networkProblem(error, received, settings);
    const unreached = exchange.wasSent ? undefined : unreachedBy(problem.reason, error);
    return {
      kind: 'problem',
      status: received?.status ?? null,
      part: partOf(received, settings),
      ...problem,
      unreached,
    };
  } finally {
    headersClock.stop();
    totalClock.stop();
    leave();
  }
}

/** Rings once. Where the thread was busy and the time is long over, answers that wait in their sockets are taken first. */
function startClock(ms: number, ring: () => void): { readonly stop: () => void } {
  let turn: NodeJS.Immediate | null = null;
  const timer = setTimeout(() => {
    turn = setImmediate(ring);
  }, ms);
  return {
    stop() {
      clearTimeout(timer);
      if (turn !== null) clearImmediate(turn);
    },
  };
}

function networkProblem(error: unknown, received: HostAnswer | null, { idleTimeoutMs }: FetchSettings): UrlProblem {
  const problem = describeFetchError(error);
  if (problem.reason === 'too-slow') return { ...problem, evidence: `nothing more came within ${idleTimeoutMs} ms` };
  // An answer that began tells of a host that is there, however it ended.
  return received === null
    ? problem
    : { reason: 'incomplete', evidence: `broken off after ${received.sizeBytes} bytes: ${problem.evidence}` };
}

function clockProblem(received: HostAnswer | null, { timeoutMs, totalTimeoutMs }: FetchSettings): UrlProblem {
  return received === null
    ? { reason: 'timeout', evidence: `no answer within ${timeoutMs} ms` }
    : { reason: 'too-slow', evidence: `the body took longer than ${totalTimeoutMs} ms` };
}

/** The beginning of a page that broke off; null where there is none to read. */
function partOf(received: HostAnswer | null, settings: FetchSettings): AnsweredBody | null {
  if (received === null || received.sizeBytes === 0) return null;
  const answer = readAnswer(received, settings);
  return answer.kind === 'body' ? answer : null;
}

function conditions(url: URL, validators: Validators | undefined): Record<string, string> {
  if (validators?.url !== url.href) return {};
  return {
    ...(validators.etag === null ? {} : { 'if-none-match': validators.etag }),
    ...(validators.lastModified === null ? {} : { 'if-modified-since': validators.lastModified }),
  };
}

function readAnswer(answer: HostAnswer, settings: FetchSettings): Answer {
  const { status, headers } = answer;
  if (REDIRECTS.has(status)) return { kind: 'redirect', status, location: headers['location']?.[0]?.trim() ?? '' };
  const body = readBody(answer, settings);
  switch (body.kind) {
    case 'body':
      return {
        kind: 'body',
        status,
        headers,
        contentType: headers['content-type']?.[0] ?? null,
        bytes: body.bytes,
        cut: body.cut,
      };
    case 'too-large':
      return { kind: 'problem', status, part: null, reason: 'too-large', evidence: body.evidence };
    case 'broken':
      return { kind: 'problem', status, part: null, reason: 'undecodable', evidence: body.evidence };
    default:
      return assertNever(body);
  }
}

/** A small body nobody wants is read to its end, so that its connection can be used again; one of unknown size is cut off. */
function leftOver(headers: PageHeaders): number {
  const length = Number(headers['content-length']?.[0] ?? Number.NaN);
  return length <= MAX_DUMPED_BYTES ? MAX_DUMPED_BYTES : 0;
}
