import { parse } from 'parse5';
import type { HtmlDocument } from './html-tree.ts';

const DOCTYPE = /[\t\n\f ]*(<!doctype[^>]{0,300}>)/iy;
const MAX_KEPT = 50;
const kept = new Map<string, HtmlDocument>();

/** An empty document with the mode and doctype that a page's beginning gives it, and where the page goes on. */
export function startTidyDocument(text: string): { readonly document: HtmlDocument; readonly end: number } {
  DOCTYPE.lastIndex = 0;
  const doctype = DOCTYPE.exec(text);
  const known = readDoctype(doctype?.[1] ?? '');
  const document: HtmlDocument = { ...known, childNodes: [] };
  const type = known.childNodes.find((node) => node.nodeName === '#documentType');
  if (type !== undefined) document.childNodes.push({ ...type, parentNode: document });
  return { document, end: doctype === null ? 0 : doctype[0].length };
}

/** Which of the old doctypes bring back which old behaviour is a long list, so the parser is asked. */
function readDoctype(doctype: string): HtmlDocument {
  const known = kept.get(doctype);
  if (known !== undefined) return known;
  const read = parse(doctype);
  if (kept.size >= MAX_KEPT) kept.clear();
  // Joined anew: a piece cut out of a page would keep the whole page in memory.
  kept.set(` ${doctype}`.slice(1), read);
  return read;
}
