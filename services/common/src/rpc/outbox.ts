/** What may wait for one peer that reads slowly. A peer that falls further behind is cut off and derives everything again when it returns. */
export interface OutboxLimits {
  readonly itemsMax: number;
  readonly bytesMax: number;
}

/** Room for an internal link: the snapshot of a large cluster, but never the whole memory. */
export const LINK_OUTBOX: OutboxLimits = { itemsMax: 200_000, bytesMax: 32 * 1024 * 1024 };
/** Room for a client's stream. */
export const CLIENT_OUTBOX: OutboxLimits = { itemsMax: 10_000, bytesMax: 4 * 1024 * 1024 };

/** A bounded queue between an actor, which never waits, and one peer, who may be slow. */
export class Outbox<Item> {
  readonly #limits: OutboxLimits;
  #items: Item[] = [];
  #head = 0;
  #bytes = 0;
  readonly #sizeOf: (item: Item) => number;

  constructor(limits: OutboxLimits, sizeOf: (item: Item) => number) {
    this.#limits = limits;
    this.#sizeOf = sizeOf;
  }

  get length(): number {
    return this.#items.length - this.#head;
  }

  /** What waits, by the estimate of the framing. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Queues an item; false when the peer has fallen so far behind that it must be cut off. */
  offer(item: Item): boolean {
    if (this.length >= this.#limits.itemsMax || this.#bytes >= this.#limits.bytesMax) return false;
    this.#items.push(item);
    this.#bytes += this.#sizeOf(item);
    return true;
  }

  /** The first items in order, at most `max`, without taking them. */
  peek(max: number): readonly Item[] {
    return this.#items.slice(this.#head, this.#head + max);
  }

  /** Takes out the first `count` items. */
  take(count: number): void {
    for (let index = this.#head; index < this.#head + count; index += 1) {
      const item = this.#items[index];
      if (item !== undefined) this.#bytes -= this.#sizeOf(item);
    }
    this.#head += count;
    if (this.#head >= this.#items.length) this.clear();
    else if (this.#head >= 4_096) {
      this.#items = this.#items.slice(this.#head);
      this.#head = 0;
    }
  }

  clear(): void {
    this.#items = [];
    this.#head = 0;
    this.#bytes = 0;
  }
}
