import { afterEach } from 'vitest';
import { identifyUrl } from '../../../src/core/url/url-identity.ts';
import { crawl } from '../../../src/engine/crawl/crawl.ts';
import type { CrawlClock } from '../../../src/engine/crawl/crawl-clock.ts';
import type { CrawlCounts, CrawlOptions } from '../../../src/engine/crawl/crawl-options.ts';
import { type CrawlSettings, DEFAULT_CRAWL_SETTINGS } from '../../../src/engine/crawl/crawl-settings.ts';
import type { PageCheckResult, PageToCheck } from '../../../src/engine/crawl/page-check.ts';
import { type HostAnswers, html, type LoopbackWeb, openLoopbackWeb } from './loopback-web.ts';

/** The client's page that every link of a run is expected to lead to. */
export const TARGET = 'https://client.test/shoes';
export const TEXT = `<p>${'The boats leave the harbour in the dark and come back at noon. '.repeat(10)}</p>`;
export const LINK = `<a href="${TARGET}">good shoes</a>`;
export const LIVE = html(`<main>${TEXT}<p>${TEXT}${LINK}</p></main>`);
export const PLAIN = html(TEXT);

const webs: LoopbackWeb[] = [];
afterEach(async () => {
  await Promise.all(webs.splice(0).map((web) => web.close()));
});

export interface CrawlRun {
  readonly results: PageCheckResult[];
  readonly counts: CrawlCounts;
  readonly web: LoopbackWeb;
}

/** Time that passes only while the crawl waits. */
export function fastClock(): CrawlClock & { readonly waits: number[] } {
  let now = Date.UTC(2026, 0, 1);
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    async wait(delayMs) {
      waits.push(delayMs);
      now += delayMs;
      await Promise.resolve();
    },
  };
}

/** Crawls a loopback web that lives until the test ends; by default every host stands for it. Results are in the order of `urls`. */
export async function runCrawl(
  hosts: Readonly<Record<string, HostAnswers>>,
  urls: readonly string[],
  settings: Partial<CrawlSettings> = {},
  options: Partial<CrawlOptions> = {},
): Promise<CrawlRun> {
  const web = await openLoopbackWeb(hosts);
  webs.push(web);
  const results: PageCheckResult[] = [];
  const pages: PageToCheck[] = urls.map((url, index) => ({
    pageId: index,
    url,
    links: [{ backlinkId: index, target: identifyUrl(TARGET) }],
  }));
  const counts = await crawl({
    pages,
    settings: {
      ...DEFAULT_CRAWL_SETTINGS,
      userAgent: 'Anchorage/test (+https://contact.test)',
      timeoutMs: 2_000,
      totalTimeoutMs: 4_000,
      allowPrivate: true,
      resolve: [{ host: '*', address: '127.0.0.1', port: web.port }],
      ...settings,
    },
    sites: ['client.test'],
    brandWords: [],
    onResult: (result) => {
      results.push(result);
    },
    signal: new AbortController().signal,
    clock: fastClock(),
    ...options,
  });
  return { results: results.sort((a, b) => a.pageId - b.pageId), counts, web };
}

/** The reason of each page's first link. */
export function reasonsOf(results: readonly PageCheckResult[]): (string | undefined)[] {
  return results.map((result) => result.links[0]?.verdict.reason);
}
