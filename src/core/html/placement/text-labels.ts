import { parentElementOf } from '../element.ts';
import type { PageWalk, RawLink } from '../page-walk.ts';
import type { PlacementFinding } from './finding.ts';

const LABELS: readonly { readonly placement: PlacementFinding['placement']; readonly words: RegExp }[] = [
  {
    placement: 'author-box',
    words:
      /^\s*(about the author|about the writer|guest post by|this guest post|über den autor|über die autorin|à propos de l[’']auteur|sobre el autor|sobre o autor|sull[’']autore)/i,
  },
  {
    placement: 'advertisement',
    words:
      /^\s*(advertisements?|sponsored(?: (?:by|links?|content|post))?|anzeige|werbung|publicidad|publicité|annons|reklama)\b/i,
  },
];
const MAX_LABELLED_CHARACTERS = 600;
const MAX_ELEMENTS = 8;
const PAID_PARAMETERS = /[?&](?:utm_medium=(?:cpc|ppc|paid|affiliate|display)|aff(?:iliate)?_?id=|affid=|aff=)/i;
/** Addresses that offer a page to a network, with the page's own address in them. */
const SHARE_PATH =
  /\/(?:sharer|share|intent\/(?:tweet|post)|shareArticle|pin\/create|submit|share-offsite|bookmarklet|send)(?:\.php|\/|$)/i;
const SHARE_QUERY = /[?&](?:u|url|text|title|link|status|href|st\.shareUrl)=/i;

/** A placement given away by the words a small block around the link begins with, or by the link's own parameters. */
export function labelOf(link: RawLink, url: URL, walk: PageWalk): PlacementFinding | null {
  const parameter = PAID_PARAMETERS.exec(url.search)?.[0];
  if (parameter !== undefined)
    return { placement: 'advertisement', evidence: `the link's address holds ${parameter.slice(1)}` };
  if (SHARE_PATH.test(url.pathname) && SHARE_QUERY.test(url.search)) {
    return { placement: 'navigation', evidence: `a button that shares the page on ${url.hostname}` };
  }
  const before = walk.text.slice(Math.max(0, link.start - 25), link.start);
  const powered = /\b(powered by|designed by|built with|theme by)\s*$/i.exec(before)?.[1];
  if (powered !== undefined) return { placement: 'widget', evidence: `after the words "${powered}"` };
  let steps = 0;
  for (
    let element = parentElementOf(link.element);
    element !== null && steps < MAX_ELEMENTS;
    element = parentElementOf(element), steps++
  ) {
    const span = element.block;
    if (span === undefined) continue;
    if (span.end - span.start > MAX_LABELLED_CHARACTERS) return null;
    const text = walk.text.slice(span.start, span.end);
    for (const { placement, words } of LABELS) {
      const label = words.exec(text)?.[1];
      if (label !== undefined) return { placement, evidence: `in a block that begins with "${label}"` };
    }
  }
  return null;
}
