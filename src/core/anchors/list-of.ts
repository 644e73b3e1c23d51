/** The entries of a word list written as text with commas between: the lists stay readable by the hundred. */
export function listOf(text: string): string[] {
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
