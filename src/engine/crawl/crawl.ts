/**
 * Checks pages: takes them from a source as room gets free, lets every host have its turn, and hands each result over once.
 *
 *     source → queue by host → robots.txt → fetch → read → judge → onResult
 *
 * A page that is not reported was not checked: after a cancel, a crash or the loss of the network the caller asks for it again.
 */
import type { CheckReason } from '../../core/model/check-reason.ts';
import { readHere } from './answer-reader.ts';
import { type CheckedPage, checkPage, skippedPage } from './check-page.ts';
import type { CheckSession } from './check-session.ts';
import { type Connections, openConnections } from './connections.ts';
import type { CrawlCounts, CrawlOptions } from './crawl-options.ts';
import { HostHealth } from './host-health.ts';
import { HostQueue } from './host-queue.ts';
import { type LostNetwork, NetworkGuard } from './network-guard.ts';
import type { PageCheckResult, PageToCheck } from './page-check.ts';
import { ProxyFailed } from './proxy-connections.ts';
import { NO_ROBOTS_STORE, RobotsCache } from './robots-cache.ts';
import { StartTimes } from './start-times.ts';
import type { UrlProblem } from './url-problem.ts';

/** Runs a crawl to its end, until it is cancelled or until the network is lost. Rejects with what `onResult` or the source throws. */
export async function crawl(options: CrawlOptions): Promise<CrawlCounts> {
  const stop = new AbortController();
  const cancel = (): void => stop.abort();
  options.signal.addEventListener('abort', cancel, { once: true });
  if (options.signal.aborted) cancel();
  const connections = options.connections ?? openConnections(options.settings);
  const run = new CrawlRun(options, connections, stop);
  try {
    await run.work();
    return run.counts();
  } finally {
    options.signal.removeEventListener('abort', cancel);
    // A look-up of a name cannot be called off: a cancelled crawl does not wait for the connections behind it.
    const closed = connections.destroy();
    if (!stop.signal.aborted) await closed;
  }
}

/** Pages read from the source for each request that may run, before the first is asked; and how many more at a time later. */
const PAGES_READ_FOR_EACH = 8;
const PAGES_READ_AT_ONCE = 100;

interface Task {
  readonly page: PageToCheck;
  attempts: number;
  /** The look after which it is to be asked for again; null before the first. */
  last: CheckedPage | null;
}

/** One crawl while it lives. */
class CrawlRun {
  private readonly options: CrawlOptions;
  private readonly stop: AbortController;
  private readonly session: CheckSession;
  private readonly queue: HostQueue<Task>;
  private readonly health: HostHealth;
  private readonly guard: NetworkGuard;
  private readonly starts: StartTimes;
  private readonly source: Iterator<PageToCheck> | AsyncIterator<PageToCheck>;
  private isSourceDone = false;
  private running = 0;
  private reporting = 0;
  private lost: LostNetwork | null = null;
  private error: { readonly value: unknown } | null = null;
  private wakeUp: () => void = () => undefined;
  private pages = 0;
  private readonly states = { live: 0, gone: 0, unknown: 0 };
  private readonly reasons: Partial<Record<CheckReason, number>> = {};

  constructor(options: CrawlOptions, connections: Connections, stop: AbortController) {
    const { settings, sites, brandWords, clock, pages } = options;
    this.options = options;
    this.stop = stop;
    const robots = new RobotsCache(connections, settings, stop.signal, options.robotsStore ?? NO_ROBOTS_STORE);
    const reader = options.reader ?? readHere({ sites, brandWords });
    const renderer = options.renderer ?? null;
    this.session = {
      connections,
      robots,
      reader,
      renderer,
      settings,
      sites,
      signal: stop.signal,
      awaitTurn: (url) => this.awaitTurn(url.host),
      now: () => clock.now(),
    };
    this.stop.signal.addEventListener('abort', () => this.wakeUp(), { once: true });
    this.queue = new HostQueue(settings);
    this.health = new HostHealth(settings);
    this.guard = new NetworkGuard({
      session: this.session,
      clock,
      report: (result) => this.report(result),
      onTurn: () => this.wakeUp(),
      onLost: (lost) => this.lose(lost),
      onError: (error) => this.fail(error),
    });
    this.starts = new StartTimes(settings);
    this.source = Symbol.asyncIterator in pages ? pages[Symbol.asyncIterator]() : pages[Symbol.iterator]();
  }

  async work(): Promise<void> {
    const { clock, settings } = this.options;
    for (;;) {
      const awake = new Promise<void>((resolve) => {
        this.wakeUp = resolve;
      });
      await this.fill();
      while (this.running < settings.concurrency && !this.isStopped && !this.guard.isAway) {
        const now = clock.now();
        const taken = this.starts.next(now) > now ? null : this.queue.take(now);
        if (taken === null) break;
        this.starts.note(now);
        this.start(taken.host, taken.item);
      }
      if (this.isEmpty) await this.guard.settle();
      if (this.isStopped ? this.reporting === 0 : this.isEmpty && this.guard.isSettled) break;
      await this.pauseOr(awake);
    }
    if (!this.isSourceDone) await this.source.return?.();
    if (this.error !== null) throw this.error.value;
  }

  counts(): CrawlCounts {
    const links = this.states.live + this.states.gone + this.states.unknown;
    const isCancelled = this.options.signal.aborted;
    return { pages: this.pages, links, states: this.states, reasons: this.reasons, isCancelled, lost: this.lost };
  }

  private get isEmpty(): boolean {
    return this.running === 0 && this.isSourceDone && this.queue.size === 0;
  }

  private get isStopped(): boolean {
    return this.stop.signal.aborted;
  }

  /** When something can be started without anything else having ended; null where that is not so. */
  private wakesAt(): number | null {
    const { clock, settings } = this.options;
    if (this.running >= settings.concurrency || this.isStopped || this.guard.isAway || this.queue.size === 0)
      return null;
    const now = clock.now();
    const next = this.starts.next(now);
    if (this.running === 0 && this.starts.isQuiet(now)) this.options.onQuiet?.(next);
    return next > now ? next : this.queue.wakesAt();
  }

  /** Waits until a page is done, or until time lets another one be started. */
  private async pauseOr(awake: Promise<void>): Promise<void> {
    const { clock } = this.options;
    const wakesAt = this.wakesAt();
    if (wakesAt === null) {
      await awake;
      return;
    }
    const settled = new AbortController();
    const onStop = (): void => settled.abort();
    this.stop.signal.addEventListener('abort', onStop, { once: true });
    try {
      await Promise.race([awake, clock.wait(Math.max(0, wakesAt - clock.now()), settled.signal)]);
    } finally {
      settled.abort();
      this.stop.signal.removeEventListener('abort', onStop);
    }
  }

  /** Reads ahead in the source, some pages at a time: the first are asked before thousands are read. */
  private async fill(): Promise<void> {
    const { readAhead, concurrency } = this.options.settings;
    const enough = Math.min(
      readAhead,
      Math.max(concurrency * PAGES_READ_FOR_EACH, this.queue.size + PAGES_READ_AT_ONCE),
    );
    while (!this.isSourceDone && !this.isStopped && this.queue.size < enough) {
      try {
        const next = await this.source.next();
        if (next.done === true) this.isSourceDone = true;
        else this.queue.add(hostOf(next.value.url), { page: next.value, attempts: 0, last: null });
      } catch (error) {
        this.fail(error);
      }
    }
  }

  private start(host: string, task: Task): void {
    this.running++;
    void this.runTask(host, task)
      .catch((error: unknown) => {
        if (!this.isStopped) this.fail(error);
      })
      .finally(() => {
        this.running--;
        this.queue.finish(host, this.options.clock.now());
        this.wakeUp();
      });
  }

  private async runTask(host: string, task: Task): Promise<void> {
    const problem = this.health.problemOf(host);
    if (problem !== null) {
      // What it answered itself says more of a page than the failures of its host.
      if (task.last !== null) await this.guard.take(host, task.last);
      else await this.guard.takeSkipped(host, skippedPage(task.page, problem, this.session));
      return;
    }
    const checked = await this.check(host, task);
    if (checked === null || this.isStopped) return;
    const { outcome } = checked;
    // Behind a redirect it is another host that is busy, or fails.
    const answering = hostOf(outcome.finalUrl);
    if (answering !== host) this.health.noteAnswer(host);
    const next = this.health.note(answering, { ...checked, attempts: task.attempts }, this.options.clock.now());
    // The page itself was not asked for.
    if (outcome.kind === 'failure' && outcome.robotsRetry !== undefined) task.attempts--;
    if (next.kind !== 'report') this.queue.pauseUntil(answering, next.at);
    if (next.kind !== 'retry') return await this.guard.take(answering, checked);
    task.last = checked;
    this.queue.putBack(host, task);
  }

  /** Null where the proxy failed, which is nothing that was learnt of the page. */
  private async check(host: string, task: Task): Promise<CheckedPage | null> {
    task.attempts++;
    try {
      return await checkPage(task.page, task.attempts, this.session);
    } catch (error) {
      if (!(error instanceof ProxyFailed)) throw error;
      task.attempts--;
      this.queue.putBack(host, task);
      this.guard.proxyFailed();
      return null;
    }
  }

  /** Waits for the turn of a host that a page being asked leads to. */
  private async awaitTurn(host: string): Promise<UrlProblem | null> {
    const { clock } = this.options;
    const waitMs = this.queue.reserve(host, clock.now()) - clock.now();
    if (waitMs > 0) await clock.wait(waitMs, this.stop.signal);
    this.stop.signal.throwIfAborted();
    return this.health.problemOf(host);
  }

  private async report(result: PageCheckResult): Promise<void> {
    this.reporting++;
    try {
      await this.options.onResult(result);
    } finally {
      this.reporting--;
    }
    this.pages++;
    for (const { verdict } of result.links) {
      this.states[verdict.state]++;
      this.reasons[verdict.reason] = (this.reasons[verdict.reason] ?? 0) + 1;
    }
  }

  private lose(lost: LostNetwork): void {
    if (this.isStopped) return;
    this.lost = lost;
    this.stop.abort();
  }

  private fail(error: unknown): void {
    this.error ??= { value: error };
    this.stop.abort();
  }
}

/** Pages wait in the line of their host and port; addresses that are none share a line, since nothing is asked. */
function hostOf(url: string): string {
  return URL.parse(url)?.host ?? '';
}
