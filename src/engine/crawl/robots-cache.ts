import { setImmediate } from 'node:timers/promises';
import type { CheckReason } from '../../core/model/check-reason.ts';
import {
  isAllowed,
  isAllowedDecoded,
  NO_RULES,
  parseRobotsTxt,
  ROBOTS_TXT_MAX_BYTES,
  type RobotsTxt,
  rulesFor,
} from '../../core/robots/robots-txt.ts';
import type { Connections } from './connections.ts';
import type { CrawlSettings } from './crawl-settings.ts';
import { type FailedFetch, fetchPage } from './fetch-page.ts';
import type { UrlProblem } from './url-problem.ts';

/** What robots.txt says about one address to one agent. */
export type RobotsVerdict = 'allowed' | 'disallowed' | 'unreachable';

const GOOGLEBOT = 'Googlebot';

/** The rules of one origin for us and for Googlebot, or why they could not be read. */
type OriginRules = { readonly kind: 'rules'; readonly rules: RobotsTxt } | Unreachable;

interface Unreachable {
  readonly kind: 'unreachable';
  readonly problem: UrlProblem;
}

export interface RobotsAnswer {
  readonly us: RobotsVerdict;
  readonly googlebot: RobotsVerdict;
  /** Why we must not ask for the page; null where we may. */
  readonly problem: UrlProblem | null;
}

/** Files that outlive the crawl. */
export interface RobotsStore {
  /** The file of an origin that is fresh enough to go by; null for none. */
  find(origin: string): StoredRobots | null;
  /** The last file of an origin, for when it gives none now; null where there is none, or one of long ago. */
  findLast(origin: string): StoredRobots | null;
  /** Takes a file that was just read. */
  keep(origin: string, file: StoredRobots): void;
}

/** An answer that said what the rules are: a file, or a status that means there are none. */
export interface StoredRobots {
  readonly httpStatus: number;
  readonly body: Uint8Array;
}

/** Keeps nothing beyond the crawl. */
export const NO_ROBOTS_STORE: RobotsStore = { find: () => null, findLast: () => null, keep: () => undefined };

const NO_BODY = new Uint8Array();
const ROBOTS_REDIRECTS = 5;
const KEPT_ORIGINS = 20_000;
const LOST_REDIRECTS: ReadonlySet<CheckReason> = new Set(['too-many-redirects', 'redirect-loop', 'bad-redirect']);
/** Failures that the page itself would meet as well: they are told as they are, not as a robots.txt that was not read. */
const HOST_FAILURES: ReadonlySet<CheckReason> = new Set([
  'dns-failure',
  'connection-refused',
  'bad-certificate',
  'tls-error',
  'private-address',
  'unsupported-url',
]);

/**
 * Reads the robots.txt of every origin once per crawl, unless the store has it. As RFC 9309 and Google have it: 4xx means no rules, five redirects
 * are followed, and a file that cannot be read for network reasons, 429 or 5xx forbids everything, unless it was read before: then that holds.
 * Such a file is asked for as often as a page would be; the pauses between are up to the caller.
 */
export class RobotsCache {
  private readonly connections: Connections;
  private readonly settings: CrawlSettings;
  private readonly signal: AbortSignal;
  private readonly store: RobotsStore;
  private readonly origins = new Map<string, Promise<OriginRules>>();
  /** Times the file of an origin could not be read. */
  private readonly failures = new Map<string, number>();

  constructor(connections: Connections, settings: CrawlSettings, signal: AbortSignal, store: RobotsStore) {
    this.connections = connections;
    this.settings = settings;
    this.signal = signal;
    this.store = store;
  }

  /** What an address's robots.txt says to us and to Googlebot, each judged by its own rules. */
  async judge(url: URL): Promise<RobotsAnswer> {
    const origin = await this.rulesOf(url.origin);
    if (origin.kind === 'unreachable') return { us: 'unreachable', googlebot: 'unreachable', problem: origin.problem };
    const path = `${url.pathname}${url.search}`;
    const googlebot = isAllowed(origin.rules, GOOGLEBOT, path) ? 'allowed' : 'disallowed';
    const { robotsAgent } = this.settings;
    const isForUs = isAllowed(origin.rules, robotsAgent, path) && isAllowedDecoded(origin.rules, robotsAgent, path);
    if (isForUs) return { us: 'allowed', googlebot, problem: null };
    const evidence = `${url.origin}/robots.txt disallows ${url.pathname} for ${this.settings.robotsAgent}`;
    return { us: 'disallowed', googlebot, problem: { reason: 'robots-disallowed', evidence } };
  }

  private rulesOf(origin: string): Promise<OriginRules> {
    const known = this.origins.get(origin);
    if (known !== undefined) return known;
    const fetched = this.readRules(origin);
    this.origins.set(origin, fetched);
    // Nothing was learnt where the proxy failed: the next page asks again.
    fetched.catch(() => this.origins.delete(origin));
    const oldest = this.origins.size > KEPT_ORIGINS ? this.origins.keys().next().value : undefined;
    if (oldest !== undefined) this.origins.delete(oldest);
    return fetched;
  }

  private async readRules(origin: string): Promise<OriginRules> {
    const stored = this.store.find(origin);
    if (stored !== null) return { kind: 'rules', rules: this.rulesIn(stored) };
    const fetched = await this.fetchRules(origin);
    const isMissing = fetched.kind === 'unreachable' && fetched.problem.reason === 'robots-unreachable';
    const last = isMissing ? this.store.findLast(origin) : null;
    if (last !== null) return { kind: 'rules', rules: this.rulesIn(last) };
    return isMissing && fetched.problem.robotsRetry !== undefined ? this.noteFailure(origin, fetched) : fetched;
  }

  /** Forgets what came, so that the next page of the origin asks anew, unless it was asked for often enough. */
  private noteFailure(origin: string, { problem }: Unreachable): Unreachable {
    const failures = (this.failures.get(origin) ?? 0) + 1;
    this.failures.set(origin, failures);
    const { robotsRetry: _, ...final } = problem;
    if (failures > this.settings.retries) return { kind: 'unreachable', problem: final };
    this.origins.delete(origin);
    return { kind: 'unreachable', problem };
  }

  private async fetchRules(origin: string): Promise<OriginRules> {
    const request = {
      url: `${origin}/robots.txt`,
      chain: [],
      mayFetch: async () => null,
      signal: this.signal,
      accept: 'text/plain,*/*;q=0.1',
    };
    const answer = await fetchPage(this.connections, request, {
      ...this.settings,
      maxRedirects: ROBOTS_REDIRECTS,
      maxRawBytes: ROBOTS_TXT_MAX_BYTES,
    });
    // The connection is free for the page a turn later; asked at once, the host would get a second one.
    await setImmediate();
    if (answer.kind === 'failure') return failedRules(answer);
    const { status } = answer;
    if (status === 429 || status >= 500) {
      return unreadable(`robots.txt answers ${status}`, answer.headers['retry-after']?.[0]);
    }
    const body = hasFile(status) ? answer.bytes.subarray(0, ROBOTS_TXT_MAX_BYTES) : NO_BODY;
    this.store.keep(origin, { httpStatus: status, body });
    return { kind: 'rules', rules: this.rulesIn({ httpStatus: status, body: answer.bytes }) };
  }

  private rulesIn({ httpStatus, body }: StoredRobots): RobotsTxt {
    return hasFile(httpStatus) ? rulesFor(parseRobotsTxt(body), [this.settings.robotsAgent, GOOGLEBOT]) : NO_RULES;
  }
}

function hasFile(status: number): boolean {
  return status >= 200 && status < 300;
}

/** Redirects that lead nowhere mean there is no file. */
function failedRules({ reason, evidence, unreached, chain, finalUrl }: FailedFetch): OriginRules {
  if (LOST_REDIRECTS.has(reason)) return { kind: 'rules', rules: NO_RULES };
  if (HOST_FAILURES.has(reason)) {
    if (chain.length === 0) return { kind: 'unreachable', problem: { reason, evidence, unreached } };
    // The page need not lead where its robots.txt does.
    const problem = { reason: 'robots-unreachable', evidence: `robots.txt leads to ${finalUrl}: ${evidence}` } as const;
    return { kind: 'unreachable', problem };
  }
  // A host that is not even reached is not worth waiting for.
  if (unreached === undefined) return unreadable(`robots.txt: ${evidence}`, undefined);
  return {
    kind: 'unreachable',
    problem: { reason: 'robots-unreachable', evidence: `robots.txt: ${evidence}`, unreached },
  };
}

function unreadable(evidence: string, retryAfter: string | undefined): Unreachable {
  return { kind: 'unreachable', problem: { reason: 'robots-unreachable', evidence, robotsRetry: { retryAfter } } };
}
