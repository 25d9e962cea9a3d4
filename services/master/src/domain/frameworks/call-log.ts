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

/** Remembers the results of a framework's last calls, so that a call that is sent twice takes effect once. Bounded by {@link LIMITS.callResultsMax} and
 *  {@link LIMITS.callResultsTextMax}. */
export class CallLog {
  readonly #results = new Map<CallId, CallOutcome | 'open'>();
  #textLength = 0;

  /** What is known of a call: `undefined` when it is new. Calls without an id are always new. */
  find(callId: CallId): CallOutcome | 'open' | undefined {
    return this.#results.get(callId);
  }

  /** Notes that a call was taken. */
  open(callId: CallId): void {
    if (callId === '') return;
    this.#results.set(callId, 'open');
    this.#forgetOldest();
  }

  /** Notes a call's result; one that was forgotten meanwhile stays forgotten. */
  close(callId: CallId, result: CallOutcome): void {
    const known = this.#results.get(callId);
    if (known === undefined) return;
    this.#results.set(callId, result);
    this.#textLength += textLengthOf(result) - textLengthOf(known);
    this.#forgetOldest();
  }

  #forgetOldest(): void {
    for (const [callId, result] of this.#results) {
      if (this.#results.size <= LIMITS.callResultsMax && this.#textLength <= LIMITS.callResultsTextMax) return;
      this.#results.delete(callId);
      this.#textLength -= textLengthOf(result);
    }
  }
}

function textLengthOf(result: CallOutcome | 'open'): number {
  if (result === 'open' || result.outcome !== 'problem') return 0;
  // Remedies and reasons are the same texts for all.
  return result.problems.reduce(
    (sum, { field, message }) => sum + field.length + message.length,
    result.message.length,
  );
}
