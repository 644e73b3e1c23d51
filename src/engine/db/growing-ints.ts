const FIRST_SIZE = 1024;

/** A list of 32-bit numbers that grows without an object for each number, and can be used again. */
export class GrowingInts {
  #values = new Int32Array(FIRST_SIZE);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  push(value: number): void {
    if (this.#count === this.#values.length) this.#grow();
    this.#values[this.#count] = value;
    this.#count += 1;
  }

  /** What was added since {@link clear}; shares memory with the list. */
  list(): Int32Array {
    return this.#values.subarray(0, this.#count);
  }

  clear(): void {
    this.#count = 0;
  }

  #grow(): void {
    const grown = new Int32Array(this.#values.length * 2);
    grown.set(this.#values);
    this.#values = grown;
  }
}
