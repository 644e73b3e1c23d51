/** Longest filter that is repeated below a message, in characters. */
const LONGEST = 160;

/**
 * The filter with a mark under what was not understood, as lines to print below the message; none for an error that is not
 * about a filter, or where the filter has no line of its own to stand on.
 */
export function pointAtFilter({ filter, problems }: Readonly<Record<string, unknown>>): string[] {
  if (typeof filter !== 'string' || !Array.isArray(problems) || /[^\x20-\x7e]/.test(filter)) return [];
  const spans = problems.flatMap(spanOf).filter(({ end }) => end <= filter.length + 1);
  const last = Math.max(0, ...spans.map(({ end }) => end));
  if (spans.length === 0 || filter.length > LONGEST) return [];
  const marks = Array.from({ length: last }, (_, index) => (spans.some((span) => covers(span, index)) ? '^' : ' '));
  return [`  ${filter}`, `  ${marks.join('')}`];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function spanOf(problem: unknown): Span[] {
  if (typeof problem !== 'object' || problem === null || !('start' in problem) || !('end' in problem)) return [];
  const { start, end } = problem;
  return typeof start === 'number' && typeof end === 'number' ? [{ start, end: Math.max(end, start + 1) }] : [];
}

function covers({ start, end }: Span, index: number): boolean {
  return index >= start && index < end;
}
