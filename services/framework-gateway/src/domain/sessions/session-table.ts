import type { StreamId } from '@parley/common/kernel';
import type { Session } from './session';

/** All sessions of one gateway, found by the client's stream and by the number that the master uses. */
export class SessionTable {
  /** Both are bounded by `sessionsMax`; a session that is leaving is found by number only. */
  readonly #byNumber = new Map<number, Session>();
  readonly #byStream = new Map<StreamId, Session>();
  readonly #sessionsMax: number;
  #made = 0;

  constructor(sessionsMax: number) {
    this.#sessionsMax = sessionsMax;
  }

  get size(): number {
    return this.#byNumber.size;
  }

  /** Adds the session of a new stream, or returns undefined when there are too many. */
  open(stream: StreamId): Session | undefined {
    if (this.#byNumber.size >= this.#sessionsMax) return undefined;
    this.#made += 1;
    const session: Session = { session: this.#made, stream, current: { state: 'opened' } };
    this.#byNumber.set(session.session, session);
    this.#byStream.set(stream, session);
    return session;
  }

  ofStream(stream: StreamId): Session | undefined {
    return this.#byStream.get(stream);
  }

  numbered(session: number): Session | undefined {
    return this.#byNumber.get(session);
  }

  /** All sessions in the order in which they were opened. */
  all(): readonly Session[] {
    return [...this.#byNumber.values()];
  }

  /** The stream is gone, the session is still needed. */
  detach(session: Session): void {
    this.#byStream.delete(session.stream);
  }

  forget(session: Session): void {
    this.#byStream.delete(session.stream);
    this.#byNumber.delete(session.session);
  }
}
