import type { HtmlElement } from './html-tree.ts';
import type { MarkupFacts } from './markup-facts.ts';

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

/** Everything one pass over a page's tree collects. */
export interface PageWalk {
  /** The text a reader could see, blanks collapsed. */
  readonly text: string;
  readonly links: readonly RawLink[];
  /** Every element that is not inline, with its `block`; empty where no link is to be placed. */
  readonly blocks: readonly HtmlElement[];
  /** Texts of the first headings of level one. */
  readonly headings: readonly string[];
  /** Texts of the first headings of lower levels that stand above all of level one. */
  readonly openings: readonly string[];
  /** Where the first of them starts in the text; null for none. */
  readonly mainHeadingAt: number | null;
  /** The first field for a password; null for none. */
  readonly passwordField: HtmlElement | null;
  readonly markup: MarkupFacts;
}
