import { html, type Token } from 'parse5';
import type { ElementFacts } from './element-facts.ts';
import type { HtmlElement, HtmlNode, HtmlParent } from './html-tree.ts';
import { readAttributes } from './tidy-tags.ts';

/** An element in the shape parse5 gives it, whose attributes are read when somebody asks: for most of a page nobody does. */
export class TidyElement implements HtmlElement {
  readonly nodeName: string;
  readonly tagName: string;
  readonly namespaceURI: html.NS;
  readonly facts: ElementFacts;
  readonly childNodes: HtmlNode[] = [];
  readonly parentNode: HtmlParent;
  private readonly page: string;
  private readonly attributesAt: number;
  private known: Token.Attribute[] | null = null;

  /** @param attributesAt where in the page the attributes start */
  constructor(facts: ElementFacts, parent: HtmlParent, page: string, attributesAt: number, namespace = html.NS.HTML) {
    this.nodeName = facts.name;
    this.tagName = facts.name;
    this.namespaceURI = namespace;
    this.facts = facts;
    this.parentNode = parent;
    this.page = page;
    this.attributesAt = attributesAt;
  }

  get attrs(): Token.Attribute[] {
    this.known ??= readAttributes(this.page, this.attributesAt);
    return this.known;
  }

  set attrs(attributes: Token.Attribute[]) {
    this.known = attributes;
  }
}
