import { attributeOf, isElement, parentElementOf } from '../element.ts';
import type { HtmlElement } from '../html-tree.ts';

const CARD_TAGS = new Set(['li', 'article', 'div', 'section']);
const MARKS = new Set(['h2', 'h3', 'h4', 'h5', 'h6', 'img', 'figure', 'picture']);
/** A card says little more than where it leads. */
const MAX_CARD_CHARACTERS = 300;
const MIN_CARDS = 3;
const MAX_STEPS = 6;

/** Bounds for pages with endless rows and boxes. */
const MAX_SIBLINGS = 60;
const MAX_NODES = 60;

/**
 * The number of cards in the row of like cards a link stands in: boxes with a heading or picture, a link and little text;
 * 0 for none.
 */
export function countCards(link: HtmlElement): number {
  let steps = 0;
  for (
    let element = parentElementOf(link);
    element !== null && steps < MAX_STEPS;
    element = parentElementOf(element), steps++
  ) {
    if (!CARD_TAGS.has(element.tagName)) continue;
    if (!isSmall(element)) return 0;
    const cards = holdsMark(element) ? countLike(element) : 0;
    if (cards >= MIN_CARDS) return cards;
  }
  return 0;
}

function countLike(card: HtmlElement): number {
  const kind = kindOf(card);
  const siblings = card.parentNode?.childNodes.slice(0, MAX_SIBLINGS) ?? [];
  return siblings.filter((node) => isElement(node) && kindOf(node) === kind && isSmall(node) && holdsMark(node)).length;
}

function isSmall(element: HtmlElement): boolean {
  const span = element.block;
  return span !== undefined && span.end - span.start <= MAX_CARD_CHARACTERS && span.endLink > span.firstLink;
}

/** Tag and first class word: what cards of one row share. */
function kindOf(element: HtmlElement): string {
  return `${element.tagName} ${attributeOf(element, 'class')?.trim().split(/\s+/, 1)[0] ?? ''}`;
}

function holdsMark(card: HtmlElement): boolean {
  const nodes: HtmlElement[] = [card];
  for (const element of nodes) {
    if (MARKS.has(element.tagName)) return true;
    for (const child of element.childNodes) {
      if (nodes.length === MAX_NODES) break;
      if (isElement(child)) nodes.push(child);
    }
  }
  return false;
}
