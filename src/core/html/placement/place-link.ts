/**
 * Where in its page a link stands. Asked in this order, each with its own file: what hides it; landmark elements, roles,
 * class and id words of the elements around it, nearest first; the words its block begins with; the kind of page; the
 * density of links in the text around it. The first that knows decides.
 */
import { parentElementOf } from '../element.ts';
import type { HtmlElement } from '../html-tree.ts';
import type { PageWalk, RawLink } from '../page-walk.ts';
import { countCards } from './cards.ts';
import { classWordsOf } from './class-words.ts';
import type { PlacementFinding } from './finding.ts';
import { hiddenReason } from './hidden.ts';
import { isMainLandmark, landmarkOf } from './landmarks.ts';
import { countExternal, isAllExternal, isResourceList, isSourceList, listAround, textAround } from './text-density.ts';
import { labelOf } from './text-labels.ts';

/** What is known of the page when its links are placed. */
export interface PlacementScene {
  readonly walk: PageWalk;
  /** What kind of page it is, where it is one of the special kinds. */
  readonly pageKind: PlacementFinding | null;
  /** How many of the walk's links before each index lead to other sites; one more entry than links. */
  readonly externalBefore: Uint32Array;
  /** What elements were found to say, so that none is judged twice. */
  readonly cues: Map<HtmlElement, PlacementFinding | null>;
}

/** A structural word on an element that holds more of the page's text than this names the layout, not the part. */
const WRAPPER_SHARE = 0.6;
/** No menu has more text than this that is no link, and so few links in it. */
const MENU_CHARACTERS = 400;
const MENU_DENSITY = 0.25;

const COMMUNITY = new Set<PlacementFinding['placement']>(['comment', 'signature', 'forum', 'author-box']);
/** What an element further out may say more precisely. */
const UNSETTLED = new Set<PlacementFinding['placement']>(['content', 'header', 'footer', 'forum']);
/** What stands aside of a text and is about its author. */
const PERSONAL = new Set<PlacementFinding['placement']>(['signature', 'author-box']);
const OUTER_TAGS = new Set(['body', 'html']);

/** Places one link. `rel` is its rel list; `url` its resolved address. */
export function placeLink(link: RawLink, url: URL, rel: readonly string[], scene: PlacementScene): PlacementFinding {
  const hidden = hiddenReason(link.element);
  if (hidden !== null) return { placement: 'hidden', evidence: hidden };
  const label = labelOf(link, url, scene.walk);
  const around = findAround(link.element, scene);
  if (around !== null && around.placement !== 'content') return label?.placement === 'advertisement' ? label : around;
  if (label !== null) return label;
  return placeInContent(link, rel, around, scene);
}

function placeInContent(
  link: RawLink,
  rel: readonly string[],
  around: PlacementFinding | null,
  scene: PlacementScene,
): PlacementFinding {
  const text = textAround(link, scene.walk);
  if (scene.pageKind !== null && (around !== null || text.isRunningText)) return scene.pageKind;
  const cards = countCards(link.element);
  if (cards > 0) return placeInCard(link, cards, scene);
  const list = listAround(link, scene.externalBefore);
  const isMain = around !== null || text.isRunningText || (list !== null && isAllExternal(list));
  if (list !== null && isResourceList(list, link) && isMain) {
    return { placement: 'resource-list', evidence: `in a list with ${list.externalSiblings} other external links` };
  }
  if (text.isRunningText) {
    const evidence = around === null ? text.evidence : `${around.evidence}, ${text.evidence}`;
    return { placement: 'content', evidence };
  }
  if (around !== null && list !== null && isSourceList(list, link)) {
    return { placement: 'content', evidence: `${around.evidence}, in a list of ${list.siblings + 1} sources` };
  }
  if (rel.includes('ugc')) return { placement: 'comment', evidence: 'rel holds ugc' };
  return { placement: 'navigation', evidence: text.evidence };
}

/** Cards that lead to other sites are entries of a directory; those of the page's own site are its teasers. */
function placeInCard(link: RawLink, cards: number, scene: PlacementScene): PlacementFinding {
  const isExternal = countExternal(scene.externalBefore, link.index, link.index + 1) > 0;
  return { placement: isExternal ? 'directory' : 'navigation', evidence: `in one of ${cards} like cards` };
}

/**
 * The nearest telling element around a link. A header or footer inside a comment or an author box belongs to it; content
 * inside a footer, a sidebar or a comment is theirs.
 */
function findAround(link: HtmlElement, scene: PlacementScene): PlacementFinding | null {
  let inner: PlacementFinding | null = null;
  for (let element: HtmlElement | null = link; element !== null; element = parentElementOf(element)) {
    if (OUTER_TAGS.has(element.tagName)) break;
    const cue = cachedCueOf(element, scene);
    if (cue === null) continue;
    // The text of a post and the signature below it are made with the same markup.
    if (inner?.placement === 'forum' && cue.placement !== 'signature') continue;
    if (inner === null || inner.placement === 'content' || COMMUNITY.has(cue.placement)) {
      if (cue.placement !== 'content') inner = cue;
      else inner ??= cue;
    }
    const settled = !UNSETTLED.has(inner.placement);
    if (settled || isMainLandmark(element)) return inner;
  }
  return inner;
}

function cachedCueOf(element: HtmlElement, scene: PlacementScene): PlacementFinding | null {
  const known = scene.cues.get(element);
  if (known !== undefined) return known;
  const cue = cueOf(element, scene.walk);
  scene.cues.set(element, cue);
  return cue;
}

/** The cue of one element: words of community beat its landmark, a landmark beats other words, `article` is weak. */
export function cueOf(element: HtmlElement, walk: PageWalk): PlacementFinding | null {
  const landmark = landmarkOf(element);
  const words = classWordsOf(element);
  const usable = words === null || words.placement === 'content' || !isWrapper(words, element, walk) ? words : null;
  if (landmark === null) return usable;
  if (usable === null || usable.placement === 'content') return landmark;
  const isPersonal = PERSONAL.has(usable.placement) && landmark.placement === 'sidebar';
  const isCommunity =
    COMMUNITY.has(usable.placement) && landmark.placement !== 'navigation' && landmark.placement !== 'sidebar';
  return isPersonal || isCommunity || landmark.placement === 'content' ? usable : landmark;
}

/** True for a block that holds most of the page, a good part of it with the main heading, or a menu full of writing. */
function isWrapper(words: PlacementFinding, element: HtmlElement, walk: PageWalk): boolean {
  const span = element.block;
  if (span === undefined) return false;
  const length = span.end - span.start;
  if (words.placement === 'navigation' && isWriting(length, span.linkedCharacters)) return true;
  const share = length / Math.max(1, walk.text.length);
  const heading = walk.mainHeadingAt;
  const holdsHeading = heading !== null && heading >= span.start && heading < span.end;
  return share > WRAPPER_SHARE || (holdsHeading && share > WRAPPER_SHARE / 2);
}

function isWriting(length: number, linked: number): boolean {
  return length - linked > MENU_CHARACTERS && linked / length < MENU_DENSITY;
}
