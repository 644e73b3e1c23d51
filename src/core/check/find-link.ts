import type { ApartLink } from '../html/apart-links.ts';
import type { PageLink, PageReading } from '../html/page-reading.ts';
import type { Placement } from '../model/placement.ts';
import { isFollowed } from '../model/rel.ts';
import { isHostOfSite, stripWww } from '../url/host-name.ts';
import { identifyUrl, type UrlIdentity } from '../url/url-identity.ts';
import type { KnownPage } from './known-ground.ts';

/** The link a check looks for. */
export interface ExpectedLink {
  /** The client's page the link should lead to; null where the export does not say: any page of the sites will do. */
  readonly target: UrlIdentity | null;
  /** The client's hosts; subdomains belong to them. */
  readonly sites: readonly string[];
  /** What was known of the page before this look; nothing where absent. */
  readonly known?: KnownPage | null;
  /** Where in the page the link stood; null where nothing says. */
  readonly placement?: Placement | null;
}

/** A link found in the page that leads to the client. */
export interface LinkOccurrence extends PageLink {
  readonly target: UrlIdentity;
  /** True where it leads to the very page that was expected. */
  readonly isExpected: boolean;
  /** False where rel says nofollow, ugc or sponsored. */
  readonly isFollowed: boolean;
}

/**
 * The links of a page that lead to the client, in document order. Only direct links: where a redirector stands between,
 * the page does not say where the link leads.
 */
export function findOccurrences(reading: PageReading, expected: ExpectedLink): LinkOccurrence[] {
  const found: LinkOccurrence[] = [];
  for (const link of reading.links) {
    const target = identifyUrl(link.url);
    if (target === null || !leadsToClient(target, expected)) continue;
    const isSame = isExpected(target, expected);
    const page = isSame ? (expected.target ?? target) : target;
    found.push({ ...link, target: page, isExpected: isSame, isFollowed: isFollowed(link.rel) });
  }
  return found;
}

/** The first link to the client that stands in the markup but not in the page; one to the expected page before others. */
export function findApart(reading: PageReading, expected: ExpectedLink): ApartLink | null {
  let other: ApartLink | null = null;
  for (const link of reading.apartLinks) {
    const target = identifyUrl(link.url);
    if (target === null || !leadsToClient(target, expected)) continue;
    if (isExpected(target, expected)) return link;
    other ??= link;
  }
  return other;
}

/** The index of the occurrence a list shows: the first followed one, else the first; expected targets go first. */
export function headlineOf(occurrences: readonly LinkOccurrence[]): number | null {
  const expected = occurrences.some((occurrence) => occurrence.isExpected);
  const eligible = (occurrence: LinkOccurrence): boolean => occurrence.isExpected || !expected;
  const followed = occurrences.findIndex((occurrence) => eligible(occurrence) && occurrence.isFollowed);
  if (followed !== -1) return followed;
  const first = occurrences.findIndex(eligible);
  return first === -1 ? null : first;
}

/** True for an address on one of the client's sites, or on the host of the expected page. */
export function leadsToClient(target: UrlIdentity, expected: ExpectedLink): boolean {
  if (expected.sites.some((site) => isHostOfSite(target.host, site))) return true;
  return expected.target !== null && stripWww(target.host) === stripWww(expected.target.host);
}

function isExpected(target: UrlIdentity, expected: ExpectedLink): boolean {
  if (expected.target === null || target.key === expected.target.key) return true;
  return withoutReferrer(target) === withoutReferrer(expected.target);
}

/** What names the host that the reader comes from, which Ghost adds to every link that leads away. */
const REFERRER = /(?<=[?&])ref=[\w-]+(?:\.[\w-]+)+(?:&|$)/;

function withoutReferrer({ key }: UrlIdentity): string {
  return REFERRER.test(key) ? key.replace(REFERRER, '').replace(/[?&]$/, '') : key;
}
