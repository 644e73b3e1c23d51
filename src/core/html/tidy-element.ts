import { html, type Token } from 'parse5';
import type { BlockSpan } from './block-span.ts';
import type { ElementFacts } from './element-facts.ts';
import type { HtmlElement, HtmlNode, HtmlParent } from './html-tree.ts';
import type { AttributeScanner } from './tidy-attributes.ts';

/** A child that knows the one behind it: a list of its own for each element would be most of what a tree costs. */
type TidyNode = HtmlNode & { next: TidyNode | null };

/**
 * An element in the shape parse5 gives it, which is made by the hundred for every page: its attributes are read and its children are
 * listed when somebody asks, and for most of a page nobody does.
 */
export class TidyElement implements HtmlElement {
  readonly facts: ElementFacts;
  readonly namespaceURI: html.NS;
  readonly parentNode: HtmlParent;
  block: BlockSpan | undefined = undefined;
  next: TidyNode | null = null;
  private first: TidyNode | null = null;
  private last: TidyNode | null = null;
  private listed: HtmlNode[] | null = null;
  private readonly attributes: AttributeScanner;
  private readonly attributesAt: number;
  private known: Token.Attribute[] | null;

  /**
   * @param attributes reads those of the element's page
   * @param attributesAt where in the page they start; -1 for none
   */
  constructor(
    facts: ElementFacts,
    parent: HtmlParent,
    attributes: AttributeScanner,
    attributesAt: number,
    namespace = html.NS.HTML,
  ) {
    this.facts = facts;
    this.namespaceURI = namespace;
    this.parentNode = parent;
    this.attributes = attributes;
    this.attributesAt = attributesAt;
    this.known = attributesAt === -1 ? [] : null;
  }

  get nodeName(): string {
    return this.facts.name;
  }

  get tagName(): string {
    return this.facts.name;
  }

  get attrs(): Token.Attribute[] {
    this.known ??= this.attributes.list(this.attributesAt);
    return this.known;
  }

  set attrs(attributes: Token.Attribute[]) {
    this.known = attributes;
  }

  /** The value of an attribute without namespace, or null: the same as looking for it in `attrs`, without reading the others. */
  attribute(name: string): string | null {
    if (this.known === null) return this.attributes.find(this.attributesAt, name);
    return this.known.find((attribute) => attribute.name === name && attribute.prefix === undefined)?.value ?? null;
  }

  get childNodes(): HtmlNode[] {
    this.listed ??= this.listChildren();
    return this.listed;
  }

  /** Adds a child that was made with this element for its parent. */
  append(child: TidyNode): void {
    if (this.last === null) this.first = child;
    else this.last.next = child;
    this.last = child;
    this.listed = null;
  }

  /** Adds text, to the last child where that is text as well. */
  appendText(value: string): void {
    const { last } = this;
    if (last !== null && 'value' in last) last.value += value;
    else this.append({ nodeName: '#text', value, parentNode: this, next: null });
  }

  private listChildren(): HtmlNode[] {
    const children: HtmlNode[] = [];
    for (let node = this.first; node !== null; node = node.next) children.push(node);
    return children;
  }
}
