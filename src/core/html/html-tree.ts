import type { DefaultTreeAdapterTypes } from 'parse5';

/** The nodes of a page's tree, in the shape parse5 gives them. */
export type HtmlDocument = DefaultTreeAdapterTypes.Document;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlTemplate = DefaultTreeAdapterTypes.Template;
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode;
