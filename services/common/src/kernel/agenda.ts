import type { MonotonicMs } from './clock';

interface Entry<Key> {
  readonly key: Key;
  readonly at: MonotonicMs;
  /** Ties are broken by the order in which entries were set, so that runs repeat exactly. */
  readonly order: number;
}

/** What is due when: one deadline per key, the earliest first. A core keeps its timers here, and asks to be woken at {@link Agenda.next}. */
export class Agenda<Key> {
  readonly #current = new Map<Key, Entry<Key>>();
  /** Binary heap by (at, order); entries that were replaced or cancelled stay until they surface. Bounded: rebuilt when over half are stale. */
  #heap: Entry<Key>[] = [];
  #order = 0;

  get size(): number {
    return this.#current.size;
  }

  /** When the earliest entry is due, or undefined when there is none. */
  get next(): MonotonicMs | undefined {
    this.#dropStale();
    return this.#heap[0]?.at;
  }

  /** Sets or moves the deadline of `key`. */
  set(key: Key, at: MonotonicMs): void {
    const entry = { key, at, order: (this.#order += 1) };
    this.#current.set(key, entry);
    this.#push(entry);
    this.#shrink();
  }

  cancel(key: Key): void {
    this.#current.delete(key);
  }

  dueAt(key: Key): MonotonicMs | undefined {
    return this.#current.get(key)?.at;
  }

  /** Takes out the earliest entry that is due at `now`, or undefined when nothing is. */
  takeDue(now: MonotonicMs): Key | undefined {
    this.#dropStale();
    const first = this.#heap[0];
    if (first === undefined || first.at > now) return undefined;
    this.#pop();
    this.#current.delete(first.key);
    return first.key;
  }

  #dropStale(): void {
    // Where most were cancelled, taking them out one by one would cost more than beginning anew.
    this.#shrink();
    for (
      let first = this.#heap[0];
      first !== undefined && this.#current.get(first.key) !== first;
      first = this.#heap[0]
    ) {
      this.#pop();
    }
  }

  #shrink(): void {
    if (this.#heap.length <= 64 || this.#heap.length <= 2 * this.#current.size) return;
    this.#heap = [...this.#current.values()].sort(compareEntries);
  }

  #push(entry: Entry<Key>): void {
    const heap = this.#heap;
    let index = heap.length;
    heap.push(entry);
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || compareEntries(above, entry) <= 0) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = entry;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      const left = heap[child];
      if (left === undefined) break;
      const right = heap[child + 1];
      const smaller = right !== undefined && compareEntries(right, left) < 0 ? right : left;
      if (smaller === right) child += 1;
      if (compareEntries(smaller, last) >= 0) break;
      heap[index] = smaller;
      index = child;
    }
    heap[index] = last;
  }
}

function compareEntries(a: Entry<unknown>, b: Entry<unknown>): number {
  return a.at - b.at || a.order - b.order;
}
