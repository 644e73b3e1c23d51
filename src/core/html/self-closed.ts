/** Elements that hold nothing in HTML either. */
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** A start tag that ends itself; the bounds keep unbalanced quotes from costing much. */
const SELF_CLOSED = /<([a-z][\w:-]{0,60})((?:"[^"]{0,4000}"|'[^']{0,4000}'|[^"'<>]){0,400}?)\/>/gi;

/**
 * XHTML that is read as XML may end any element in its start tag, which means nothing in HTML: each such element gets its end tag.
 *
 * @example spellOutEndTags('<script src="a.js"/>') === '<script src="a.js"></script>'
 */
export function spellOutEndTags(xhtml: string): string {
  return xhtml.replace(SELF_CLOSED, (tag: string, name: string, attributes: string) =>
    VOID.has(name.toLowerCase()) ? tag : `<${name}${attributes.trimEnd()}></${name}>`,
  );
}
