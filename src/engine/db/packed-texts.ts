import { GrowingInts } from './growing-ints.ts';

/** Many texts, some of them missing, as one text and the length of each: V8 carries one long text faster than many short ones. */
export interface PackedTexts {
  readonly joined: string;
  /** -1 where the text is missing. */
  readonly lengths: Int32Array;
}

/** Texts are joined so many at a time: joined early they die young, joined all at once they are copied by the garbage collector first. */
const JOINED_TOGETHER = 256;

/** Collects texts in order. */
export class TextPacker {
  readonly #parts: string[] = Array.from({ length: JOINED_TOGETHER }, () => '');
  readonly #joined: string[] = [];
  readonly #lengths: GrowingInts;

  /** @param size about how many texts come, missing ones included */
  constructor(size: number) {
    this.#lengths = new GrowingInts(size);
  }

  add(text: string | null): void {
    const place = this.#lengths.count % JOINED_TOGETHER;
    this.#parts[place] = text ?? '';
    this.#lengths.push(text === null ? -1 : text.length);
    if (place === JOINED_TOGETHER - 1) this.#joined.push(this.#parts.join(''));
  }

  pack(): PackedTexts {
    const rest = this.#parts.slice(0, this.#lengths.count % JOINED_TOGETHER).join('');
    return { joined: this.#joined.join('') + rest, lengths: this.#lengths.list() };
  }
}

/** Gives the texts back one after the other. They share memory, so none should outlive the pack. */
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
