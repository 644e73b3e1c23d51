import { defaultTreeAdapter, type html, Parser } from 'parse5';
import type { HtmlDocument } from './html-tree.ts';
import { parseTidyDocument } from './tidy-document.ts';

/** Bounds for one document, so that a hostile page costs a bounded amount of time and memory. */
const MAX_ELEMENTS = 200_000;
const MAX_DEPTH = 1_500;

export interface ParsedDocument {
  readonly document: HtmlDocument;
  /** False where a bound was reached: what follows in the page was not read. */
  readonly complete: boolean;
}

class BoundReached extends Error {}

/**
 * Builds the tree of a page exactly as the HTML standard repairs it, with scripting on, as a browser does: the content
 * of `noscript` is text. Never throws; past the bounds the tree built so far is returned.
 */
export function parseDocument(text: string): ParsedDocument {
  const tidy = parseTidyDocument(text);
  return tidy === null ? repairDocument(text) : { document: tidy, complete: true };
}

/** The same by parse5 alone, which can read every page. */
export function repairDocument(text: string): ParsedDocument {
  let elements = 0;
  let depth = 0;
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement(tagName: string, namespace: html.NS, attributes) {
      elements++;
      if (elements > MAX_ELEMENTS) throw new BoundReached();
      return defaultTreeAdapter.createElement(tagName, namespace, attributes);
    },
    onItemPush() {
      depth++;
      if (depth > MAX_DEPTH) throw new BoundReached();
    },
    onItemPop() {
      depth--;
    },
  };
  const parser = new Parser({ treeAdapter, scriptingEnabled: true });
  try {
    parser.tokenizer.write(text, true);
    return { document: parser.document, complete: true };
  } catch (error) {
    if (error instanceof BoundReached) return { document: parser.document, complete: false };
    throw error;
  }
}
