import type { LeaderAnswer } from '@parley/common/contract';
import { InvariantBroken, after } from '@parley/common/kernel';
import type { Clock, Epoch, MonotonicMs, WriteId } from '@parley/common/kernel';
import type { RegistryChange } from '../../domain/registry';
import type { Coordination, CoordinationSink } from '../../ports';
import { Candidacy } from './candidacy';
import type { Win } from './candidacy';
import { establishIdentity } from './cluster-identity';
import type { WantedIdentity } from './cluster-identity';
import type { EtcdCalls } from './etcd-calls';
import { etcdKeys } from './etcd-keys';
import type { EtcdKeys } from './etcd-keys';
import type { SeenLeader } from './leader-key';
import { LeaderWatch } from './leader-watch';
import type { LeaseKeeper } from './lease-keeper';
import { readRegistry } from './registry-reader';
import { RegistryWriter } from './registry-writer';

/** How long giving up leadership waits for a write in flight, and again for the lease to be taken back. */
const RESIGN_MS = 1000;
const NEVER = -1 as MonotonicMs;

/** How one instance takes part. */
export interface EtcdCoordinationOptions extends WantedIdentity {
  /** All keys are below this, such as `/parley`; clusters that share an etcd have different ones. */
  readonly prefix: string;
  /** Time to live of the leader's lease, in milliseconds; etcd rounds it up to seconds and takes no less than 2 s. */
  readonly leaseTtlMs: number;
  /** Which process leads, for people who look at the key. */
  readonly instanceId: string;
}

/** What an instance takes part with. */
export interface EtcdCoordinationPorts {
  readonly calls: EtcdCalls;
  readonly clock: Clock;
}

/** A term of this instance. `writer` exists once the registry has been read, which is when the term begins for the outside. */
interface Term {
  readonly epoch: Epoch;
  readonly lease: LeaseKeeper;
  writer: RegistryWriter | undefined;
}

/**
 * Leadership by a key under a lease, and the registry beside it.
 *
 *   idle ─campaign→ identifying ─→ standing by ⇄ candidate ─won→ reading ─→ leading ─→ ended
 *
 * Everything that decides compares values: who holds the key by its lease, terms by the key's create revision, proof by
 * `now < until`. Timers and watches only remind. Runs on callbacks, so that a simulation drives it through the same ports.
 */
export class EtcdCoordination implements Coordination {
  readonly #keys: EtcdKeys;
  #state: 'idle' | 'campaigning' | 'resigning' | 'ended' = 'idle';
  #address = '';
  #clusterId: string;
  #sink: CoordinationSink | undefined;
  #watch: LeaderWatch | undefined;
  #seen: SeenLeader | undefined;
  #candidacy: Candidacy | undefined;
  #term: Term | undefined;

  constructor(
    private readonly options: EtcdCoordinationOptions,
    private readonly ports: EtcdCoordinationPorts,
  ) {
    this.#keys = etcdKeys(options.prefix);
    this.#clusterId = options.clusterId ?? '';
  }

  campaign(address: string, sink: CoordinationSink): void {
    if (this.#state !== 'idle') throw new InvariantBroken('a coordination campaigns once, and not after it resigned');
    this.#state = 'campaigning';
    this.#address = address;
    this.#sink = sink;
    establishIdentity(this.options, { ...this.ports, keys: this.#keys, wanted: this.#takesPart }, (result) => {
      if (result.ok) this.#standBy(result.clusterId);
      else this.#lose(result.because);
    });
  }

  write(writeId: WriteId, changes: readonly RegistryChange[]): void {
    if (this.#state === 'campaigning') this.#term?.writer?.write(writeId, changes);
  }

  leaseUntil(): MonotonicMs {
    return this.#term?.writer === undefined ? NEVER : this.#term.lease.until;
  }

  leader(): LeaderAnswer {
    const clusterId = this.#clusterId;
    if (this.ports.clock.now() < this.leaseUntil()) {
      return { clusterId, leading: true, epoch: this.#term?.epoch, address: this.#address };
    }
    // Of itself an instance says nothing unless it leads: its key precedes its term, and may outlive its proof.
    const other = this.#state === 'campaigning' && this.#term === undefined ? this.#seen : undefined;
    return { clusterId, leading: false, epoch: other?.epoch, address: other?.address ?? '' };
  }

  resign(): Promise<void> {
    if (this.#state === 'ended' || this.#state === 'resigning') return Promise.resolve();
    this.#state = 'resigning';
    this.#watch?.stop();
    this.#candidacy?.stop();
    const writer = this.#term?.writer;
    return new Promise((resolve) => {
      const giveBack = (): void => {
        this.#giveBack(resolve);
      };
      if (writer === undefined) giveBack();
      else
        this.#within(
          RESIGN_MS,
          (idle) => {
            writer.whenIdle(idle);
          },
          giveBack,
        );
    });
  }

  readonly #takesPart = (): boolean => this.#state === 'campaigning';

  #standBy(clusterId: string): void {
    this.#clusterId = clusterId;
    this.#watch = new LeaderWatch({
      ...this.ports,
      keys: this.#keys,
      seen: (leader, revision) => {
        this.#look(leader, revision);
      },
    });
  }

  #look(leader: SeenLeader | undefined, revision: number): void {
    this.#seen = leader;
    const term = this.#term;
    if (term !== undefined) {
      // A read that is older than the term says nothing about it.
      const removed = leader?.epoch.revision !== term.epoch.revision && revision >= term.epoch.revision;
      if (removed) this.#lose('the leader key of this term was taken away');
    } else if (leader === undefined) this.#run();
  }

  #run(): void {
    if (this.#candidacy !== undefined) return;
    const { leaseTtlMs, instanceId } = this.options;
    const candidate = { keys: this.#keys, clusterId: this.#clusterId, address: this.#address, instanceId, leaseTtlMs };
    this.#candidacy = new Candidacy(candidate, {
      ...this.ports,
      won: (win, lease) => {
        this.#begin(win, lease);
      },
      over: () => {
        this.#candidacy = undefined;
      },
      gone: (because) => {
        this.#lose(because);
      },
    });
  }

  #begin({ epoch, mark }: Win, lease: LeaseKeeper): void {
    const term: Term = { epoch, lease, writer: undefined };
    this.#term = term;
    const reader = { ...this.ports, prefix: this.#keys.registry, wanted: this.#takesPart };
    readRegistry(reader, epoch.revision, (result) => {
      if (!result.ok || this.ports.clock.now() >= lease.until) {
        this.#lose(result.ok ? 'the lease ran out while the registry was read' : result.because);
        return;
      }
      term.writer = new RegistryWriter(
        { revision: epoch.revision, mark },
        {
          ...this.ports,
          keys: this.#keys,
          written: (writeId, outcome) => this.#sink?.written(writeId, outcome),
          failed: (because) => {
            this.#lose(because);
          },
        },
      );
      this.#sink?.elected(epoch, result.snapshot);
    });
  }

  #lose(because: string): void {
    if (this.#state !== 'campaigning') return;
    this.#watch?.stop();
    this.#candidacy?.stop();
    this.#giveBack(() => {});
    this.#sink?.lost(because);
  }

  /** Ends everything, then gives the lease back so that others need not wait for it to run out, then lets go of etcd. */
  #giveBack(done: () => void): void {
    this.#state = 'ended';
    const { calls } = this.ports;
    const term = this.#term;
    const close = (): void => {
      calls.close();
      done();
    };
    this.#term = undefined;
    term?.writer?.stop();
    term?.lease.stop();
    if (term === undefined) close();
    else
      this.#within(
        RESIGN_MS,
        (revoked) => {
          calls.revokeLease(term.lease.id, revoked);
        },
        close,
      );
  }

  /** Goes on when what was begun says that it is done, or after a while without that. */
  #within(limitMs: number, begin: (done: () => void) => void, next: () => void): void {
    const { clock } = this.ports;
    let waiting = true;
    const goOn = (): void => {
      if (!waiting) return;
      waiting = false;
      cancel();
      next();
    };
    const cancel = clock.at(after(clock.now(), limitMs), goOn);
    begin(goOn);
  }
}
