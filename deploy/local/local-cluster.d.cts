import type { ManagedProcess } from './processes.cjs';

/** The services that a cluster consists of. */
export type ServiceName = 'master' | 'allocator' | 'framework-gateway' | 'agent';

/** Where a cluster lives, and how it differs from the defaults. */
export interface LocalClusterOptions {
  /** Everything the cluster writes lies here; absolute. */
  readonly stateDir: string;
  /** Flags for all processes of a service, without the leading dashes. */
  readonly flags?: { readonly [Service in ServiceName]?: Readonly<Record<string, string>> };
  /** Told in a sentence when a process does not stay up. */
  readonly onFailed?: (sentence: string) => void;
}

/**
 * The processes of one cluster. Everything it writes lies in its state folder, and every port is one that was free. Nothing of it outlives the
 * process that made it, however that ends.
 */
export class LocalCluster {
  constructor(options: LocalClusterOptions);
  readonly stateDir: string;
  readonly etcds: ReadonlyMap<string, ManagedProcess>;
  readonly masters: ReadonlyMap<string, ManagedProcess>;
  readonly allocators: ReadonlyMap<string, ManagedProcess>;
  readonly gateways: ReadonlyMap<string, ManagedProcess>;
  readonly agents: ReadonlyMap<string, ManagedProcess>;
  /** Addresses (`host:port`) by process name. */
  readonly addresses: ReadonlyMap<string, string>;
  readonly masterAddresses: readonly string[];
  readonly gatewayAddresses: readonly string[];
  /** What is added to the environment of everything that belongs to the cluster. */
  readonly mark: Readonly<Record<string, string>>;
  /** One etcd of its own; `program` is its executable. */
  startEtcd(program: string): Promise<void>;
  startAllocator(preferredPort?: number): Promise<void>;
  /** Has masters that are started afterwards use an allocator that somebody else runs (`host:port`), in place of one of the cluster's own. */
  useAllocator(address: string): void;
  /** Starts masters, all at once: with an etcd started before they elect a leader, else there must be one alone. */
  startMasters(names: readonly string[], preferredPort?: number): Promise<void>;
  startGateway(name: string, preferredPort?: number): Promise<void>;
  /** Starts an agent; done when it is registered. */
  startAgent(agent: { readonly name: string; readonly resources: string }): Promise<void>;
  /** Where an agent keeps what it remembers, and its sandboxes. */
  agentDir(name: string): string;
  /** Ends everything: agents with their tasks first, then the services, then what is left of the tasks. */
  stop(): Promise<void>;
  /** For the very end of this process, when there is no time to wait. */
  stopNow(): void;
}
