import type { AnswerReader } from './answer-reader.ts';
import type { PageRenderer } from './browser/page-renderer.ts';
import type { Connections } from './connections.ts';
import type { CrawlSettings } from './crawl-settings.ts';
import type { RobotsCache } from './robots-cache.ts';
import type { UrlProblem } from './url-problem.ts';

/** What every page of one crawl is checked with. */
export interface CheckSession {
  readonly connections: Connections;
  readonly robots: RobotsCache;
  readonly settings: CrawlSettings;
  readonly reader: AnswerReader;
  /** Looks again at pages that scripts write; null where the raw HTML is all that is looked at. */
  readonly renderer: PageRenderer | null;
  readonly sites: readonly string[];
  readonly signal: AbortSignal;
  /** Waits until a host may be asked for more than the page whose turn it is; why it is left alone, or null. */
  readonly awaitTurn: (url: URL) => Promise<UrlProblem | null>;
  readonly now: () => number;
}
