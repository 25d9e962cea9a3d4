import { composeAllocator } from '@parley/allocator';
import type { Allocator } from '@parley/allocator';
import type { SimulatedHost, SimulatedProcess } from './simulated-process';
import { ALLOCATOR_SESSION } from './stream-kinds';
import type { Surroundings } from './surroundings';

/** Where masters reach the allocator. */
export const ALLOCATOR_ADDRESS = 'allocator:5070';

/** The allocator's machine, and the allocator that runs on it. */
export class SimulatedAllocator {
  readonly host: SimulatedHost;
  #run: { readonly process: SimulatedProcess; readonly allocator: Allocator } | undefined;

  constructor(private readonly around: Surroundings) {
    this.host = around.host('allocator');
  }

  get allocator(): Allocator | undefined {
    return this.#run?.allocator;
  }

  get process(): SimulatedProcess | undefined {
    return this.#run?.process;
  }

  start(): void {
    if (this.#run !== undefined) return;
    const { around } = this;
    const { process, chance } = around.process(this.host, 'allocator');
    const allocator = composeAllocator(
      { policy: 'drf', priorities: new Map(), safetyPassMs: 1_000 },
      {
        clock: process.clock,
        random: chance.random,
        sessions: around.network.served(ALLOCATOR_SESSION, process, ALLOCATOR_ADDRESS),
        observe: (event) => {
          around.tell({ of: 'allocator', name: 'allocator', event });
        },
      },
    );
    this.#run = { process, allocator };
  }

  kill(): void {
    this.#run?.process.kill();
    this.#run?.allocator.stop();
    this.#run = undefined;
  }
}
