import type { StreamsFactory } from '@parley/common/actor';
import type { AllocatorDown, AllocatorUp, Batch } from '@parley/common/contract';
import type { Clock, Random } from '@parley/common/kernel';

import type { AllocatorEvent } from './domain/events';

/** All that the allocator asks of the world. */
export interface AllocatorPorts {
  readonly clock: Clock;
  readonly random: Random;
  /** Sessions that masters open. Production: one gRPC method. Simulation: a simulated network. */
  readonly sessions: StreamsFactory<AllocatorUp, Batch<AllocatorDown>>;
  /** Told of everything that happened, in order; turns it into log lines, metrics and spans. Must not throw. */
  readonly observe: (event: AllocatorEvent) => void;
}
