import { after } from '@parley/common/kernel';
import type { Cancel, Clock } from '@parley/common/kernel';

/** Bytes that wait for the leader beyond which no more is read from clients. A quarter of what the link's queue holds: what was read already still has to fit. */
export const BACKLOG_MAX = 8 * 1024 * 1024;
/** So many readers go on at a time: each may bring a message before the backlog shows it. */
const READERS_MAX = 16;
/** How often the backlog is looked at again while readers wait and nothing else happens, in milliseconds. */
const LOOK_AGAIN_MS = 10;

/** Lets clients' readers wait while the link to the leader does not take what they bring, so that the link is never cut for falling behind. */
export class LinkRoom {
  readonly #backlog: () => number;
  readonly #clock: Clock;
  /** In the order of arrival; bounded by the client streams and operator requests. */
  #waiting: (() => void)[] = [];
  #again: Cancel | undefined;

  constructor(backlog: () => number, clock: Clock) {
    this.#backlog = backlog;
    this.#clock = clock;
  }

  /** Undefined when there is room now; otherwise resolves when this reader may go on. */
  wait(): Promise<void> | undefined {
    if (this.#waiting.length === 0 && this.#backlog() <= BACKLOG_MAX) return undefined;
    const turn = new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#lookAgain();
    return turn;
  }

  /** To be called whenever something was written to the link, or queued for it. */
  changed(): void {
    if (this.#waiting.length === 0 || this.#backlog() > BACKLOG_MAX) return;
    for (const goOn of this.#waiting.splice(0, READERS_MAX)) goOn();
  }

  /** Lets everybody go. */
  stop(): void {
    this.#again?.();
    this.#again = undefined;
    for (const goOn of this.#waiting.splice(0)) goOn();
  }

  #lookAgain(): void {
    this.#again ??= this.#clock.at(after(this.#clock.now(), LOOK_AGAIN_MS), () => {
      this.#again = undefined;
      this.changed();
      if (this.#waiting.length > 0) this.#lookAgain();
    });
  }
}
