import type { FetchOutcome } from '../../core/check/fetch-outcome.ts';
import type { CheckReason } from '../../core/model/check-reason.ts';
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

const RETRIED_STATUSES: ReadonlySet<number> = new Set([429, 503]);
const MAX_DOUBLINGS = 10;

/**
 * Remembers how each host behaves in one crawl: hosts that fail again and again, or ask for a pause longer than the run
 * will wait, are left alone.
 */
export class HostHealth {
  private readonly settings: CrawlSettings;
  private readonly failures = new Map<string, number>();
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
    this.failures.delete(host);
  }

  /** Takes note of an outcome of the host that was asked last. `isLive` where a link was seen all the same, `attempts` how often the page was asked. */
  note(host: string, outcome: FetchOutcome, isLive: boolean, attempts: number, now: number): NextStep {
    const failure = outcome.kind === 'failure' ? outcome : null;
    if (failure !== null && isNetworkReason(failure.reason)) this.noteFailure(host, failure.reason, failure.evidence);
    else this.failures.delete(host);
    if (failure?.reason === 'connection-reset' && attempts <= this.settings.retries && this.problemOf(host) === null) {
      return { kind: 'retry', at: now + this.backOffMs(attempts) };
    }
    if (outcome.kind === 'failure' || isLive || !RETRIED_STATUSES.has(outcome.status)) return { kind: 'report' };
    return this.afterBusyAnswer(host, outcome.status, outcome.headers['retry-after']?.[0], attempts, now);
  }

  private noteFailure(host: string, reason: CheckReason, evidence: string): void {
    const count = (this.failures.get(host) ?? 0) + 1;
    this.failures.set(host, count);
    if (count < this.settings.breakerLimit) return;
    this.closed.set(host, { reason, evidence: `not asked again after ${count} failures in a row: ${evidence}` });
  }

  /** 429 and 503: the host is busy, or we are too fast. */
  private afterBusyAnswer(
    host: string,
    status: number,
    retryAfter: string | undefined,
    attempts: number,
    now: number,
  ): NextStep {
    const asked = parseRetryAfter(retryAfter, now);
    if (asked !== null && asked > this.settings.maxRetryDelayMs) {
      const reason = status === 429 ? 'rate-limited' : 'server-error';
      this.closed.set(host, {
        reason,
        evidence: `HTTP ${status}: the host asks for a pause of ${Math.round(asked / 1_000)} s`,
      });
      return { kind: 'report' };
    }
    const at = now + Math.max(asked ?? 0, this.backOffMs(attempts));
    return attempts <= this.settings.retries ? { kind: 'retry', at } : { kind: 'report-and-pause', at };
  }

  private backOffMs(attempts: number): number {
    const delay = this.settings.retryDelayMs * 2 ** Math.min(MAX_DOUBLINGS, attempts - 1);
    return Math.min(this.settings.maxRetryDelayMs, delay);
  }
}
