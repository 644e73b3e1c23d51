import { html } from 'parse5';
import { INLINE_ELEMENTS, UNREAD_ELEMENTS } from './element-kinds.ts';
import { CONTENT_NAMES, MOUNT_NAMES } from './mount-names.ts';
import { smallLetter } from './tidy-attributes.ts';
import { IMPLIED_ENDS, TABLE_FRAMES, TIDY_NAMES, type TidyKind, tidyKindOf } from './tidy-elements.ts';

/** All that reading a page asks of an element by its name, looked up once for each tag. */
export interface ElementFacts {
  /** The name itself, always the same string for a known one, which makes comparing it cheap. */
  readonly name: string;
  readonly tidyKind: TidyKind | undefined;
  /** Starts and ends a block of text. */
  readonly opensBlock: boolean;
  /** Its content is not part of the page's text. */
  readonly isUnread: boolean;
  /** Declares something about the page: `collectMarkup` has a word for it. */
  readonly isDeclaration: boolean;
  readonly isTableFrame: boolean;
  readonly hasImpliedEnd: boolean;
  /** An element through which a list item does not look for the item before it. */
  readonly bordersItems: boolean;
  /** By its name alone it may be there for scripts to fill. */
  readonly namesMount: boolean;
}

/** Elements that say something about the page besides its text. */
const DECLARATIONS: ReadonlySet<string> = new Set(
  'html base title meta link script noscript template iframe frame frameset input'.split(' '),
);
const DRAWING = 'path g circle rect line polygon polyline ellipse use defs symbol lineargradient stop'.split(' ');

const SPECIAL = html.SPECIAL_ELEMENTS[html.NS.HTML];
/** Special elements that a list item nevertheless looks through for the item before it. */
const TRANSPARENT: ReadonlySet<string> = new Set(['address', 'div', 'p']);

/** Out of keys, since V8 compares those with the names in the code by their place in memory, and cut out words by their letters. */
const NAMES = Object.keys(
  Object.fromEntries(
    [...TIDY_NAMES, ...INLINE_ELEMENTS, ...UNREAD_ELEMENTS, ...DECLARATIONS, ...DRAWING].map((name) => [name, true]),
  ),
);
const KNOWN: ReadonlyMap<string, ElementFacts> = new Map(NAMES.map((name) => [name, describe(name)]));

/** The facts of an element by its name as the tree has it: lower case, but for SVG. */
export function elementFacts(name: string): ElementFacts {
  return KNOWN.get(name) ?? describe(name);
}

/** Names of no more characters have a key of their own. */
export const MAX_KEYED_CHARACTERS = 4;

/**
 * Adds one ASCII character to the key of a name, which starts as 0. Tags are so many that cutting out their names to look them up
 * shows.
 */
export function nextNameKey(key: number, code: number): number {
  return (key << 7) | smallLetter(code);
}

const BY_KEY: ReadonlyMap<number, ElementFacts> = new Map(
  [...KNOWN.values()]
    .filter(({ name }) => name.length <= MAX_KEYED_CHARACTERS)
    .map((facts) => [keyOf(facts.name), facts]),
);

/** The facts of a known element by the key of its name in capital or small letters. */
export function factsByKey(key: number): ElementFacts | undefined {
  return BY_KEY.get(key);
}

function keyOf(name: string): number {
  let key = 0;
  for (let at = 0; at < name.length; at++) key = nextNameKey(key, name.charCodeAt(at));
  return key;
}

function describe(name: string): ElementFacts {
  const isUnread = UNREAD_ELEMENTS.has(name);
  return {
    name,
    tidyKind: tidyKindOf(name),
    opensBlock: !isUnread && !INLINE_ELEMENTS.has(name),
    isUnread,
    isDeclaration: DECLARATIONS.has(name),
    isTableFrame: TABLE_FRAMES.has(name),
    hasImpliedEnd: IMPLIED_ENDS.has(name),
    bordersItems: SPECIAL.has(html.getTagID(name)) && !TRANSPARENT.has(name),
    namesMount: MOUNT_NAMES.has(name) || CONTENT_NAMES.has(name),
  };
}
