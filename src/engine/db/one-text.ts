/** Distinct texts kept before they are forgotten all at once. */
const KEPT_TEXTS = 20_000;

/** Gives the same object for equal texts, so that what is kept of many rows, a day or a suffix, is kept once. */
export function createOneText(): (text: string) => string {
  const texts = new Map<string, string>();
  return (text) => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    if (texts.size >= KEPT_TEXTS) texts.clear();
    texts.set(text, text);
    return text;
  };
}
