import { after } from '@parley/common/kernel';
import type { Cancel, Clock, MonotonicMs, Random } from '@parley/common/kernel';
import type { Answer, Done, EtcdCalls } from '../edge/etcd/etcd-calls';
import { LEASE_NOT_FOUND, SimulatedStore } from './simulated-store';

/** Deadline of every call that names none. */
const DEADLINE_MS = 1500;

/** What goes wrong with the calls of all clients, and how often; set and cleared while a simulation runs. */
export interface EtcdTroubles {
  /** Shortest and longest time that one way takes, in milliseconds. */
  delayMs: readonly [number, number];
  /** Chance in [0, 1] that a call is reported unknown without having taken effect. */
  droppedRate: number;
  /** Chance in [0, 1] that a call is reported unknown although it took effect. */
  unheardRate: number;
  /** Chance in [0, 1] that a call is reported unknown and takes effect {@link EtcdTroubles.lateMs} after that. */
  lateRate: number;
  lateMs: number;
}

/** How often troubles have really happened to transactions that write. */
export interface EtcdTroubleCounts {
  dropped: number;
  unheard: number;
  late: number;
}

/** What simulated etcd runs on. Its clock is its own: it must go on while clients are paused. */
export interface SimulatedEtcdPorts {
  readonly clock: Clock;
  readonly random: Random;
}

/** One etcd in memory, shared by several clients, on simulated time. Deterministic: the order of events follows from the clock and the random numbers alone. */
export class SimulatedEtcd {
  readonly troubles: EtcdTroubles = { delayMs: [1, 3], droppedRate: 0, unheardRate: 0, lateRate: 0, lateMs: 300 };
  readonly counts: EtcdTroubleCounts = { dropped: 0, unheard: 0, late: 0 };
  #store = new SimulatedStore();
  #running = true;
  #cancelExpiry: Cancel = () => {};
  /** One per open watch. */
  readonly #watches = new Set<{ readonly key: string; seen: number | undefined; readonly changed: () => void }>();

  constructor(private readonly ports: SimulatedEtcdPorts) {}

  /** For checkers. */
  get store(): SimulatedStore {
    return this.#store;
  }

  /** A connection for one process, whose answers and deadlines run on that process's clock. */
  client(clock: Clock): SimulatedEtcdClient {
    return new SimulatedEtcdClient(this, clock);
  }

  /** No call reaches it any more. */
  stop(): void {
    this.#running = false;
    this.#cancelExpiry();
    for (const watch of this.#watches) watch.seen = undefined;
  }

  /** Comes back with its data, or, where the disk was lost, without. */
  start(data: 'kept' | 'lost' = 'kept'): void {
    if (data === 'lost') this.#store = new SimulatedStore();
    this.#store.renewAll(this.ports.clock.now());
    this.#running = true;
    this.#settle();
  }

  /** Carries a request there and its answer back; called by clients. `arrived` runs on the time of etcd. */
  carry<Value>(client: SimulatedEtcdClient, call: SimulatedCall<Value>): void {
    const fate = this.#fateOf(call.writes);
    this.#later(() => {
      if (fate === 'dropped') call.answered(UNKNOWN);
      else if (fate === 'late') {
        call.answered(UNKNOWN);
        this.#later(() => this.#arrive(call), this.troubles.lateMs);
      } else if (client.reaches('etcd')) {
        const answer = this.#arrive(call);
        this.#later(() => {
          if (answer !== undefined && client.reaches('client')) call.answered(fate === 'unheard' ? UNKNOWN : answer);
        });
      }
    });
  }

  /** Calls back, some time after the key changed, while etcd runs and the client is neither cut off nor deaf. */
  watch(client: SimulatedEtcdClient, key: string, changed: () => void): Cancel {
    const hint = (): void => {
      this.#later(() => {
        if (client.reaches('client') && !client.deaf) changed();
      });
    };
    const watch = { key, seen: this.#versionOf(key), changed: hint };
    this.#watches.add(watch);
    return () => this.#watches.delete(watch);
  }

  #arrive<Value>(call: SimulatedCall<Value>): Answer<Value> | undefined {
    if (!this.#running) return undefined;
    this.#store.expire(this.ports.clock.now());
    const answer = call.apply(this.#store, this.ports.clock.now());
    this.#settle();
    return answer;
  }

  /** After every change: leases that are due go, watches are told, and the next lease to go is remembered. */
  #settle(): void {
    const { clock } = this.ports;
    const next = this.#store.expire(clock.now());
    this.#cancelExpiry();
    if (next !== undefined) {
      this.#cancelExpiry = clock.at(next, () => {
        this.#settle();
      });
    }
    for (const watch of this.#watches) {
      const version = this.#versionOf(watch.key);
      if (version === watch.seen) continue;
      watch.seen = version;
      watch.changed();
    }
  }

  #versionOf(key: string): number {
    return this.#store.get(key)?.createRevision ?? 0;
  }

  #fateOf(writes: boolean): 'served' | 'dropped' | 'unheard' | 'late' {
    const { droppedRate, unheardRate, lateRate } = this.troubles;
    const chance = this.ports.random();
    const fate =
      chance < droppedRate
        ? 'dropped'
        : chance < droppedRate + unheardRate
          ? 'unheard'
          : chance < droppedRate + unheardRate + lateRate
            ? 'late'
            : 'served';
    if (fate !== 'served' && writes) this.counts[fate] += 1;
    return fate;
  }

  #later(callback: () => void, extraMs = 0): void {
    const { clock, random } = this.ports;
    const [shortest, longest] = this.troubles.delayMs;
    clock.at(after(clock.now(), extraMs + shortest + random() * (longest - shortest)), callback);
  }
}

const UNKNOWN = { ok: false, failure: { kind: 'unknown', message: 'the connection broke' } } as const;

/** One call on its way. */
export interface SimulatedCall<Value> {
  /** Whether it is a transaction that changes something. */
  readonly writes: boolean;
  readonly apply: (store: SimulatedStore, now: MonotonicMs) => Answer<Value>;
  readonly answered: (answer: Answer<Value>) => void;
}

/** One process's connection to simulated etcd, with the faults that concern this process alone. */
export class SimulatedEtcdClient implements EtcdCalls {
  /** Watches tell this process nothing. */
  deaf = false;
  /** Which way nothing passes: calls do not arrive, answers do not return, or both. */
  cut: 'none' | 'calls' | 'answers' | 'both' = 'none';
  #closed = false;
  /** One, since a coordination watches one key. */
  readonly #watches: Cancel[] = [];

  constructor(
    private readonly etcd: SimulatedEtcd,
    private readonly clock: Clock,
  ) {}

  /** Whether what is sent now arrives on that side. */
  reaches(side: 'etcd' | 'client'): boolean {
    return !(this.cut === 'both' || this.cut === (side === 'etcd' ? 'calls' : 'answers'));
  }

  transact: EtcdCalls['transact'] = (transaction, done) => {
    this.#call(done, {
      writes: transaction.puts.length > 0,
      apply: (store) => {
        const result = store.transact(transaction);
        return typeof result === 'string' ? refused(result) : { ok: true, value: result };
      },
    });
  };

  page: EtcdCalls['page'] = (request, done) => {
    this.#call(done, { apply: (store) => ({ ok: true, value: store.page(request) }) });
  };

  grantLease: EtcdCalls['grantLease'] = (ttlMs, done) => {
    this.#call(done, { apply: (store, now) => ({ ok: true, value: store.grant(ttlMs, now) }) });
  };

  keepAlive: EtcdCalls['keepAlive'] = (leaseId, deadlineMs, done) => {
    this.#call(done, { deadlineMs, apply: (store, now) => ({ ok: true, value: store.renew(leaseId, now) }) });
  };

  revokeLease: EtcdCalls['revokeLease'] = (leaseId, done) => {
    this.#call(done, {
      apply: (store) => (store.revoke(leaseId) ? { ok: true, value: undefined } : refused(LEASE_NOT_FOUND)),
    });
  };

  watch: EtcdCalls['watch'] = (key, changed) => {
    const cancel = this.etcd.watch(this, key, () => {
      if (!this.#closed) this.clock.soon(changed);
    });
    this.#watches.push(cancel);
    return cancel;
  };

  /** The process is gone, or has let go: nothing is called back any more. What was sent may still take effect. */
  close(): void {
    this.#closed = true;
    for (const cancel of this.#watches.splice(0)) cancel();
  }

  #call<Value>(
    done: Done<Value>,
    call: Pick<SimulatedCall<Value>, 'apply'> & { writes?: boolean; deadlineMs?: number },
  ): void {
    if (this.#closed) return;
    let waiting = true;
    const answered = (answer: Answer<Value>): void => {
      if (!waiting || this.#closed) return;
      waiting = false;
      cancel();
      done(answer);
    };
    const cancel = this.clock.at(after(this.clock.now(), call.deadlineMs ?? DEADLINE_MS), () => {
      answered(UNKNOWN);
    });
    this.etcd.carry<Value>(this, {
      writes: call.writes ?? false,
      apply: call.apply,
      answered: (answer) => {
        this.clock.soon(() => {
          answered(answer);
        });
      },
    });
  }
}

function refused(message: string): Answer<never> {
  return { ok: false, failure: { kind: 'refused', message } };
}
