import { type html as Html, html, type Token } from 'parse5';
import { type ElementFacts, elementFacts } from './element-facts.ts';
import type { HtmlDocument } from './html-tree.ts';
import type { PageCollector } from './page-collector.ts';
import type { AttributeScanner } from './tidy-attributes.ts';
import { TidyElement } from './tidy-element.ts';
import { PARAGRAPH_BORDERS } from './tidy-elements.ts';
import type { TextScanner } from './tidy-text.ts';

/** Deeper or larger pages are left to the full parser, which has bounds of its own. */
const MAX_DEPTH = 500;
const MAX_ELEMENTS = 50_000;

/** What becomes of a tidy page as it is read. */
export interface TidyPlan {
  /** Told of everything, in document order. */
  readonly collector: PageCollector | null;
  /** Whether elements know their children. Without, most of the work of a page is saved. */
  readonly keepsTree: boolean;
}

/**
 * The open elements of a tidy page and the tree they grow. Methods that answer a boolean say whether the page is still tidy:
 * at the first false the tree is worth nothing.
 */
export class TidyStack {
  readonly document: HtmlDocument;
  private readonly plan: TidyPlan;
  private readonly attributes: AttributeScanner;
  private readonly open: TidyElement[] = [];
  /** The innermost open element; null before the first. */
  private top: TidyElement | null = null;
  private drawings = 0;
  private elements = 0;
  private paragraphs = 0;
  private links = 0;
  /** Comments behind the body and behind the root, which come after all that is still to be read. */
  private readonly lateComments = { html: [] as string[], document: [] as string[] };

  constructor(document: HtmlDocument, attributes: AttributeScanner, plan: TidyPlan) {
    this.document = document;
    this.attributes = attributes;
    this.plan = plan;
  }

  /** The name of the innermost open element. */
  get topName(): string {
    return this.top === null ? '' : this.top.facts.name;
  }

  get isInHeading(): boolean {
    return this.top?.facts.tidyKind === 'heading';
  }

  /** True while the innermost open element holds parts of a table and no text. */
  get isInTableFrame(): boolean {
    return this.top?.facts.isTableFrame === true;
  }

  get hasOpenLink(): boolean {
    return this.links > 0;
  }

  /** True while what is read belongs to a drawing. */
  get isInSvg(): boolean {
    return this.drawings > 0;
  }

  /** Opens an element inside the innermost one. */
  push(facts: ElementFacts, attributesAt: number, hasId: boolean): boolean {
    const element = this.make(facts, attributesAt);
    this.count(facts.name, 1);
    return this.enter(element, hasId);
  }

  /** Opens an element that the page leaves out. */
  pushImplied(name: string): boolean {
    const element = this.make(elementFacts(name), -1);
    return this.enter(element, false);
  }

  /** Adds an element that stays empty, or holds a text. */
  add(facts: ElementFacts, attributesAt: number, hasId: boolean, text = ''): void {
    const element = this.make(facts, attributesAt);
    if (text !== '') element.appendText(text);
    const { collector } = this.plan;
    if (collector === null) return;
    collector.enter(element, facts, hasId);
    if (text !== '') collector.addText(text);
    collector.leave(element, facts);
  }

  /** The same for elements of a drawing, whose attributes are spelt anew. */
  pushSvg(name: string, attributes: Token.Attribute[]): boolean {
    this.drawings++;
    return this.enter(this.makeSvg(name, attributes), true);
  }

  addSvg(name: string, attributes: Token.Attribute[]): void {
    const element = this.makeSvg(name, attributes);
    this.plan.collector?.enter(element, element.facts);
    this.plan.collector?.leave(element, element.facts);
  }

  pop(): void {
    const element = this.open.pop();
    if (element === undefined) return;
    this.top = this.open[this.open.length - 1] ?? null;
    // Inside a drawing no HTML begins again.
    if (this.drawings > 0) this.drawings--;
    else this.count(element.facts.name, -1);
    this.plan.collector?.leave(element, element.facts);
  }

  /** @param found what was seen of the text as it stands in the page */
  addText(value: string, found: TextScanner): void {
    const { collector } = this.plan;
    if (found.isBlank) collector?.addBlanks(value);
    else collector?.addText(value, found.hasEvenBlanks && !found.hasReference);
    if (this.plan.keepsTree) this.top?.appendText(value);
  }

  addComment(data: string, place: 'document' | 'html' | 'here'): void {
    const inside = place === 'here' ? this.top : place === 'html' ? this.open[0] : null;
    if (this.plan.keepsTree) {
      if (inside) inside.append({ nodeName: '#comment', data, parentNode: inside, next: null });
      else this.document.childNodes.push({ nodeName: '#comment', data, parentNode: this.document });
    }
    if (place === 'here' || this.open.length === 0) this.plan.collector?.addComment(data);
    else this.lateComments[place].push(data);
  }

  /** Closes what the page left open at its end. */
  closeAll(): void {
    const { html: inside, document: behind } = this.lateComments;
    while (this.open.length > 1) this.pop();
    for (const data of inside) this.plan.collector?.addComment(data);
    this.pop();
    for (const data of behind) this.plan.collector?.addComment(data);
  }

  /** Closes an element that must be the innermost one. */
  close(name: string): boolean {
    if (this.topName !== name) return false;
    this.pop();
    return true;
  }

  /** Closes an element and before it those whose end tags may be left out. */
  closeWithImplied(name: string): boolean {
    while (this.topName !== name && this.top?.facts.hasImpliedEnd === true) this.pop();
    return this.close(name);
  }

  /** Closes the paragraph that a block cannot stand in, if there is one. */
  closeParagraph(): boolean {
    if (this.paragraphs === 0) return true;
    for (let index = this.open.length - 1; index >= 0; index--) {
      const name = this.nameAt(index);
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
      if (names.includes(element.facts.name)) return this.closeDownTo(index, false);
      if (element.facts.bordersItems) return true;
    }
    return true;
  }

  /** Index of the innermost open element of the names that stands inside the innermost table; -1 for none. */
  indexInTable(names: ReadonlySet<string>): number {
    for (let index = this.open.length - 1; index >= 0; index--) {
      const name = this.nameAt(index);
      if (names.has(name)) return index;
      if (name === 'table' || name === 'html') return -1;
    }
    return -1;
  }

  nameAt(index: number): string {
    return this.open[index]?.facts.name ?? '';
  }

  /**
   * Closes everything down to an element, itself included. Formatting that is closed by something else than its own end tag
   * goes on behind it by the standard, which only the full parser knows; where a cell ends it does not.
   */
  closeDownTo(index: number, endsFormatting: boolean): boolean {
    while (this.open.length > index) {
      const kind = this.open.length - 1 > index ? this.top?.facts.tidyKind : undefined;
      if (!endsFormatting && (kind === 'formatting' || kind === 'link')) return false;
      this.pop();
    }
    return true;
  }

  /** True where an HTML element of that name is open, however far out. */
  hasOpen(name: string): boolean {
    return this.open.some(({ facts, namespaceURI }) => facts.name === name && namespaceURI === html.NS.HTML);
  }

  private enter(element: TidyElement, hasId: boolean): boolean {
    this.open.push(element);
    this.top = element;
    this.plan.collector?.enter(element, element.facts, hasId);
    return this.open.length <= MAX_DEPTH && this.elements <= MAX_ELEMENTS;
  }

  private make(facts: ElementFacts, attributesAt: number, namespace?: Html.NS): TidyElement {
    const parent = this.top;
    const element = new TidyElement(facts, parent ?? this.document, this.attributes, attributesAt, namespace);
    this.elements++;
    if (!this.plan.keepsTree) return element;
    if (parent === null) this.document.childNodes.push(element);
    else parent.append(element);
    return element;
  }

  private makeSvg(name: string, attributes: Token.Attribute[]): TidyElement {
    const element = this.make(elementFacts(name), -1, html.NS.SVG);
    element.attrs = attributes;
    return element;
  }

  private count(name: string, change: 1 | -1): void {
    if (name === 'p') this.paragraphs += change;
    else if (name === 'a') this.links += change;
  }
}
