import { type DefaultTreeAdapterTypes, defaultTreeAdapter, Parser } from 'parse5';
import type { HtmlDocument, HtmlElement, HtmlParent } from './html-tree.ts';

/** Bounds for one document, so that a hostile page costs a bounded amount of time and memory. */
const MAX_ELEMENTS = 200_000;
const MAX_DEPTH = 1_500;

export interface ParsedDocument {
  readonly document: HtmlDocument;
  /** False where a bound was reached: what follows in the page was not read. */
  readonly complete: boolean;
}

class BoundReached extends Error {}

/** Elements come with a place for their block: one that is added later costs V8 more than finding it in a map. */
const TREE = {
  ...defaultTreeAdapter,
  createElement: (
    tagName: HtmlElement['tagName'],
    namespaceURI: HtmlElement['namespaceURI'],
    attrs: HtmlElement['attrs'],
  ): HtmlElement => ({
    nodeName: tagName,
    tagName,
    attrs,
    namespaceURI,
    childNodes: [],
    parentNode: null,
    block: undefined,
  }),
};

/**
 * Builds the tree of a page exactly as the HTML standard repairs it, with scripting on, as a browser does: the content
 * of `noscript` is text. Never throws; past the bounds the tree built so far is returned.
 */
export function repairDocument(text: string): ParsedDocument {
  const parser = new BoundedParser({ scriptingEnabled: true, treeAdapter: TREE });
  try {
    parser.tokenizer.write(text, true);
    return { document: parser.document, complete: true };
  } catch (error) {
    if (error instanceof BoundReached) return { document: parser.document, complete: false };
    throw error;
  }
}

/**
 * Counts what it builds. A class, not a tree adapter made for each page: V8 would see a new shape with every page and compile the
 * parser again and again.
 */
class BoundedParser extends Parser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> {
  private elements = 0;
  private depth = 0;

  override _createElement(
    ...made: Parameters<Parser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>['_createElement']>
  ) {
    this.elements++;
    if (this.elements > MAX_ELEMENTS) throw new BoundReached();
    return super._createElement(...made);
  }

  override onItemPush(node: HtmlParent, tagId: number, isTop: boolean): void {
    this.depth++;
    if (this.depth > MAX_DEPTH) throw new BoundReached();
    super.onItemPush(node, tagId, isTop);
  }

  override onItemPop(node: HtmlParent, isTop: boolean): void {
    this.depth--;
    super.onItemPop(node, isTop);
  }
}
