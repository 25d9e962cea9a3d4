import type { CallId, TaskId } from '@parley/common/kernel';
import { NO_CALL_ID, toCallId } from '../ids';

/** Whose answer is awaited, and what it is good for. */
export type OpenCall =
  | { readonly kind: 'accept'; readonly taskIds: readonly TaskId[] }
  | { readonly kind: 'kill'; readonly key: string }
  | { readonly kind: 'reconcile' }
  | { readonly kind: 'decline' }
  | { readonly kind: 'appetite'; readonly action: 'revive' | 'suppress' }
  /** A statement of what the waiting tasks need. */
  | { readonly kind: 'demand' }
  | { readonly kind: 'teardown' }
  /** A call that the author made; `ask` is how the façade finds its promise. */
  | { readonly kind: 'author'; readonly ask: number };

/** Calls of the present session that were not answered yet. Bounded by the pace's `openCallsMax`, which callers ask {@link hasRoom} about. */
export class OpenCalls {
  readonly #prefix: string;
  readonly #max: number;
  readonly #open = new Map<CallId, OpenCall>();
  #last = 0;

  /** Call ids begin with `prefix`, which must be unique among the processes of one framework. */
  constructor(prefix: string, max: number) {
    this.#prefix = prefix;
    this.#max = max;
  }

  get hasRoom(): boolean {
    return this.#open.size < this.#max;
  }

  /** The id to send a call under. Without room no answer is awaited, and the id says so. */
  begin(call: OpenCall): CallId {
    if (!this.hasRoom) return NO_CALL_ID;
    this.#last += 1;
    const callId = toCallId(`${this.#prefix}-${String(this.#last)}`);
    this.#open.set(callId, call);
    return callId;
  }

  /** Takes out a call that was answered; undefined for answers nobody waits for. */
  answered(callId: CallId): OpenCall | undefined {
    const call = this.#open.get(callId);
    this.#open.delete(callId);
    return call;
  }

  /** Takes out all calls, because their session is over. */
  takeAll(): readonly OpenCall[] {
    const all = [...this.#open.values()];
    this.#open.clear();
    return all;
  }
}
