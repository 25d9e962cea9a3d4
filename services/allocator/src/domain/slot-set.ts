/** Numbers from 0, as bits: small, quick to test, and quick to combine with others word by word. Bounded by the largest number ever added. */
export class SlotSet {
  /** Bit `slot & 31` of word `slot >> 5`. Replaced when it grows, so never to be kept by others. */
  words: Int32Array = new Int32Array(1);
  #size = 0;

  /** How many numbers are in the set. */
  get size(): number {
    return this.#size;
  }

  has(slot: number): boolean {
    const word = slot >> 5;
    return word < this.words.length && ((this.words[word] ?? 0) & (1 << (slot & 31))) !== 0;
  }

  /** Adds a number; returns whether it was missing. */
  add(slot: number): boolean {
    if (this.has(slot)) return false;
    const word = slot >> 5;
    if (word >= this.words.length) this.#grow(word + 1);
    this.words[word] = (this.words[word] ?? 0) | (1 << (slot & 31));
    this.#size += 1;
    return true;
  }

  /** Takes a number out; returns whether it was there. */
  delete(slot: number): boolean {
    if (!this.has(slot)) return false;
    const word = slot >> 5;
    this.words[word] = (this.words[word] ?? 0) & ~(1 << (slot & 31));
    this.#size -= 1;
    return true;
  }

  /** Makes the set the union of others. */
  becomeUnionOf(sets: readonly SlotSet[]): void {
    let length = 1;
    for (const { words } of sets) length = Math.max(length, words.length);
    if (length > this.words.length) this.#grow(length);
    this.words.fill(0);
    for (const { words } of sets) {
      for (let word = 0; word < words.length; word += 1)
        this.words[word] = (this.words[word] ?? 0) | (words[word] ?? 0);
    }
    this.#size = this.#count();
  }

  /** Visits the numbers in this set that are not in `without`, in ascending order, until `visit` returns false. */
  eachWithout(without: SlotSet | undefined, visit: (slot: number) => boolean): void {
    const { words } = this;
    const except = without?.words;
    for (let word = 0; word < words.length; word += 1) {
      let bits = words[word] ?? 0;
      if (except !== undefined && word < except.length) bits &= ~(except[word] ?? 0);
      while (bits !== 0) {
        const lowest = bits & -bits;
        if (!visit((word << 5) + 31 - Math.clz32(lowest))) return;
        bits ^= lowest;
      }
    }
  }

  /** How many numbers in this set are not in `without`, counted only as far as `most`. */
  countWithout(without: SlotSet | undefined, most: number): number {
    const { words } = this;
    const except = without?.words;
    let count = 0;
    for (let word = 0; word < words.length && count < most; word += 1) {
      let bits = words[word] ?? 0;
      if (except !== undefined && word < except.length) bits &= ~(except[word] ?? 0);
      for (; bits !== 0; bits &= bits - 1) count += 1;
    }
    return count;
  }

  #grow(length: number): void {
    const grown = new Int32Array(Math.max(length, this.words.length * 2));
    grown.set(this.words);
    this.words = grown;
  }

  #count(): number {
    let count = 0;
    for (let bits of this.words) for (; bits !== 0; bits &= bits - 1) count += 1;
    return count;
  }
}
