import type { Unreached } from '../../core/check/fetch-outcome.ts';
import type { PageCheckResult } from './page-check.ts';

/**
 * Tells a network that is gone from hosts that are. Without a network every host fails alike, and none of it is true of a page: so
 * what could not be reached is held back until something shows that the network is there. An answer shows it for what failed before
 * it was asked for; where none comes, a host that answered before, or the client's own site, is asked as a witness. Knows nothing
 * of how that is done.
 */
export class NetworkWatch {
  private held: HeldResult[] = [];
  /** Hosts that failed while the network was there: what else is said of them is true. */
  private readonly dead = new Set<string>();
  /** The last origins that answered, the latest at the end. */
  private readonly answering = new Set<string>();
  private readonly sites: readonly string[];
  private notBefore = 0;

  constructor(sites: readonly string[]) {
    this.sites = sites;
  }

  get isHolding(): boolean {
    return this.held.length > 0;
  }

  /** Takes a result of a host that could not be reached; answers whether it is held back. */
  hold(host: string, result: PageCheckResult, unreached: Unreached): boolean {
    if (this.dead.has(host)) return false;
    this.held.push({ host, result, unreached });
    return true;
  }

  /** Takes a result of a host that is left alone; held back where the failures that led to it are. */
  holdWith(host: string, result: PageCheckResult): boolean {
    const known = this.held.find((one) => one.host === host);
    return known !== undefined && this.hold(host, result, known.unreached);
  }

  /** Takes note that an origin answered a page asked for at a time; gives back what is certain by that. */
  answered(url: string, askedAt: number): PageCheckResult[] {
    const { origin, host } = new URL(url);
    this.remember(origin);
    this.dead.delete(host);
    if (this.held.length === 0) return [];
    const certain = this.held.filter(({ result }) => result.checkedAt + result.durationMs < askedAt);
    this.held = this.held.filter((one) => !certain.includes(one));
    return this.settled(certain);
  }

  /** Takes note that a witness answered: all that is held is certain. */
  isThere(): PageCheckResult[] {
    return this.settled(this.held.splice(0));
  }

  /**
   * The origin to ask whether the network is there; null where nothing speaks against it.
   *
   * @param isLast true where no other page will answer
   */
  witness(now: number, isLast: boolean): string | null {
    if (!this.isHolding || (!isLast && (now < this.notBefore || !this.isSuspicious()))) return null;
    // A few names that nobody knows, and nothing that answered: that is what dead links look like.
    if (isLast && this.answering.size === 0 && !this.isSuspicious() && !this.speaksOfMachine()) return null;
    this.notBefore = now + WITNESS_PAUSE_MS;
    return this.nextWitness();
  }

  /** An origin to ask: those that answered in turn, so that no host is asked again and again; else the client's site. */
  nextWitness(): string {
    const [oldest] = this.answering;
    if (oldest === undefined) return `https://${this.sites[0] ?? 'localhost'}`;
    this.remember(oldest);
    return oldest;
  }

  private isSuspicious(): boolean {
    return this.held.length >= SUSPICIOUS_PAGES || new Set(this.held.map(({ host }) => host)).size >= SUSPICIOUS_HOSTS;
  }

  private speaksOfMachine(): boolean {
    return this.held.every(({ unreached }) => unreached === 'machine');
  }

  private remember(origin: string): void {
    this.answering.delete(origin);
    this.answering.add(origin);
    const [oldest] = this.answering;
    if (this.answering.size > WITNESSES && oldest !== undefined) this.answering.delete(oldest);
  }

  private settled(certain: readonly HeldResult[]): PageCheckResult[] {
    for (const { host } of certain) this.dead.add(host);
    return certain.map(({ result }) => result);
  }
}

interface HeldResult {
  readonly host: string;
  readonly result: PageCheckResult;
  readonly unreached: Unreached;
}

/** So many hosts in a row, or pages of fewer, that cannot be reached are worth a question. */
const SUSPICIOUS_HOSTS = 8;
const SUSPICIOUS_PAGES = 100;
const WITNESS_PAUSE_MS = 2_000;
const WITNESSES = 16;
