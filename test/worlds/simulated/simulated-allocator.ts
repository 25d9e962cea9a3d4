import { composeAllocator } from '@parley/allocator';
import type { Allocator } from '@parley/allocator';
import type { AgentId } from '@parley/common/kernel';
import { ForeignAllocator } from './foreign-allocator';
import type { SimulatedHost, SimulatedProcess } from './simulated-process';
import { ALLOCATOR_SESSION } from './stream-kinds';
import type { Surroundings } from './surroundings';

/** Where masters reach the allocator. */
export const ALLOCATOR_ADDRESS = 'allocator:5070';

/** The allocator's machine, and the allocator that runs on it: ours, unless somebody puts another in its place. */
export class SimulatedAllocator {
  readonly host: SimulatedHost;
  /** Agents in which the mirror was made to differ, by faults. */
  readonly tamperedWith = new Set<AgentId>();
  #run: { readonly process: SimulatedProcess; readonly allocator: Allocator | undefined } | undefined;

  constructor(private readonly around: Surroundings) {
    this.host = around.host('allocator');
  }

  get allocator(): Allocator | undefined {
    return this.#run?.allocator;
  }

  /** Whether somebody else's allocator runs in place of ours. */
  get isForeign(): boolean {
    return this.#run !== undefined && this.#run.allocator === undefined;
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

  /** Starts somebody else's allocator, a bad one, at the same address. */
  startForeign(): void {
    if (this.#run !== undefined) return;
    const { network } = this.around;
    const { process, chance } = this.around.process(this.host, 'foreign allocator');
    new ForeignAllocator(process, chance, network.served(ALLOCATOR_SESSION, process, ALLOCATOR_ADDRESS));
    this.#run = { process, allocator: undefined };
  }

  kill(): void {
    this.#run?.process.kill();
    this.#run?.allocator?.stop();
    this.#run = undefined;
  }
}
