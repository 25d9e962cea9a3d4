import type { Cancel, Clock, MonotonicMs, Moment, Random } from '../kernel';
import type { Core, Tick } from './core';

/** No slice of work holds the event loop for longer than this (architecture §9.6). */
const SLICE_MS = 10;

const TICK: Tick = { input: 'tick' };

/** What an actor needs besides its core. */
export interface ActorPorts<Effect> {
  readonly clock: Clock;
  readonly random: Random;
  /** Carries out one effect; outcomes come back through {@link Actor.post}. Must not throw. */
  carryOut(effect: Effect): void;
  /** Called after each slice, when all its effects were carried out: streams are flushed here. */
  flush(): void;
  /** Whether the actor may act at this instant; a master checks its lease here. When it may not, nothing is stepped any more. */
  mayAct(now: MonotonicMs): boolean;
}

/** How many inputs may wait before client calls are refused and peer streams are paused. */
export const MAILBOX_MAX = 10_000;

/** What is nearly always the answer: made once, since it is asked for with every message. */
const ROOM = Promise.resolve();

/** One writer for one core: queues inputs, steps them in order in slices of at most 10 ms, carries out the effects, arranges the next tick. */
export class Actor<Input, Effect> {
  readonly #core: Core<Input, Effect>;
  readonly #ports: ActorPorts<Effect>;
  readonly #mailboxMax: number;
  /** Bounded by {@link MAILBOX_MAX} for everything that asks {@link hasRoom}; timers, link losses and outcomes are few and always taken. */
  #waiting: (Input | Tick)[] = [];
  #head = 0;
  #draining = false;
  #stopped = false;
  #wake: { readonly at: MonotonicMs; readonly cancel: Cancel } | undefined;
  #roomWaiters: (() => void)[] = [];

  constructor(core: Core<Input, Effect>, ports: ActorPorts<Effect>, mailboxMax: number = MAILBOX_MAX) {
    this.#core = core;
    this.#ports = ports;
    this.#mailboxMax = mailboxMax;
  }

  /** Inputs that wait for their step. */
  get depth(): number {
    return this.#waiting.length - this.#head;
  }

  /** Whether client calls and peer messages should be taken now. */
  get hasRoom(): boolean {
    return this.depth < this.#mailboxMax;
  }

  /** Queues an input. Always taken: whoever reads from a client or peer asks {@link room} first. */
  post(input: Input | Tick): void {
    if (this.#stopped) return;
    this.#waiting.push(input);
    this.#schedule();
  }

  /** Resolves when the mailbox has room; readers of streams await it between messages, which pauses the peer. */
  room(): Promise<void> {
    return this.hasRoom || this.#stopped ? ROOM : this.#roomAgain();
  }

  async #roomAgain(): Promise<void> {
    while (!this.hasRoom && !this.#stopped) {
      await new Promise<void>((resolve) => this.#roomWaiters.push(resolve));
    }
  }

  /** Ends the actor: nothing is stepped or carried out afterwards. */
  stop(): void {
    this.#stopped = true;
    this.#waiting = [];
    this.#head = 0;
    this.#wake?.cancel();
    this.#wake = undefined;
    this.#releaseRoom();
  }

  #schedule(): void {
    if (this.#draining) return;
    this.#draining = true;
    this.#ports.clock.soon(() => {
      this.#drain();
    });
  }

  #drain(): void {
    const began = this.#ports.clock.now();
    while (!this.#stopped) {
      const input = this.#take();
      if (input === undefined) break;
      const at = this.#moment();
      if (!this.#ports.mayAct(at.now)) return;
      this.#carryOutAll(this.#core.step(input, at));
      if (this.#ports.clock.now() - began >= SLICE_MS) break;
    }
    this.#finishSlice();
  }

  #finishSlice(): void {
    if (this.#stopped) return;
    const at = this.#moment();
    if (!this.#ports.mayAct(at.now)) return;
    this.#carryOutAll(this.#core.settle(at));
    this.#ports.flush();
    if (this.hasRoom) this.#releaseRoom();
    this.#draining = false;
    this.#arrangeTick();
    if (this.depth > 0) this.#schedule();
  }

  #take(): Input | Tick | undefined {
    const input = this.#waiting[this.#head];
    if (input === undefined) return undefined;
    this.#head += 1;
    if (this.#head === this.#waiting.length) {
      this.#waiting = [];
      this.#head = 0;
    } else if (this.#head >= 1_024) {
      this.#waiting = this.#waiting.slice(this.#head);
      this.#head = 0;
    }
    return input;
  }

  #moment(): Moment {
    return { now: this.#ports.clock.now(), wall: this.#ports.clock.wall(), chance: this.#ports.random() };
  }

  #carryOutAll(effects: readonly Effect[]): void {
    for (const effect of effects) this.#ports.carryOut(effect);
  }

  #arrangeTick(): void {
    const at = this.#core.wakeAt;
    if (at === this.#wake?.at) return;
    this.#wake?.cancel();
    this.#wake = undefined;
    if (at === undefined) return;
    const cancel = this.#ports.clock.at(at, () => {
      this.#wake = undefined;
      this.post(TICK);
    });
    this.#wake = { at, cancel };
  }

  #releaseRoom(): void {
    const waiters = this.#roomWaiters;
    this.#roomWaiters = [];
    for (const release of waiters) release();
  }
}
