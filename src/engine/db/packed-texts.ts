/** Many texts, some of them missing, as one text and the length of each: V8 carries one long text faster than many short ones. */
export interface PackedTexts {
  readonly joined: string;
  /** -1 where the text is missing. */
  readonly lengths: Int32Array;
}

/** Collects texts in order. The arrays have their size from the start, because growing them for every batch takes longer than filling them. */
export class TextPacker {
  readonly #parts: string[];
  readonly #lengths: Int32Array;
  #count = 0;

  /** @param size how many texts come, missing ones included */
  constructor(size: number) {
    this.#parts = Array.from({ length: size }, () => '');
    this.#lengths = new Int32Array(size);
  }

  add(text: string | null): void {
    if (text === null) this.#lengths[this.#count] = -1;
    else {
      this.#lengths[this.#count] = text.length;
      this.#parts[this.#count] = text;
    }
    this.#count += 1;
  }

  pack(): PackedTexts {
    return { joined: this.#parts.join(''), lengths: this.#lengths.subarray(0, this.#count) };
  }
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
