import { attributeOf } from './element.ts';
import type { ElementFacts } from './element-facts.ts';
import type { HtmlElement } from './html-tree.ts';

const NAMES: ReadonlySet<string> = new Set(
  'root app __next __nuxt ___gatsby svelte main-app react-root app-root ember-app q-app reactroot'.split(' '),
);
const MAX_LOADING_CHARACTERS = 30;

/**
 * Finds the first element that scripts are meant to fill, told of a page's elements and texts in their order: one with a telling id
 * or name that is empty before they run, or says that something is loading.
 */
export class MountPoint {
  /** The id or name; null as long as none was found. */
  name: string | null = null;
  private candidate: { readonly element: HtmlElement; readonly name: string; text: string } | null = null;

  /** @param hasId false where the element is known to have none */
  enter(element: HtmlElement, facts: ElementFacts, hasId: boolean): void {
    // Whatever is around an element is not empty.
    this.candidate = null;
    if (this.name !== null || facts.isDeclaration || !(hasId || NAMES.has(facts.name))) return;
    const name = [attributeOf(element, 'id') ?? '', element.tagName].find((one) => NAMES.has(one.toLowerCase()));
    if (name !== undefined) this.candidate = { element, name, text: '' };
  }

  leave(element: HtmlElement): void {
    if (this.candidate?.element !== element) return;
    if (this.candidate.text.trim().length <= MAX_LOADING_CHARACTERS) this.name ??= this.candidate.name;
    this.candidate = null;
  }

  addText(text: string): void {
    if (this.candidate !== null) this.candidate.text += text;
  }
}
