import type { DialedStreamsFactory, StreamsFactory } from '@parley/common/actor';
import type {
  AgentDown,
  AgentUp,
  AllocatorDown,
  AllocatorUp,
  Batch,
  GatewayDown,
  GatewayUp,
  LeaderAnswer,
} from '@parley/common/contract';
import type { Clock, Epoch, MonotonicMs, Random, WriteId } from '@parley/common/kernel';
import type { MasterEvent } from './domain/events';
import type { RegistryChange, RegistrySnapshot } from './domain/registry';

/** How a registry write ended. An unknown outcome is resolved by the adapter under the same fence before anything else is sent, so it never shows here. */
export type WriteOutcome = 'written' | 'fenced';

/** What coordination tells the instance that takes part in it. */
export interface CoordinationSink {
  /** This instance leads in `epoch`; the registry held `snapshot` at that moment. */
  elected(epoch: Epoch, snapshot: RegistrySnapshot): void;
  /** The term is over, or can no longer be confirmed: the instance must end without another command. `because` is a sentence for the log. */
  lost(because: string): void;
  /** A write of this term ended. */
  written(writeId: WriteId, outcome: WriteOutcome): void;
}

/** Leadership and durable memory of the cluster. Production: etcd, every write fenced by the leader key's create revision; or, for one master without etcd,
 *  a crash-safe local store. Simulation: a simulated etcd. All pass one contract suite (src/testing/coordination-contract.ts). */
export interface Coordination {
  /** Runs for leadership until {@link resign}; `address` is what peers will be told to dial. */
  campaign(address: string, sink: CoordinationSink): void;
  /** Starts a write and returns at once; its outcome arrives through the sink, in order. One transaction is in flight, ≤ 100 changes each. */
  write(writeId: WriteId, changes: readonly RegistryChange[]): void;
  /** Until when leadership is proven: send time of the last acknowledged keepalive + TTL − margin. In the past while not leading. */
  leaseUntil(): MonotonicMs;
  /** Who leads, as far as this instance knows. */
  leader(): LeaderAnswer;
  /** Hands leadership over: settles the write in flight (≤ 1 s), gives the lease back, stops campaigning. Resolves when done. */
  resign(): Promise<void>;
}

/** All that a leading master asks of the world. */
export interface MasterPorts {
  readonly clock: Clock;
  readonly random: Random;
  readonly coordination: Pick<Coordination, 'write' | 'leaseUntil'>;
  readonly agents: StreamsFactory<AgentDown, Batch<AgentUp>>;
  readonly gateways: StreamsFactory<GatewayDown, Batch<GatewayUp>>;
  readonly allocator: DialedStreamsFactory<AllocatorDown, Batch<AllocatorUp>>;
  /** Told of everything that changed, in order; turns it into log lines, metrics and spans. Must not throw. */
  readonly observe: (event: MasterEvent) => void;
  /** Called when the instance must not go on (a write was fenced off, the lease ran out). */
  readonly abandon: (because: string) => void;
}
