import type { CheckReason } from '../../core/model/check-reason.ts';
import type { LinkState } from '../../core/model/link-state.ts';
import type { AnswerReader } from './answer-reader.ts';
import type { PageRenderer } from './browser/page-renderer.ts';
import type { Connections } from './connections.ts';
import type { CrawlClock } from './crawl-clock.ts';
import type { CrawlSettings } from './crawl-settings.ts';
import type { LostNetwork } from './network-guard.ts';
import type { PageCheckResult, PageToCheck } from './page-check.ts';
import type { RobotsStore } from './robots-cache.ts';

/** What a crawl is told, and who takes part in it. */
export interface CrawlOptions {
  readonly pages: Iterable<PageToCheck> | AsyncIterable<PageToCheck>;
  readonly settings: CrawlSettings;
  /** The client's hosts, and words whose mention without a link is worth noting. */
  readonly sites: readonly string[];
  readonly brandWords: readonly string[];
  /** Who reads the answers; this thread where absent. The caller closes it. */
  readonly reader?: AnswerReader;
  /** Looks again at pages that scripts write; nobody does where absent. The caller closes it. */
  readonly renderer?: PageRenderer | null;
  /** The way to the hosts, closed at the end; opened as the settings say where absent. */
  readonly connections?: Connections;
  /** Where robots.txt files are kept beyond this crawl; nowhere where absent. */
  readonly robotsStore?: RobotsStore;
  /** Called once per page, not in the order of the source. While a promise is pending, no more than `concurrency` results wait. */
  readonly onResult: (result: PageCheckResult) => void | Promise<void>;
  /** Called when nothing is asked because of the quiet hours, with the time of their end. */
  readonly onQuiet?: (until: number) => void;
  /** Stops the crawl: pages in work are dropped and not reported. */
  readonly signal: AbortSignal;
  readonly clock: CrawlClock;
}

/** What a crawl did. Link counts are by the state and reason of each link's check. */
export interface CrawlCounts {
  readonly pages: number;
  readonly links: number;
  readonly states: Readonly<Record<Exclude<LinkState, 'unchecked'>, number>>;
  readonly reasons: Readonly<Partial<Record<CheckReason, number>>>;
  readonly isCancelled: boolean;
  /** Why it stopped before its end; null where the network was there all the time. */
  readonly lost: LostNetwork | null;
}
