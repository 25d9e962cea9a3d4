import type { TaskState } from '@parley/common/tasks';
import type { TaskEnd } from './domain/wanted-task';

/** A task that an author asked for: follows it to its end. */
export class TaskHandle {
  readonly #kill: (graceMs: number | undefined) => void;
  readonly #listeners: ((handle: TaskHandle) => void)[] = [];
  #settle: (end: TaskEnd) => void = () => undefined;
  #state: TaskState | 'pending' = 'pending';
  #taskId: string | undefined;
  #agentId: string | undefined;
  #hostname = '';

  /** Names the wish; also the task id of its first launch. */
  readonly key: string;
  /** Fulfilled when the task has ended, however it did; never rejected. */
  readonly ended: Promise<TaskEnd>;

  constructor(key: string, kill: (graceMs: number | undefined) => void) {
    this.key = key;
    this.#kill = kill;
    this.ended = new Promise((resolve) => (this.#settle = resolve));
  }

  /** `pending` while it waits for an offer. */
  get state(): TaskState | 'pending' {
    return this.#state;
  }

  /** The task id of the latest launch, or undefined before the first. */
  get taskId(): string | undefined {
    return this.#taskId;
  }

  /** Agent of the latest launch, or undefined before the first. */
  get agentId(): string | undefined {
    return this.#agentId;
  }

  /** Host of the latest launch; empty before the first. */
  get hostname(): string {
    return this.#hostname;
  }

  /** Calls back after each change of state, the end included. */
  onChange(listener: (handle: TaskHandle) => void): this {
    this.#listeners.push(listener);
    return this;
  }

  /** Ends the task; `graceMs` is the time between the polite signal and the one that cannot be refused. */
  kill(graceMs?: number): void {
    this.#kill(graceMs);
  }

  /** For the scheduler: the task is now in this state. */
  changed(to: TaskChange): void {
    this.#state = to.state;
    this.#taskId = to.taskId ?? this.#taskId;
    this.#agentId = to.agentId ?? this.#agentId;
    this.#hostname = to.hostname ?? this.#hostname;
    for (const listener of this.#listeners) listener(this);
  }

  /** For the scheduler: the task is over. */
  end(end: TaskEnd): void {
    this.#settle(end);
    this.changed(end);
  }
}

/** What is new about a task; what is not said stays. */
export interface TaskChange {
  readonly state: TaskState | 'pending';
  readonly taskId?: string | undefined;
  readonly agentId?: string | undefined;
  readonly hostname?: string;
}
