import { resources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import type { RoleWeights } from '@parley/common/roles';

/** The durations and limits that a term of leadership works by; architecture §14 has the defaults. */
export interface MasterSettings {
  /** Where the allocator listens (`host:port`); empty when there is none, and nothing is offered. */
  readonly allocatorAddress: string;
  /** Between two pings of one peer. */
  readonly pingMs: number;
  /** So many unanswered pings make an agent unreachable, and end the link of a gateway or an allocator. */
  readonly pingsMissedMax: number;
  /** How long an offer may stay unanswered. */
  readonly offerTimeoutMs: number;
  /** First default refusal of an agent, doubled with each that follows … */
  readonly refuseMs: number;
  /** … up to this. */
  readonly refuseMaxMs: number;
  /** How long the loss of a gateway, of its link, or of a client without a clean close is not yet a framework's disconnect. */
  readonly disconnectGraceMs: number;
  /** For frameworks that name none: how long their tasks outlive their connection. */
  readonly failoverTimeoutMs: number;
  /** How long after an election the agents of the registry may take to register. */
  readonly agentReregisterMs: number;
  /** No offer is smaller than each of these; none means that anything is offered. */
  readonly minAllocatable: readonly Resources[];
  /** Weights by configuration; those in the registry take precedence. */
  readonly weights: RoleWeights;
  /** Where this cluster is; agents elsewhere are for region-aware frameworks only. Empty: regions do not matter. */
  readonly region: string;
  /** At most this share of the agents is marked unreachable within {@link removalWindowMs}, but always one. */
  readonly removalShare: number;
  readonly removalWindowMs: number;
  /** True: no agent is marked unreachable at all, for times when the network is known to be bad. */
  readonly removalsPaused: boolean;
}

/** What architecture §14 says. */
export const DEFAULT_SETTINGS: MasterSettings = {
  allocatorAddress: '',
  pingMs: 15_000,
  pingsMissedMax: 5,
  offerTimeoutMs: 60_000,
  refuseMs: 5_000,
  refuseMaxMs: 120_000,
  disconnectGraceMs: 60_000,
  failoverTimeoutMs: 7 * 24 * 3_600_000,
  agentReregisterMs: 600_000,
  minAllocatable: [resources({ scalars: { cpus: 10 } }), resources({ scalars: { mem: 32_000 } })],
  weights: new Map(),
  region: '',
  removalShare: 0.05,
  removalWindowMs: 600_000,
  removalsPaused: false,
};
