/**
 * A fast reading of tidy pages. The HTML standard spends most of its words on repairs: formatting that is closed in the wrong
 * order, text between the rows of a table, tags in the wrong place. A page that needs none of them, as most generated
 * pages, can be read in one straight pass. `parseTidyDocument` builds the very tree parse5 builds, or gives up at the first
 * thing it does not know; nothing is guessed. test/core/html/tidy-document.test.ts holds the two against each other.
 */
import type { HtmlDocument } from './html-tree.ts';
import { PageCollector } from './page-collector.ts';
import type { PageWalk } from './page-walk.ts';
import { TidyReader } from './tidy-reader.ts';
import type { TidyPlan } from './tidy-stack.ts';

/** The tree of a page as parse5 builds it with scripting on, or null where only parse5 can. */
export function parseTidyDocument(text: string): HtmlDocument | null {
  return readTidy(text, { collector: null, keepsTree: true });
}

/**
 * What `walkPage` collects from that tree, in the same pass; null where only parse5 can read the page.
 *
 * @param placesLinks whether links are to be placed, which needs the tree
 */
export function walkTidyPage(text: string, placesLinks: boolean): PageWalk | null {
  const collector = new PageCollector(placesLinks);
  return readTidy(text, { collector, keepsTree: placesLinks }) === null ? null : collector.finish();
}

function readTidy(text: string, plan: TidyPlan): HtmlDocument | null {
  if (text.includes('\0')) return null;
  const reader = new TidyReader(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text, plan);
  return reader.read() ? reader.stack.document : null;
}
