import type { BlockSpan } from './block-span.ts';
import { attributeOf, collapseBlanks, isShadowRoot, isTemplate } from './element.ts';
import type { ElementFacts } from './element-facts.ts';
import type { HtmlElement } from './html-tree.ts';
import { collectMarkup, startMarkupFacts } from './markup-facts.ts';
import { MountPoint } from './mount-point.ts';
import type { PageWalk, RawLink } from './page-walk.ts';

/** Most texts have none, and asking costs less than a replacement that changes nothing. */
const UNEVEN_BLANKS = /[^\S ]| {2}/;
const SPACE = 32;
const MAX_HEADINGS = 5;
const MAX_OPENINGS = 3;
const MAX_HEADING_CHARACTERS = 500;

/** Takes in a page in document order, element by element and text by text, and keeps what `PageWalk` holds. */
export class PageCollector {
  private readonly placesLinks: boolean;
  private readonly pieces: string[] = [];
  private length = 0;
  private endsInBlank = true;
  private linkedCharacters = 0;
  private readonly links: RawLink[] = [];
  private readonly openLinks: RawLink[] = [];
  private readonly blocks: HtmlElement[] = [];
  private readonly openBlocks: BlockSpan[] = [];
  private readonly headings: BlockSpan[] = [];
  private readonly openings: BlockSpan[] = [];
  private passwordField: HtmlElement | null = null;
  private readonly markup = startMarkupFacts();
  private readonly mountPoint = new MountPoint();
  /** Depth inside an element whose content is not read. */
  private unread = 0;

  /** @param placesLinks whether `blocks` is wanted, which only placing a link needs */
  constructor(placesLinks: boolean) {
    this.placesLinks = placesLinks;
  }

  /**
   * Starts an element. Raw text, as in a script, has to be in the element by now.
   *
   * @param hasId false where the element is known to have no id
   */
  enter(element: HtmlElement, facts: ElementFacts, hasId = true): void {
    if (this.unread > 0) {
      this.unread++;
      this.mountPoint.enter(element, facts, false);
      return;
    }
    this.mountPoint.enter(element, facts, hasId);
    if (facts.isDeclaration) this.noteDeclaration(element);
    if (facts.isUnread && !isShown(element)) this.unread = 1;
    else if (facts.opensBlock) this.openBlock(element, facts);
    else if (facts.name === 'a' || facts.name === 'area') this.openLink(element, facts.name === 'area');
    else if (facts.name === 'img' && this.openLinks.length > 0) this.noteImage(element);
  }

  /** Ends the element that was entered last and not left yet. */
  leave(element: HtmlElement, facts: ElementFacts): void {
    this.mountPoint.leave(element);
    if (this.unread > 0) this.unread--;
    else if (facts.opensBlock) this.closeBlock();
    else if (this.openLinks.length > 0) this.closeLink(element);
  }

  /**
   * Adds text with blanks collapsed across the borders of nodes.
   *
   * @param hasEvenBlanks true where the text is known to hold single spaces only
   */
  addText(raw: string, hasEvenBlanks = false): void {
    this.mountPoint.addText(raw);
    if (this.unread > 0) return;
    let text = !hasEvenBlanks && UNEVEN_BLANKS.test(raw) ? raw.replace(/\s+/g, ' ') : raw;
    if (this.endsInBlank && text.charCodeAt(0) === SPACE) text = text.slice(1);
    if (text === '') return;
    this.pieces.push(text);
    this.length += text.length;
    this.endsInBlank = text.charCodeAt(text.length - 1) === SPACE;
    if (this.openLinks.length > 0) this.linkedCharacters += text.length;
  }

  /** The same for text of which nothing but blanks remain. */
  addBlanks(raw: string): void {
    this.mountPoint.addText(raw);
    if (this.unread === 0) this.addBlank();
  }

  addComment(data: string): void {
    if (this.unread === 0) this.markup.comments.push(data);
  }

  finish(): PageWalk {
    const text = this.pieces.join('');
    const textOf = ({ start, end }: BlockSpan): string =>
      collapseBlanks(text.slice(start, Math.min(end, start + MAX_HEADING_CHARACTERS)));
    this.markup.emptyMountPoint = this.mountPoint.name;
    return {
      text,
      links: this.links,
      blocks: this.blocks,
      headings: this.headings.map(textOf),
      openings: this.openings.map(textOf),
      mainHeadingAt: this.headings[0]?.start ?? null,
      passwordField: this.passwordField,
      markup: this.markup,
    };
  }

  private noteDeclaration(element: HtmlElement): void {
    collectMarkup(this.markup, element);
    if (this.markup.hasPasswordField) this.passwordField ??= element;
  }

  private openBlock(element: HtmlElement, facts: ElementFacts): void {
    this.addBlank();
    const span: BlockSpan = {
      start: this.length,
      end: this.length,
      linkedCharacters: this.linkedCharacters,
      firstLink: this.links.length,
      endLink: this.links.length,
    };
    this.openBlocks.push(span);
    if (this.placesLinks) {
      element.block = span;
      this.blocks.push(element);
    }
    if (facts.name === 'h1' && this.headings.length < MAX_HEADINGS) this.headings.push(span);
    if (this.isOpening(facts)) this.openings.push(span);
  }

  /** True for the first headings of a lower level, as long as none of the first level came. */
  private isOpening({ tidyKind }: ElementFacts): boolean {
    return tidyKind === 'heading' && this.headings.length === 0 && this.openings.length < MAX_OPENINGS;
  }

  private closeBlock(): void {
    const block = this.openBlocks.pop();
    if (block === undefined) return;
    block.end = this.length;
    block.linkedCharacters = this.linkedCharacters - block.linkedCharacters;
    block.endLink = this.links.length;
    this.addBlank();
  }

  private addBlank(): void {
    if (this.endsInBlank) return;
    this.pieces.push(' ');
    this.length++;
    this.endsInBlank = true;
    if (this.openLinks.length > 0) this.linkedCharacters++;
  }

  private openLink(element: HtmlElement, isArea: boolean): void {
    const href = attributeOf(element, 'href') ?? xlinkOf(element);
    if (href === null) return;
    const imageAlt = isArea ? collapseBlanks(attributeOf(element, 'alt') ?? '') : '';
    const at = this.length;
    const link: RawLink = { index: this.links.length, element, href, start: at, end: at, imageAlt };
    this.links.push(link);
    if (!isArea) this.openLinks.push(link);
  }

  private closeLink(element: HtmlElement): void {
    const link = this.openLinks.at(-1);
    if (link?.element !== element) return;
    link.end = this.length;
    this.openLinks.pop();
  }

  private noteImage(element: HtmlElement): void {
    const alt = collapseBlanks(attributeOf(element, 'alt') ?? '');
    const link = this.openLinks.at(-1);
    if (link !== undefined && alt !== '') link.imageAlt = link.imageAlt === '' ? alt : `${link.imageAlt} ${alt}`;
  }
}

/** A browser shows the inside of a declarative shadow root in place. */
function isShown(element: HtmlElement): boolean {
  return isTemplate(element) && isShadowRoot(element);
}

/** The address of a link in an SVG picture as it was written before SVG 2. */
function xlinkOf(element: HtmlElement): string | null {
  if (!element.namespaceURI.endsWith('/svg')) return null;
  const attribute = element.attrs.find(({ name, prefix }) =>
    prefix === undefined ? name === 'xlink:href' : name === 'href' && prefix === 'xlink',
  );
  return attribute?.value ?? null;
}
