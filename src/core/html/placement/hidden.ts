import { attributeOf, parentElementOf } from '../element.ts';
import type { HtmlElement } from '../html-tree.ts';

interface StyleCue {
  readonly pattern: RegExp;
  readonly evidence: string;
}

const HIDING_STYLES: readonly StyleCue[] = [
  { pattern: /(?:^|;)\s*display\s*:\s*none/, evidence: 'display: none' },
  { pattern: /(?:^|;)\s*visibility\s*:\s*(?:hidden|collapse)/, evidence: 'visibility: hidden' },
  { pattern: /(?:^|;)\s*opacity\s*:\s*0*(?:\.0+)?\s*(?:%\s*)?(?:;|!|$)/, evidence: 'opacity: 0' },
  { pattern: /(?:^|;)\s*font-size\s*:\s*0*(?:\.0+)?(?:px|em|rem|pt|%)?\s*(?:;|!|$)/, evidence: 'font size of zero' },
  { pattern: /(?:^|;)\s*text-indent\s*:\s*-\d{3,}/, evidence: 'text moved off the screen' },
  {
    pattern: /(?:^|;)\s*clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?\s*\)/,
    evidence: 'clipped away',
  },
  {
    pattern: /(?:^|;)\s*(?:left|top|right|bottom|margin|margin-left|margin-top)\s*:\s*-\d{3,}/,
    evidence: 'moved off the screen',
  },
];

const ZERO_SIZE = /(?:^|;)\s*(?:max-)?(?:width|height)\s*:\s*[01]?(?:px|em|%)?\s*(?:;|!|$)/;
const OVERFLOW_HIDDEN = /(?:^|;)\s*overflow\s*:\s*hidden/;

/**
 * Why a link cannot be seen by the markup of itself and the elements around it, or null. Style sheets are not read, so
 * a class may hide more than this knows.
 */
export function hiddenReason(link: HtmlElement): string | null {
  for (let element: HtmlElement | null = link; element !== null; element = parentElementOf(element)) {
    const reason = hiddenBy(element);
    if (reason !== null) return element === link ? reason : `${reason} on <${element.tagName}> around it`;
  }
  return sameColourReason(link);
}

function hiddenBy(element: HtmlElement): string | null {
  if (attributeOf(element, 'hidden') !== null && attributeOf(element, 'hidden') !== 'until-found')
    return 'hidden attribute';
  const style = attributeOf(element, 'style')?.toLowerCase();
  if (style === undefined) return null;
  const cue = HIDING_STYLES.find(({ pattern }) => pattern.test(style));
  if (cue !== undefined) return cue.evidence;
  return ZERO_SIZE.test(style) && OVERFLOW_HIDDEN.test(style) ? 'zero size' : null;
}

/** The link's own colour against the nearest background set in markup. */
function sameColourReason(link: HtmlElement): string | null {
  const colour = colourOf(link, 'color');
  if (colour === null) return null;
  for (let element: HtmlElement | null = link; element !== null; element = parentElementOf(element)) {
    const background = colourOf(element, 'background(?:-color)?') ?? normaliseColour(attributeOf(element, 'bgcolor'));
    if (background !== null) return background === colour ? 'same colour as the background' : null;
  }
  return null;
}

function colourOf(element: HtmlElement, property: string): string | null {
  const style = attributeOf(element, 'style')?.toLowerCase();
  if (style === undefined) return null;
  return normaliseColour(new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;!]+)`).exec(style)?.[1] ?? null);
}

function normaliseColour(value: string | null): string | null {
  if (value === null) return null;
  const colour = value.trim().toLowerCase();
  if (colour === 'white') return '#ffffff';
  if (colour === 'black') return '#000000';
  const short = /^#([\da-f])([\da-f])([\da-f])$/.exec(colour);
  return short === null ? colour : `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}`;
}
