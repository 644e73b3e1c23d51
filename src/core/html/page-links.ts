import { parseRel } from '../model/rel.ts';
import { attributeOf, collapseBlanks } from './element.ts';
import type { PageWalk, RawLink } from './page-walk.ts';
import { textBefore, textBehind } from './text-around.ts';

/** Where a link's anchor was taken from; `none` where it has no text, image alt or title. */
export type AnchorSource = 'text' | 'image-alt' | 'title' | 'none';

/** Longer anchors are cut; a whole page inside one link is no anchor text. */
const MAX_ANCHOR_CHARACTERS = 2_000;
/** No server answers longer addresses. */
const MAX_HREF_CHARACTERS = 16_000;

/** A link as read from the page, before its placement is judged. */
export interface LinkText {
  readonly rel: readonly string[];
  readonly anchor: string;
  readonly anchorSource: AnchorSource;
  readonly contextLeft: string;
  readonly contextRight: string;
  /** Share of the page's text that stands before the link, 0 to 1. */
  readonly position: number;
}

/**
 * The address links are resolved against: the first `<base href>`, itself resolved against the page. A base that is no
 * web address is ignored, as browsers do for `data:` and `javascript:`.
 */
export function baseUrlOf(baseHref: string | null, pageUrl: string): string {
  const base = baseHref === null ? null : URL.parse(baseHref, pageUrl);
  return base !== null && isWeb(base) ? base.href : pageUrl;
}

/** The absolute http(s) address of an href, or null for mail, script and broken addresses. */
export function resolveHref(href: string, baseUrl: string): URL | null {
  const url = href.length > MAX_HREF_CHARACTERS ? null : URL.parse(href, baseUrl);
  return url !== null && isWeb(url) && url.hostname !== '' ? url : null;
}

/** Anchor, rel and context of one link. */
export function readLinkText(link: RawLink, walk: PageWalk): LinkText {
  const { anchor, anchorSource } = anchorOf(link, walk.text);
  return {
    rel: parseRel(attributeOf(link.element, 'rel') ?? ''),
    anchor,
    anchorSource,
    contextLeft: textBefore(walk.text, link.start),
    contextRight: textBehind(walk.text, link.end),
    position: walk.text.length === 0 ? 0 : link.start / walk.text.length,
  };
}

/** Inner text; an image's alternative text stands in, then the title attribute. */
export function anchorOf(link: RawLink, text: string): { anchor: string; anchorSource: AnchorSource } {
  const end = Math.min(link.end, link.start + 2 * MAX_ANCHOR_CHARACTERS);
  const inner = collapseBlanks(text.slice(link.start, end)).slice(0, MAX_ANCHOR_CHARACTERS);
  if (inner !== '') return { anchor: inner, anchorSource: 'text' };
  if (link.imageAlt !== '') return { anchor: link.imageAlt.slice(0, MAX_ANCHOR_CHARACTERS), anchorSource: 'image-alt' };
  const title = collapseBlanks(attributeOf(link.element, 'title') ?? '').slice(0, MAX_ANCHOR_CHARACTERS);
  return title === '' ? { anchor: '', anchorSource: 'none' } : { anchor: title, anchorSource: 'title' };
}

function isWeb(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:';
}
