import { quantile } from '../quantiles';
import type { RunOrder, RunResult } from './generator-messages';

/** What has happened to a task so far. */
const ACCEPTED = 1;
const LAUNCHED = 2;
const RUNNING_ACKNOWLEDGED = 3;
const COMPLETED = 4;

/** The tasks of one run, by number, and when what happened to them. */
export class TaskLedger {
  readonly #order: RunOrder;
  readonly #now: () => number;
  readonly #states: Uint8Array;
  readonly #acceptedAt: Float64Array;
  readonly #latencies: Float64Array;
  readonly #tenths: number[] = [];
  readonly #problems: string[] = [];
  #accepted = 0;
  #launched = 0;
  #running = 0;
  #finished = 0;
  #completed = 0;
  #began = 0;
  #ended = 0;
  #overcommitted = 0;

  /** `now` gives milliseconds. */
  constructor(order: RunOrder, now: () => number) {
    this.#order = order;
    this.#now = now;
    this.#states = new Uint8Array(order.tasks);
    this.#acceptedAt = new Float64Array(order.tasks);
    this.#latencies = new Float64Array(order.tasks);
  }

  /** Tasks that no offer was accepted for yet. */
  get left(): number {
    return this.#order.tasks - this.#accepted;
  }

  get completed(): number {
    return this.#completed;
  }

  get done(): boolean {
    return this.#completed === this.#order.tasks;
  }

  /** The number of the next task, which is accepted for now. */
  accept(): number {
    const at = this.#now();
    if (this.#accepted === 0) this.#began = at;
    const task = this.#accepted;
    this.#accepted += 1;
    this.#states[task] = ACCEPTED;
    this.#acceptedAt[task] = at;
    return task;
  }

  /** An agent has the order to launch a task, and `inUse` tasks with it. */
  launched(task: number, inUse: number, slots: number): void {
    this.#launched += 1;
    if (inUse > slots) this.#overcommitted += 1;
    this.#advance(task, ACCEPTED, LAUNCHED);
  }

  runningAcknowledged(task: number): void {
    this.#advance(task, LAUNCHED, RUNNING_ACKNOWLEDGED);
  }

  finishedAcknowledged(task: number): void {
    if (!this.#advance(task, RUNNING_ACKNOWLEDGED, COMPLETED)) return;
    this.#completed += 1;
    this.#ended = this.#now();
    const tenth = Math.ceil((this.#order.tasks * (this.#tenths.length + 1)) / 10);
    if (this.#completed >= tenth) this.#tenths.push(this.#ended - this.#began);
  }

  /** A framework heard that a task runs. */
  runningHeard(task: number): void {
    this.#latencies[this.#running] = this.#now() - (this.#acceptedAt[task] ?? 0);
    this.#running += 1;
  }

  /** A framework heard that a task finished. */
  finishedHeard(): void {
    this.#finished += 1;
  }

  /** Something that should not have been; the first few are kept. */
  problem(what: string): void {
    if (this.#problems.length < 10) this.#problems.push(what);
  }

  result(): Omit<RunResult, 'traffic'> {
    const latencies = this.#latencies.subarray(0, this.#running);
    return {
      tasks: this.#order.tasks,
      launched: this.#launched,
      runningHeard: this.#running,
      finishedHeard: this.#finished,
      completed: this.#completed,
      problems: this.#problems,
      overcommitted: this.#overcommitted,
      durationMs: this.#ended - this.#began,
      tenthsMs: this.#tenths,
      acceptToRunningMs: { p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) },
    };
  }

  /** Whether the task was where it had to be for this; repeats and surprises change nothing and are noted. */
  #advance(task: number, from: number, to: number): boolean {
    const state = this.#states[task];
    if (state === from) this.#states[task] = to;
    else this.problem(`task ${String(task)} went to ${String(to)} from ${String(state)} instead of ${String(from)}`);
    return state === from;
  }
}
