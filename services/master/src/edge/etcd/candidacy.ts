import type { Clock, Epoch } from '@parley/common/kernel';
import type { EtcdCalls, Transaction, TransactionResult } from './etcd-calls';
import type { EtcdKeys } from './etcd-keys';
import { insist } from './insist';
import { leaderReads, leaderValue, seenLeader } from './leader-key';
import { LeaseKeeper } from './lease-keeper';

/** Who runs, and for what. */
export interface Candidate {
  readonly keys: EtcdKeys;
  /** The cluster that the registry must still belong to. */
  readonly clusterId: string;
  /** Where peers will be told to dial. */
  readonly address: string;
  readonly instanceId: string;
  readonly leaseTtlMs: number;
}

/** An election that was won. */
export interface Win {
  readonly epoch: Epoch;
  /** The mark of the last write, set in the same instant. */
  readonly mark: string;
}

/** What a candidacy works with and whom it tells; exactly one of `won` and `over` is called, unless it is stopped. */
export interface CandidacyPorts {
  readonly calls: EtcdCalls;
  readonly clock: Clock;
  readonly won: (win: Win, lease: LeaseKeeper) => void;
  /** Someone else leads, or etcd would not have it. The lease was given back. */
  readonly over: () => void;
  /** The lease of an election that was won is gone. */
  readonly gone: (because: string) => void;
}

/**
 * One attempt at leadership: a lease, then the leader key under it if there is none. Who won is read from the key, never from
 * whether the attempt succeeded: an attempt whose answer was lost may have won, and its repetition then finds its own lease there.
 */
export class Candidacy {
  #lease: LeaseKeeper | undefined;
  #state: 'running' | 'won' | 'over' = 'running';

  constructor(
    private readonly candidate: Candidate,
    private readonly ports: CandidacyPorts,
  ) {
    const { calls, clock } = ports;
    const sentAt = clock.now();
    calls.grantLease(candidate.leaseTtlMs, (answer) => {
      if (!answer.ok) this.#giveUp();
      // Stopped meanwhile: nobody knows of this lease, so it is given back at once.
      else if (this.#state !== 'running') calls.revokeLease(answer.value.id, () => {});
      else {
        this.#lease = new LeaseKeeper(answer.value, sentAt, { calls, clock, gone: this.#gone });
        this.#runUnder(this.#lease);
      }
    });
  }

  /** Ends an attempt that is not over yet. */
  stop(): void {
    if (this.#state !== 'running') return;
    this.#state = 'over';
    if (this.#lease === undefined) return;
    this.#lease.stop();
    this.ports.calls.revokeLease(this.#lease.id, () => {});
  }

  readonly #gone = (because: string): void => {
    if (this.#state === 'won') this.ports.gone(because);
    else this.#giveUp();
  };

  #runUnder(lease: LeaseKeeper): void {
    const { keys, clusterId, address, instanceId } = this.candidate;
    const transaction: Transaction = {
      guards: [
        { guard: 'absent', key: keys.leader },
        { guard: 'value', key: keys.clusterId, value: clusterId },
      ],
      puts: [
        { key: keys.leader, value: leaderValue(address, instanceId), lease: lease.id },
        { key: keys.lastWrite, value: `elected/${lease.id}` },
      ],
      reads: [...leaderReads(keys), keys.lastWrite],
    };
    insist<TransactionResult>((done) => this.ports.calls.transact(transaction, done), {
      clock: this.ports.clock,
      wanted: () => this.#state === 'running',
      done: (answer) => {
        if (answer.ok) this.#judge(answer.value, lease);
        else this.#giveUp();
      },
    });
  }

  #judge(result: TransactionResult, lease: LeaseKeeper): void {
    const { keys } = this.candidate;
    const leader = seenLeader(keys, result);
    if (leader?.lease !== lease.id) {
      this.#giveUp();
      return;
    }
    this.#state = 'won';
    const mark = result.found.get(keys.lastWrite)?.value ?? '';
    this.ports.won({ epoch: leader.epoch, mark }, lease);
  }

  #giveUp(): void {
    if (this.#state !== 'running') return;
    this.stop();
    this.ports.over();
  }
}
