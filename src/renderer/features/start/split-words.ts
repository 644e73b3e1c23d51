/**
 * Names of a text field that hold no blanks themselves, such as hosts and codes: commas, semicolons, line breaks and blanks
 * separate.
 *
 * @example splitNames('acme.com shop.acme.de') is ['acme.com', 'shop.acme.de']
 */
export function splitNames(text: string): string[] {
  return distinct(text.split(/[,;\s]+/));
}

/**
 * Phrases of a text field, which may hold blanks: commas, semicolons and line breaks separate.
 *
 * @example splitPhrases('blue shoes, boots') is ['blue shoes', 'boots']
 */
export function splitPhrases(text: string): string[] {
  return distinct(text.split(/[,;\n]+/));
}

function distinct(parts: readonly string[]): string[] {
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];
}
