import type { Random } from '@parley/common/kernel';

/** Chance by seed (mulberry32): the same seed gives the same numbers for ever. Each part of a world draws from its own, so that a change in one does not shift the others. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** Another source, which depends on the seed and on `name` only. */
  static of(seed: number, name: string): Chance {
    let state = seed >>> 0;
    for (let index = 0; index < name.length; index += 1) {
      state = Math.imul(state ^ name.charCodeAt(index), 0x01000193) >>> 0;
    }
    const chance = new Chance(state);
    // The first numbers of neighbouring states resemble each other.
    for (let round = 0; round < 4; round += 1) chance.next();
    return chance;
  }

  /** The next number in [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** The same, as the port of a service. */
  get random(): Random {
    return () => this.next();
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** True in `share` of all cases. */
  happens(share: number): boolean {
    return this.next() < share;
  }

  /** One of several; undefined only of none. */
  pick<Item>(items: readonly Item[]): Item | undefined {
    return items[Math.floor(this.next() * items.length)];
  }
}
