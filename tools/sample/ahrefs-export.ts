/** Ahrefs' backlinks export of 2026 as it comes "for Excel": UTF-16LE with BOM, tabs, every field quoted. */
import { stringify } from 'csv-stringify/sync';
import { parseRel } from '../../src/core/model/rel.ts';
import { linkContext } from '../../src/engine/sample/page-links.ts';
import type { ProseBank, SampleBehaviour, SamplePage } from '../../src/engine/sample/sample-data.ts';
import { type SeededRandom, seededRandom } from '../../src/engine/sample/seeded-random.ts';
import { CLIENT_REDIRECTS } from './client-site.ts';
import { dateBetween, timeOfDay } from './dates.ts';
import type { LinkSighting } from './sightings.ts';

const HEADER =
  'Referring page title,Referring page URL,Language,Platform,Referring page HTTP code,Domain rating,UR,Domain traffic,Referring domains,Linked domains,External links,Page traffic,Keywords,Target URL,Left context,Anchor,Right context,Redirect Chain URLs,Redirect Chain status codes,Type,Is spam,Content,Nofollow,UGC,Sponsored,Rendered,Raw,Lost status,Drop reason,Discovered status,First seen,Last seen,Lost,Author,Page type,Page category,Links in group';

/** Ahrefs' words for what its crawler found; the last three are blocked pages that it takes for lost links. */
const LOST_WORDS: Partial<Record<SampleBehaviour, readonly [string, number]>> = {
  removed: ['removedfromhtml', 200],
  'not-found': ['notfound', 404],
  gone: ['notfound', 410],
  'redirected-home': ['pageredirected', 301],
  'server-error': ['pageerror', 500],
  forbidden: ['pageerror', 403],
  'rate-limited': ['pageerror', 429],
  captcha: ['removedfromhtml', 200],
};

export function printAhrefsExport(sightings: readonly LinkSighting[], bank: ProseBank): Buffer {
  const ranked = [...sightings].sort((a, b) => b.planned.rating - a.planned.rating || a.source.localeCompare(b.source));
  const rows = ranked.map((sighting) => rowOf(sighting, bank));
  const text = stringify([HEADER.split(','), ...rows], { delimiter: '\t', quoted: true, quoted_empty: true });
  return Buffer.from(`\uFEFF${text}`, 'utf16le');
}

function rowOf(sighting: LinkSighting, bank: ProseBank): (string | number)[] {
  const { planned, page, link, linkIndex } = sighting;
  const { host, kind, rating } = planned;
  const random = seededRandom(`ahrefs ${sighting.source} ${linkIndex}`);
  const rel = parseRel(link.rel ?? '');
  const [left, right] = linkContext(host, page, linkIndex, bank);
  const inText = ['article', 'press-release'].includes(page.template ?? host.template);
  const lost = lostOf(page, sighting, random);
  const isSpam = kind.spam === true && random.chance(0.7);
  const traffic = isSpam ? random.between(0, 30) : Math.round(rating ** 2 * (random.next() + 0.2) * 4);
  return [
    page.title,
    sighting.source,
    host.language,
    platformOf(kind.platform),
    lost.httpCode,
    rating,
    Math.round(rating * 0.25 * random.next()),
    traffic,
    random.between(0, 6),
    random.between(2, (page.template ?? host.template) === 'farm' ? 190 : 24),
    random.between(3, (page.template ?? host.template) === 'farm' ? 240 : 40),
    Math.round(traffic * 0.02 * random.next()),
    Math.round(traffic * 0.01),
    sighting.target,
    inText ? left.trim() : '',
    link.anchor,
    inText ? right.trim() : '',
    ...redirectChain(sighting.target),
    link.kind === 'image' ? 'image' : 'text',
    flag(isSpam),
    flag(inText),
    flag(rel.includes('nofollow')),
    flag(rel.includes('ugc')),
    flag(rel.includes('sponsored')),
    flag(random.chance(0.3)),
    'true',
    lost.status,
    lost.status !== '' && random.chance(0.1) ? 'lowvalue' : '',
    random.pick(['pagefound', 'pagefound', 'linkfound', 'linkrestored']),
    `${sighting.firstSeen} ${timeOfDay(random)}`,
    `${sighting.lastSeen} ${timeOfDay(random)}`,
    lost.date,
    '',
    pageType(kind.id),
    '',
    sighting.group,
  ];
}

interface LostFacts {
  readonly status: string;
  readonly httpCode: number;
  readonly date: string;
}

function lostOf(page: SamplePage, sighting: LinkSighting, random: SeededRandom): LostFacts {
  const words = LOST_WORDS[page.behaviour ?? 'live'];
  if (words === undefined || !random.chance(0.5)) return { status: '', httpCode: 200, date: '' };
  const day = dateBetween(sighting.lastSeen, '2026-11-02', random);
  return { status: words[0], httpCode: words[1], date: `${day} ${timeOfDay(random)}` };
}

/** Where the client's own address leads on to another one. */
function redirectChain(target: string): readonly [string, string] {
  const location = CLIENT_REDIRECTS[new URL(target).pathname];
  return location === undefined ? ['', ''] : [new URL(location, target).href, '301'];
}

function platformOf(platform: string): string {
  return platform === 'unknown' ? '' : platform;
}

function pageType(kind: string): string {
  const types: Readonly<Record<string, string>> = {
    forum: 'Forum',
    directory: 'Directory',
    press: 'News article',
    blog: 'Blog post',
    magazine: 'Blog post',
  };
  return types[kind] ?? '';
}

function flag(value: boolean): string {
  return value ? 'true' : 'false';
}
