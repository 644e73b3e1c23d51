import { setTimeout as sleep } from 'node:timers/promises';
import type { FetchedBody } from '../fetch-page.ts';
import type { BrowserEvent, BrowserProcess } from './browser-process.ts';

/** Asks for an address on behalf of the page; null where that is refused or fails. */
export type AskForPage = (url: string) => Promise<FetchedBody | null>;

/** A page after its scripts have run. */
export interface RenderedPage {
  /** Where it is then: scripts may have led elsewhere. */
  readonly url: string;
  readonly html: string;
}

/** Kinds of requests that can change what a page says. The others are answered with nothing. */
const WANTED: ReadonlySet<string> = new Set(['Document', 'Script', 'XHR', 'Fetch']);
const MAX_REQUESTS = 150;
/** A page is done when it has asked for nothing for so long. */
const QUIET_MS = 600;
const CHECK_MS = 100;
/** What the answer to us says of the connection to us, and what nobody keeps. */
const DROPPED_HEADERS: ReadonlySet<string> = new Set([
  'content-encoding',
  'content-length',
  'transfer-encoding',
  'connection',
  'keep-alive',
  'set-cookie',
  'access-control-allow-origin',
  'access-control-allow-credentials',
]);

/** Longest time a page gets to be written. */
export const MAX_RENDER_MS = 15_000;

/**
 * Loads a page in the browser, lets its scripts run and gives back its markup as it is then; null where nothing came of it.
 * The browser reaches no network: every request of the page is asked for by `ask`, under the rules of the crawl, or refused.
 * Only GET is asked; a page that sends data does not get to.
 */
export async function renderPage(
  browser: BrowserProcess,
  url: string,
  ask: AskForPage,
  maxMs: number,
): Promise<RenderedPage | null> {
  const { browserContextId } = await browser.send('Target.createBrowserContext');
  try {
    const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank', browserContextId });
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
    return await new PageRendering(browser, String(sessionId), ask).run(url, maxMs);
  } finally {
    await browser.send('Target.disposeBrowserContext', { browserContextId });
  }
}

/** One page while it is rendered. */
class PageRendering {
  private readonly browser: BrowserProcess;
  private readonly sessionId: string;
  private readonly ask: AskForPage;
  private pending = 0;
  private requests = 0;
  private lastActiveMs = 0;

  constructor(browser: BrowserProcess, sessionId: string, ask: AskForPage) {
    this.browser = browser;
    this.sessionId = sessionId;
    this.ask = ask;
  }

  async run(url: string, maxMs: number): Promise<RenderedPage | null> {
    const stopListening = this.browser.listen(this.sessionId, (event) => {
      if (event.method === 'Fetch.requestPaused') this.answer(event).catch(() => undefined);
      if (event.method === 'Page.javascriptDialogOpening') {
        this.send('Page.handleJavaScriptDialog', { accept: false }).catch(() => undefined);
      }
    });
    try {
      await this.send('Page.enable');
      await this.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
      this.lastActiveMs = performance.now();
      const { errorText } = await this.send('Page.navigate', { url });
      if (errorText !== undefined) return null;
      await this.untilQuiet(maxMs);
      const expression = '({ url: document.URL, html: document.documentElement.outerHTML })';
      const { result } = await this.send('Runtime.evaluate', { expression, returnByValue: true });
      const page = (result as { readonly value?: Partial<RenderedPage> } | undefined)?.value;
      return typeof page?.url === 'string' && typeof page.html === 'string' ? { url: page.url, html: page.html } : null;
    } finally {
      stopListening();
    }
  }

  private async untilQuiet(maxMs: number): Promise<void> {
    const startedMs = performance.now();
    for (;;) {
      await sleep(CHECK_MS);
      const nowMs = performance.now();
      const isQuiet = this.pending === 0 && nowMs - this.lastActiveMs > QUIET_MS;
      if (isQuiet || nowMs - startedMs > maxMs) return;
    }
  }

  private async answer({ params }: BrowserEvent): Promise<void> {
    const { requestId, resourceType, request } = params as {
      readonly requestId: string;
      readonly resourceType: string;
      readonly request: { readonly url: string; readonly method: string; readonly headers: Record<string, string> };
    };
    this.pending++;
    this.lastActiveMs = performance.now();
    try {
      const isWanted = WANTED.has(resourceType) && request.method === 'GET' && ++this.requests <= MAX_REQUESTS;
      const answer = isWanted ? await this.ask(request.url) : null;
      if (answer === null) await this.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
      else await this.send('Fetch.fulfillRequest', fulfilment(requestId, request, resourceType, answer));
    } finally {
      this.pending--;
      this.lastActiveMs = performance.now();
    }
  }

  private send(method: string, params?: object): Promise<Readonly<Record<string, unknown>>> {
    return this.browser.send(method, params, this.sessionId);
  }
}

/** A document that was found elsewhere is sent for there, so that its addresses resolve; other files only matter as such. */
function fulfilment(
  requestId: string,
  request: { readonly url: string; readonly headers: Readonly<Record<string, string>> },
  resourceType: string,
  answer: FetchedBody,
): object {
  const isMoved = resourceType === 'Document' && answer.finalUrl !== request.url.replace(/#.*$/, '');
  if (isMoved) {
    return { requestId, responseCode: 302, responseHeaders: [{ name: 'Location', value: answer.finalUrl }] };
  }
  const headers = Object.entries(answer.headers)
    .filter(([name]) => !DROPPED_HEADERS.has(name))
    .flatMap(([name, values]) => values.map((value) => ({ name, value })));
  // We asked without saying for which site, so the answer cannot allow it by name. There are no cookies to be stolen.
  const origin = request.headers['Origin'] ?? request.headers['origin'] ?? '*';
  headers.push({ name: 'Access-Control-Allow-Origin', value: origin });
  if (origin !== '*') headers.push({ name: 'Access-Control-Allow-Credentials', value: 'true' });
  const body = answer.bytes.toString('base64');
  return { requestId, responseCode: answer.status, responseHeaders: headers, body };
}
