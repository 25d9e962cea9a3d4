/** Resources of the toy: scalars only. */
const RESOURCES = 3;

/**
 * The least that a fair allocation can cost in this runtime (C-heap): one role, three scalar resources, no filters, no roles, no names and
 * nobody to tell. Typed arrays and one binary heap of frameworks by dominant share; each agent goes whole to the framework at the top.
 */
export class HeapCeiling {
  readonly #free: Float64Array;
  readonly #held: Float64Array;
  readonly #total = new Float64Array(RESOURCES);
  readonly #share: Float64Array;
  readonly #heap: Int32Array;
  readonly #owner: Int32Array;

  constructor(agents: number, frameworks: number) {
    this.#free = new Float64Array(agents * RESOURCES);
    this.#held = new Float64Array(frameworks * RESOURCES);
    this.#share = new Float64Array(frameworks);
    this.#heap = Int32Array.from({ length: frameworks }, (_, framework) => framework);
    this.#owner = new Int32Array(agents);
  }

  /** Frees every agent and offers each once. Gives the milliseconds that took and how many were offered. */
  cycle(): { readonly ms: number; readonly offers: number } {
    this.#reset();
    const began = performance.now();
    let offers = 0;
    for (let agent = 0; agent < this.#owner.length; agent += 1) {
      if (!this.#offerable(agent)) continue;
      this.#offer(agent, this.#heap[0] ?? 0);
      offers += 1;
    }
    return { ms: performance.now() - began, offers };
  }

  #reset(): void {
    this.#total.fill(0);
    for (let at = 0; at < this.#free.length; at += 1) {
      const amount = 1_000 + (at % 7);
      this.#free[at] = amount;
      this.#total[at % RESOURCES] = (this.#total[at % RESOURCES] ?? 0) + amount;
    }
    this.#held.fill(0);
    this.#share.fill(0);
  }

  #offerable(agent: number): boolean {
    for (let resource = 0; resource < RESOURCES; resource += 1) {
      if ((this.#free[agent * RESOURCES + resource] ?? 0) > 0) return true;
    }
    return false;
  }

  #offer(agent: number, framework: number): void {
    let share = 0;
    for (let resource = 0; resource < RESOURCES; resource += 1) {
      const at = framework * RESOURCES + resource;
      const held = (this.#held[at] ?? 0) + (this.#free[agent * RESOURCES + resource] ?? 0);
      this.#held[at] = held;
      this.#free[agent * RESOURCES + resource] = 0;
      share = Math.max(share, held / (this.#total[resource] ?? 1));
    }
    this.#share[framework] = share;
    this.#owner[agent] = framework;
    this.#sink();
  }

  /** The framework at the top got something: it sinks to where it belongs. */
  #sink(): void {
    const heap = this.#heap;
    const moving = heap[0] ?? 0;
    const share = this.#share[moving] ?? 0;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && this.#shareAt(below + 1) < this.#shareAt(below)) below += 1;
      if (this.#shareAt(below) >= share) break;
      heap[at] = heap[below] ?? 0;
      at = below;
    }
    heap[at] = moving;
  }

  #shareAt(place: number): number {
    return this.#share[this.#heap[place] ?? 0] ?? 0;
  }
}
