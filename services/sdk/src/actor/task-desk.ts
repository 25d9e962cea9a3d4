import type { CallOutcome, Offer } from '@parley/common/contract';
import { after } from '@parley/common/kernel';
import type { Moment, MonotonicMs, TaskId } from '@parley/common/kernel';
import type { TaskState, TaskStatus } from '@parley/common/tasks';
import { earlier } from '../domain/connection';
import type { Demand } from '../domain/demand';
import { jittered } from '../domain/pace';
import type { Pace } from '../domain/pace';
import { placeTasks } from '../domain/placing';
import { Reconciliation } from '../domain/reconciliation';
import { mayRelaunch } from '../domain/relaunch';
import { TaskBook } from '../domain/task-book';
import type { Attempt, Wish } from '../domain/task-book';
import { plainEnd, taskIdOf, toLaunch, toTaskInfo } from '../domain/wanted-task';
import type { TaskEnd, WantedTask } from '../domain/wanted-task';
import type { OpenCalls } from '../domain/open-calls';
import { isDoubtful } from './line';
import type { Line } from './line';

/** How many tasks one RECONCILE asks about. */
const QUESTIONS_MAX = 100;

/** Looks after the wanted tasks: places them on offers, follows their states, asks when in doubt, launches again what came to nothing. */
export class TaskDesk {
  readonly #book = new TaskBook();
  readonly #doubts: Reconciliation;
  readonly #demand: Demand;
  readonly #open: OpenCalls;
  readonly #line: Line;
  readonly #pace: Pace;

  constructor(parts: { readonly demand: Demand; readonly open: OpenCalls; readonly line: Line; readonly pace: Pace }) {
    this.#demand = parts.demand;
    this.#open = parts.open;
    this.#line = parts.line;
    this.#pace = parts.pace;
    this.#doubts = new Reconciliation(parts.pace);
  }

  /** Tasks that wait for an offer. */
  get pendingCount(): number {
    return this.#book.pendingCount;
  }

  /** What those that wait need. */
  get shapes(): TaskBook['shapes'] {
    return this.#book.shapes;
  }

  get wakeAt(): MonotonicMs | undefined {
    return earlier(this.#book.wakeAt, this.#line.isUp ? this.#doubts.wakeAt : undefined);
  }

  want(task: WantedTask): void {
    if (this.#book.size >= this.#pace.tasksMax) {
      const message = `${String(this.#pace.tasksMax)} tasks are wanted already; wait until some of them have ended`;
      this.#line.tell({ news: 'task-ended', end: plainEnd(task.key, 'dropped', message) });
      return;
    }
    this.#book.add(task);
    this.#demand.wanted();
  }

  kill(key: string, graceMs: number | undefined): void {
    const wish = this.#book.get(key);
    if (wish === undefined) return;
    wish.kill = { graceMs };
    if (wish.attempt !== undefined) this.#sendKill(wish, wish.attempt);
    else this.#end(wish, endOf(wish, 'killed', 'it was killed before it was launched'));
  }

  /** Uses each offer for tasks that fit, and refuses the others. */
  takeOffers(offers: readonly Offer[]): void {
    const tooSmall: Offer[] = [];
    const needless: Offer[] = [];
    for (const offer of offers) {
      if (this.#book.pendingCount === 0) needless.push(offer);
      else if (!this.#open.hasRoom || !this.#launchOn(offer)) tooSmall.push(offer);
    }
    this.#decline(tooSmall, undefined);
    this.#decline(needless, this.#pace.idleRefuseMs);
  }

  /** Takes one status that is new to this process. */
  takeStatus(status: TaskStatus, at: Moment): void {
    this.#doubts.answered(status.taskId);
    const report = this.#book.report(status);
    if (report.report === 'over') {
      this.#attemptOver(report.wish, report.attempt, { state: report.state, status, at });
      return;
    }
    if (report.report === 'not-ours') return;
    const { wish } = report;
    const { attempt } = wish;
    if (attempt === undefined) return;
    const killUnheard = wish.kill !== undefined && status.reason === 'reconciliation' && attempt.state !== 'killing';
    if (killUnheard) this.#sendKill(wish, attempt);
    if (report.report === 'unchanged') return;
    const { state } = report;
    this.#line.tell({
      news: 'task-changed',
      key: wish.wanted.key,
      taskId: attempt.taskId,
      state,
      hostname: attempt.hostname,
    });
    if (state === 'unreachable' && this.#mayRelaunch(wish, attempt, { state, status })) {
      // Should its agent come back, the attempt that is being replaced must not go on.
      this.#sendKill(wish, attempt);
      this.#relaunch(wish, attempt, { state, status, at });
    }
  }

  /** An ACCEPT was answered, or never will be: tasks of which nothing was heard are asked about. */
  acceptEnded(taskIds: readonly TaskId[], outcome: CallOutcome, now: MonotonicMs): void {
    if (!isDoubtful(outcome)) return;
    for (const taskId of taskIds) {
      if (this.#book.launchedAs(taskId)?.attempt?.launchId === undefined) this.#doubt(taskId, now);
    }
  }

  killEnded(key: string, outcome: CallOutcome, now: MonotonicMs): void {
    const taskId = this.#book.get(key)?.attempt?.taskId;
    if (taskId !== undefined && isDoubtful(outcome)) this.#doubt(taskId, now);
  }

  reconcileEnded(outcome: CallOutcome, at: Moment): void {
    if (isDoubtful(outcome)) this.#doubts.refused(at);
  }

  /** Whoever knew of the tasks may have changed: everything is asked, and asked for, again. */
  doubtAll(now: MonotonicMs): void {
    for (const wish of this.#book.launched()) {
      if (wish.attempt === undefined) continue;
      this.#doubts.doubt(wish.attempt.taskId, now);
      if (wish.kill !== undefined) this.#sendKill(wish, wish.attempt);
    }
  }

  /** Wakes what has rested, and asks what is due to be asked. */
  due(at: Moment): void {
    if (this.#book.wake(at.now)) this.#demand.wanted();
    if (!this.#line.isUp) return;
    const questions = this.#doubts.due(at).map((taskId) => {
      return { taskId, agentId: this.#book.launchedAs(taskId)?.attempt?.agentId };
    });
    for (let first = 0; first < questions.length; first += QUESTIONS_MAX) {
      const tasks = questions.slice(first, first + QUESTIONS_MAX);
      this.#line.ask({ call: 'reconcile', tasks }, { kind: 'reconcile' });
    }
  }

  /** Ends every wanted task in the book, because the scheduler ends. */
  endAll(state: TaskState, message: string): void {
    for (const wish of [...this.#book.wishes()]) this.#end(wish, endOf(wish, state, message));
  }

  #launchOn(offer: Offer): boolean {
    const { chosen, cut } = placeTasks(offer, this.#book.pending());
    if (chosen.length === 0) return false;
    const tasks = chosen.map((wish) => toTaskInfo(wish.wanted, wish.attempts + 1, offer));
    for (const wish of chosen) this.#book.launch(wish, offer);
    if (!cut) this.#demand.refused();
    const refuseMs = cut ? 0 : this.#book.pendingCount > 0 ? undefined : this.#pace.idleRefuseMs;
    this.#line.ask(
      { call: 'accept', offerIds: [offer.offerId], operations: [toLaunch(tasks)], filters: { refuseMs } },
      { kind: 'accept', taskIds: tasks.map((task) => task.taskId) },
    );
    const { agentId, hostname } = offer;
    for (const { wanted, attempts } of chosen) {
      this.#line.tell({
        news: 'task-launched',
        key: wanted.key,
        taskId: taskIdOf(wanted, attempts),
        agentId,
        hostname,
      });
    }
    return true;
  }

  #decline(offers: readonly Offer[], refuseMs: number | undefined): void {
    if (offers.length === 0) return;
    this.#demand.refused();
    const offerIds = offers.map((offer) => offer.offerId);
    this.#line.ask({ call: 'decline', offerIds, filters: { refuseMs } }, { kind: 'decline' });
  }

  #doubt(taskId: TaskId, now: MonotonicMs): void {
    if (this.#book.launchedAs(taskId) !== undefined) this.#doubts.doubt(taskId, now);
  }

  #sendKill(wish: Wish, attempt: Attempt): void {
    if (!this.#line.isUp) return;
    const { taskId, agentId } = attempt;
    const call = { call: 'kill', taskId, agentId, graceMs: wish.kill?.graceMs } as const;
    this.#line.ask(call, { kind: 'kill', key: wish.wanted.key });
  }

  #attemptOver(wish: Wish, attempt: Attempt, heard: Heard): void {
    if (this.#mayRelaunch(wish, attempt, heard)) this.#relaunch(wish, attempt, heard);
    else this.#end(wish, endWith(wish, heard));
  }

  #mayRelaunch(wish: Wish, attempt: Attempt, heard: Pick<Heard, 'state' | 'status'>): boolean {
    const { relaunch, attemptsMax } = wish.wanted;
    return mayRelaunch(relaunch, attemptsMax, {
      state: heard.state,
      reason: heard.status.reason,
      started: attempt.started,
      attempt: wish.attempts,
      killWanted: wish.kill !== undefined,
    });
  }

  #relaunch(wish: Wish, attempt: Attempt, heard: Heard): void {
    const { state, status, at } = heard;
    const { taskId } = attempt;
    this.#doubts.answered(taskId);
    const bounds = { firstMs: this.#pace.relaunchFirstMs, maxMs: this.#pace.relaunchMaxMs };
    this.#book.rest(wish, after(at.now, jittered(bounds, wish.attempts - 1, at.chance)));
    this.#line.tell({ news: 'task-relaunching', key: wish.wanted.key, taskId, state, message: status.message });
  }

  #end(wish: Wish, end: TaskEnd): void {
    if (wish.attempt !== undefined) this.#doubts.answered(wish.attempt.taskId);
    this.#book.remove(wish);
    this.#line.tell({ news: 'task-ended', end });
  }
}

/** What was heard of an attempt, and what it makes of its state. */
interface Heard {
  readonly state: TaskState;
  readonly status: TaskStatus;
  readonly at: Moment;
}

/** The end of a wish whose present attempt, if there is one, is its last. */
function endOf(wish: Wish, state: TaskState, message: string): TaskEnd {
  const { wanted, attempt, attempts } = wish;
  const end = { ...plainEnd(wanted.key, state, message), attempts };
  if (attempt === undefined) return end;
  return { ...end, taskId: attempt.taskId, agentId: attempt.agentId, hostname: attempt.hostname };
}

function endWith(wish: Wish, heard: Heard): TaskEnd {
  const { reason, message, data, exitCode } = heard.status;
  return { ...endOf(wish, heard.state, message), reason, data, exitCode };
}
