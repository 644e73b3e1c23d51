import { type html as Html, html, type Token } from 'parse5';
import type { HtmlDocument, HtmlElement, HtmlNode, HtmlParent } from './html-tree.ts';
import { IMPLIED_ENDS, PARAGRAPH_BORDERS, tidyKindOf } from './tidy-elements.ts';

/** Deeper or larger pages are left to the full parser, which has bounds of its own. */
const MAX_DEPTH = 500;
const MAX_ELEMENTS = 50_000;

const SPECIAL = html.SPECIAL_ELEMENTS[html.NS.HTML];
/** Special elements that a list item nevertheless looks through for the item before it. */
const TRANSPARENT: ReadonlySet<string> = new Set(['address', 'div', 'p']);

/**
 * The open elements of a tidy page and the tree they grow. Methods that answer a boolean say whether the page is still tidy:
 * at the first false the tree is worth nothing.
 */
export class TidyStack {
  readonly document: HtmlDocument;
  private readonly open: HtmlElement[] = [];
  private elements = 0;
  private paragraphs = 0;
  private links = 0;

  constructor(document: HtmlDocument) {
    this.document = document;
  }

  /** The innermost open element; null before the first. */
  get top(): HtmlElement | null {
    return this.open[this.open.length - 1] ?? null;
  }

  /** The name of the innermost open element. */
  get topName(): string {
    return this.open[this.open.length - 1]?.tagName ?? '';
  }

  get hasOpenLink(): boolean {
    return this.links > 0;
  }

  /** True while what is read belongs to a drawing. */
  get isInSvg(): boolean {
    return this.top?.namespaceURI === html.NS.SVG;
  }

  /** Opens an element inside the innermost one. */
  push(name: string, attributes: Token.Attribute[], namespace: Html.NS = html.NS.HTML): boolean {
    this.open.push(this.add(name, attributes, namespace));
    if (namespace === html.NS.HTML) this.count(name, 1);
    return this.open.length <= MAX_DEPTH && this.elements <= MAX_ELEMENTS;
  }

  /** Adds an element that stays empty, or is filled by the caller. */
  add(name: string, attributes: Token.Attribute[], namespace: Html.NS = html.NS.HTML): HtmlElement {
    const parent: HtmlParent = this.top ?? this.document;
    const element: HtmlElement = {
      nodeName: name,
      tagName: name,
      attrs: attributes,
      namespaceURI: namespace,
      childNodes: [],
      parentNode: parent,
    };
    this.elements++;
    parent.childNodes.push(element);
    return element;
  }

  pop(): void {
    const element = this.open.pop();
    if (element !== undefined && element.namespaceURI === html.NS.HTML) this.count(element.tagName, -1);
  }

  addText(value: string): void {
    const parent = this.top;
    if (parent === null) return;
    const last = parent.childNodes[parent.childNodes.length - 1];
    if (last !== undefined && last.nodeName === '#text' && 'value' in last) last.value += value;
    else parent.childNodes.push({ nodeName: '#text', value, parentNode: parent });
  }

  addComment(data: string, place: 'document' | 'html' | 'here'): void {
    const inside = place === 'here' ? this.top : place === 'html' ? this.open[0] : this.document;
    const parent: HtmlParent = inside ?? this.document;
    const comment: HtmlNode = { nodeName: '#comment', data, parentNode: parent };
    parent.childNodes.push(comment);
  }

  /** Closes an element that must be the innermost one. */
  close(name: string): boolean {
    if (this.topName !== name) return false;
    this.pop();
    return true;
  }

  /** Closes an element and before it those whose end tags may be left out. */
  closeWithImplied(name: string): boolean {
    while (this.topName !== name && IMPLIED_ENDS.has(this.topName)) this.pop();
    return this.close(name);
  }

  /** Closes the paragraph that a block cannot stand in, if there is one. */
  closeParagraph(): boolean {
    if (this.paragraphs === 0) return true;
    for (let index = this.open.length - 1; index >= 0; index--) {
      const name = this.open[index]?.tagName ?? '';
      if (name === 'p') return this.closeDownTo(index, false);
      if (PARAGRAPH_BORDERS.has(name)) return true;
    }
    return true;
  }

  /** Closes the item before a list item. */
  closeItem(names: readonly string[]): boolean {
    for (let index = this.open.length - 1; index >= 0; index--) {
      const element = this.open[index];
      if (element === undefined) return false;
      const { tagName } = element;
      if (names.includes(tagName)) return this.closeDownTo(index, false);
      if (element.namespaceURI !== html.NS.HTML) return false;
      if (SPECIAL.has(html.getTagID(tagName)) && !TRANSPARENT.has(tagName)) return true;
    }
    return true;
  }

  /** Index of the innermost open element of the names that stands inside the innermost table; -1 for none. */
  indexInTable(names: ReadonlySet<string>): number {
    for (let index = this.open.length - 1; index >= 0; index--) {
      const name = this.open[index]?.tagName ?? '';
      if (names.has(name)) return index;
      if (name === 'table' || name === 'html') return -1;
    }
    return -1;
  }

  nameAt(index: number): string {
    return this.open[index]?.tagName ?? '';
  }

  /**
   * Closes everything down to an element, itself included. Formatting that is closed by something else than its own end tag
   * goes on behind it by the standard, which only the full parser knows; where a cell ends it does not.
   */
  closeDownTo(index: number, endsFormatting: boolean): boolean {
    while (this.open.length > index) {
      const name = this.topName;
      const kind = this.open.length - 1 > index ? tidyKindOf(name) : undefined;
      if (!endsFormatting && (kind === 'formatting' || kind === 'link')) return false;
      this.pop();
    }
    return true;
  }

  /** True where an HTML element of that name is open, however far out. */
  hasOpen(name: string): boolean {
    return this.open.some((element) => element.tagName === name && element.namespaceURI === html.NS.HTML);
  }

  private count(name: string, change: 1 | -1): void {
    if (name === 'p') this.paragraphs += change;
    else if (name === 'a') this.links += change;
  }
}
