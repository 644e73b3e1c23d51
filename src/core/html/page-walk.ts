import { attributeOf, collapseBlanks, isElement, isShadowRoot, isTemplate } from './element.ts';
import { INLINE_ELEMENTS, UNREAD_ELEMENTS } from './element-kinds.ts';
import type { HtmlDocument, HtmlElement, HtmlNode, HtmlParent } from './html-tree.ts';
import { collectMarkup, type MarkupFacts, startMarkupFacts } from './markup-facts.ts';

/** One `<a href>` or `<area href>` as it stands; offsets count characters of the page's text. */
export interface RawLink {
  readonly element: HtmlElement;
  readonly href: string;
  /** Its place among the links of the page. */
  readonly index: number;
  readonly start: number;
  end: number;
  /** Alternative texts of the images inside, joined by blanks. */
  imageAlt: string;
}

/** What one block element holds: a range of the page's text, and how much of it is link text. */
export interface BlockSpan {
  readonly start: number;
  end: number;
  linkedCharacters: number;
  /** The block's links are `links.slice(firstLink, endLink)` of the walk. */
  readonly firstLink: number;
  endLink: number;
}

/** Everything one pass over a page's tree collects. */
export interface PageWalk {
  /** The text a reader could see, blanks collapsed. */
  readonly text: string;
  readonly links: readonly RawLink[];
  /** Every element that is not inline. */
  readonly blocks: ReadonlyMap<HtmlElement, BlockSpan>;
  /** Texts of the first headings of level one. */
  readonly headings: readonly string[];
  /** Where the first of them starts in the text; null for none. */
  readonly mainHeadingAt: number | null;
  readonly markup: MarkupFacts;
}

interface WalkState {
  readonly pieces: string[];
  length: number;
  endsInBlank: boolean;
  linkedCharacters: number;
  readonly links: RawLink[];
  readonly openLinks: RawLink[];
  readonly blocks: Map<HtmlElement, BlockSpan>;
  readonly headings: BlockSpan[];
  readonly markup: MarkupFacts;
}

interface Frame {
  readonly parent: HtmlParent;
  readonly children: readonly HtmlNode[];
  index: number;
}

/** Most texts have none, and asking costs less than a replacement that changes nothing. */
const BLANK_BUT_SPACE = /[^\S ]/;
const MAX_HEADINGS = 5;
const MAX_HEADING_CHARACTERS = 500;

/** Walks a page once, in document order and without recursion: trees of hostile pages are deep. */
export function walkPage(document: HtmlDocument | HtmlParent): PageWalk {
  const state: WalkState = {
    pieces: [],
    length: 0,
    endsInBlank: true,
    linkedCharacters: 0,
    links: [],
    openLinks: [],
    blocks: new Map(),
    headings: [],
    markup: startMarkupFacts(),
  };
  const stack: Frame[] = [{ parent: document, children: document.childNodes, index: 0 }];
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const node = frame.children[frame.index++];
    if (node === undefined) {
      stack.pop();
      if (isElement(frame.parent)) leave(state, frame.parent);
    } else if (isElement(node)) {
      const inside = enter(state, node);
      if (inside !== null) stack.push({ parent: node, children: inside.childNodes, index: 0 });
    } else if ('value' in node) {
      addText(state, node.value);
    } else if ('data' in node) {
      state.markup.comments.push(node.data);
    }
  }
  const text = state.pieces.join('');
  const headings = state.headings.map((span) =>
    collapseBlanks(text.slice(span.start, Math.min(span.end, span.start + MAX_HEADING_CHARACTERS))),
  );
  const mainHeadingAt = state.headings[0]?.start ?? null;
  return { text, links: state.links, blocks: state.blocks, headings, mainHeadingAt, markup: state.markup };
}

/** Notes what an element says; answers what is to be walked inside it, or null for nothing. */
function enter(state: WalkState, element: HtmlElement): HtmlParent | null {
  const { tagName } = element;
  collectMarkup(state.markup, element);
  if (isTemplate(element)) return isShadowRoot(element) ? element.content : null;
  if (UNREAD_ELEMENTS.has(tagName)) return null;
  if (tagName === 'a' || tagName === 'area') openLink(state, element);
  if (tagName === 'img') noteImage(state, element);
  if (!INLINE_ELEMENTS.has(tagName)) openBlock(state, element);
  return element;
}

function leave(state: WalkState, element: HtmlElement): void {
  const block = state.blocks.get(element);
  if (block !== undefined) {
    block.end = state.length;
    block.linkedCharacters = state.linkedCharacters - block.linkedCharacters;
    block.endLink = state.links.length;
    addText(state, ' ');
  }
  const link = state.openLinks.at(-1);
  if (link?.element === element) {
    link.end = state.length;
    state.openLinks.pop();
  }
}

function openBlock(state: WalkState, element: HtmlElement): void {
  addText(state, ' ');
  const span: BlockSpan = {
    start: state.length,
    end: state.length,
    linkedCharacters: state.linkedCharacters,
    firstLink: state.links.length,
    endLink: state.links.length,
  };
  state.blocks.set(element, span);
  if (element.tagName === 'h1' && state.headings.length < MAX_HEADINGS) state.headings.push(span);
}

function openLink(state: WalkState, element: HtmlElement): void {
  const href = attributeOf(element, 'href');
  if (href === null) return;
  const isArea = element.tagName === 'area';
  const imageAlt = isArea ? collapseBlanks(attributeOf(element, 'alt') ?? '') : '';
  const link: RawLink = { element, href, index: state.links.length, start: state.length, end: state.length, imageAlt };
  state.links.push(link);
  if (!isArea) state.openLinks.push(link);
}

function noteImage(state: WalkState, element: HtmlElement): void {
  const alt = collapseBlanks(attributeOf(element, 'alt') ?? '');
  const link = state.openLinks.at(-1);
  if (link !== undefined && alt !== '') link.imageAlt = link.imageAlt === '' ? alt : `${link.imageAlt} ${alt}`;
}

/** Adds text with blanks collapsed across the borders of nodes. */
function addText(state: WalkState, raw: string): void {
  let text = raw.includes('  ') || BLANK_BUT_SPACE.test(raw) ? raw.replace(/\s+/g, ' ') : raw;
  if (state.endsInBlank && text.startsWith(' ')) text = text.slice(1);
  if (text === '') return;
  state.pieces.push(text);
  state.length += text.length;
  state.endsInBlank = text.endsWith(' ');
  if (state.openLinks.length > 0) state.linkedCharacters += text.length;
}
