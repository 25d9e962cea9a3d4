import type { Cancel } from '@parley/common/kernel';

/** Why a call gave no result. */
export interface CallFailure {
  /** `unknown`: it may have taken effect, now or a little later, or not at all. `refused`: it took no effect and would be refused again. */
  readonly kind: 'unknown' | 'refused';
  /** What was reported, without a final period. */
  readonly message: string;
}

/** The answer to one call. */
export type Answer<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: CallFailure };

/** Takes the answer; called exactly once unless the calls were closed, later and never from inside the call. */
export type Done<Value> = (answer: Answer<Value>) => void;

/** One entry as etcd holds it. */
export interface StoredValue {
  readonly value: string;
  readonly createRevision: number;
  /** The lease it will vanish with; `0` when there is none. */
  readonly lease: string;
}

/** What must hold for a transaction to take effect. */
export type Guard =
  | { readonly guard: 'absent'; readonly key: string }
  | { readonly guard: 'created-at'; readonly key: string; readonly revision: number }
  | { readonly guard: 'value'; readonly key: string; readonly value: string };

/** One entry that a transaction sets, or removes where the value is undefined. */
export interface Put {
  readonly key: string;
  readonly value: string | undefined;
  /** The entry vanishes with this lease. */
  readonly lease?: string;
}

/** Happens whole or not at all. Without guards and puts it is a read. Keys of puts are distinct, and at most {@link PUTS_MAX}. */
export interface Transaction {
  readonly guards: readonly Guard[];
  readonly puts: readonly Put[];
  /** Read afterwards, in the same instant, whether or not the guards held. */
  readonly reads: readonly string[];
}

/** etcd takes 128 operations in one transaction; some are kept for reads. */
export const PUTS_MAX = 110;

/** What a transaction did and saw. */
export interface TransactionResult {
  /** Whether the guards held. */
  readonly succeeded: boolean;
  /** Of the store as a whole, at that instant. */
  readonly revision: number;
  /** Those of the keys to read that exist. */
  readonly found: ReadonlyMap<string, StoredValue>;
}

/** Which part of the store to list. */
export interface PageRequest {
  readonly prefix: string;
  /** The last key that is already known; undefined begins at the first. */
  readonly after: string | undefined;
  /** At which revision; 0 is the newest. */
  readonly revision: number;
  readonly limit: number;
}

/** A part of a listing, in order of keys. */
export interface Page {
  readonly entries: readonly (readonly [key: string, value: string])[];
  readonly more: boolean;
  /** The revision of the store when it answered. */
  readonly revision: number;
}

/** A lease as it was granted. */
export interface GrantedLease {
  readonly id: string;
  /** Time to live that the server chose. */
  readonly ttlMs: number;
}

/**
 * What coordination asks of etcd: few calls, each with a deadline and none ever repeated underneath, since only the caller knows
 * what a repetition means. Production: gRPC. Simulation: a store in memory.
 */
export interface EtcdCalls {
  transact(transaction: Transaction, done: Done<TransactionResult>): void;
  page(request: PageRequest, done: Done<Page>): void;
  grantLease(ttlMs: number, done: Done<GrantedLease>): void;
  /** One renewal; the answer is the time to live that was granted, or 0 when etcd does not know the lease any more. */
  keepAlive(leaseId: string, deadlineMs: number, done: Done<number>): void;
  revokeLease(leaseId: string, done: Done<void>): void;
  /** Calls back when the key may have changed. A hint: it may come late, too often, or never. */
  watch(key: string, changed: () => void): Cancel;
  /** Lets go of all connections; answers that are still out never arrive. */
  close(): void;
}
