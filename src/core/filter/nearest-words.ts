/**
 * The words a misspelt one was probably meant to be, nearest first, at most `limit`. A word is near when it starts with
 * the misspelt one, or differs in about a third of its letters; swapped neighbours count once (Damerau-Levenshtein in the
 * optimal string alignment form). Case is ignored.
 *
 * @example nearestWords('plcement', ['placement', 'page']) is ['placement']
 */
export function nearestWords(misspelt: string, words: readonly string[], limit = 3): string[] {
  const wanted = misspelt.toLowerCase();
  return words
    .map((word) => ({ word, distance: distanceOf(wanted, word.toLowerCase()) }))
    .filter(({ distance }) => distance !== null)
    .sort((a, b) => (a.distance ?? 0) - (b.distance ?? 0))
    .slice(0, limit)
    .map(({ word }) => word);
}

/** Null when too far apart to be meant. The length test comes first so that hostile lengths cost nothing. */
function distanceOf(wanted: string, word: string): number | null {
  if (wanted.length >= 2 && word.startsWith(wanted)) return 0.5;
  const allowed = Math.max(1, Math.floor(Math.min(wanted.length, word.length) / 3));
  if (Math.abs(wanted.length - word.length) > allowed) return null;
  const distance = editDistance(wanted, word);
  return distance <= allowed ? distance : null;
}

function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const candidates = [
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      ];
      if (swapped) candidates.push((beforePrevious[column - 2] ?? 0) + 1);
      current.push(Math.min(...candidates));
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] ?? a.length;
}
