/**
 * The check as a Crawlee crawler. Arguments: pages, port, requests at a time, folder where @crawlee/cheerio is installed. Prints how
 * many pages link as JSON.
 */
import dns from 'node:dns';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { BENCH_SITE } from './ahrefs-rows.ts';
import { benchUrl, spreadOverHosts } from './check-project.ts';

/** As much of Crawlee as is used here; it is no dependency of the project. */
interface Crawlee {
  readonly CheerioCrawler: new (
    options: object,
    configuration: object,
  ) => { run(urls: readonly string[]): Promise<unknown> };
  readonly Configuration: new (options: object) => object;
  readonly log: { setLevel(level: number): void };
}

type Elements = Iterable<{ readonly attribs: Readonly<Record<string, string>> }>;

async function run(pages: number, port: number, concurrency: number, folder: string): Promise<number> {
  const { CheerioCrawler, Configuration, log } = createRequire(join(folder, 'package.json'))(
    '@crawlee/cheerio',
  ) as Crawlee;
  log.setLevel(0);
  sendEveryHostHere();
  let linking = 0;
  const crawler = new CheerioCrawler(
    {
      minConcurrency: concurrency,
      maxConcurrency: concurrency,
      respectRobotsTxtFile: true,
      requestHandler({ $ }: { readonly $: (selector: string) => Elements }) {
        if ([...$('a[href]')].some(({ attribs }) => attribs['href']?.includes(BENCH_SITE) === true)) linking++;
      },
    },
    new Configuration({ persistStorage: false }),
  );
  const urls = Array.from({ length: pages }, (_, index) => new URL(benchUrl(spreadOverHosts(index, pages))));
  await crawler.run(urls.map((url) => `${url.protocol}//${url.hostname}:${port}${url.pathname}`));
  return linking;
}

/** The crawler has no setting for it that holds for robots.txt as well. */
function sendEveryHostHere(): void {
  const here = { address: '127.0.0.1', family: 4 } as const;
  const lookup = (
    _host: string,
    options: { readonly all?: boolean },
    callback: (...answer: unknown[]) => void,
  ): void => {
    if (options.all === true) callback(null, [here]);
    else callback(null, here.address, here.family);
  };
  Object.assign(dns, { lookup });
}

const [pageCount, port, concurrency] = process.argv.slice(2, 5).map(Number);
console.log(JSON.stringify({ live: await run(pageCount ?? 0, port ?? 0, concurrency ?? 1, process.argv[5] ?? '') }));
