import type { BlockSpan } from './block-span.ts';
import { collapseBlanks, parentElementOf } from './element.ts';
import type { HtmlElement } from './html-tree.ts';
import type { PageWalk } from './page-walk.ts';
import { cueOf } from './placement/place-link.ts';

/** What a page says itself, without the frame that all pages of its site share: menu, header, footer, sidebar and adverts. */
export interface PageBody {
  /** Beginning of its text, up to 2,000 characters. */
  readonly text: string;
  /** Characters of its text that are no link. */
  readonly unlinked: number;
  readonly links: number;
  /** True where it asks for a password itself. */
  readonly asksPassword: boolean;
}

const FRAME: ReadonlySet<string> = new Set(['navigation', 'header', 'footer', 'sidebar', 'advertisement', 'widget']);
const MAX_CHARACTERS = 2_000;

/** Takes the frame away from a page that was walked with its blocks. */
export function readPageBody(walk: PageWalk): PageBody {
  let text = '';
  let linked = linkedCharacters(walk);
  let links = walk.links.length;
  let at = 0;
  for (const span of framesOf(walk)) {
    text += walk.text.slice(at, span.start);
    linked -= span.linkedCharacters;
    links -= span.endLink - span.firstLink;
    at = span.end;
  }
  text = collapseBlanks(text + walk.text.slice(at));
  return {
    text: text.slice(0, MAX_CHARACTERS),
    unlinked: Math.max(0, text.length - linked),
    links,
    asksPassword: walk.passwordField !== null && !isInFrame(walk.passwordField, walk),
  };
}

function isInFrame(inside: HtmlElement, walk: PageWalk): boolean {
  for (let element: HtmlElement | null = inside; element !== null; element = parentElementOf(element)) {
    const span = element.block;
    if (span !== undefined && isFrame(element, walk) && !holdsMainHeading(span, walk)) return true;
  }
  return false;
}

/** The outermost blocks that belong to the frame, in the order of the page. */
function framesOf(walk: PageWalk): BlockSpan[] {
  const frames: BlockSpan[] = [];
  for (const element of walk.blocks) {
    const span = element.block;
    if (span === undefined || span.start < (frames.at(-1)?.end ?? 0) || span.start === span.end) continue;
    if (isFrame(element, walk) && !holdsMainHeading(span, walk)) frames.push(span);
  }
  return frames;
}

function isFrame(element: HtmlElement, walk: PageWalk): boolean {
  const placement = cueOf(element, walk)?.placement;
  return placement !== undefined && FRAME.has(placement);
}

function holdsMainHeading({ start, end }: BlockSpan, { mainHeadingAt }: PageWalk): boolean {
  return mainHeadingAt !== null && mainHeadingAt >= start && mainHeadingAt < end;
}

function linkedCharacters(walk: PageWalk): number {
  return walk.links.reduce((sum, link) => sum + (link.end - link.start), 0);
}
