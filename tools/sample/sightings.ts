/** Decides which tool saw which link, when, and how it spells the addresses. No tool sees everything, every link is seen. */
import { SAMPLE_BEHAVIOURS, type SampleLink, type SamplePage } from '../../src/engine/sample/sample-data.ts';
import { type SeededRandom, seededRandom } from '../../src/engine/sample/seeded-random.ts';
import type { PlannedHost } from './build-web.ts';
import { addDays, dateBetween } from './dates.ts';
import { isHostilePage } from './hostile-pages.ts';

export interface PageSighting {
  readonly planned: PlannedHost;
  readonly page: SamplePage;
  /** Source address as the tool spells it. */
  readonly source: string;
  readonly lastSeen: string;
}

export interface LinkSighting extends PageSighting {
  readonly link: SampleLink;
  readonly linkIndex: number;
  readonly target: string;
  readonly firstSeen: string;
  /** Rows of one site that the tool folded into this one. */
  readonly group: number;
}

export interface Sightings {
  readonly searchConsole: readonly PageSighting[];
  readonly ahrefs: readonly LinkSighting[];
  readonly semrush: readonly LinkSighting[];
}

/** Behaviours that a check compares with what an export said, so that some export must have said it. */
const COMPARED = new Set(['target-changed', 'anchor-changed']);

export function drawSightings(hosts: readonly PlannedHost[]): Sightings {
  const searchConsole: PageSighting[] = [];
  const ahrefs: LinkSighting[] = [];
  const semrush: LinkSighting[] = [];
  for (const planned of hosts) {
    for (const [index, page] of planned.host.pages.entries()) {
      const random = seededRandom(`seen ${planned.host.host}${page.path}`);
      const since = firstDate(planned, page, random);
      const links = linkSightings(planned, page, since, random);
      const mustBeSeen = isHostilePage(page);
      const folded = planned.kind.sitewide === true;
      const byAhrefs = folded
        ? foldedSighting(links, index, planned)
        : links.filter(() => mustBeSeen || COMPARED.has(page.behaviour ?? '') || random.chance(0.6));
      const bySemrush = links.filter(() => mustBeSeen || random.chance(0.46));
      const byGoogle = mustBeSeen || random.chance(0.6) || byAhrefs.length + bySemrush.length === 0;
      ahrefs.push(...byAhrefs.map((seen) => respell(seen, 'ahrefs', random)));
      semrush.push(...bySemrush.map((seen) => respell(seen, 'semrush', random)));
      if (byGoogle)
        searchConsole.push({
          planned,
          page,
          source: spell(planned, page, 'google', random),
          lastSeen: dateBetween('2025-12-01', '2026-11-01', random),
        });
    }
  }
  return { searchConsole, ahrefs, semrush };
}

function linkSightings(planned: PlannedHost, page: SamplePage, since: string, random: SeededRandom): LinkSighting[] {
  return page.links.map((link, linkIndex) => {
    const firstSeen = addDays(since, random.between(0, 20));
    return {
      planned,
      page,
      link,
      linkIndex,
      target: link.target,
      source: '',
      firstSeen,
      lastSeen: lastDate(page, firstSeen, random),
      group: 1,
    };
  });
}

/** When the link came up: in the kind's period, and not before the date in the page's address. */
function firstDate({ kind }: PlannedHost, page: SamplePage, random: SeededRandom): string {
  const [, year, month] = /^\/(\d{4})\/(\d\d)\//.exec(page.path) ?? [];
  const posted = year === undefined || month === undefined ? '' : `${year}-${month}-01`;
  const [first, last] = kind.since;
  return dateBetween(posted > first ? posted : first, last, random);
}

/** A link that is still there was seen this year; one that went was last seen at some time before. */
function lastDate(page: SamplePage, firstSeen: string, random: SeededRandom): string {
  const isThere = SAMPLE_BEHAVIOURS[page.behaviour ?? 'live'] === 'present';
  return dateBetween(isThere && firstSeen < '2026-04-01' ? '2026-04-01' : firstSeen, '2026-11-01', random);
}

/** Ahrefs groups similar links: a sitewide link is one row that counts its pages. */
function foldedSighting(links: readonly LinkSighting[], index: number, planned: PlannedHost): LinkSighting[] {
  const [first] = links;
  return index === 0 && first !== undefined ? [{ ...first, group: planned.host.pages.length }] : [];
}

function respell(seen: LinkSighting, tool: Tool, random: SeededRandom): LinkSighting {
  const target = tool === 'semrush' && random.chance(0.1) ? seen.target.replace('https:', 'http:') : seen.target;
  return { ...seen, target, source: spell(seen.planned, seen.page, tool, random) };
}

type Tool = 'google' | 'ahrefs' | 'semrush';

/** The same page under the twins the tools really differ in: scheme, www, last slash, tracking parameters, fragment. */
function spell({ host, kind }: PlannedHost, page: SamplePage, tool: Tool, random: SeededRandom): string {
  const scheme = random.chance(kind.spam === true ? 0.4 : 0.08) ? 'http' : 'https';
  const hasWww = random.chance(0.06) ? host.www !== true : host.www === true;
  const canWww = !/^(blog|forum)\./.test(host.host);
  const name = host.host === 'xn--kchenholz-q9a.example' && tool === 'semrush' ? 'küchenholz.example' : host.host;
  const base = `${scheme}://${hasWww && canWww ? 'www.' : ''}${name}`;
  const path = tool === 'google' ? page.path.replaceAll('%20', ' ') : page.path;
  if (path.includes('?')) return base + path;
  if (random.chance(0.07))
    return base + (path.endsWith('/') ? path.slice(0, -1) : path.endsWith('.html') ? path : `${path}/`);
  if (tool === 'semrush' && random.chance(0.03)) return `${base}${path}?utm_source=newsletter&utm_medium=email`;
  if (tool === 'ahrefs' && (page.template ?? host.template) === 'comment' && random.chance(0.5))
    return `${base}${path}#comment-${random.between(20, 900)}`;
  return base + path;
}
