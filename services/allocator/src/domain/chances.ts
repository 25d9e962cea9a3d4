/** Chance for one session: a generator that is seeded by the chance that comes in with each step, so that a run repeats exactly. */
export class Chances {
  #state = 0x9e3779b9;

  /** Stirs in a fresh draw from [0, 1). */
  seed(chance: number): void {
    this.#state = (this.#state ^ Math.floor(chance * 0x1_0000_0000)) >>> 0;
  }

  /** The next number in [0, 1), of 32 random bits. */
  readonly next = (): number => {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
