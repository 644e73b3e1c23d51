/** Semrush's backlinks export: UTF-8 without BOM, CRLF, commas. A few rows belong to a site with a similar name. */
import { stringify } from 'csv-stringify/sync';
import { parseRel } from '../../src/core/model/rel.ts';
import { seededRandom } from '../../src/engine/sample/seeded-random.ts';
import type { LinkSighting } from './sightings.ts';

const HEADER =
  'Page ascore,Source title,Source url,Target url,Anchor,External links,Internal links,Nofollow,Sponsored,Ugc,Text,Frame,Form,Image,Sitewide,First seen,Last seen,New link,Lost link';

/** Rows about another site than the client's, as a report on a shared word brings them. */
export const OTHER_SITE_ROWS = [
  ['the-lodge-list.example', '/east/hollow-oak-cabins', 'Hollow Oak Cabins, Saltmere', 'Hollow Oak Cabins'],
  ['weekend-walkers.example', '/2024/06/a-night-in-the-woods/', 'A night in the woods', 'our cabin'],
  ['glamping-finder.example', '/listing/1187', 'Hollow Oak Cabins', 'hollow-oak-cabins.example'],
  [
    'saltmere-standard.example',
    '/news/features/cabins-planned-for-oak-wood-40112',
    'Cabins planned for Oak Wood',
    'Hollow Oak',
  ],
  ['dog-friendly-stays.example', '/stays/hollow-oak/', 'Dog-friendly stays in the east', 'book here'],
] as const;

export function printSemrushExport(sightings: readonly LinkSighting[]): string {
  const rows = [...sightings.map(rowOf), ...OTHER_SITE_ROWS.map(otherSiteRow)];
  const ranked = rows.sort((a, b) => Number(b[0]) - Number(a[0]) || String(a[2]).localeCompare(String(b[2])));
  return stringify([HEADER.split(','), ...ranked], { record_delimiter: 'windows' });
}

function rowOf(sighting: LinkSighting): (string | number)[] {
  const { planned, page, link } = sighting;
  const random = seededRandom(`semrush ${sighting.source} ${sighting.linkIndex}`);
  const rel = parseRel(link.rel ?? '');
  const isImage = link.kind === 'image';
  const isFarm = (page.template ?? planned.host.template) === 'farm';
  const isLost = (page.behaviour === 'removed' || page.behaviour === 'not-found') && random.chance(0.4);
  return [
    Math.round(planned.rating * (0.3 + 0.4 * random.next())),
    `${page.title} - ${planned.host.name}`,
    sighting.source,
    sighting.target,
    link.anchor,
    random.between(2, isFarm ? 240 : 40),
    random.between(8, 160),
    flag(rel.includes('nofollow')),
    flag(rel.includes('sponsored')),
    flag(rel.includes('ugc')),
    flag(!isImage),
    'false',
    'false',
    flag(isImage),
    flag(planned.kind.sitewide === true),
    sighting.firstSeen,
    sighting.lastSeen,
    flag(sighting.firstSeen > '2026-08-01'),
    flag(isLost),
  ];
}

function otherSiteRow(
  [host, path, title, anchor]: (typeof OTHER_SITE_ROWS)[number],
  index: number,
): (string | number)[] {
  const seen = [`2024-0${index + 3}-11`, `2026-0${index + 4}-02`];
  return [
    12 + index,
    title,
    `https://${host}${path}`,
    'https://hollow-oak-cabins.example/',
    anchor,
    9,
    40,
    'false',
    'false',
    'false',
    'true',
    'false',
    'false',
    'false',
    'false',
    ...seen,
    'false',
    'false',
  ];
}

function flag(value: boolean): string {
  return value ? 'true' : 'false';
}
