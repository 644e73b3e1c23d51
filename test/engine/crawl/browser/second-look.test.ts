import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPageRenderer, type PageRenderer } from '../../../../src/engine/crawl/browser/page-renderer.ts';
import type { PageCheckResult } from '../../../../src/engine/crawl/page-check.ts';
import { findChromium } from '../../../support/find-chromium.ts';
import { type HostAnswers, html, paths } from '../loopback-web.ts';
import { runCrawl, TARGET, TEXT } from '../run-crawl.ts';

/** Pages that scripts write, looked at in a real browser that is fed by a loopback web. */

let renderer: PageRenderer;
let inner: Server;
let connectionsInside: number;

beforeAll(async () => {
  renderer = openPageRenderer(findChromium() ?? 'chromium', 3_000);
  inner = createServer((_request, response) => void response.end('secret'));
  inner.on('connection', () => connectionsInside++);
  await new Promise<void>((resolve) => {
    inner.listen(0, '127.0.0.1', resolve);
  });
});
afterAll(async () => {
  await renderer.close();
  inner.close();
});

const shell = (script: string): HostAnswers => html(`<title>App</title><div id="root"></div>${script}`);
const script = (text: string): HostAnswers => html(text, { 'content-type': 'text/javascript' });
const write = (markup: string): string => `document.getElementById('root').innerHTML = ${JSON.stringify(markup)};`;
const WITH_LINK = `<main>${TEXT}<p>Bought at <a href="${TARGET}" rel="nofollow">good shoes</a>.</p></main>`;

async function look(answers: Readonly<Record<string, HostAnswers>>): Promise<{
  readonly result: PageCheckResult | undefined;
  readonly requests: readonly string[];
}> {
  connectionsInside = 0;
  const { results, web } = await runCrawl(
    { 'a.test': paths(answers) },
    ['http://a.test/page'],
    {},
    { renderer: onlyNames(renderer) },
  );
  return { result: results[0], requests: web.requests.map((request) => request.replace('a.test ', '')) };
}

describe('a page that scripts write', () => {
  it('is live where the link shows once they have run; the raw look stands beside it', async () => {
    const { result, requests } = await look({
      '/page': shell('<script src="/app.js"></script>'),
      '/app.js': script(`fetch('/text.json').then((answer) => answer.json()).then(({ text }) => {
        document.getElementById('root').innerHTML = text;
      });`),
      '/text.json': html(JSON.stringify({ text: WITH_LINK }), { 'content-type': 'application/json' }),
    });
    expect(result?.links[0]?.verdict).toMatchObject({
      state: 'live',
      reason: 'present-rendered',
      evidence: 'once its scripts have run: one link to the site',
      occurrences: [{ anchor: 'good shoes', rel: ['nofollow'], placement: 'content' }],
    });
    expect(result?.raw?.links[0]?.verdict).toMatchObject({ state: 'unknown', reason: 'javascript-page' });
    expect(requests).toEqual(['/robots.txt', '/page', '/page', '/app.js', '/text.json']);
  });

  it('stays unknown where it does not show', async () => {
    const { result } = await look({ '/page': shell(`<script>${write(`<main>${TEXT}</main>`)}</script>`) });
    expect(result?.links[0]?.verdict).toMatchObject({ state: 'unknown', reason: 'javascript-page' });
    expect(result?.links[0]?.verdict.evidence).toContain('not there once its scripts have run either');
  });

  it('gets nothing that robots.txt forbids, and sends nothing', async () => {
    const { result, requests } = await look({
      '/robots.txt': html('user-agent: *\ndisallow: /private', { 'content-type': 'text/plain' }),
      '/page': shell(`<script>
        fetch('/private/text').then((answer) => answer.text()).then((text) => document.body.append(text));
        fetch('/log', { method: 'POST', body: 'me' });
        navigator.sendBeacon('/log', 'me');
        ${write(WITH_LINK)}
      </script><img src="/pixel.png">`),
      '/private/text': html('private'),
    });
    expect(result?.links[0]?.verdict.reason).toBe('present-rendered');
    expect(requests).toEqual(['/robots.txt', '/page', '/page']);
  });

  it('reaches no inner address by any way', async () => {
    const origin = `127.0.0.1:${(inner.address() as AddressInfo).port}`;
    const { result } = await look({
      '/page': shell(`<script>
        fetch('http://${origin}/fetch').catch(() => {});
        new WebSocket('ws://${origin}/socket');
        new EventSource('http://${origin}/events');
        new Image().src = 'http://${origin}/image';
        const frame = document.createElement('iframe');
        frame.src = 'http://${origin}/frame';
        document.body.append(frame);
        new Worker(URL.createObjectURL(new Blob(["fetch('http://${origin}/worker')"])));
        ${write(WITH_LINK)}
      </script>`),
    });
    expect(result?.links[0]?.verdict.reason).toBe('present-rendered');
    expect(connectionsInside).toBe(0);
  });

  it('ends a page that never rests, and the browser serves the next one', async () => {
    const restless = `<script>setInterval(() => fetch('/again?' + Math.random()), 50);${write(WITH_LINK)}</script>`;
    const { result } = await look({ '/page': shell(restless), '/again': html('{}') });
    expect(result?.links[0]?.verdict.reason).toBe('present-rendered');
    const next = await look({ '/page': shell(`<script>${write(WITH_LINK)}</script>`) });
    expect(next.result?.links[0]?.verdict.reason).toBe('present-rendered');
  });
});

/** The loopback web is private and allowed all the same; what a page asks for by its address is refused as on the web. */
function onlyNames(inside: PageRenderer): PageRenderer {
  const isName = (url: string): boolean => new URL(url).hostname.endsWith('.test');
  return {
    render: (url, ask) => inside.render(url, async (asked) => (isName(asked) ? await ask(asked) : null)),
    close: () => inside.close(),
  };
}
