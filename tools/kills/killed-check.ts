/**
 * Kills a running `verify` again and again and looks at what is left: every page that was stored must stay stored and never be
 * asked for again, and the run that is left alone must finish the rest.
 */
import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { openForReading } from '../../src/engine/db/open-project.ts';

const ENTRY = resolve(import.meta.dirname, '../../src/cli/main.ts');
const TEXT = 'The floor was laid in spring and has held since. '.repeat(20);

/** When a run is killed: so many milliseconds after it was started, or after it asked for its first page. */
export interface KillMoment {
  readonly after: 'start' | 'first-page';
  readonly ms: number;
}

export interface KillPlan {
  /** A project whose links all lead to the home page of `site`, none of them checked. */
  readonly path: string;
  readonly site: string;
  readonly kills: number;
  readonly nextKill: () => KillMoment;
  /** Flags for Node. */
  readonly nodeFlags: readonly string[];
  readonly answerDelayMs: number;
}

export interface KillReport {
  /** Runs that were killed before they had ended by themselves. */
  readonly killed: number;
  readonly pages: number;
  /** Pages whose answer was stored and which were asked for again all the same. */
  readonly askedAgain: readonly string[];
  /** Pages that were asked more than once, since a kill came before their answer was stored. */
  readonly repeated: number;
  /** Stored looks that were missing after a later kill. */
  readonly lost: number;
  /** Pages with one look each in the end; all of them where nothing was lost or doubled. */
  readonly checkedOnce: number;
  /** What the last run printed. */
  readonly last: unknown;
}

/** Runs and kills until a run came to its end: the one after the last kill at the latest. */
export async function killChecks(plan: KillPlan): Promise<KillReport> {
  const requests: string[] = [];
  const server = await openWeb(requests, plan);
  const stored = new Set<string>();
  const askedAgain = new Set<string>();
  let killed = 0;
  let lost = 0;
  try {
    for (;;) {
      const before = requests.length;
      const { wasKilled, output } = await runVerify(plan, server, killed < plan.kills ? plan.nextKill() : null);
      for (const url of requests.slice(before)) if (stored.has(url)) askedAgain.add(url);
      const looks = storedPages(plan.path);
      lost += [...stored].filter((url) => !looks.has(url)).length;
      for (const url of looks.keys()) stored.add(url);
      if (wasKilled) killed++;
      else {
        return {
          killed,
          pages: looks.size,
          askedAgain: [...askedAgain],
          repeated: requests.length - new Set(requests).size,
          lost,
          checkedOnce: [...looks.values()].filter((count) => count === 1).length,
          last: JSON.parse(output),
        };
      }
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function openWeb(requests: string[], { site, answerDelayMs }: KillPlan): Promise<Server> {
  const page = `<!doctype html><title>Floors</title><main><p>${TEXT}</p><p>Laid by <a href="https://${site}/">Acme</a>.</p></main>`;
  const server = createServer((request, response) => {
    if (request.url === '/robots.txt') {
      response.writeHead(404).end();
      return;
    }
    requests.push(`http://${request.headers.host ?? ''}${request.url ?? ''}`);
    setTimeout(() => response.writeHead(200, { 'content-type': 'text/html' }).end(page), answerDelayMs);
  });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  return server;
}

/** One `verify`, killed after a time unless that is null. */
function runVerify(plan: KillPlan, server: Server, kill: KillMoment | null) {
  const { port } = server.address() as AddressInfo;
  const web = ['--resolve', `*:127.0.0.1:${port}`, '--allow-private'];
  const args = [...plan.nodeFlags, ENTRY, 'verify', plan.path, ...web, '--concurrency', '16', '--json'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let timer: NodeJS.Timeout | undefined;
  const arm = (request?: IncomingMessage): void => {
    if (kill === null || request?.url === '/robots.txt') return;
    timer ??= setTimeout(() => child.kill('SIGKILL'), kill.ms);
  };
  if (kill?.after === 'start') arm();
  else server.on('request', arm);
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  return new Promise<{ wasKilled: boolean; output: string }>((ended, failed) => {
    child.on('error', failed);
    child.on('close', (_code, signal) => {
      clearTimeout(timer);
      server.off('request', arm);
      ended({ wasKilled: signal === 'SIGKILL', output });
    });
  });
}

/** Pages with the number of their stored looks. */
function storedPages(path: string): Map<string, number> {
  const db = openForReading(path);
  try {
    const rows = db
      .prepare<[], { url: string; looks: number }>(
        'SELECT p.url, count(*) AS looks FROM page_check c JOIN page p ON p.id = c.page_id GROUP BY p.id',
      )
      .all();
    return new Map(rows.map(({ url, looks }) => [url, looks]));
  } finally {
    db.close();
  }
}
