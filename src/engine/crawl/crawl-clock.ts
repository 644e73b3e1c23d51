/** Time, injected so that tests need not wait. */
export interface CrawlClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after a time, or at once when the signal is aborted. */
  wait(delayMs: number, signal: AbortSignal): Promise<void>;
}
