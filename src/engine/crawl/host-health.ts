import type { CheckedPage } from './check-page.ts';
import type { CrawlSettings } from './crawl-settings.ts';
import { isNetworkReason } from './fetch-error.ts';
import { parseRetryAfter } from './retry-after.ts';
import type { UrlProblem } from './url-problem.ts';

/** What to do after one look at a page of a host. */
export type NextStep =
  | { readonly kind: 'report' }
  /** Ask for the same page again, and for nothing of this host before `at`. */
  | { readonly kind: 'retry'; readonly at: number }
  /** Take the answer, but ask for nothing of this host before `at`. */
  | { readonly kind: 'report-and-pause'; readonly at: number };

/** A look at a page, and how often the page was asked for by then. */
export interface NotedLook extends CheckedPage {
  readonly attempts: number;
}

/** What a look says against a host. */
interface HostFailure extends UrlProblem {
  /** Set where the host is to be given a pause. */
  readonly pause: { readonly retryAfter: string | undefined; readonly mayRetry: boolean } | null;
}

/** Failures of a host without an answer between them. */
interface FailingHost {
  inARow: number;
  pausesUntil: number;
}

const BUSY_STATUSES: ReadonlySet<number> = new Set([429, 503]);
const MAX_DOUBLINGS = 10;
/** A host that answered in this crawl may fail so many times as often before it is left alone. */
const CREDIT = 2;

/**
 * Remembers how each host behaves in one crawl: hosts that fail are given pauses that grow, and those that fail again and again, or ask
 * for a pause longer than the run will wait, are left alone.
 */
export class HostHealth {
  private readonly settings: CrawlSettings;
  private readonly failing = new Map<string, FailingHost>();
  private readonly answered = new Set<string>();
  private readonly closed = new Map<string, UrlProblem>();

  constructor(settings: CrawlSettings) {
    this.settings = settings;
  }

  /** Why a host is left alone for the rest of the run; null while it may be asked. */
  problemOf(host: string): UrlProblem | null {
    return this.closed.get(host) ?? null;
  }

  /** Takes note that a host answered, with a redirect to another one. */
  noteAnswer(host: string): void {
    this.failing.delete(host);
    this.answered.add(host);
  }

  /** Takes note of a look for which a host was asked last. */
  note(host: string, look: NotedLook, now: number): NextStep {
    const failure = this.failureOf(look);
    if (failure === null) {
      this.noteAnswer(host);
      return this.afterAnswer(look, now);
    }
    const { reason, evidence, pause } = failure;
    const asked = pause === null ? null : parseRetryAfter(pause.retryAfter, now);
    if (asked !== null && asked > this.settings.maxRetryDelayMs) {
      const seconds = Math.round(asked / 1_000);
      this.closed.set(host, { reason, evidence: `${evidence}; the host asks for a pause of ${seconds} s` });
      return { kind: 'report' };
    }
    const known = this.countFailure(host, now);
    if (known.inARow >= this.limitOf(host)) {
      this.closed.set(host, {
        reason,
        evidence: `not asked again after ${known.inARow} failures in a row: ${evidence}`,
      });
      return { kind: 'report' };
    }
    if (pause === null) return { kind: 'report' };
    const at = Math.max(known.pausesUntil, now + Math.max(asked ?? 0, this.backOffMs(known.inARow)));
    known.pausesUntil = at;
    return { kind: pause.mayRetry ? 'retry' : 'report-and-pause', at };
  }

  /** The host did its part; a page that broke off may come whole another time. */
  private afterAnswer({ outcome, attempts }: NotedLook, now: number): NextStep {
    const isBroken = outcome.kind === 'failure' && outcome.reason === 'incomplete';
    if (!isBroken || attempts > this.settings.retries) return { kind: 'report' };
    return { kind: 'retry', at: now + this.backOffMs(attempts) };
  }

  /** Null where the host did its part, whatever became of the page. */
  private failureOf({ outcome, result, attempts }: NotedLook): HostFailure | null {
    const mayRetry = attempts <= this.settings.retries;
    if (outcome.kind === 'failure') {
      const { reason, evidence, robotsRetry } = outcome;
      if (robotsRetry !== undefined) return { reason, evidence, pause: { ...robotsRetry, mayRetry: true } };
      if (!isNetworkReason(reason)) return null;
      return { reason, evidence, pause: reason === 'connection-reset' ? { retryAfter: undefined, mayRetry } : null };
    }
    const { status, headers } = outcome;
    const verdict = result.links[0]?.verdict;
    const isLive = result.links.some((link) => link.verdict.state === 'live');
    if (verdict === undefined || isLive || (status !== 429 && status < 500)) return null;
    const { reason, evidence } = verdict;
    const retryAfter = headers['retry-after']?.[0];
    return { reason, evidence, pause: BUSY_STATUSES.has(status) ? { retryAfter, mayRetry } : null };
  }

  /** Requests that were under way when a host was given a pause fail with the one that led to it. */
  private countFailure(host: string, now: number): FailingHost {
    const known = this.failing.get(host) ?? { inARow: 0, pausesUntil: 0 };
    if (now >= known.pausesUntil) known.inARow++;
    this.failing.set(host, known);
    return known;
  }

  private limitOf(host: string): number {
    return this.settings.breakerLimit * (this.answered.has(host) ? CREDIT : 1);
  }

  private backOffMs(failures: number): number {
    const delay = this.settings.retryDelayMs * 2 ** Math.min(MAX_DOUBLINGS, failures - 1);
    return Math.min(this.settings.maxRetryDelayMs, delay);
  }
}
