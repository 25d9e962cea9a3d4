import type { Offer } from '@parley/common/contract';
import { Agenda, compareLaunchIds } from '@parley/common/kernel';
import type { AgentId, LaunchId, MonotonicMs, TaskId } from '@parley/common/kernel';
import { isTerminal, nextTaskState } from '@parley/common/tasks';
import type { TaskState, TaskStatus } from '@parley/common/tasks';
import { taskIdOf } from './wanted-task';
import { WaitingShapes } from './waiting-shapes';
import type { WantedTask } from './wanted-task';

/** One attempt to run a wanted task, from the ACCEPT that names it. */
export interface Attempt {
  readonly taskId: TaskId;
  readonly agentId: AgentId;
  readonly hostname: string;
  /** Undefined until the first status names it. */
  launchId: LaunchId | undefined;
  state: TaskState;
  /** Whether it was ever heard to be starting or running. */
  started: boolean;
}

/**
 * A wanted task in the book.
 *
 *   pending ─placed→ launched ─ended→ (removed)
 *      ▲                │
 *      └─due─ resting ←─┘ came to nothing
 */
export interface Wish {
  readonly wanted: WantedTask;
  /** Launches so far. */
  attempts: number;
  /** Undefined while pending or resting. */
  attempt: Attempt | undefined;
  /** Set once somebody asked for the task's end. */
  kill: { readonly graceMs: number | undefined } | undefined;
}

/** What a status did to the book. */
export type Report =
  | { readonly report: 'not-ours' }
  | { readonly report: 'unchanged'; readonly wish: Wish }
  | { readonly report: 'changed'; readonly wish: Wish; readonly state: TaskState }
  | { readonly report: 'over'; readonly wish: Wish; readonly attempt: Attempt; readonly state: TaskState };

/** Everything the framework wants, and how far each task has come. Bounded by `tasksMax` of the pace: whoever adds asks {@link size}. */
export class TaskBook {
  readonly #wishes = new Map<string, Wish>();
  /** In the order in which they were wanted. */
  readonly #pending = new Set<Wish>();
  readonly #shapes = new WaitingShapes();
  readonly #launched = new Map<TaskId, Wish>();
  readonly #resting = new Agenda<Wish>();

  get size(): number {
    return this.#wishes.size;
  }

  get pendingCount(): number {
    return this.#pending.size;
  }

  /** What the pending ones need. */
  get shapes(): Pick<WaitingShapes, 'version' | 'grown' | 'demands'> {
    return this.#shapes;
  }

  get wakeAt(): MonotonicMs | undefined {
    return this.#resting.next;
  }

  get(key: string): Wish | undefined {
    return this.#wishes.get(key);
  }

  wishes(): Iterable<Wish> {
    return this.#wishes.values();
  }

  pending(): Iterable<Wish> {
    return this.#pending;
  }

  launched(): Iterable<Wish> {
    return this.#launched.values();
  }

  launchedAs(taskId: TaskId): Wish | undefined {
    return this.#launched.get(taskId);
  }

  add(wanted: WantedTask): void {
    const wish = { wanted, attempts: 0, attempt: undefined, kill: undefined };
    this.#wishes.set(wanted.key, wish);
    this.#wait(wish);
  }

  /** Turns a pending wish into an attempt on the offer's agent. */
  launch(wish: Wish, offer: Offer): void {
    wish.attempts += 1;
    const taskId = taskIdOf(wish.wanted, wish.attempts);
    const { agentId, hostname } = offer;
    wish.attempt = { taskId, agentId, hostname, launchId: undefined, state: 'staging', started: false };
    this.#waitNoMore(wish);
    this.#launched.set(taskId, wish);
  }

  /** Takes one status. Statuses of other attempts and of older launches change nothing. */
  report(status: TaskStatus): Report {
    const wish = this.#launched.get(status.taskId);
    const attempt = wish?.attempt;
    if (wish === undefined || attempt === undefined) return { report: 'not-ours' };
    if (isOlder(status.launchId, attempt.launchId)) return { report: 'unchanged', wish };
    attempt.launchId = status.launchId ?? attempt.launchId;
    // The master knows neither the task nor its agent any more: nobody will ever report it.
    if (status.state === 'unknown') return { report: 'over', wish, attempt, state: 'unknown' };
    const state = nextTaskState(attempt.state, status.state);
    if (state === 'starting' || state === 'running') attempt.started = true;
    if (isTerminal(state)) return { report: 'over', wish, attempt, state };
    if (state === attempt.state) return { report: 'unchanged', wish };
    attempt.state = state;
    return { report: 'changed', wish, state };
  }

  /** The attempt came to nothing: the wish rests until `until`, then it is pending again. */
  rest(wish: Wish, until: MonotonicMs): void {
    this.#endAttempt(wish);
    this.#resting.set(wish, until);
  }

  /** Makes every wish pending whose rest is over; true when there was one. */
  wake(now: MonotonicMs): boolean {
    let woken = false;
    for (let wish = this.#resting.takeDue(now); wish !== undefined; wish = this.#resting.takeDue(now)) {
      this.#wait(wish);
      woken = true;
    }
    return woken;
  }

  /** The wish is fulfilled, or nobody's any more. */
  remove(wish: Wish): void {
    this.#endAttempt(wish);
    this.#waitNoMore(wish);
    this.#resting.cancel(wish);
    this.#wishes.delete(wish.wanted.key);
  }

  #wait(wish: Wish): void {
    if (this.#pending.has(wish)) return;
    this.#pending.add(wish);
    this.#shapes.add(wish.wanted);
  }

  #waitNoMore(wish: Wish): void {
    if (this.#pending.delete(wish)) this.#shapes.remove(wish.wanted);
  }

  #endAttempt(wish: Wish): void {
    if (wish.attempt !== undefined) this.#launched.delete(wish.attempt.taskId);
    wish.attempt = undefined;
  }
}

function isOlder(heard: LaunchId | undefined, known: LaunchId | undefined): boolean {
  return heard !== undefined && known !== undefined && compareLaunchIds(heard, known) < 0;
}
