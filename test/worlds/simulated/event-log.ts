import { createHash } from 'node:crypto';

/** Everything that happened in a run, as one number to compare runs by; and as text, when somebody wants to read it. */
export class EventLog {
  readonly #hash = createHash('sha256');
  readonly #trace: ((line: string) => void) | undefined;
  #events = 0;

  /** `trace` is given every line. */
  constructor(trace?: (line: string) => void) {
    this.#trace = trace;
  }

  /** How many events there were. */
  get events(): number {
    return this.#events;
  }

  /** Whether anybody reads the lines, so that costly ones need not be made in vain. */
  get isTraced(): boolean {
    return this.#trace !== undefined;
  }

  /** Notes one event; `bytes` count for the hash only. */
  note(line: string, bytes?: Uint8Array): void {
    this.#events += 1;
    this.#hash.update(line);
    if (bytes !== undefined) this.#hash.update(bytes);
    this.#trace?.(line);
  }

  /** A line for readers only. */
  remark(line: () => string): void {
    this.#trace?.(line());
  }

  /** The hash of all events so far. */
  digest(): string {
    return this.#hash.copy().digest('hex').slice(0, 32);
  }
}
