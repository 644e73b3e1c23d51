import { isHostOfSite, registrableDomain, stripWww } from '../url/host-name.ts';
import { readApartLinks } from './apart-links.ts';
import { collapseBlanks } from './element.ts';
import { findLinkHosts, type LinkHosts } from './link-hosts.ts';
import type { MarkupFacts } from './markup-facts.ts';
import { findMentions } from './mentions.ts';
import { findNumberedLink } from './numbered-link.ts';
import { readPageBody } from './page-body.ts';
import { readCanonical } from './page-canonical.ts';
import { readPageEnd } from './page-end.ts';
import { baseUrlOf, readLinkText, resolveHref } from './page-links.ts';
import { readPageMarks } from './page-marks.ts';
import type { PageFacts, PageHeaders, PageLink, PageReading, PageSigns } from './page-reading.ts';
import { readRefresh } from './page-refresh.ts';
import type { PageWalk } from './page-walk.ts';
import { pageKindOf } from './placement/page-kind.ts';
import { type PlacementScene, placeLink } from './placement/place-link.ts';
import { findRedirectorLink } from './redirector-links.ts';
import { readRobotsDirectives } from './robots-directives.ts';
import { findScriptedLink } from './scripted-link.ts';
import { spellOutEndTags } from './self-closed.ts';
import { type WalkedHtml, walkHtml } from './walk-html.ts';

/** Where the HTML comes from, and what is wanted of it. */
export interface PageToRead {
  /** The address that answered, after redirects. */
  readonly url: string;
  readonly headers: PageHeaders;
  /** True where a browser reads it as XML, in which any element may end in its start tag. */
  readonly isXml?: boolean;
  /** When it was read, in milliseconds since 1970; nothing has run out where absent. */
  readonly readAt?: number;
  /** Hosts whose links are wanted, subdomains included; every link where absent. */
  readonly sites?: readonly string[];
  /** Words whose mention in the text is worth noting, besides the hosts. */
  readonly brandWords?: readonly string[];
}

const EXCERPT_CHARACTERS = 2_000;
const SCRIPT_CHARACTERS = 8_000;
/** Links read in full per page; a page with more to one client proves no more than this. */
const MAX_LINKS = 5_000;

/**
 * Reads a page as a browser with scripts switched on sees its raw HTML. Pure and total: any text gives a reading, within
 * bounds of time and memory.
 *
 * @example readPage('<a href=/x>go</a>', { url: 'https://a.example/', headers: {} }).links[0]?.url === 'https://a.example/x'
 */
export function readPage(text: string, page: PageToRead): PageReading {
  const html = page.isXml === true ? spellOutEndTags(text) : text;
  const address = URL.parse(page.url);
  const isWanted = hostFilter(page.sites);
  const namedSites = namedIn(html, page.sites ?? []);
  const placesLinks = page.sites === undefined || namedSites.length > 0 || isWanted(address?.hostname ?? '');
  const { walk, complete, baseUrl, hosts } = surveyPage(html, page.url, placesLinks, isWanted);
  const counts = countLinks(hosts, address);
  const { links, unread } = readLinks({ walk, hosts, baseUrl }, address, counts.externalBefore, isWanted);
  const isMissing = page.sites !== undefined && links.length === 0;
  return {
    url: page.url,
    links,
    unreadLinks: unread,
    apartLinks: readApartLinks(walk.markup, baseUrl).filter((link) => isWanted(URL.parse(link.url)?.hostname ?? '')),
    mentions:
      links.length > 0 && page.sites !== undefined
        ? []
        : findMentions(walk.text, page.sites ?? [], page.brandWords ?? []),
    redirectorLink: isMissing && namedSites.length > 0 ? findRedirectorLink(walk.links, baseUrl, isWanted) : null,
    scriptedLink: isMissing && namedSites.length > 0 ? findScriptedLink(html, namedSites) : null,
    facts: readFacts(walk, page, baseUrl, counts, complete),
    signs: { ...readSigns(walk), ...(isMissing ? readAbsence(html, walk, page.url) : NOT_ASKED) },
  };
}

interface PageSurvey extends WalkedHtml {
  readonly baseUrl: string;
  readonly hosts: LinkHosts;
}

/** Walks a page the cheap way where it seems to hold no link of interest, and once more if it does after all. */
function surveyPage(
  html: string,
  pageUrl: string,
  placesLinks: boolean,
  isWanted: (host: string) => boolean,
): PageSurvey {
  const walked = walkHtml(html, placesLinks);
  const baseUrl = baseUrlOf(walked.walk.markup.baseHref, pageUrl);
  const hosts = findLinkHosts(walked.walk.links, baseUrl);
  const wasWrong = !placesLinks && hosts.names.some(isWanted);
  return wasWrong ? surveyPage(html, pageUrl, true, isWanted) : { ...walked, baseUrl, hosts };
}

/** The sites that the markup names as links do, in plain small letters. */
function namedIn(html: string, sites: readonly string[]): string[] {
  return sites.filter((site) => html.includes(stripWww(site)));
}

/** Tells hosts of the sites from others. */
function hostFilter(sites: readonly string[] | undefined): (host: string) => boolean {
  return (host) => sites === undefined || sites.some((site) => isHostOfSite(host, site));
}

interface LinkCounts {
  readonly internal: number;
  readonly external: number;
  /** How many links before each index leave the page's registrable domain. */
  readonly externalBefore: Uint32Array;
  readonly domains: number;
}

function countLinks({ names, ofLinks }: LinkHosts, address: URL | null): LinkCounts {
  const ownDomain = registrableDomain(address?.hostname ?? '');
  const domains = names.map((name) => registrableDomain(name));
  const externalBefore = new Uint32Array(ofLinks.length + 1);
  const externalDomains = new Set<string>();
  let internal = 0;
  let external = 0;
  ofLinks.forEach((host, index) => {
    const domain = domains[host];
    if (domain === ownDomain) internal++;
    else if (domain !== undefined) {
      external++;
      externalDomains.add(domain);
    }
    externalBefore[index + 1] = external;
  });
  return { internal, external, externalBefore, domains: externalDomains.size };
}

function readLinks(
  { walk, hosts, baseUrl }: Omit<PageSurvey, 'complete'>,
  address: URL | null,
  externalBefore: Uint32Array,
  isWanted: (host: string) => boolean,
): { readonly links: readonly PageLink[]; readonly unread: number } {
  const wanted = hosts.names.map(isWanted);
  if (!wanted.includes(true)) return { links: [], unread: 0 };
  const scene: PlacementScene = {
    walk,
    pageKind: address === null ? null : pageKindOf(address, walk),
    externalBefore,
    cues: new Map(),
  };
  const links: PageLink[] = [];
  let unread = 0;
  for (const [index, link] of walk.links.entries()) {
    const url = wanted[hosts.ofLinks[index] ?? -1] === true ? resolveHref(link.href, baseUrl) : null;
    if (url === null) continue;
    if (links.length >= MAX_LINKS) {
      unread++;
      continue;
    }
    const text = readLinkText(link, walk);
    const { placement, evidence } = placeLink(link, url, text.rel, scene);
    links.push({ url: url.href, ...text, placement, placementEvidence: evidence });
  }
  return { links, unread };
}

function readFacts(
  walk: PageWalk,
  page: PageToRead,
  baseUrl: string,
  counts: LinkCounts,
  complete: boolean,
): PageFacts {
  const { markup, text } = walk;
  const header = (name: string): readonly string[] => page.headers[name] ?? [];
  let linkedTextLength = 0;
  for (const link of walk.links) linkedTextLength += link.end - link.start;
  return {
    title: markup.title,
    language: languageOf(markup, header('content-language')[0]),
    robots: readRobotsDirectives(markup.metas, header('x-robots-tag'), page.readAt ?? null),
    canonical: readCanonical(markup.canonicals, header('link'), baseUrl, page.url, page.sites ?? []),
    refresh: readRefresh(markup.metas, header('refresh'), baseUrl, page.url),
    textLength: text.trim().length,
    linkedTextLength,
    internalLinks: counts.internal,
    externalLinks: counts.external,
    externalDomains: counts.domains,
    generator: metaContent(markup, 'generator', false),
    complete,
  };
}

/** The `lang` attribute, else the meta tag, else the header; only the first tag of a list. */
function languageOf(markup: MarkupFacts, header: string | undefined): string | null {
  const declared = [markup.language, metaContent(markup, 'content-language', true), header ?? null];
  const language = declared.find((value) => value !== null && value.trim() !== '');
  return language?.split(',')[0]?.trim().toLowerCase() ?? null;
}

function metaContent(markup: MarkupFacts, name: string, isHttpEquiv: boolean): string | null {
  return markup.metas.find((meta) => meta.name === name && meta.isHttpEquiv === isHttpEquiv)?.content.trim() ?? null;
}

type AbsenceSigns = Pick<PageSigns, 'end' | 'marks' | 'body' | 'numberedLink'>;
const NOT_ASKED: AbsenceSigns = { end: null, marks: null, body: null, numberedLink: null };
/** A page with more text of its own is no notice, whatever frame it has. */
const MAX_NOTICE_TEXT = 4_000;

/** What is only asked of a page without the link, since it costs another look at the markup. */
function readAbsence(html: string, walk: PageWalk, pageUrl: string): AbsenceSigns {
  let own = walk.text.length;
  for (const link of walk.links) own -= link.end - link.start;
  return {
    end: readPageEnd(html),
    marks: readPageMarks(html),
    numberedLink: findNumberedLink(walk.links, pageUrl),
    body: own > MAX_NOTICE_TEXT ? null : readPageBody(walk.blocks.length > 0 ? walk : walkHtml(html, true).walk),
  };
}

function readSigns(walk: PageWalk): Omit<PageSigns, keyof AbsenceSigns> {
  const { markup } = walk;
  return {
    headings: walk.headings,
    openings: walk.openings,
    excerpt: walk.text.slice(0, EXCERPT_CHARACTERS).trim(),
    scriptSources: markup.scriptSources,
    inlineScript: markup.inlineScripts.join('\n').slice(0, SCRIPT_CHARACTERS),
    frameSources: markup.frameSources,
    noscriptText: collapseBlanks(markup.noscripts.join(' ').replace(/<[^>]*>/g, ' ')).slice(0, EXCERPT_CHARACTERS),
    hasFrameset: markup.hasFrameset,
    hasPasswordField: markup.hasPasswordField,
    emptyMountPoint: markup.emptyMountPoint,
  };
}
