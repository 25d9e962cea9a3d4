import type { Clock } from '../kernel';

/** How much one peer may send. */
export interface ByteRateLimit {
  /** Bytes of messages a second, before they are decoded … */
  readonly bytesPerSecondMax: number;
  /** … on average over so many whole seconds. */
  readonly overSeconds: number;
}

interface Second {
  readonly number: number;
  bytes: number;
}

const SECOND_MS = 1_000;

/** Measures what arrives on one stream. */
export class ByteRate {
  readonly #limit: ByteRateLimit;
  readonly #clock: Clock;
  /** Bounded by the seconds of the limit. */
  #seconds: Second[] = [];

  constructor(limit: ByteRateLimit, clock: Clock) {
    this.#limit = limit;
    this.#clock = clock;
  }

  /** Counts a message; true when the peer has sent more than it may. */
  exceededBy(bytes: number): boolean {
    const { bytesPerSecondMax, overSeconds } = this.#limit;
    const number = Math.floor(this.#clock.now() / SECOND_MS);
    const last = this.#seconds.at(-1);
    if (last?.number === number) last.bytes += bytes;
    else {
      this.#seconds = this.#seconds.filter((second) => second.number > number - overSeconds);
      this.#seconds.push({ number, bytes });
    }
    const sum = this.#seconds.reduce((all, second) => all + second.bytes, 0);
    return sum > bytesPerSecondMax * overSeconds;
  }
}
