import type { BlockSpan } from '../block-span.ts';
import { isElement, parentElementOf } from '../element.ts';
import type { HtmlElement, HtmlNode } from '../html-tree.ts';

/** One block around a link, with its place in the page's text. */
export interface Block {
  readonly element: HtmlElement;
  readonly span: BlockSpan;
}

/** Characters of text besides links that make a block read as running text. */
export const RUNNING_TEXT_CHARACTERS = 60;
/** Elements that hold a piece of writing; a link alone in any other block is part of the layout. */
const WRITING = new Set(
  'p li dd dt td th blockquote figure figcaption caption pre h1 h2 h3 h4 h5 h6 summary address'.split(' '),
);
const MAX_LAYOUT_BLOCKS = 3;
const MAX_SIBLINGS = 40;
const MAX_NODES = 300;
/** Nodes looked at on each side of a div for one of running text, blanks between them included. */
const WRITING_NODES = 4;

/** Characters of a block's text that are no link. */
export function unlinkedIn(span: BlockSpan): number {
  return span.end - span.start - span.linkedCharacters;
}

/**
 * The layout element that holds a link and next to no writing beside it: a button, a teaser, a byline; null for none.
 *
 * @param blocks the blocks around the link, nearest first
 */
export function standsAloneIn(link: HtmlElement, blocks: readonly Block[]): HtmlElement | null {
  const nearest = blocks[0]?.element;
  if (nearest === undefined) return null;
  if (blocks.slice(0, MAX_LAYOUT_BLOCKS).some(({ element }) => WRITING.has(element.tagName))) return null;
  if (textBeside(link, nearest) >= RUNNING_TEXT_CHARACTERS || isWritingDiv(nearest)) return null;
  return nearest;
}

/** Characters of text that is no link, between the blocks before and behind a link. */
function textBeside(link: HtmlElement, block: HtmlElement): number {
  let child = link;
  for (let parent = parentElementOf(child); parent !== null && parent !== block; parent = parentElementOf(child)) {
    child = parent;
  }
  const siblings = block.childNodes;
  const at = siblings.indexOf(child);
  const before = siblings.slice(Math.max(0, at - MAX_SIBLINGS), at).reverse();
  const behind = siblings.slice(at + 1, at + 1 + MAX_SIBLINGS);
  return textUntilBlock(before) + unlinkedText([child]) + textUntilBlock(behind);
}

function textUntilBlock(nodes: readonly HtmlNode[]): number {
  const end = nodes.findIndex((node) => isElement(node) && node.tagName !== 'br' && node.block !== undefined);
  return unlinkedText(end === -1 ? nodes : nodes.slice(0, end));
}

/** Characters of text outside of links, in the first nodes of some trees. */
function unlinkedText(trees: readonly HtmlNode[]): number {
  let characters = 0;
  const nodes = [...trees];
  for (const node of nodes) {
    if ('value' in node) characters += node.value.trim().length;
    else if (isElement(node) && node.tagName !== 'a')
      nodes.push(...node.childNodes.slice(0, Math.max(0, MAX_NODES - nodes.length)));
  }
  return characters;
}

/** True for a div between divs of running text: some editors write no paragraphs. */
function isWritingDiv(element: HtmlElement): boolean {
  if (element.tagName !== 'div' || element.parentNode === null) return false;
  const siblings = element.parentNode.childNodes;
  const at = siblings.indexOf(element);
  return siblings.slice(Math.max(0, at - WRITING_NODES), at + 1 + WRITING_NODES).some((sibling) => {
    if (!isElement(sibling) || sibling === element) return false;
    const span = sibling.tagName === 'div' ? sibling.block : undefined;
    return span !== undefined && unlinkedIn(span) >= RUNNING_TEXT_CHARACTERS && !holdsBlocks(sibling);
  });
}

function holdsBlocks(element: HtmlElement): boolean {
  return element.childNodes
    .slice(0, MAX_NODES)
    .some((node) => isElement(node) && node.tagName !== 'br' && node.block !== undefined);
}
