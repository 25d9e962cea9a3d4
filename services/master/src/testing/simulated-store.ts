import { after, unreachable } from '@parley/common/kernel';
import type { MonotonicMs } from '@parley/common/kernel';
import type {
  GrantedLease,
  Guard,
  Page,
  PageRequest,
  StoredValue,
  Transaction,
  TransactionResult,
} from '../edge/etcd/etcd-calls';

interface HeldLease {
  readonly ttlMs: number;
  expiresAt: MonotonicMs;
}

/** What etcd reports for a lease it does not know. */
export const LEASE_NOT_FOUND = 'etcdserver: requested lease not found';
/** etcd grants no lease shorter than this, with its usual election timeout. */
const TTL_MIN_MS = 2000;

/** The state of a simulated etcd: entries with create revisions, and leases with which entries vanish. Listings are always of the newest revision. */
export class SimulatedStore {
  #revision = 1;
  #nextLease = 1;
  readonly #entries = new Map<string, StoredValue>();
  readonly #leases = new Map<string, HeldLease>();

  get revision(): number {
    return this.#revision;
  }

  /** For checkers: one entry as it is now. */
  get(key: string): StoredValue | undefined {
    return this.#entries.get(key);
  }

  /** The result, or the text of a refusal. */
  transact({ guards, puts, reads }: Transaction): TransactionResult | string {
    const succeeded = guards.every((guard) => this.#holds(guard));
    if (succeeded && puts.length > 0) {
      if (new Set(puts.map(({ key }) => key)).size < puts.length)
        return 'etcdserver: duplicate key given in txn request';
      if (puts.some(({ lease }) => lease !== undefined && !this.#leases.has(lease))) return LEASE_NOT_FOUND;
      this.#revision += 1;
      for (const { key, value, lease = '0' } of puts) {
        if (value === undefined) this.#entries.delete(key);
        else {
          const createRevision = this.#entries.get(key)?.createRevision ?? this.#revision;
          this.#entries.set(key, { value, createRevision, lease });
        }
      }
    }
    const found = new Map<string, StoredValue>();
    for (const key of reads) {
      const entry = this.#entries.get(key);
      if (entry !== undefined) found.set(key, entry);
    }
    return { succeeded, revision: this.#revision, found };
  }

  page({ prefix, after: last, limit }: PageRequest): Page {
    const keys = [...this.#entries.keys()].filter(
      (key) => key.startsWith(prefix) && (last === undefined || key > last),
    );
    keys.sort();
    const entries = keys.slice(0, limit).map((key) => [key, this.#entries.get(key)?.value ?? ''] as const);
    return { entries, more: keys.length > limit, revision: this.#revision };
  }

  grant(ttlMs: number, now: MonotonicMs): GrantedLease {
    const id = String(this.#nextLease);
    this.#nextLease += 1;
    const granted = Math.max(Math.ceil(ttlMs / 1000) * 1000, TTL_MIN_MS);
    this.#leases.set(id, { ttlMs: granted, expiresAt: after(now, granted) });
    return { id, ttlMs: granted };
  }

  /** The time to live that was granted again; 0 when there is no such lease. */
  renew(id: string, now: MonotonicMs): number {
    const lease = this.#leases.get(id);
    if (lease === undefined) return 0;
    lease.expiresAt = after(now, lease.ttlMs);
    return lease.ttlMs;
  }

  /** False when there was no such lease. */
  revoke(id: string): boolean {
    const entries = [...this.#entries].filter(([, { lease }]) => lease === id);
    for (const [key] of entries) this.#entries.delete(key);
    if (entries.length > 0) this.#revision += 1;
    return this.#leases.delete(id);
  }

  /** Lets go of every lease that is due, and says when the next one is; undefined when there is none. */
  expire(now: MonotonicMs): MonotonicMs | undefined {
    let next: MonotonicMs | undefined;
    for (const [id, { expiresAt }] of [...this.#leases]) {
      if (expiresAt <= now) this.revoke(id);
      else if (next === undefined || expiresAt < next) next = expiresAt;
    }
    return next;
  }

  /** A restarted etcd begins every lease anew, since it does not know for how long it was away. */
  renewAll(now: MonotonicMs): void {
    for (const lease of this.#leases.values()) lease.expiresAt = after(now, lease.ttlMs);
  }

  #holds(guard: Guard): boolean {
    const entry = this.#entries.get(guard.key);
    switch (guard.guard) {
      case 'absent':
        return entry === undefined;
      case 'created-at':
        return entry?.createRevision === guard.revision;
      case 'value':
        return entry?.value === guard.value;
      default:
        return unreachable(guard, 'guard');
    }
  }
}
