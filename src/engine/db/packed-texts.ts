import { GrowingInts } from './growing-ints.ts';

/**
 * Many texts, some of them missing, as bytes and the length of each. Outside the heap of either thread: as strings they would live just
 * long enough to be copied by the garbage collector, twice.
 */
export interface PackedTexts {
  /** UTF-8, block after block. */
  readonly bytes: Uint8Array;
  /** Bytes of each block. A block has {@link TEXTS_OF_BLOCK} texts, the last one fewer. */
  readonly blocks: Int32Array;
  /** Of each text, in UTF-16 units; -1 where the text is missing. */
  readonly lengths: Int32Array;
}

/** So many texts are joined and encoded at once, which costs much less than one by one. */
const TEXTS_OF_BLOCK = 256;
/** Bytes that UTF-8 needs at most for a UTF-16 unit. */
const MAX_BYTES_OF_UNIT = 3;
const FIRST_BYTES = 1 << 16;

/** Collects texts in order; used again after each pack. */
export class TextPacker {
  readonly #block: string[] = Array.from({ length: TEXTS_OF_BLOCK }, () => '');
  readonly #blocks = new GrowingInts();
  readonly #lengths = new GrowingInts();
  #bytes = Buffer.alloc(FIRST_BYTES);
  #used = 0;

  add(text: string | null): void {
    const place = this.#lengths.count % TEXTS_OF_BLOCK;
    this.#block[place] = text ?? '';
    this.#lengths.push(text === null ? -1 : text.length);
    if (place === TEXTS_OF_BLOCK - 1) this.#encode(this.#block.join(''));
  }

  /** What was added since {@link clear}. Shares memory with the packer. */
  pack(): PackedTexts {
    const rest = this.#lengths.count % TEXTS_OF_BLOCK;
    if (rest > 0) this.#encode(this.#block.slice(0, rest).join(''));
    return {
      bytes: this.#bytes.subarray(0, this.#used),
      blocks: this.#blocks.list(),
      lengths: this.#lengths.list(),
    };
  }

  clear(): void {
    this.#blocks.clear();
    this.#lengths.clear();
    this.#used = 0;
  }

  #encode(joined: string): void {
    const needed = this.#used + joined.length * MAX_BYTES_OF_UNIT;
    if (needed > this.#bytes.length) {
      const grown = Buffer.alloc(Math.max(needed, this.#bytes.length * 2));
      this.#bytes.copy(grown, 0, 0, this.#used);
      this.#bytes = grown;
    }
    const written = this.#bytes.write(joined, this.#used, 'utf8');
    this.#blocks.push(written);
    this.#used += written;
  }
}

/** Gives the texts back one after the other. Those of a block share memory, so none should outlive the pack. */
export function createTextUnpacker({ bytes, blocks, lengths }: PackedTexts): () => string | null {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let [next, block, read] = [0, 0, 0];
  let [joined, position] = ['', 0];
  return () => {
    if (next % TEXTS_OF_BLOCK === 0) {
      const end = read + (blocks[block] ?? 0);
      joined = source.toString('utf8', read, end);
      position = 0;
      block += 1;
      read = end;
    }
    const length = lengths[next] ?? -1;
    next += 1;
    if (length < 0) return null;
    const start = position;
    position += length;
    return joined.slice(start, position);
  };
}
