import type { AgentDown, LaunchOrder, ReportedTask } from '@parley/common/contract';
import { Agenda, after, unreachable } from '@parley/common/kernel';
import type { FrameworkId, LaunchId, MonotonicMs, TaskId } from '@parley/common/kernel';
import { NO_RESOURCES } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import type { StatusReason } from '@parley/common/tasks';
import { hasEnded, taskKey } from '../domain/agent-book';
import type { AgentRecord } from '../domain/agent-records';
import { decideLaunch, summaryOf } from '../domain/decide-launch';
import { decideEnd, graceOf, isBeyondKill, killedDuringLaunch, launchFailed, neverStarted } from '../domain/ends';
import type { End } from '../domain/ends';
import type { KillIntent, Launch } from '../domain/launches';
import type { ProcessEvent, ProcessStart } from '../ports';
import { launchRef } from './desk';
import type { Desk, Sequel } from './desk';
import type { MasterLink } from './master-link';
import type { UpdateDesk } from './update-desk';

/** A tree that survived a kill is killed again this often: one that is stuck must not be forgotten, and holds up nobody else. */
const KILL_AGAIN_MS = 5_000;

const NO_DATA = new Uint8Array(0);

/** Where a launch is on its way to a running process; what is durable of it is in the book.
 *
 *   storing ─stored→ preparing ─prepared→ storing-process ─stored, go-ahead→ starting ─started→ running ─→ ended
 *   (agent restarted)                                                         adopting ─found──────┘
 */
type Phase =
  | { readonly phase: 'storing'; readonly start: ProcessStart }
  | { readonly phase: 'preparing' | 'storing-process' | 'starting' | 'running' | 'adopting' | 'ended' };

/** What is asked when a task is to be ended. */
interface KillRequest {
  readonly frameworkId: FrameworkId;
  readonly taskId: TaskId;
  readonly graceMs: number | undefined;
  readonly reason: StatusReason | undefined;
  /** The master waits to hear that the kill is durable. */
  readonly reply: boolean;
}

/** Starts, ends and takes up launches. */
export class LaunchDesk {
  readonly #desk: Desk;
  readonly #link: MasterLink;
  readonly #updates: UpdateDesk;
  /** One per launch in the book. */
  readonly #phases = new Map<LaunchId, Phase>();
  /** When the polite signal has had its time. */
  readonly #kills = new Agenda<LaunchId>();
  #stopping = false;

  constructor(desk: Desk, link: MasterLink, updates: UpdateDesk) {
    this.#desk = desk;
    this.#link = link;
    this.#updates = updates;
  }

  get wakeAt(): MonotonicMs | undefined {
    return this.#kills.next;
  }

  /** Whether no process is left that this agent answers for. */
  get idle(): boolean {
    for (const { phase } of this.#phases.values()) if (phase !== 'ended') return false;
    return true;
  }

  /** What a leader is told of all launches, as far as it is durable. */
  reported(): readonly ReportedTask[] {
    const tasks: ReportedTask[] = [];
    for (const launch of this.#desk.book.launches.values()) {
      const { frameworkId, frameworkName, role, taskId, taskName, launchId, resources, traceparent } = launch.summary;
      const state = this.#updates.durableState(launch);
      tasks.push({ frameworkId, frameworkName, role, taskId, taskName, launchId, resources, state, traceparent });
    }
    return tasks;
  }

  /** Takes up what earlier runs of the agent left: processes are looked for, launches that never began are over. */
  recover(): void {
    for (const launch of [...this.#desk.book.launches.values()]) this.#recoverLaunch(launch);
  }

  /** Takes a launch order. */
  launch(order: LaunchOrder, total: Resources): void {
    const decision = decideLaunch(order, { book: this.#desk.book, total, stopping: this.#stopping });
    switch (decision.decision) {
      case 'known':
        this.#desk.observe({ event: 'launch-repeated', launchId: order.launchId });
        return;
      case 'refuse':
        this.#refuse(order, decision.end);
        return;
      case 'start':
        if (decision.replaces !== undefined) this.#replace(decision.replaces);
        this.#begin(order);
        return;
      default:
        unreachable(decision, 'launch decision');
    }
  }

  /** The intent to run the launch is durable. */
  prepare(launchId: LaunchId): void {
    const launch = this.#desk.book.launches.get(launchId);
    if (launch === undefined) return;
    this.#link.send({ item: 'launch-stored', launchId });
    this.#desk.observe({ event: 'launch-stored', launch: launchRef(launch.summary) });
    const phase = this.#phases.get(launchId);
    if (phase?.phase !== 'storing') return;
    if (launch.kill !== undefined) {
      this.#end(launch, killedDuringLaunch(launch.kill), NO_DATA);
      return;
    }
    this.#phases.set(launchId, { phase: 'preparing' });
    this.#desk.order({ effect: 'prepare-process', start: phase.start });
  }

  /** The supervisor is known for ever: it may go ahead. */
  release(launchId: LaunchId): void {
    const launch = this.#desk.book.launches.get(launchId);
    if (launch === undefined || this.#phases.get(launchId)?.phase !== 'storing-process') return;
    if (launch.kill !== undefined) {
      this.#withdraw(launch, launch.kill);
      return;
    }
    this.#phases.set(launchId, { phase: 'starting' });
    this.#updates.announceStarting(launch);
    this.#desk.order({ effect: 'release-process', launchId });
  }

  /** Takes what the runtime says of a launch. */
  processChanged(event: ProcessEvent): void {
    const launch = this.#desk.book.launches.get(event.launchId);
    const phase = this.#phases.get(event.launchId)?.phase;
    if (launch === undefined || phase === undefined || phase === 'ended') return;
    switch (event.event) {
      case 'prepared':
        if (phase !== 'preparing') return;
        this.#phases.set(event.launchId, { phase: 'storing-process' });
        this.#desk.store([{ record: 'process', launchId: event.launchId, process: event.process }], {
          then: 'release',
          launchId: event.launchId,
        });
        return;
      case 'start-failed':
        this.#end(
          launch,
          launch.kill === undefined ? launchFailed(event.message) : killedDuringLaunch(launch.kill),
          NO_DATA,
        );
        return;
      case 'started':
        this.#started(launch);
        return;
      case 'ended':
        this.#end(launch, this.#endOf(launch, event), event.data);
        return;
      default:
        unreachable(event, 'process event');
    }
  }

  /** Ends a task because the master says so. */
  kill(item: Extract<AgentDown, { item: 'kill' }>): void {
    const { frameworkId, taskId, launchId, graceMs } = item;
    const target = launchId ?? this.#desk.book.newestOf.get(taskKey(frameworkId, taskId));
    const launch = target === undefined ? undefined : this.#desk.book.launches.get(target);
    if (launch === undefined || isBeyondKill(launch)) this.#link.send({ item: 'kill-stored', frameworkId, taskId });
    else this.#kill(launch, { frameworkId, taskId, graceMs, reason: undefined, reply: true });
  }

  /** The framework is gone: all that it runs here ends. The master hears of it, since the resources are held until then, and acknowledges in its place. */
  shutDownFramework(frameworkId: FrameworkId): void {
    const launches = [...this.#desk.book.launches.values()].filter((each) => each.summary.frameworkId === frameworkId);
    this.#desk.observe({ event: 'framework-shut-down', frameworkId, launches: launches.length });
    for (const launch of launches) {
      if (!hasEnded(launch)) this.#killQuietly(launch, 'framework-removed');
    }
  }

  /** Ends everything and takes no more. */
  stopAll(): void {
    if (this.#stopping) return;
    this.#stopping = true;
    const running = [...this.#desk.book.launches.values()].filter((launch) => !hasEnded(launch));
    this.#desk.observe({ event: 'stopping-tasks', launches: running.length });
    for (const launch of running) this.#killQuietly(launch, undefined);
  }

  /** The kill is durable: it may be confirmed and carried out. */
  killStored(sequel: Extract<Sequel, { then: 'kill' }>): void {
    const { frameworkId, taskId, launchId, reply } = sequel;
    if (reply) this.#link.send({ item: 'kill-stored', frameworkId, taskId });
    const launch = this.#desk.book.launches.get(launchId);
    if (launch?.newest !== undefined && !hasEnded(launch)) this.#updates.stored(launchId, launch.newest.number);
    if (launch?.kill !== undefined) this.#pursue(launch, launch.kill);
  }

  /** A launch has been forgotten for good by the book. */
  forgotten(launchId: LaunchId): void {
    this.#phases.delete(launchId);
    this.#desk.order({ effect: 'forget-process', launchId });
  }

  /** Where the polite signal had its time, the other one follows. */
  tick(): void {
    for (let due = this.#kills.takeDue(this.#desk.now); due !== undefined; due = this.#kills.takeDue(this.#desk.now)) {
      this.#desk.order({ effect: 'signal-process', launchId: due, signal: 'kill' });
      this.#kills.set(due, after(this.#desk.now, KILL_AGAIN_MS));
    }
  }

  #recoverLaunch(launch: Launch): void {
    const { launchId, frameworkId, taskId } = launch.summary;
    this.#updates.recover(launch);
    if (hasEnded(launch)) {
      this.#phases.set(launchId, { phase: 'ended' });
      return;
    }
    this.#phases.set(launchId, { phase: 'adopting' });
    if (launch.process === undefined) {
      this.#end(launch, launch.kill === undefined ? neverStarted() : killedDuringLaunch(launch.kill), NO_DATA);
      return;
    }
    this.#desk.order({ effect: 'adopt-process', sandbox: { frameworkId, taskId, launchId }, process: launch.process });
    if (launch.kill !== undefined) this.#pursue(launch, launch.kill);
  }

  #begin(order: LaunchOrder): void {
    const { launchId, frameworkId, task } = order;
    const start: ProcessStart = {
      sandbox: { frameworkId, taskId: task.taskId, launchId },
      agentId: this.#desk.agentId,
      command: task.command,
      data: task.data,
    };
    this.#phases.set(launchId, { phase: 'storing', start });
    this.#desk.store([{ record: 'launch', launch: summaryOf(order) }], { then: 'prepare', launchId });
  }

  #refuse(order: LaunchOrder, end: End): void {
    // It holds nothing: what it wanted may be held by another.
    const launch = { ...summaryOf(order), resources: NO_RESOURCES };
    const { launchId } = launch;
    this.#desk.observe({ event: 'launch-refused', launch: launchRef(launch), message: end.message });
    this.#phases.set(launchId, { phase: 'ended' });
    const update = { ...end, data: NO_DATA, number: 1, madeAt: this.#desk.wall };
    const records: readonly AgentRecord[] = [
      { record: 'launch', launch },
      { record: 'update', launchId, update },
    ];
    // Confirmed like a launch that was taken: the order has arrived for good, and its end is on the way.
    this.#desk.store(records, { then: 'prepare', launchId });
    this.#desk.store([], { then: 'send', launchId, number: 1 });
  }

  #replace(launchId: LaunchId): void {
    const launch = this.#desk.book.launches.get(launchId);
    if (launch !== undefined) this.#killQuietly(launch, 'task-replaced');
  }

  #killQuietly(launch: Launch, reason: StatusReason | undefined): void {
    const { frameworkId, taskId } = launch.summary;
    this.#kill(launch, { frameworkId, taskId, graceMs: undefined, reply: false, reason });
  }

  #kill(launch: Launch, request: KillRequest): void {
    const { launchId } = launch.summary;
    const kill = mergedKill(launch, request, this.#desk.config.killGraceMs);
    const records: AgentRecord[] = [{ record: 'kill', launchId, kill }];
    const killing = this.#isUnderWay(launchId) && launch.newest?.state !== 'killing';
    if (killing) {
      const number = (launch.newest?.number ?? 0) + 1;
      const update = {
        number,
        state: 'killing' as const,
        reason: kill.reason,
        message: '',
        data: NO_DATA,
        madeAt: this.#desk.wall,
      };
      records.push({ record: 'update', launchId, update });
    }
    const { frameworkId, taskId, reply } = request;
    this.#desk.store(records, { then: 'kill', launchId, frameworkId, taskId, reply });
  }

  /** Whether the launch may have a running command, of which `killing` can be said. */
  #isUnderWay(launchId: LaunchId): boolean {
    const phase = this.#phases.get(launchId)?.phase;
    return phase === 'starting' || phase === 'running' || phase === 'adopting';
  }

  /** Carries out a durable kill as far as the launch has come; where something is still being stored, its sequel sees the kill. */
  #pursue(launch: Launch, kill: KillIntent): void {
    const { launchId } = launch.summary;
    const phase = this.#phases.get(launchId)?.phase;
    if (phase === 'preparing' || phase === 'storing-process') this.#withdraw(launch, kill);
    else if (this.#isUnderWay(launchId)) {
      const planned = this.#kills.dueAt(launchId);
      const due = after(this.#desk.now, kill.graceMs);
      this.#desk.observe({ event: 'task-killing', launch: launchRef(launch.summary), graceMs: kill.graceMs });
      this.#desk.order({ effect: 'signal-process', launchId, signal: 'terminate' });
      this.#kills.set(launchId, planned !== undefined && planned < due ? planned : due);
    }
  }

  /** Ends a launch whose supervisor has had no go-ahead and will get none. */
  #withdraw(launch: Launch, kill: KillIntent): void {
    this.#desk.order({ effect: 'signal-process', launchId: launch.summary.launchId, signal: 'kill' });
    this.#end(launch, killedDuringLaunch(kill), NO_DATA);
  }

  #started(launch: Launch): void {
    const { summary } = launch;
    this.#phases.set(summary.launchId, { phase: 'running' });
    this.#desk.observe({ event: 'task-started', launch: launchRef(summary), pid: launch.process?.pid ?? 0 });
    if (launch.newest !== undefined || launch.kill !== undefined) return;
    this.#updates.make(launch, { state: 'running', reason: undefined, message: '', data: NO_DATA });
  }

  #endOf(launch: Launch, event: Extract<ProcessEvent, { event: 'ended' }>): End {
    const phase = this.#phases.get(launch.summary.launchId)?.phase;
    const neverBegan = event.found.end === 'vanished' && !event.found.started && phase !== 'adopting';
    if (!neverBegan) return decideEnd(launch, event.found);
    if (launch.kill !== undefined) return killedDuringLaunch(launch.kill);
    return launchFailed('the supervisor ended before the command could start');
  }

  #end(launch: Launch, end: End, data: Uint8Array): void {
    const { launchId } = launch.summary;
    this.#phases.set(launchId, { phase: 'ended' });
    this.#kills.cancel(launchId);
    const { state, reason, message } = end;
    this.#desk.observe({ event: 'task-ended', launch: launchRef(launch.summary), state, reason, message });
    this.#updates.make(launch, { ...end, data });
  }
}

/** A kill of a launch that may be under one already: the shorter grace counts, and the first reason stays. */
function mergedKill(launch: Launch, request: KillRequest, defaultGraceMs: number): KillIntent {
  const graceMs = request.graceMs ?? graceOf(launch, defaultGraceMs);
  const before = launch.kill;
  if (before === undefined) return { reason: request.reason, graceMs };
  return {
    reason: before.reason ?? request.reason,
    graceMs: Math.min(before.graceMs, graceMs),
  };
}
