import { after } from '@parley/common/kernel';
import type { Cancel, Clock, MonotonicMs } from '@parley/common/kernel';
import type { EtcdCalls, GrantedLease } from './etcd-calls';

/** A lease is trusted this much less long than it was granted for: clocks differ, and a timer may be late. */
const MARGIN_MIN_MS = 500;
const MARGIN_PART = 5;
/** Renewals a time to live. */
const RENEWALS = 3;
/** A renewal that is not answered so soon is sent again, to another node, while there is time. */
const DEADLINE_MIN_MS = 500;
const DEADLINE_PART = 5;
/** After a renewal that failed. */
const RETRY_MS = 100;

/** What a lease is kept with. */
export interface LeasePorts {
  readonly calls: EtcdCalls;
  readonly clock: Clock;
  /** Called once when the lease is gone, or can no longer be confirmed. */
  readonly gone: (because: string) => void;
}

/** The instant until which a lease proves something, when the call that granted or renewed it was sent at `sentAt`. */
export function provenUntil(sentAt: MonotonicMs, ttlMs: number): MonotonicMs {
  return after(sentAt, ttlMs - Math.max(MARGIN_MIN_MS, ttlMs / MARGIN_PART));
}

/** Keeps one lease alive by single renewals, and knows until when it is proven to live. */
export class LeaseKeeper {
  readonly id: string;
  #until: MonotonicMs;
  #ttlMs: number;
  #ended = false;
  #cancelRenewal: Cancel;
  #cancelReminder: Cancel;

  constructor(
    granted: GrantedLease,
    sentAt: MonotonicMs,
    private readonly ports: LeasePorts,
  ) {
    this.id = granted.id;
    this.#ttlMs = granted.ttlMs;
    this.#until = provenUntil(sentAt, granted.ttlMs);
    this.#cancelRenewal = this.#renewAt(after(sentAt, granted.ttlMs / RENEWALS));
    this.#cancelReminder = this.#remind();
  }

  /** Whoever acts on the lease compares this with the present instant: the reminder inside may come late. */
  get until(): MonotonicMs {
    return this.#until;
  }

  /** Stops renewing, without giving the lease back. */
  stop(): void {
    this.#ended = true;
    this.#cancelRenewal();
    this.#cancelReminder();
  }

  #renewAt(when: MonotonicMs): Cancel {
    return this.ports.clock.at(when, () => {
      this.#renew();
    });
  }

  #renew(): void {
    const { calls, clock } = this.ports;
    const sentAt = clock.now();
    calls.keepAlive(this.id, Math.max(DEADLINE_MIN_MS, this.#ttlMs / DEADLINE_PART), (answer) => {
      if (this.#ended) return;
      if (!answer.ok) {
        this.#cancelRenewal = this.#renewAt(after(clock.now(), RETRY_MS));
      } else if (answer.value === 0) {
        this.#end('etcd no longer knows the lease of this leader');
      } else {
        this.#ttlMs = answer.value;
        this.#until = provenUntil(sentAt, answer.value);
        this.#cancelRenewal = this.#renewAt(after(sentAt, answer.value / RENEWALS));
      }
    });
  }

  #remind(): Cancel {
    return this.ports.clock.at(this.#until, () => {
      if (this.#until <= this.ports.clock.now()) {
        this.#end(
          `etcd has confirmed no renewal of the lease in time, which was granted for ${String(this.#ttlMs)} ms`,
        );
      } else this.#cancelReminder = this.#remind();
    });
  }

  #end(because: string): void {
    this.stop();
    this.ports.gone(because);
  }
}
