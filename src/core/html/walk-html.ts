import type { PageWalk } from './page-walk.ts';
import { repairDocument } from './repair-document.ts';
import { walkTidyPage } from './tidy-document.ts';
import { walkPage } from './walk-page.ts';

export interface WalkedHtml {
  readonly walk: PageWalk;
  /** False where a bound was reached: what follows in the page was not read. */
  readonly complete: boolean;
}

/**
 * Collects what a page's markup and text say, as a browser with scripts switched on would read them.
 *
 * @param placesLinks whether links are to be placed; a page without links of interest is read faster, since it needs no tree
 */
export function walkHtml(text: string, placesLinks: boolean): WalkedHtml {
  const tidy = walkTidyPage(text, placesLinks);
  if (tidy !== null) return { walk: tidy, complete: true };
  const { document, complete } = repairDocument(text);
  return { walk: walkPage(document), complete };
}
