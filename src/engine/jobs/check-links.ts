import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { AppError } from '../../contract/app-error.ts';
import type { CheckPolicy, CheckSettings } from '../../contract/check-settings.ts';
import type { Selection } from '../../contract/engine-contract.ts';
import { boundHeap } from '../crawl/bound-heap.ts';
import { findBrowser } from '../crawl/browser/find-browser.ts';
import { openPageRenderer } from '../crawl/browser/page-renderer.ts';
import { crawl } from '../crawl/crawl.ts';
import type { CrawlCounts } from '../crawl/crawl-options.ts';
import { type CrawlSettings, crawlUserAgent, DEFAULT_CRAWL_SETTINGS } from '../crawl/crawl-settings.ts';
import type { LostNetwork } from '../crawl/network-guard.ts';
import type { PageCheckResult } from '../crawl/page-check.ts';
import { parseQuietHours } from '../crawl/quiet-hours.ts';
import { openReaderForFew, openReaderThreads } from '../crawl/reader-threads.ts';
import type { ResolveOverride } from '../crawl/resolve-override.ts';
import type { RobotsStore } from '../crawl/robots-cache.ts';
import { SYSTEM_CLOCK } from '../crawl/system-clock.ts';
import { type GrowingTally, tallyOfJob } from '../db/check-tally.ts';
import { type FrontierCounts, frontierCounts, waitingPages } from '../db/frontier-queries.ts';
import type { PageCheckRecord } from '../db/page-check-record.ts';
import type { ReadableDatabase } from '../db/project-database.ts';
import { prepareFindRobots, type RobotsFile } from '../db/robots-queries.ts';
import { readSetting, readSettings } from '../db/setting-queries.ts';
import { type OpenProject, writerOf } from '../open-projects.ts';
import { SAMPLE_WEB_SETTING } from '../sample/create-sample-project.ts';
import type { SampleWeb } from '../sample/sample-web.ts';
import type { CheckOutcome } from './check-outcome.ts';
import { checkRecord } from './check-record.ts';
import type { JobControl } from './job-control.ts';
import { describeLoss } from './job-messages.ts';
import { createResultStore } from './result-store.ts';

/** What is to be checked and how. */
export interface CheckRequest {
  /** The job whose frontier is worked off; one that has pages waiting goes on where it stopped. */
  readonly jobId: number;
  readonly selection: Selection;
  readonly policy: CheckPolicy;
  readonly settings: CheckSettings;
  /** Addresses that stand in for DNS, and whether private ones may be asked: the command line's business only. */
  readonly resolve?: readonly ResolveOverride[];
  readonly allowPrivate?: boolean;
  /** The browser that looks again at pages that scripts write, where that is asked for; an installed one where absent. */
  readonly browser?: string;
}

export interface CheckSurroundings {
  readonly version: string;
  /** Called after results were stored. */
  readonly onStored: () => void;
}

/**
 * Checks the pages of the selected links and stores every look. Finished batches survive whatever happens; a cancelled or
 * killed run leaves the rest on the job's frontier. So does one that loses the network or cannot get past its proxy, which throws
 * `unreachable`, and one whose answers cannot be stored any more: it asks no further page.
 */
export async function checkLinks(
  project: OpenProject,
  request: CheckRequest,
  control: JobControl,
  { version, onStored }: CheckSurroundings,
): Promise<CheckOutcome> {
  const writer = writerOf(project);
  const renderer = request.settings.renderPages ? openPageRenderer(browserOf(request)) : null;
  const { jobId } = request;
  const { total, done } = await openFrontier(project, request);
  const web = readSetting(project.reader, SAMPLE_WEB_SETTING) === null ? null : await openSampleWeb();
  const robots = createRobotsStore(project.reader);
  const tally = tallyOfJob(project.reader, jobId);
  const store = createResultStore<PageCheckRecord>(async (records) => {
    tally.changed += await writer.run('storeChecks', jobId, records, robots.takeNew());
    onStored();
  });
  const { aim, aimSince } = await keepAim(project, version);
  const releaseHeap = boundHeap();
  const reader = total - done < THREADED_PAGES ? openReaderForFew(aim) : openReaderThreads(aim, readerThreads());
  let seen = done;
  const report = () => control.progress(seen, total, { ...tally, reasons: { ...tally.reasons } });
  try {
    const crawlRest = (): Promise<CrawlCounts> =>
      crawl({
        pages: waitingPages(project.reader, jobId, request.settings.rereadAll ? null : aimSince),
        settings: crawlSettings(request, version, `https://${aim.sites[0] ?? ''}/`, web),
        ...aim,
        reader,
        renderer,
        robotsStore: robots,
        signal: AbortSignal.any([control.signal, store.failed]),
        clock: SYSTEM_CLOCK,
        onQuiet: (until) => control.say(`Quiet hours: it goes on at ${timeOfDay(until)}.`),
        async onResult(result) {
          await store.add(checkRecord(result));
          countLinks(tally, result);
          seen++;
          report();
          await control.whenRunning();
        },
      });
    // The frontier has to know what was found before it is read again.
    await crawlToEnd(crawlRest, () => store.flush(), request.settings.proxy);
    // What the last batch changed is only known now.
    report();
    return { checked: tally.live + tally.gone + tally.unknown, ...tally };
  } catch (error) {
    // What went wrong first is what is told; not all that was counted may be stored.
    await Promise.allSettled([store.flush()]);
    tellStored(project, jobId, control);
    throw error;
  } finally {
    await renderer?.close();
    await reader.close();
    releaseHeap();
    await web?.close();
    if (!store.failed.aborted) await writer.run('refreshDomains');
  }
}

/** How far the job's frontier is worked off, which is filled where it holds nothing yet. */
async function openFrontier(project: OpenProject, { jobId, selection, policy }: CheckRequest): Promise<FrontierCounts> {
  const known = frontierCounts(project.reader, jobId);
  if (known.total > 0) return known;
  await writerOf(project).run('fillFrontier', jobId, selection, policy);
  return frontierCounts(project.reader, jobId);
}

/** What pages are read for, and since when they are read for just that: an earlier look for something else says nothing. */
async function keepAim(project: OpenProject, version: string) {
  const { sites, brandWords } = readSettings(project.reader);
  const aim = { sites, brandWords };
  const aimSince = await writerOf(project).run('keepCheckAim', JSON.stringify({ ...aim, version }), now());
  return { aim, aimSince };
}

function tellStored(project: OpenProject, jobId: number, control: JobControl): void {
  const { done, total } = frontierCounts(project.reader, jobId);
  control.progress(done, total, tallyOfJob(project.reader, jobId));
}

/** Crawls what is left, and again where the network was gone for a moment only. */
async function crawlToEnd(
  crawlRest: () => Promise<CrawlCounts>,
  afterEach: () => Promise<void>,
  proxy: string,
): Promise<void> {
  for (;;) {
    const { lost } = await crawlRest();
    await afterEach();
    if (lost === null) return;
    if (!lost.isBack) throw lossError(lost, proxy);
  }
}

function countLinks(tally: GrowingTally, { links }: PageCheckResult): void {
  for (const { verdict } of links) {
    tally[verdict.state]++;
    tally.reasons[verdict.reason] = (tally.reasons[verdict.reason] ?? 0) + 1;
  }
}

function lossError(lost: LostNetwork, proxy: string): AppError {
  return new AppError('unreachable', describeLoss(lost, proxy), { kind: lost.kind, evidence: lost.evidence });
}

function browserOf({ browser }: CheckRequest): string {
  const executable = browser ?? findBrowser();
  if (executable !== null && existsSync(executable)) return executable;
  const which = browser === undefined ? 'No Chromium, Chrome or Edge was found' : `There is no browser ${browser}`;
  throw new AppError('wrong-use', `${which}, which looking at pages that scripts write needs.`, { browser });
}

/** `06:30`, by this machine's clock, as the quiet hours are. */
function timeOfDay(atMs: number): string {
  const date = new Date(atMs);
  return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}

function now(): string {
  return new Date(SYSTEM_CLOCK.now()).toISOString();
}

/** Starting a thread takes as long as reading this many pages. */
const THREADED_PAGES = 300;

/** One thread asks and reads what is too much for the others, one stores, which is little work; what is left of the machine may read. */
function readerThreads(): number {
  return Math.max(1, Math.min(3, availableParallelism() - 2));
}

function crawlSettings(request: CheckRequest, version: string, site: string, web: SampleWeb | null): CrawlSettings {
  const { settings } = request;
  const { concurrency, perHost, ignoreCertificates } = settings;
  const timeoutMs = settings.timeoutSeconds * 1000;
  const maxBytes = settings.maxPageMegabytes * 1_000_000;
  const chosen = {
    ...DEFAULT_CRAWL_SETTINGS,
    userAgent: crawlUserAgent(version, settings.contactUrl === '' ? site : settings.contactUrl),
    concurrency,
    perHost,
    ignoreCertificates,
    spacingMs: settings.delaySeconds * 1000,
    ratePerSecond: settings.pagesPerSecond === 0 ? null : settings.pagesPerSecond,
    quietHours: parseQuietHours(settings.quietHours),
    proxy: settings.proxy === '' ? null : settings.proxy,
    timeoutMs,
    idleTimeoutMs: Math.min(timeoutMs, DEFAULT_CRAWL_SETTINGS.idleTimeoutMs),
    totalTimeoutMs: Math.max(timeoutMs, DEFAULT_CRAWL_SETTINGS.totalTimeoutMs),
    maxBytes,
    maxRawBytes: maxBytes,
    resolve: request.resolve ?? [],
    allowPrivate: request.allowPrivate ?? false,
  };
  return web === null ? chosen : { ...chosen, ...sampleSettings(web) };
}

/** Loaded only for the sample: importing `node:http` as a module brings in the WebSocket and fetch of Node as well. */
async function openSampleWeb(): Promise<SampleWeb> {
  const { startSampleWeb } = await import('../sample/sample-web.ts');
  return await startSampleWeb();
}

/** The sample's hosts are invented: all of them are asked of the bundled web, whose slow pages are to count as slow. */
function sampleSettings({ address, port }: SampleWeb): Partial<CrawlSettings> {
  return {
    resolve: [{ host: '*', address, port }],
    allowPrivate: true,
    plainTextLoopback: true,
    timeoutMs: 2000,
    retryDelayMs: 50,
  };
}

/** RFC 9309 section 2.4: a robots.txt should not be gone by for more than a day. */
const ROBOTS_AGE_MS = 24 * 60 * 60 * 1000;

/** Google goes by the last file it has for a month where a host gives none. */
const LAST_ROBOTS_AGE_MS = 30 * ROBOTS_AGE_MS;

/** The robots.txt files of the project; new ones wait to be stored with the next batch. */
function createRobotsStore(reader: ReadableDatabase): RobotsStore & { readonly takeNew: () => RobotsFile[] } {
  const notBefore = (ageMs: number): string => new Date(SYSTEM_CLOCK.now() - ageMs).toISOString();
  let fresh: RobotsFile[] = [];
  return {
    find: prepareFindRobots(reader, notBefore(ROBOTS_AGE_MS)),
    findLast: prepareFindRobots(reader, notBefore(LAST_ROBOTS_AGE_MS)),
    keep(origin, file) {
      fresh.push({ origin, fetchedAt: now(), ...file });
    },
    takeNew() {
      const taken = fresh;
      fresh = [];
      return taken;
    },
  };
}
