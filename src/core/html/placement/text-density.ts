import type { BlockSpan } from '../block-span.ts';
import { parentElementOf } from '../element.ts';
import type { HtmlElement } from '../html-tree.ts';
import type { PageWalk, RawLink } from '../page-walk.ts';
import { type Block, RUNNING_TEXT_CHARACTERS, standsAloneIn, unlinkedIn } from './standing-alone.ts';

/** A block whose text is mostly link is a list of links; encyclopaedias link half of every sentence. */
const LINK_DENSITY_LIMIT = 0.6;
/** A paragraph of credits or sources is denser still. */
const PARAGRAPH_DENSITY_LIMIT = 0.85;
/** A dense block with this many links is a list, whatever stands around it; a single link may be a picture in an article. */
const LIST_LINKS = 4;
/** Blocks looked at around a link, nearest first. */
const MAX_BLOCKS = 4;
const LISTS = new Set(['ul', 'ol', 'dl', 'table']);
const RESOURCE_SIBLINGS = 5;
const SOURCE_SHARE = 0.6;
const PARAGRAPHS = new Set(['p', 'figcaption', 'blockquote']);
/** Letters between the links of a paragraph that make it more than a row of links. */
const SENTENCE_LETTERS = 3;
const MAX_SENTENCE_LINKS = 50;
const NO_LETTERS = /[^\p{L}]+/gu;

/** How the text right around a link reads. */
export interface TextAround {
  readonly isRunningText: boolean;
  readonly evidence: string;
}

/** Whether a link stands in running text: the nearest blocks are asked until one is long enough to tell. */
export function textAround(link: RawLink, walk: PageWalk): TextAround {
  const blocks = blocksAround(link.element);
  const alone = standsAloneIn(link.element, blocks);
  if (alone !== null) return { isRunningText: false, evidence: `alone in its <${alone.tagName}>` };
  let share = 1;
  for (const { element, span } of blocks) {
    const length = span.end - span.start;
    const unlinked = unlinkedIn(span);
    share = length === 0 ? 1 : span.linkedCharacters / length;
    const isParagraph = PARAGRAPHS.has(element.tagName);
    if (unlinked >= RUNNING_TEXT_CHARACTERS && share < (isParagraph ? PARAGRAPH_DENSITY_LIMIT : LINK_DENSITY_LIMIT)) {
      return {
        isRunningText: true,
        evidence: `in <${element.tagName}> with ${unlinked} characters of text that is no link`,
      };
    }
    const links = span.endLink - span.firstLink;
    const isList = share >= LINK_DENSITY_LIMIT && links >= (isParagraph ? 2 : LIST_LINKS);
    if (isList && (!isParagraph || links > MAX_SENTENCE_LINKS || isRow(span, walk))) break;
  }
  return { isRunningText: false, evidence: `${Math.round(share * 100)}% of the text around it is link text` };
}

function blocksAround(link: HtmlElement): Block[] {
  const blocks: Block[] = [];
  for (let element = parentElementOf(link); element !== null; element = parentElementOf(element)) {
    const span = element.block;
    if (span !== undefined) blocks.push({ element, span });
    if (blocks.length === MAX_BLOCKS) break;
  }
  return blocks;
}

/** True for links between bars and arrows, as opposed to the words of a sentence. */
function isRow(span: BlockSpan, walk: PageWalk): boolean {
  let letters = 0;
  let at = span.start;
  for (const link of [...walk.links.slice(span.firstLink, span.endLink), null]) {
    letters += walk.text.slice(at, link?.start ?? span.end).replace(NO_LETTERS, '').length;
    at = link?.end ?? span.end;
  }
  return letters < SENTENCE_LETTERS;
}

/** What stands in the list a link is an item of. */
export interface ListAround {
  /** Links to other sites besides the link itself, and all links but it. */
  readonly externalSiblings: number;
  readonly siblings: number;
}

/** The list a link is an item of; null where it is in none. */
export function listAround(link: RawLink, externalBefore: Uint32Array): ListAround | null {
  const list = listElementAround(link.element);
  const span = list?.block;
  if (span === undefined) return null;
  const { firstLink, endLink } = span;
  const itself = countExternal(externalBefore, link.index, link.index + 1);
  return {
    externalSiblings: countExternal(externalBefore, firstLink, endLink) - itself,
    siblings: endLink - firstLink - 1,
  };
}

/** External links among those of the page from one index to before another. */
export function countExternal(externalBefore: Uint32Array, from: number, to: number): number {
  return (externalBefore[to] ?? 0) - (externalBefore[from] ?? 0);
}

/** True where a list has so many external links that it reads as a list of resources; rows of buttons have no text. */
export function isResourceList(list: ListAround, link: RawLink): boolean {
  return link.end > link.start && list.externalSiblings >= RESOURCE_SIBLINGS;
}

/** True for a list that leads nowhere else: menus lead to their own site as well. */
export function isAllExternal(list: ListAround): boolean {
  return list.externalSiblings === list.siblings;
}

/** True for a short list of nothing but external links: the sources of an article. */
export function isSourceList(list: ListAround, link: RawLink): boolean {
  return link.end > link.start && list.siblings > 0 && list.externalSiblings >= SOURCE_SHARE * list.siblings;
}

function listElementAround(link: HtmlElement): HtmlElement | null {
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
