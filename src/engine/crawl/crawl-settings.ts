import type { QuietHours } from './quiet-hours.ts';
import type { ResolveOverride } from './resolve-override.ts';

/** How a crawl behaves. Times in milliseconds, sizes in bytes. */
export interface CrawlSettings {
  /** Sent with every request; names the program and where to ask about it. */
  readonly userAgent: string;
  /** Our name in robots.txt. */
  readonly robotsAgent: string;
  /** Requests at a time, over all hosts and for one host. */
  readonly concurrency: number;
  readonly perHost: number;
  /** Pause between the starts of two requests to one host. */
  readonly spacingMs: number;
  /** Time to connect and to receive the headers of one answer. */
  readonly timeoutMs: number;
  /** Longest silence within a body. */
  readonly idleTimeoutMs: number;
  /** Time for one answer with its body. */
  readonly totalTimeoutMs: number;
  /** Bound for a body as sent, and for the same body unpacked. */
  readonly maxRawBytes: number;
  readonly maxBytes: number;
  readonly maxRedirects: number;
  /** Times a page is asked for again in one run after 429, 503 or a broken connection, and robots.txt after any failure, with growing pauses. */
  readonly retries: number;
  readonly retryDelayMs: number;
  /** A host that asks for a longer pause is left alone for the rest of the run. */
  readonly maxRetryDelayMs: number;
  /** A host that fails this many times in a row, at network level or by 429 or 5xx, is left alone for the rest of the run. */
  readonly breakerLimit: number;
  /** Pages held in memory while they wait for their host. */
  readonly readAhead: number;
  readonly allowPrivate: boolean;
  /** Reads pages whose certificate is not valid; the problem is noted with the look. */
  readonly ignoreCertificates: boolean;
  /** `http://host:port` of a proxy that all requests go through; null for none. */
  readonly proxy: string | null;
  /** Pages started a second over all hosts; null for as many as the rest allows. */
  readonly ratePerSecond: number | null;
  /** Time of the day in which nothing is asked, by this machine's clock; null for none. */
  readonly quietHours: QuietHours | null;
  /** Addresses that stand in for DNS (`--resolve`). */
  readonly resolve: readonly ResolveOverride[];
  /**
   * Speaks plain HTTP to loopback addresses given by `resolve` even where the address says https. Only for the sample web
   * that comes with the program: it answers for hundreds of invented hosts, for which no certificate can exist.
   */
  readonly plainTextLoopback: boolean;
}

/** The settings a user gets without choosing. */
export const DEFAULT_CRAWL_SETTINGS: Omit<CrawlSettings, 'userAgent'> = {
  robotsAgent: 'Anchorage',
  concurrency: 32,
  perHost: 2,
  spacingMs: 0,
  timeoutMs: 10_000,
  idleTimeoutMs: 15_000,
  totalTimeoutMs: 30_000,
  maxRawBytes: 5_000_000,
  maxBytes: 5_000_000,
  maxRedirects: 10,
  retries: 2,
  retryDelayMs: 1_000,
  maxRetryDelayMs: 60_000,
  breakerLimit: 5,
  readAhead: 5_000,
  allowPrivate: false,
  ignoreCertificates: false,
  proxy: null,
  ratePerSecond: null,
  quietHours: null,
  resolve: [],
  plainTextLoopback: false,
};

/** The honest name of this program: `Anchorage/1.2.3 (+https://…)`. */
export function crawlUserAgent(version: string, contactUrl: string): string {
  return `Anchorage/${version} (+${contactUrl})`;
}
