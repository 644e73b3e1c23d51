import { attributeOf } from './element.ts';
import type { ElementFacts } from './element-facts.ts';
import type { HtmlElement } from './html-tree.ts';
import { CONTENT_NAMES, MOUNT_NAMES } from './mount-names.ts';

const CONTENT_TAGS: ReadonlySet<string> = new Set(['div', 'main', 'article', 'section']);
const MAX_LOADING_CHARACTERS = 30;

interface Candidate {
  readonly element: HtmlElement;
  readonly name: string;
  readonly maxText: number;
  text: string;
}

/**
 * Finds the first element that scripts are meant to fill, told of a page's elements and texts in their order: one with a telling id
 * or name that is empty before they run, or says that something is loading.
 */
export class MountPoint {
  /** The id or name; null as long as none was found. */
  name: string | null = null;
  private candidate: Candidate | null = null;

  /** @param hasId false where the element is known to have none */
  enter(element: HtmlElement, facts: ElementFacts, hasId: boolean): void {
    // Whatever is around an element is not empty.
    this.candidate = null;
    if (this.name !== null || facts.isDeclaration || !(hasId || facts.namesMount)) return;
    const names = [attributeOf(element, 'id') ?? '', element.tagName];
    const name = names.find((one) => MOUNT_NAMES.has(one.toLowerCase()));
    const content = CONTENT_TAGS.has(facts.name)
      ? names.find((one) => CONTENT_NAMES.has(one.toLowerCase()))
      : undefined;
    if (name !== undefined) this.candidate = { element, name, text: '', maxText: MAX_LOADING_CHARACTERS };
    else if (content !== undefined) this.candidate = { element, name: content, text: '', maxText: 0 };
  }

  leave(element: HtmlElement): void {
    if (this.candidate?.element !== element) return;
    if (this.candidate.text.trim().length <= this.candidate.maxText) this.name ??= this.candidate.name;
    this.candidate = null;
  }

  addText(text: string): void {
    if (this.candidate !== null) this.candidate.text += text;
  }
}
