import { type BrowserProcess, openBrowser } from './browser-process.ts';
import { type AskForPage, MAX_RENDER_MS, type RenderedPage, renderPage } from './render-page.ts';

/** Shows pages as they are once their scripts have run. */
export interface PageRenderer {
  /** Null where the page does not load, or the browser fails. */
  render(url: string, ask: AskForPage): Promise<RenderedPage | null>;
  close(): Promise<void>;
}

/** Pages that are rendered at a time: each takes a process and a good part of a core. */
const PAGES_AT_A_TIME = 2;

/** Makes a renderer; the browser starts with the first page, and again where it has died. */
export function openPageRenderer(executable: string, maxMs: number = MAX_RENDER_MS): PageRenderer {
  let browser: BrowserProcess | null = null;
  let running = 0;
  const waiting: (() => void)[] = [];
  return {
    async render(url, ask) {
      if (running >= PAGES_AT_A_TIME) await new Promise<void>((resolve) => waiting.push(resolve));
      running++;
      browser ??= openBrowser(executable);
      const used = browser;
      try {
        return await renderPage(used, url, ask, maxMs);
      } catch {
        // A page can leave while it is looked at, and end the browser: it was not rendered then, which is all that follows.
        if (used.hasEnded() && browser === used) browser = null;
        return null;
      } finally {
        running--;
        waiting.shift()?.();
      }
    },
    async close() {
      await browser?.close();
      browser = null;
    },
  };
}
