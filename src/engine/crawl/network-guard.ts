import { askWitness, type NetworkProblem } from './ask-witness.ts';
import type { CheckedPage } from './check-page.ts';
import type { CheckSession } from './check-session.ts';
import type { CrawlClock } from './crawl-clock.ts';
import { NetworkWatch } from './network-watch.ts';
import type { PageCheckResult } from './page-check.ts';

/** A network that was gone when a crawl stopped, and perhaps is back: then the crawl can go on at once, from its last result. */
export interface LostNetwork extends NetworkProblem {
  readonly isBack: boolean;
}

export interface GuardOptions {
  readonly session: CheckSession;
  readonly clock: CrawlClock;
  readonly report: (result: PageCheckResult) => Promise<void>;
  /** Called when something may be started again, or a witness was asked. */
  readonly onTurn: () => void;
  /** Called once, when the crawl has to stop. */
  readonly onLost: (lost: LostNetwork) => void;
  readonly onError: (error: unknown) => void;
}

/** Stands between the looks of a crawl and their reports: what is not of a page but of the network is not reported. */
export class NetworkGuard {
  private readonly options: GuardOptions;
  private readonly watch: NetworkWatch;
  private isAsking = false;
  private isGone = false;

  constructor(options: GuardOptions) {
    this.options = options;
    this.watch = new NetworkWatch(options.session.sites);
  }

  /** True while nothing is to be started, since the network may be gone. */
  get isAway(): boolean {
    return this.isGone;
  }

  /** True where every look it was given is reported. */
  get isSettled(): boolean {
    return !this.isAsking && !this.watch.isHolding;
  }

  /** Reports a look at a page of a host, or holds it back until it is known to be one. */
  async take(host: string, { result, outcome }: CheckedPage): Promise<void> {
    const unreached = outcome.kind === 'failure' ? outcome.unreached : undefined;
    if (unreached === undefined || !this.watch.hold(host, result, unreached)) await this.options.report(result);
    else this.ask(this.watch.witness(this.options.clock.now(), false));
    if (outcome.kind === 'page') await this.reportAll(this.watch.answered(outcome.finalUrl, result.checkedAt));
  }

  /** Reports a page that was not asked for, or holds it back with the failures for which its host is left alone. */
  async takeSkipped(host: string, result: PageCheckResult): Promise<void> {
    if (!this.watch.holdWith(host, result)) await this.options.report(result);
  }

  /** Takes note that a request did not get past the proxy. */
  proxyFailed(): void {
    this.isGone = true;
    this.ask(this.watch.nextWitness());
  }

  /** Nothing else will answer: what is held is settled by a witness, or is what it looks like. */
  async settle(): Promise<void> {
    if (!this.watch.isHolding || this.isAsking) return;
    const witness = this.watch.witness(this.options.clock.now(), true);
    if (witness === null) await this.reportAll(this.watch.isThere());
    else this.ask(witness);
  }

  /** Asks a witness while the crawl goes on; null for none. */
  private ask(witness: string | null): void {
    const { session, onError, onTurn } = this.options;
    if (witness === null || this.isAsking || session.signal.aborted) return;
    this.isAsking = true;
    void this.askWitnesses(witness)
      .catch((error: unknown) => {
        if (!session.signal.aborted) onError(error);
      })
      .finally(() => {
        this.isAsking = false;
        this.isGone = false;
        onTurn();
      });
  }

  /** Where no witness answers, the network is gone. One that answers only after a pause shows that what is held is not certain. */
  private async askWitnesses(first: string): Promise<void> {
    const { session, clock, onLost } = this.options;
    const { retries, retryDelayMs } = session.settings;
    let problem = await askWitness(first, session);
    if (problem === null) return await this.reportAll(this.watch.isThere());
    this.isGone = true;
    for (let tries = 0; tries < retries && problem.kind !== 'proxy-login'; tries++) {
      await clock.wait(retryDelayMs * 2 ** tries, session.signal);
      const again: NetworkProblem | null = await askWitness(this.watch.nextWitness(), session);
      if (again === null) return onLost({ ...problem, isBack: true });
      problem = again;
    }
    onLost({ ...problem, isBack: false });
  }

  private async reportAll(results: readonly PageCheckResult[]): Promise<void> {
    for (const result of results) await this.options.report(result);
  }
}
