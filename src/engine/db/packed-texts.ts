/** Many texts, some of them missing, as one text and the length of each: V8 carries one long text faster than many short ones. */
export interface PackedTexts {
  readonly joined: string;
  /** -1 where the text is missing. */
  readonly lengths: Int32Array;
}

/** Collects texts in order. */
export function createTextPacker() {
  const parts: string[] = [];
  const lengths: number[] = [];
  return {
    add(text: string | null): void {
      if (text === null) lengths.push(-1);
      else {
        lengths.push(text.length);
        parts.push(text);
      }
    },
    pack: (): PackedTexts => ({ joined: parts.join(''), lengths: Int32Array.from(lengths) }),
  };
}

/** Gives the texts back one after the other. They share memory: what outlives the batch is to be copied with {@link detachAscii}. */
export function createTextUnpacker({ joined, lengths }: PackedTexts): () => string | null {
  let next = 0;
  let position = 0;
  return () => {
    const length = lengths[next] ?? -1;
    next += 1;
    if (length < 0) return null;
    const start = position;
    position += length;
    return joined.slice(start, position);
  };
}

/** The same ASCII text in memory of its own: V8 keeps a whole text alive for the sake of a part of it. */
export function detachAscii(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1');
}
