/**
 * Where in its page a link stands. Asked in this order, each with its own file: what hides it; landmark elements, roles,
 * class and id words of the elements around it, nearest first; the words its block begins with; the kind of page; the
 * density of links in the text around it. The first that knows decides.
 */
import { parentElementOf } from '../element.ts';
import type { HtmlElement } from '../html-tree.ts';
import type { PageWalk, RawLink } from '../page-walk.ts';
import { classWordsOf } from './class-words.ts';
import type { PlacementFinding } from './finding.ts';
import { hiddenReason } from './hidden.ts';
import { isMainLandmark, landmarkOf } from './landmarks.ts';
import { externalListSiblings, isResourceList, textAround } from './text-density.ts';
import { labelOf } from './text-labels.ts';

/** What is known of the page when its links are placed. */
export interface PlacementScene {
  readonly walk: PageWalk;
  /** What kind of page it is, where it is one of the special kinds. */
  readonly pageKind: PlacementFinding | null;
  /** Whether the walk's link of this index leads to another site. */
  readonly isExternal: (index: number) => boolean;
  /** What elements were found to say, so that none is judged twice. */
  readonly cues: Map<HtmlElement, PlacementFinding | null>;
}

/** A structural word on an element that holds more of the page's text than this names the layout, not the part. */
const WRAPPER_SHARE = 0.6;

const COMMUNITY = new Set<PlacementFinding['placement']>(['comment', 'signature', 'forum', 'author-box']);
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
  const siblings = externalListSiblings(link, scene.walk, scene.isExternal);
  if (isResourceList(siblings) && (around !== null || text.isRunningText)) {
    return { placement: 'resource-list', evidence: `in a list with ${siblings} other external links` };
  }
  if (text.isRunningText) {
    const evidence = around === null ? text.evidence : `${around.evidence}, ${text.evidence}`;
    return { placement: 'content', evidence };
  }
  if (rel.includes('ugc')) return { placement: 'comment', evidence: 'rel holds ugc' };
  return { placement: 'navigation', evidence: text.evidence };
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
    if (inner === null || inner.placement === 'content' || COMMUNITY.has(cue.placement)) {
      if (cue.placement !== 'content') inner = cue;
      else inner ??= cue;
    }
    const settled = inner.placement !== 'content' && inner.placement !== 'header' && inner.placement !== 'footer';
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
function cueOf(element: HtmlElement, walk: PageWalk): PlacementFinding | null {
  const landmark = landmarkOf(element);
  const words = classWordsOf(element);
  const usable = words === null || words.placement === 'content' || !isWrapper(element, walk) ? words : null;
  if (landmark === null) return usable;
  if (usable === null || usable.placement === 'content') return landmark;
  const isCommunity =
    COMMUNITY.has(usable.placement) && landmark.placement !== 'navigation' && landmark.placement !== 'sidebar';
  return isCommunity || landmark.placement === 'content' ? usable : landmark;
}

/** True for a block that holds most of the page, or a good part of it with the main heading. */
function isWrapper(element: HtmlElement, walk: PageWalk): boolean {
  const span = walk.blocks.get(element);
  if (span === undefined) return false;
  const share = (span.end - span.start) / Math.max(1, walk.text.length);
  const heading = walk.mainHeadingAt;
  const holdsHeading = heading !== null && heading >= span.start && heading < span.end;
  return share > WRAPPER_SHARE || (holdsHeading && share > WRAPPER_SHARE / 2);
}
