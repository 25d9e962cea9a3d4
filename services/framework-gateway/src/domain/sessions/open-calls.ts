import type { CallId } from '@parley/common/kernel';

/** Who wants the answer of a call: the client, or only the gateway itself. */
export type CallOwner = 'client' | 'gateway';

/** The calls of one session that were sent to the master and not answered yet. */
export class OpenCalls {
  /** Bounded by `callsMax`. */
  readonly #owners = new Map<CallId, CallOwner>();
  readonly #callsMax: number;

  constructor(callsMax: number) {
    this.#callsMax = callsMax;
  }

  get size(): number {
    return this.#owners.size;
  }

  get isFull(): boolean {
    return this.#owners.size >= this.#callsMax;
  }

  /** Takes note of a call unless too many are open already. A call id that is open already stays open once, since the master carries it out and answers it once. */
  open(callId: CallId, owner: CallOwner): 'opened' | 'repeated' | 'full' {
    if (this.#owners.has(callId)) return 'repeated';
    if (this.isFull) return 'full';
    this.#owners.set(callId, owner);
    return 'opened';
  }

  /** Takes note of an answer and says who wants it; undefined for a call that is not open. */
  close(callId: CallId): CallOwner | undefined {
    const owner = this.#owners.get(callId);
    this.#owners.delete(callId);
    return owner;
  }

  /** Ends all open calls and returns those that the client wants answered, in the order sent. */
  closeAll(): readonly CallId[] {
    const wanted = [...this.#owners].filter(([, owner]) => owner === 'client').map(([callId]) => callId);
    this.#owners.clear();
    return wanted;
  }
}
