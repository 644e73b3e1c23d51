/**
 * Index at which a text goes beyond `limit` characters, -1 where it does not. A character outside the basic plane, such as
 * an emoji, is two units of a string but one character to people and to Google's limits.
 */
export function overflowIndex(text: string, limit: number): number {
  if (text.length <= limit) return -1;
  let [index, count] = [0, 0];
  for (const character of text) {
    if (count === limit) return index;
    count += 1;
    index += character.length;
  }
  return -1;
}
