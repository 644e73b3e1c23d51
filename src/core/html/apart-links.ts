import { parseRel } from '../model/rel.ts';
import { attributeOf } from './element.ts';
import type { MarkupFacts } from './markup-facts.ts';
import { anchorOf, resolveHref } from './page-links.ts';
import type { PageWalk } from './page-walk.ts';
import { walkHtml } from './walk-html.ts';
import { walkPage } from './walk-page.ts';

/** A part of the markup that holds links no reader of the raw page meets. */
export type ApartPlace = 'comment' | 'noscript' | 'template' | 'iframe';

/** A link that stands in the markup but not in the page. */
export interface ApartLink {
  readonly place: ApartPlace;
  readonly url: string;
  readonly anchor: string;
  readonly rel: readonly string[];
}

/** Parts read per page; more than any honest page holds. */
const MAX_PARTS = 300;
const LINK_TAG = /<a(?:rea)?[\s/]/i;

/** The links in comments, noscript, template and iframe srcdoc, and the pages that frames show. */
export function readApartLinks(markup: MarkupFacts, baseUrl: string): ApartLink[] {
  return [
    ...markup.noscripts
      .filter(holdsLink)
      .slice(0, MAX_PARTS)
      .flatMap((part) => linksOfMarkup('noscript', part, baseUrl)),
    ...markup.templates.slice(0, MAX_PARTS).flatMap((part) => linksOf('template', walkPage(part), baseUrl)),
    ...markup.srcdocs
      .filter(holdsLink)
      .slice(0, MAX_PARTS)
      .flatMap((part) => linksOfMarkup('iframe', part, baseUrl)),
    ...markup.frameSources.flatMap((source) => framedPage(source, baseUrl)),
    ...markup.comments
      .filter(holdsLink)
      .slice(0, MAX_PARTS)
      .flatMap((part) => linksOfMarkup('comment', part, baseUrl)),
  ];
}

function framedPage(source: string, baseUrl: string): ApartLink[] {
  const url = resolveHref(source, baseUrl);
  return url === null ? [] : [{ place: 'iframe', url: url.href, anchor: '', rel: [] }];
}

function holdsLink(markup: string): boolean {
  return LINK_TAG.test(markup);
}

function linksOfMarkup(place: ApartPlace, markup: string, baseUrl: string): ApartLink[] {
  return linksOf(place, walkHtml(markup, false).walk, baseUrl);
}

function linksOf(place: ApartPlace, walk: PageWalk, baseUrl: string): ApartLink[] {
  const links: ApartLink[] = [];
  for (const link of walk.links) {
    const url = resolveHref(link.href, baseUrl);
    if (url === null) continue;
    const rel = parseRel(attributeOf(link.element, 'rel') ?? '');
    links.push({ place, url: url.href, anchor: anchorOf(link, walk.text).anchor, rel });
  }
  return links;
}
