import { after } from '@parley/common/kernel';
import type { Cancel, Clock } from '@parley/common/kernel';
import type { EtcdCalls } from './etcd-calls';
import type { EtcdKeys } from './etcd-keys';
import { leaderReads, seenLeader } from './leader-key';
import type { SeenLeader } from './leader-key';

/** How often the leader key is read; a watch only makes it sooner. */
const READ_EVERY_MS = 1000;

/** What a watch over the leader key works with. */
export interface LeaderWatchPorts {
  readonly calls: EtcdCalls;
  readonly clock: Clock;
  readonly keys: EtcdKeys;
  /** Told after each successful read, with the revision of the store it saw; not told when etcd does not answer. */
  readonly seen: (leader: SeenLeader | undefined, revision: number) => void;
}

/** Reads the leader key every second, and at once when etcd hints that it changed. One read is in flight at a time. */
export class LeaderWatch {
  readonly #cancelHints: Cancel;
  #cancelNext: Cancel = () => {};
  #reading = false;
  #again = false;
  #stopped = false;

  constructor(private readonly ports: LeaderWatchPorts) {
    this.#cancelHints = ports.calls.watch(ports.keys.leader, () => {
      this.readNow();
    });
    this.readNow();
  }

  /** Reads as soon as possible. */
  readNow(): void {
    if (this.#stopped) return;
    this.#again = true;
    if (!this.#reading) this.#read();
  }

  stop(): void {
    this.#stopped = true;
    this.#cancelHints();
    this.#cancelNext();
  }

  #read(): void {
    this.#cancelNext();
    this.#reading = true;
    this.#again = false;
    const { calls, clock, keys, seen } = this.ports;
    calls.transact({ guards: [], puts: [], reads: leaderReads(keys) }, (answer) => {
      if (this.#stopped) return;
      this.#reading = false;
      this.#cancelNext = clock.at(after(clock.now(), READ_EVERY_MS), () => {
        this.readNow();
      });
      if (answer.ok) seen(seenLeader(keys, answer.value), answer.value.revision);
      if (this.#again) this.readNow();
    });
  }
}
