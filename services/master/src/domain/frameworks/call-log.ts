import type { CallOutcome } from '@parley/common/contract';
import type { CallId, Problem, StreamId } from '@parley/common/kernel';
import { LIMITS } from '../limits';
import type { Framework } from './framework';

/** Who is answered when something is done. */
export type Asker =
  | { readonly asker: 'framework'; readonly framework: Framework; readonly callId: CallId }
  | { readonly asker: 'operator'; readonly gateway: StreamId; readonly requestId: number };

/** An answer that waits for agents or the registry. */
export interface PendingAnswer {
  readonly asker: Asker;
  /** Words still to come. */
  waiting: number;
  /** Faults of parts of the call, told once all words have come. */
  readonly problems: Problem[];
  /** What whoever ordered should know beside that it was done, as sentences. */
  readonly notes: readonly string[];
  /** What the last word makes of the call when nothing else is wrong. */
  outcome: CallOutcome;
}

/** A call is answered ok unless something said otherwise. */
export const OK: CallOutcome = { outcome: 'ok' };

/** Remembers the results of a framework's last calls, so that a call that is sent twice takes effect once. Bounded by {@link LIMITS.callResultsMax}. */
export class CallLog {
  readonly #results = new Map<CallId, CallOutcome | 'open'>();

  /** What is known of a call: `undefined` when it is new. Calls without an id are always new. */
  find(callId: CallId): CallOutcome | 'open' | undefined {
    return this.#results.get(callId);
  }

  /** Notes that a call was taken. */
  open(callId: CallId): void {
    if (callId === '') return;
    this.#results.set(callId, 'open');
    if (this.#results.size <= LIMITS.callResultsMax) return;
    for (const oldest of this.#results.keys()) {
      this.#results.delete(oldest);
      return;
    }
  }

  /** Notes a call's result; one that was forgotten meanwhile stays forgotten. */
  close(callId: CallId, result: CallOutcome): void {
    if (this.#results.has(callId)) this.#results.set(callId, result);
  }
}
