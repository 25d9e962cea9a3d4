import { after, Agenda } from '@parley/common/kernel';
import type { MonotonicMs } from '@parley/common/kernel';

import { emptyChain, NO_RECORD } from './chain';
import type { Chain } from './chain';
import { LINK } from './refusal-records';
import type { RefusalRecords } from './refusal-records';
import { Slots } from './slots';

interface Bucket {
  readonly slot: number;
  readonly at: MonotonicMs;
  readonly chain: Chain;
}

/**
 * When which refusals end. Refusals that end in the same millisecond share one bucket, and as a rule many do, since they came in one batch:
 * only buckets are sorted. Bounded by the refusals.
 */
export class TimerWheel {
  readonly #records: RefusalRecords;
  readonly #buckets = new Slots<Bucket>();
  readonly #byTime = new Map<MonotonicMs, Bucket>();
  readonly #times = new Agenda<MonotonicMs>();

  constructor(records: RefusalRecords) {
    this.#records = records;
  }

  /** When the first of them ends. */
  get next(): MonotonicMs | undefined {
    return this.#times.next;
  }

  /** When the refusal ends. */
  endOf(record: number): MonotonicMs | undefined {
    return this.#buckets.at(this.#records.bucketOf(record))?.at;
  }

  set(record: number, until: MonotonicMs): void {
    const at = wholeMs(until);
    const bucket = this.#byTime.get(at) ?? this.#made(at);
    this.#records.setBucket(record, bucket.slot);
    this.#records.link(bucket.chain, record, LINK.inBucket);
  }

  cancel(record: number): void {
    const bucket = this.#buckets.at(this.#records.bucketOf(record));
    if (bucket === undefined) return;
    this.#records.unlink(bucket.chain, record, LINK.inBucket);
    if (bucket.chain.head !== NO_RECORD) return;
    this.#times.cancel(bucket.at);
    this.#byTime.delete(bucket.at);
    this.#buckets.free(bucket.slot);
  }

  /** A refusal that has ended at `now`; it stays until it is cancelled. */
  ended(now: MonotonicMs): number | undefined {
    const next = this.#times.next;
    if (next === undefined || next > now) return undefined;
    return this.#byTime.get(next)?.chain.head;
  }

  #made(at: MonotonicMs): Bucket {
    const bucket = this.#buckets.take((slot) => ({ slot, at, chain: emptyChain() }));
    this.#byTime.set(at, bucket);
    this.#times.set(at, at);
    return bucket;
  }
}

/** The first whole millisecond that is not before. */
function wholeMs(at: MonotonicMs): MonotonicMs {
  return after(at, Math.ceil(at) - at);
}
