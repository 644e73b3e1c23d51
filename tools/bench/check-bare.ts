/**
 * The least that can be done: undici asks, htmlparser2 looks for a link to the client, one thread, no robots.txt, nothing judged
 * or stored. Arguments: pages, port, requests at a time. Prints how many pages link as JSON.
 */
import { Parser } from 'htmlparser2';
import { Agent, buildConnector } from 'undici';
import { BENCH_SITE } from './ahrefs-rows.ts';
import { benchUrl, spreadOverHosts } from './check-project.ts';

async function run(pages: number, port: number, concurrency: number): Promise<number> {
  const connect = buildConnector({});
  const agent = new Agent({
    connect: (target, callback) => connect({ ...target, hostname: '127.0.0.1', port: String(port) }, callback),
    connections: 2,
    // The web offers to keep connections for half a minute, in which 100,000 pages take more sockets than a process may have.
    keepAliveTimeout: 1_000,
    keepAliveMaxTimeout: 1_000,
  });
  let next = 0;
  let linking = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < pages; index = next++) {
      const { origin, pathname } = new URL(benchUrl(spreadOverHosts(index, pages)));
      const { body } = await agent.request({ origin, path: pathname, method: 'GET' });
      if (hasLink(await body.text())) linking++;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  await agent.destroy();
  return linking;
}

function hasLink(text: string): boolean {
  let found = false;
  const parser = new Parser({
    onopentag(name, { href }) {
      if (name === 'a' && href?.includes(BENCH_SITE) === true) found = true;
    },
  });
  parser.end(text);
  return found;
}

const [pages, port, concurrency] = process.argv.slice(2).map(Number);
console.log(JSON.stringify({ live: await run(pages ?? 0, port ?? 0, concurrency ?? 1) }));
