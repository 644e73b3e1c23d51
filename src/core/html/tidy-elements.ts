/**
 * How the start tag of an element is treated in the body of a tidy page. Names that are not listed are ordinary; `untidy`
 * ones need more of the standard than `parseTidyDocument` knows.
 */
export type TidyKind =
  | 'block'
  | 'void'
  | 'rule'
  | 'raw'
  | 'heading'
  | 'list-item'
  | 'formatting'
  | 'link'
  | 'form'
  | 'button'
  | 'table'
  | 'table-part'
  | 'select'
  | 'option'
  | 'svg'
  | 'untidy';

const KINDS: Readonly<Record<TidyKind, string>> = {
  block:
    'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer header hgroup ' +
    'main menu nav ol p search section summary ul pre listing',
  void: 'area br embed img input wbr param source track base basefont bgsound link meta',
  rule: 'hr',
  raw: 'script style noscript noframes iframe noembed title textarea',
  heading: 'h1 h2 h3 h4 h5 h6',
  'list-item': 'li dd dt',
  formatting: 'b big code em font i s small strike strong tt u',
  link: 'a',
  form: 'form',
  button: 'button',
  table: 'table',
  'table-part': 'caption colgroup col tbody thead tfoot tr td th',
  select: 'select',
  option: 'option optgroup',
  svg: 'svg',
  untidy:
    'applet body frame frameset head html image isindex keygen marquee math menuitem nobr object plaintext rb rp rt rtc template xmp',
};

const KIND_OF: ReadonlyMap<string, TidyKind> = new Map(
  Object.entries(KINDS).flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind as TidyKind] as const)),
);

/** Every name that has a kind. */
export const TIDY_NAMES: readonly string[] = [...KIND_OF.keys()];

/** The kind of an HTML element by its lower-case name; undefined for an ordinary one. */
export function tidyKindOf(name: string): TidyKind | undefined {
  return KIND_OF.get(name);
}

/** Elements whose content is text: up to their end tag nothing is markup. */
export const REFERENCE_TEXT_ELEMENTS: ReadonlySet<string> = new Set(['title', 'textarea']);
/** What may stand in a head. */
export const HEAD_ELEMENTS: ReadonlySet<string> = new Set(
  'base basefont bgsound link meta script style noscript noframes title'.split(' '),
);
/** Elements that an end tag around them closes as well. */
export const IMPLIED_ENDS: ReadonlySet<string> = new Set('dd dt li optgroup option p rb rp rt rtc'.split(' '));
/** Elements through which a paragraph cannot be closed. */
export const PARAGRAPH_BORDERS: ReadonlySet<string> = new Set('html table td th caption button'.split(' '));
/** Elements that hold parts of a table and no text. */
export const TABLE_FRAMES: ReadonlySet<string> = new Set('table tbody thead tfoot tr colgroup'.split(' '));
export const TABLE_SECTIONS: ReadonlySet<string> = new Set(['tbody', 'thead', 'tfoot']);
export const TABLE_CELLS: ReadonlySet<string> = new Set(['td', 'th']);
/** SVG elements inside which HTML begins again. */
export const SVG_HTML_POINTS: ReadonlySet<string> = new Set(['foreignObject', 'desc', 'title']);
