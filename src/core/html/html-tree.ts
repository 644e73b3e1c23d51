import type { DefaultTreeAdapterTypes } from 'parse5';
import type { BlockSpan } from './block-span.ts';

/** The nodes of a page's tree, in the shape parse5 gives them. */
export type HtmlDocument = DefaultTreeAdapterTypes.Document;
export interface HtmlElement extends DefaultTreeAdapterTypes.Element {
  /** What it holds of the page's text, once the page was walked for placing links and where it is no inline element. */
  block?: BlockSpan | undefined;
}
export type HtmlTemplate = DefaultTreeAdapterTypes.Template;
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode;
