/**
 * How often a link's placement agrees with main-content gold: `node tools/evaluate/evaluate-placement.ts FOLDER [--half seen|unseen|all] [--every-link] [--misses]`.
 * The folder holds one folder per page with `source.html` and `expected.html`, the page and its main content. A link of the
 * source whose address and anchor stand in the main content belongs there; content and resource list say so, every other
 * placement says the opposite. Halves are split by the hash of the page's name: rules are tried on the seen half only.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { PageLink } from '../../src/core/html/page-reading.ts';
import { readPage } from '../../src/core/html/read-page.ts';
import { registrableDomain } from '../../src/core/url/host-name.ts';

/** Where pages without an address of their own are said to stand. */
const NOWHERE = 'http://fakehost/test/page.html';
const IN_CONTENT: ReadonlySet<string> = new Set(['content', 'resource-list']);

interface Judged {
  readonly page: string;
  readonly link: PageLink;
  readonly isContent: boolean;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    half: { type: 'string', default: 'all' },
    'every-link': { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
  },
});
const folder = positionals[0];
if (folder === undefined) throw new Error('Name the folder that holds the pages.');
const judged = readdirSync(folder)
  .filter((page) => existsSync(join(folder, page, 'expected.html')) && isInHalf(page, values.half))
  .flatMap((page) => judgePage(folder, page, values['every-link']));
printReport(judged);
if (values.misses) printMisses(judged);

function isInHalf(page: string, half: string): boolean {
  const isSeen = (createHash('sha256').update(page).digest()[0] ?? 0) < 128;
  return half === 'all' || (half === 'seen') === isSeen;
}

function judgePage(root: string, page: string, everyLink: boolean): Judged[] {
  const source = readFileSync(join(root, page, 'source.html'), 'utf8');
  const expected = readFileSync(join(root, page, 'expected.html'), 'utf8');
  const url = addressOf(source);
  const gold = countOf(readPage(expected, { url: NOWHERE, headers: {} }).links.map(keyOf));
  const asExpected = readPage(source, { url: NOWHERE, headers: {} }).links.map(keyOf);
  const inSource = countOf(asExpected);
  const own = registrableDomain(new URL(url).hostname);
  return readPage(source, { url, headers: {} }).links.flatMap((link, index): Judged[] => {
    if (!everyLink && registrableDomain(new URL(link.url).hostname) === own) return [];
    const key = asExpected[index] ?? '';
    const wanted = gold.get(key) ?? 0;
    const isTwice = wanted > 0 && wanted < (inSource.get(key) ?? 0);
    return isTwice ? [] : [{ page, link, isContent: wanted > 0 }];
  });
}

/** The address a saved page gives as its own. */
function addressOf(source: string): string {
  const declared = [
    /<link\b[^>]*\brel=["']?canonical\b[^>]*>/i.exec(source)?.[0],
    /<meta\b[^>]*\bproperty=["']?og:url\b[^>]*>/i.exec(source)?.[0],
  ];
  const urls = declared.map((tag) => URL.parse(/\b(?:href|content)=["']?([^"'\s>]+)/i.exec(tag ?? '')?.[1] ?? ''));
  return urls.find((url) => url?.protocol.startsWith('http') === true)?.href ?? NOWHERE;
}

function keyOf(link: PageLink): string {
  return `${link.url}\n${link.anchorSource === 'text' ? link.anchor : ''}`;
}

function countOf(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function isRight({ link, isContent }: Judged): boolean {
  return IN_CONTENT.has(link.placement) === isContent;
}

function printReport(links: readonly Judged[]): void {
  const count = (test: (one: Judged) => boolean): number => links.filter(test).length;
  const hits = count((one) => one.isContent && IN_CONTENT.has(one.link.placement));
  const said = count((one) => IN_CONTENT.has(one.link.placement));
  const real = count((one) => one.isContent);
  const pages = Map.groupBy(links, (one) => one.page);
  const perPage = [...pages.values()].map((ones) => ones.filter(isRight).length / ones.length);
  console.log(`${links.length} links of ${pages.size} pages, ${real} of them in the content`);
  console.log(
    `precision ${percent(hits, said)}  recall ${percent(hits, real)}  right ${percent(count(isRight), links.length)}`,
  );
  console.log(
    `mean of the pages ${percent(
      perPage.reduce((sum, share) => sum + share, 0),
      perPage.length,
    )}`,
  );
  console.table(
    [...Map.groupBy(links, (one) => one.link.placement)]
      .map(([placement, ones]) => {
        const inside = ones.filter((one) => one.isContent).length;
        return { placement, inside, outside: ones.length - inside };
      })
      .sort((a, b) => b.inside + b.outside - a.inside - a.outside),
  );
}

function percent(part: number, all: number): string {
  return `${((100 * part) / Math.max(1, all)).toFixed(1)}%`;
}

function printMisses(links: readonly Judged[]): void {
  for (const [page, ones] of Map.groupBy(
    links.filter((one) => !isRight(one)),
    (one) => one.page,
  )) {
    console.log(`\n${page}: ${ones.length}`);
    for (const { link, isContent } of ones.slice(0, 12)) {
      const gold = isContent ? 'inside ' : 'outside';
      console.log(
        `  ${gold} ${link.placement} | ${link.placementEvidence} | ${link.anchor.slice(0, 40)} | ${link.url.slice(0, 70)}`,
      );
    }
  }
}
