import type { Resources } from '../resources';
import type { Quantities } from './quantities';

/** So many names the scalar resources of a cluster may have together: every sum that is kept is a list of as many numbers. */
export const RESOURCE_NAMES_MAX = 1_000;

/**
 * Numbers the names of scalar resources, so that sums and comparisons are loops over short arrays. Names of agents' resources and of quotas
 * get numbers, those that clients think of do not; masters admit {@link RESOURCE_NAMES_MAX} of them and allocators hear of no others.
 */
export class ResourceNames {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];

  /** How many names have a number: from 0 to one less than this. */
  get size(): number {
    return this.#names.length;
  }

  /** The number of a name; one that is seen for the first time gets the next. */
  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.#names.length;
    this.#names.push(name);
    this.#numbers.set(name, number);
    return number;
  }

  /** The number of a name that has one. */
  knownNumberOf(name: string): number | undefined {
    return this.#numbers.get(name);
  }

  /** Gives all these names numbers, or none of them when there would be more than {@link RESOURCE_NAMES_MAX}; returns whether it did. */
  admit(names: Iterable<string>): boolean {
    const added = new Set<string>();
    for (const name of names) if (!this.#numbers.has(name)) added.add(name);
    if (added.size > 0 && this.size + added.size > RESOURCE_NAMES_MAX) return false;
    for (const name of added) this.numberOf(name);
    return true;
  }

  /** The name behind a number; empty when the number was given to none. */
  nameOf(number: number): string {
    return this.#names[number] ?? '';
  }

  /** The quantities of the scalars in `from`, by key as it stands there; names seen for the first time get the next number. */
  quantitiesOf(from: Pick<Resources, 'scalars'>): number[] {
    return this.quantitiesOfScalars(from.scalars);
  }

  /** The quantities of scalars by name; names seen for the first time get the next number. */
  quantitiesOfScalars(scalars: ReadonlyMap<string, number>): number[] {
    const made: number[] = new Array<number>(this.#names.length).fill(0);
    for (const [name, milli] of scalars) {
      const number = this.numberOf(name);
      while (made.length <= number) made.push(0);
      made[number] = milli;
    }
    return made;
  }

  /** The scalars of `quantities` by name; whatever is not above zero is left out. */
  scalarsOf(quantities: Quantities): ReadonlyMap<string, number> {
    const scalars = new Map<string, number>();
    for (const [number, name] of this.#names.entries()) {
      const milli = quantities[number] ?? 0;
      if (milli > 0) scalars.set(name, milli);
    }
    return scalars;
  }
}
