import { isElement, isShadowRoot, isTemplate } from './element.ts';
import { type ElementFacts, elementFacts } from './element-facts.ts';
import type { HtmlElement, HtmlNode, HtmlParent } from './html-tree.ts';
import { PageCollector } from './page-collector.ts';
import type { PageWalk } from './page-walk.ts';

interface Frame {
  readonly parent: HtmlParent;
  readonly facts: ElementFacts | null;
  readonly children: readonly HtmlNode[];
  index: number;
}

/** Walks a page once, in document order and without recursion: trees of hostile pages are deep. */
export function walkPage(document: HtmlParent): PageWalk {
  const collector = new PageCollector(true);
  const stack: Frame[] = [{ parent: document, facts: null, children: document.childNodes, index: 0 }];
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const node = frame.children[frame.index++];
    if (node === undefined) {
      stack.pop();
      if (frame.facts !== null && isElement(frame.parent)) collector.leave(frame.parent, frame.facts);
    } else if (isElement(node)) {
      const facts = elementFacts(node.tagName);
      collector.enter(node, facts);
      stack.push({ parent: node, facts, children: childrenOf(node), index: 0 });
    } else if ('value' in node) {
      collector.addText(node.value);
    } else if ('data' in node) {
      collector.addComment(node.data);
    }
  }
  return collector.finish();
}

/** A template's content stands apart, unless a browser shows it in place. */
function childrenOf(element: HtmlElement): readonly HtmlNode[] {
  if (!isTemplate(element)) return element.childNodes;
  return isShadowRoot(element) ? element.content.childNodes : [];
}
