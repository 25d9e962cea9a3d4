import type { Epoch } from '../kernel';

/** A master's answer to "who leads?". Peers follow the highest epoch they hear of. */
export interface LeaderAnswer {
  readonly clusterId: string;
  /** True when the answering master leads itself, by a lease that holds at the moment of the answer. */
  readonly leading: boolean;
  /** The term of the leader the answer speaks of; undefined while none is known. */
  readonly epoch: Epoch | undefined;
  /** Where the leader is reached (`host:port`); empty while none is known. */
  readonly address: string;
}
