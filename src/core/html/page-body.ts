import type { BlockSpan } from './block-span.ts';
import { attributeOf, collapseBlanks, parentElementOf } from './element.ts';
import type { HtmlElement } from './html-tree.ts';
import type { PageWalk, RawLink } from './page-walk.ts';
import { cueOf } from './placement/place-link.ts';

/** What a page says itself, without the frame that all pages of its site share: menu, header, footer, sidebar, adverts and cookie banners. */
export interface PageBody {
  /** Beginning of its text, up to 2,000 characters. */
  readonly text: string;
  /** Characters of its text that are no link. */
  readonly unlinked: number;
  readonly links: number;
  /** True where it asks for a password itself. */
  readonly asksPassword: boolean;
  /** The address of a login or a registration that it offers itself, its comments apart; null for none. */
  readonly login: string | null;
}

const FRAME: ReadonlySet<string> = new Set(['navigation', 'header', 'footer', 'sidebar', 'advertisement', 'widget']);
const MAX_CHARACTERS = 2_000;
const LOGIN =
  /(?:^|[/.?&#=_-])(?:log-?in|sign-?in|sign-?up|logon|register|registration|registrieren|registrace|anmelden|anmeldung|connexion|inscription|inloggen|logowanie|rejestracja|prihlaseni|prihlasit|autentificare|inregistrare|iniciar-sesion|registro|entrar|cadastro|accedi|registrati|kirjaudu|subscribe|subscription|abonnements?|suscripcion|assine|nid-?login|service-?login|wp-login)(?:[/.?&#=_-]|$)/i;

/** Takes the frame away from a page that was walked with its blocks. */
export function readPageBody(walk: PageWalk): PageBody {
  let text = '';
  let linked = linkedCharacters(walk);
  let links = walk.links.length;
  let at = 0;
  const frames = framesOf(walk);
  for (const span of frames) {
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
    asksPassword: walk.passwordField !== null && !isAround(walk.passwordField, walk, isFrame),
    login: loginOf(walk, frames),
  };
}

function loginOf(walk: PageWalk, frames: readonly BlockSpan[]): string | null {
  const isInFrame = ({ start, end }: RawLink): boolean => frames.some((span) => start >= span.start && end <= span.end);
  const login = walk.links.find(
    (link) => LOGIN.test(link.href) && !isInFrame(link) && !isAround(link.element, walk, isComments),
  );
  return login?.href ?? null;
}

/** True where such a part of the page stands around an element. */
function isAround(
  inside: HtmlElement,
  walk: PageWalk,
  isPart: (element: HtmlElement, walk: PageWalk) => boolean,
): boolean {
  for (let element: HtmlElement | null = inside; element !== null; element = parentElementOf(element)) {
    const span = element.block;
    if (span !== undefined && isPart(element, walk) && !holdsMainHeading(span, walk)) return true;
  }
  return false;
}

function isComments(element: HtmlElement, walk: PageWalk): boolean {
  return cueOf(element, walk)?.placement === 'comment';
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

/** Class and id words of banners that ask for consent, as far as scripts do not put them there. */
const BANNER = /(?:^|[\s_-])(?:cookies?|consent|gdpr|rgpd)(?:$|[\s_-])|cookie-?(?:banner|bar|notice|law|info)/i;

function isFrame(element: HtmlElement, walk: PageWalk): boolean {
  const placement = cueOf(element, walk)?.placement;
  if (placement !== undefined && FRAME.has(placement)) return true;
  return BANNER.test(attributeOf(element, 'class') ?? '') || BANNER.test(attributeOf(element, 'id') ?? '');
}

function holdsMainHeading({ start, end }: BlockSpan, { mainHeadingAt }: PageWalk): boolean {
  return mainHeadingAt !== null && mainHeadingAt >= start && mainHeadingAt < end;
}

function linkedCharacters(walk: PageWalk): number {
  return walk.links.reduce((sum, link) => sum + (link.end - link.start), 0);
}
