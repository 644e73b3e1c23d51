/**
 * The disavow file somebody uploaded in 2024: sensible in the main, with the flaws such files have. Every flaw stands
 * for one lint; `mill-cottage-life.example` and the guild are good sites that should be taken back.
 */
import type { PlannedHost } from './build-web.ts';

export function printOldDisavow(planned: readonly PlannedHost[]): string {
  const domains = (kind: string, from: number, to: number): string[] =>
    planned
      .filter((entry) => entry.kind.id === kind)
      .map((entry) => entry.host.host)
      .sort()
      .slice(from, to)
      .map((host) => `domain:${host}`);
  const gambling = domains('gambling', 0, 6);
  const farms = domains('farm', 0, 9);
  const scraped = planned.find((entry) => entry.host.host === 'article-cloner.example')?.host.pages ?? [];
  const lines = [
    '# Disavow file for https://www.hollow-oak-kitchens.example/',
    '# Prepared by the previous agency, March 2024',
    '',
    '# --- Casino and betting ---',
    ...gambling,
    'domain: payday-loans-fast-cash.example',
    'domain:www.bad-credit-helpers.example',
    ...domains('loans', 2, 5),
    '',
    '# --- Link farms, found in the January audit ---',
    ...farms,
    ...farms.slice(2, 3),
    'domain:old-link-exchange-2019.example',
    'domain:free-directory-submit.example',
    'domain:seo-article-depot.example   # sold links in 2021',
    '',
    '# --- Scrapers: only the pages we saw ---',
    ...scraped.slice(0, 4).map(({ path }) => `http://article-cloner.example${path}`),
    'http://lucky-slots-lounge.example/bonus-list/',
    `https://${gambling[0]?.slice('domain:'.length) ?? ''}/free-spins/`,
    '',
    '# --- Blogs nobody answered at ---',
    'domain:blogspot.com',
    'domain:mill-cottage-life.example',
    'domain:guild-of-cabinet-makers.example',
    ...domains('pharma', 0, 4),
    '',
    '# --- Foreign ---',
    ...domains('russian', 0, 3),
    'kazino-obzor.example',
    ...domains('turkish', 0, 2),
  ];
  return lines.join('\r\n');
}
