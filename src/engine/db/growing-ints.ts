/** A list of 32-bit numbers that grows without an object for each number. */
export class GrowingInts {
  #values: Int32Array<ArrayBuffer>;
  #count = 0;

  /** @param size about how many come */
  constructor(size: number) {
    this.#values = new Int32Array(Math.max(size, 1));
  }

  get count(): number {
    return this.#count;
  }

  push(value: number): void {
    if (this.#count === this.#values.length) this.#grow();
    this.#values[this.#count] = value;
    this.#count += 1;
  }

  /** What was added; shares memory with the list. */
  list(): Int32Array<ArrayBuffer> {
    return this.#values.subarray(0, this.#count);
  }

  #grow(): void {
    const grown = new Int32Array(this.#values.length * 2);
    grown.set(this.#values);
    this.#values = grown;
  }
}
