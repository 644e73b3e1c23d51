import { parentElementOf } from '../element.ts';
import type { HtmlElement } from '../html-tree.ts';
import type { BlockSpan, PageWalk, RawLink } from '../page-walk.ts';

/** Characters of text besides links that make a block read as running text. */
const RUNNING_TEXT_CHARACTERS = 60;
/** A block whose text is mostly link is a list of links; encyclopaedias link half of every sentence. */
const LINK_DENSITY_LIMIT = 0.6;
/** A dense block with this many links is a list, whatever stands around it; a single link may be a picture in an article. */
const LIST_LINKS = 4;
/** Blocks looked at around a link, nearest first. */
const MAX_BLOCKS = 4;
const LISTS = new Set(['ul', 'ol', 'dl', 'table']);
const RESOURCE_SIBLINGS = 5;

/** How the text right around a link reads. */
export interface TextAround {
  readonly isRunningText: boolean;
  readonly evidence: string;
}

/** Whether a link stands in running text: the nearest blocks are asked until one is long enough to tell. */
export function textAround(link: RawLink, walk: PageWalk): TextAround {
  let blocks = 0;
  let share = 1;
  for (
    let element = parentElementOf(link.element);
    element !== null && blocks < MAX_BLOCKS;
    element = parentElementOf(element)
  ) {
    const span = walk.blocks.get(element);
    if (span === undefined) continue;
    blocks++;
    const length = span.end - span.start;
    const unlinked = length - span.linkedCharacters;
    share = length === 0 ? 1 : span.linkedCharacters / length;
    if (unlinked >= RUNNING_TEXT_CHARACTERS && share < LINK_DENSITY_LIMIT) {
      return {
        isRunningText: true,
        evidence: `in <${element.tagName}> with ${unlinked} characters of text that is no link`,
      };
    }
    if (share >= LINK_DENSITY_LIMIT && countBlockLinks(span) >= LIST_LINKS) break;
  }
  return { isRunningText: false, evidence: `${Math.round(share * 100)}% of the text around it is link text` };
}

function countBlockLinks(span: BlockSpan): number {
  return span.endLink - span.firstLink;
}

/** The number of other external links in the list the link is an item of; 0 where it is in none. */
export function externalListSiblings(link: RawLink, walk: PageWalk, isExternal: (index: number) => boolean): number {
  const list = listAround(link.element);
  const span = list === null ? undefined : walk.blocks.get(list);
  if (span === undefined) return 0;
  let count = 0;
  for (let index = span.firstLink; index < span.endLink; index++) {
    if (walk.links[index] !== link && isExternal(index)) count++;
  }
  return count;
}

/** True where a list has so many external links that it reads as a list of resources. */
export function isResourceList(externalSiblings: number): boolean {
  return externalSiblings >= RESOURCE_SIBLINGS;
}

function listAround(link: HtmlElement): HtmlElement | null {
  let steps = 0;
  for (
    let element = parentElementOf(link);
    element !== null && steps < 8;
    element = parentElementOf(element), steps++
  ) {
    if (LISTS.has(element.tagName)) return element;
  }
  return null;
}
