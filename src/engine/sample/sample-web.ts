/**
 * A web on the loopback address that answers for every source page of the bundled sample. It goes by the Host header and
 * the path, so one plain port stands for all hosts whatever scheme their addresses were written with.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { stripWww } from '../../core/url/host-name.ts';
import { identifyUrl } from '../../core/url/url-identity.ts';
import {
  answerHop,
  answerMoved,
  answerOwnPage,
  answerPage,
  answerRobots,
  HOP_PREFIX,
  htmlAnswer,
  MOVED_PREFIX,
  notFoundAnswer,
  redirectAnswer,
  type SampleAnswer,
} from './sample-answer.ts';
import {
  type ProseBank,
  readProseBank,
  readSampleWebData,
  type SampleHost,
  type SamplePage,
  type SampleWebData,
} from './sample-data.ts';
import { SAMPLE_SITE_NAME, sampleProject } from './sample-project.ts';

export interface SampleWeb {
  readonly address: '127.0.0.1';
  readonly port: number;
  /** Ends open connections, slow answers included. */
  close(): Promise<void>;
}

/** Starts the fictional web on a free port of 127.0.0.1. */
export async function startSampleWeb(): Promise<SampleWeb> {
  const web = indexWeb(readSampleWebData(), readProseBank());
  const stop = new AbortController();
  const server = createServer((request, response) => {
    void send(response, answerRequest(web, request), stop.signal);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const listening = server.address();
  if (listening === null || typeof listening === 'string') throw new Error('The sample web got no port.');
  return {
    address: '127.0.0.1',
    port: listening.port,
    close: async () => {
      stop.abort();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

interface IndexedHost {
  readonly host: SampleHost;
  /** Pages by the path part of their URL identity. */
  readonly pages: ReadonlyMap<string, SamplePage>;
}

interface IndexedWeb {
  readonly data: SampleWebData;
  readonly bank: ProseBank;
  readonly hosts: ReadonlyMap<string, IndexedHost>;
}

const OWN_PAGES = new Map([
  ['/', 'Home'],
  ['/about', 'About'],
  ['/contact', 'Contact'],
  ['/archive', 'Archive'],
]);

function indexWeb(data: SampleWebData, bank: ProseBank): IndexedWeb {
  const hosts = data.hosts.map((host): [string, IndexedHost] => {
    const pages = new Map(host.pages.map((page) => [pathKey(host.host, page.path), page]));
    return [host.host, { host, pages }];
  });
  return { data, bank, hosts: new Map(hosts) };
}

function answerRequest(web: IndexedWeb, request: IncomingMessage): SampleAnswer {
  const hostName = stripWww((request.headers.host ?? '').toLowerCase().replace(/:\d+$/, ''));
  const path = pathKey(hostName, request.url ?? '/');
  if (sampleProject.settings.sites.some((site) => site === hostName)) return answerClient(web.data, path);
  const indexed = web.hosts.get(hostName);
  if (indexed === undefined) return htmlAnswer(404, '<!doctype html><title>Unknown host</title><h1>Unknown host</h1>');
  return answerHost(indexed, path, web.bank);
}

function answerHost({ host, pages }: IndexedHost, path: string, bank: ProseBank): SampleAnswer {
  if (path === '/robots.txt') return answerRobots(host);
  const page = pages.get(path);
  if (page !== undefined) return answerPage(host, page, bank);
  const hop = path.startsWith(`${HOP_PREFIX}/`) ? pages.get(path.slice(HOP_PREFIX.length)) : undefined;
  if (hop?.behaviour === 'redirect-chain' || hop?.behaviour === 'redirect-loop') return answerHop(hop);
  const moved = path.startsWith(`${MOVED_PREFIX}/`) ? pages.get(path.slice(MOVED_PREFIX.length)) : undefined;
  if (moved?.behaviour === 'redirected' || moved?.behaviour === 'redirect-chain') return answerMoved(host, moved, bank);
  const title = OWN_PAGES.get(path);
  return title === undefined ? notFoundAnswer(host) : answerOwnPage(host, title, bank);
}

/** The client's own site: short pages, a few redirects, and dead addresses that links still point to. */
function answerClient(data: SampleWebData, path: string): SampleAnswer {
  if (path === '/robots.txt')
    return { status: 200, headers: { 'content-type': 'text/plain' }, body: 'User-agent: *\nDisallow: /basket\n' };
  const location = data.clientRedirects[path];
  if (location !== undefined) return redirectAnswer(301, location);
  const found = data.clientPages.includes(path);
  const title = found ? SAMPLE_SITE_NAME : 'Page not found';
  return htmlAnswer(
    found ? 200 : 404,
    `<!doctype html><html lang="en"><title>${title}</title><main><h1>${title}</h1></main></html>`,
  );
}

/** The path by which twins of one address find the same page: no trailing slash, no tracking parameters. */
function pathKey(host: string, path: string): string {
  const key = identifyUrl(`http://${host}${path}`)?.key ?? path;
  const slash = key.indexOf('/');
  return slash === -1 ? '/' : key.slice(slash);
}

async function send(response: ServerResponse, answer: SampleAnswer, signal: AbortSignal): Promise<void> {
  const stopped =
    answer.delayMs === undefined ? false : await wait(answer.delayMs, false, { signal }).catch(() => true);
  if (stopped) {
    response.destroy();
    return;
  }
  response.writeHead(answer.status, answer.headers);
  response.end(response.req.method === 'HEAD' ? undefined : answer.body);
}
