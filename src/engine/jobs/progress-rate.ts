/** How fast something goes, over the last seconds rather than since its start. */
export interface ProgressRate {
  /** Notes that `done` units were done at `atMs`. */
  note(atMs: number, done: number): void;
  /** Units per second over the window; null while too little is known. */
  perSecond(): number | null;
}

const WINDOW_MS = 5000;
const MIN_SPAN_MS = 500;

/** Makes a rate that has seen nothing yet. */
export function createProgressRate(): ProgressRate {
  let notes: { readonly atMs: number; readonly done: number }[] = [];
  return {
    note(atMs, done) {
      notes = [...notes.filter((note) => atMs - note.atMs <= WINDOW_MS), { atMs, done }];
      if (notes.length > 100) notes = notes.filter((_, index) => index % 2 === 0 || index === notes.length - 1);
    },
    perSecond() {
      const [first, last] = [notes.at(0), notes.at(-1)];
      if (first === undefined || last === undefined) return null;
      const spanMs = last.atMs - first.atMs;
      return spanMs < MIN_SPAN_MS ? null : ((last.done - first.done) * 1000) / spanMs;
    },
  };
}
