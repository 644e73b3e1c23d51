import type { HtmlElement, HtmlNode, HtmlParent, HtmlTemplate } from './html-tree.ts';
import { TidyElement } from './tidy-element.ts';

/** The value of an attribute without namespace, or null where the element has none of that name. */
export function attributeOf(element: HtmlElement, name: string): string | null {
  if (element instanceof TidyElement) return element.attribute(name);
  for (const attribute of element.attrs) {
    if (attribute.name === name && attribute.prefix === undefined) return attribute.value;
  }
  return null;
}

/** True for an element, as opposed to text, comments and the doctype. */
export function isElement(node: HtmlNode | HtmlParent): node is HtmlElement {
  return 'tagName' in node;
}

/** True for a template element, whose content is a tree of its own. */
export function isTemplate(element: HtmlElement): element is HtmlTemplate {
  return element.tagName === 'template' && 'content' in element;
}

/** True for a template that a browser shows in place (declarative shadow DOM). */
export function isShadowRoot(template: HtmlTemplate): boolean {
  return attributeOf(template, 'shadowrootmode') !== null;
}

/** The element around this one, or null at the top of its tree. */
export function parentElementOf(element: HtmlElement): HtmlElement | null {
  const parent = element.parentNode;
  return parent !== null && isElement(parent) ? parent : null;
}

/** Blanks and line ends joined to single spaces, none at the ends. */
export function collapseBlanks(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
