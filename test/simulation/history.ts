import type { CallOutcome, SchedulerCall, SchedulerEvent } from '@parley/common/contract';
import type { AgentId, CallId, FrameworkId, LaunchId, TaskId } from '@parley/common/kernel';
import { isTerminal } from '@parley/common/tasks';
import type { TaskState, TaskStatus } from '@parley/common/tasks';
import type { Happening } from '../worlds/simulated/surroundings';
import type { Tap } from '../worlds/simulated/tap';

/** What the framework heard of one task. */
export interface TaskStory {
  readonly frameworkId: FrameworkId;
  readonly taskId: TaskId;
  /** Launches that masters made of it, with their agents. */
  readonly launches: Map<LaunchId, AgentId>;
  /** Launches that an agent has, or had, durably: from then on their end must be told. */
  readonly stored: Set<LaunchId>;
  /** Statuses in the order heard, repetitions included. */
  readonly heard: TaskStatus[];
  /** Its framework, or an operator, asked for its end. */
  killAsked: boolean;
  /** When a call that launched it was answered ok. */
  okAt: number | undefined;
}

/** What happened to one framework. */
export interface FrameworkStory {
  readonly frameworkId: FrameworkId;
  /** As it said itself; undefined for the default. */
  failoverTimeoutMs: number | undefined;
  teardownAsked: boolean;
  /** Last moment at which a master held a session of it. */
  lastConnectedAt: number;
  connected: boolean;
  finishedAt: number | undefined;
}

/** Everything that checkers need to know of the past, gathered from what masters observe and from both ends of the frameworks' streams. */
export class History {
  readonly tasks = new Map<string, TaskStory>();
  readonly frameworks = new Map<FrameworkId, FrameworkStory>();
  readonly launches = new Map<LaunchId, TaskStory>();
  /** How often each kind of command was given, by the name of its call. */
  readonly commands = new Map<string, number>();
  /** Tasks of which something was heard since checkers looked last; emptied by whoever has them look. */
  readonly touched = new Set<TaskStory>();
  /** What frameworks said of their failover timeout when they subscribed, by name: not every one hears which id it was given. */
  readonly #timeouts = new Map<string, number | undefined>();
  #termBeganAt = 0;
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** To be told of everything that services observe. */
  observe({ of, event }: Happening): void {
    if (of === 'agent' && event.event === 'launch-stored')
      this.task(event.launch.frameworkId, event.launch.taskId).stored.add(event.launch.launchId);
    if (of !== 'master') return;
    switch (event.event) {
      case 'task-launched': {
        const story = this.task(event.frameworkId, event.taskId);
        story.launches.set(event.launchId, event.agentId);
        this.launches.set(event.launchId, story);
        return;
      }
      case 'term-began':
        this.#termEnded();
        this.#termBeganAt = this.#now();
        return;
      case 'framework-registered': {
        const story = this.framework(event.frameworkId);
        story.failoverTimeoutMs = this.#timeouts.get(event.name);
        story.lastConnectedAt = this.#now();
        return;
      }
      case 'framework-subscribed':
        this.#connection(event.frameworkId, true);
        return;
      case 'framework-disconnected':
        this.#connection(event.frameworkId, false);
        return;
      case 'framework-finished':
        this.framework(event.frameworkId).finishedAt = this.#now();
        return;
      default:
        return;
    }
  }

  /** Listens to one framework's stream; `frameworkId` may be known from an earlier process of it. */
  tap(frameworkId: FrameworkId | undefined, more?: { callEnded?(callId: CallId, outcome: CallOutcome): void }): Tap {
    let current = frameworkId;
    const launching = new Map<CallId, readonly TaskId[]>();
    return {
      said: (call) => {
        this.count(call.call);
        if (current !== undefined) this.#said(current, call, launching);
        if (call.call === 'subscribe') this.#timeouts.set(call.info.name, call.info.failoverTimeoutMs);
      },
      heard: (event) => {
        if (event.event === 'subscribed') current = event.frameworkId;
        if (current !== undefined) this.#heard(current, event, launching);
        if (event.event === 'call-result') more?.callEnded?.(event.callId, event.result);
      },
    };
  }

  count(command: string): void {
    this.commands.set(command, (this.commands.get(command) ?? 0) + 1);
  }

  task(frameworkId: FrameworkId, taskId: TaskId): TaskStory {
    const key = `${frameworkId}/${taskId}`;
    const known = this.tasks.get(key);
    if (known !== undefined) return known;
    const story: TaskStory = {
      frameworkId,
      taskId,
      launches: new Map(),
      stored: new Set(),
      heard: [],
      killAsked: false,
      okAt: undefined,
    };
    this.tasks.set(key, story);
    return story;
  }

  /**
   * What is known of a framework. Of one that no master told to be registered, since its term ended before the registry had confirmed it, that is
   * little: it was away for as long as the present term at least, and stated no shorter timeout than the shortest of all.
   */
  framework(frameworkId: FrameworkId): FrameworkStory {
    const known = this.frameworks.get(frameworkId);
    if (known !== undefined) return known;
    const story: FrameworkStory = {
      frameworkId,
      failoverTimeoutMs: this.#shortestTimeoutMs(),
      teardownAsked: false,
      lastConnectedAt: this.#termBeganAt,
      connected: false,
      finishedAt: undefined,
    };
    this.frameworks.set(frameworkId, story);
    return story;
  }

  /** The shortest failover timeout that any framework stated. */
  #shortestTimeoutMs(): number | undefined {
    const stated = [...this.#timeouts.values()].filter((timeoutMs) => timeoutMs !== undefined);
    return stated.length === 0 ? undefined : Math.min(...stated);
  }

  /** A term is over: whoever was connected to it was so until now. */
  #termEnded(): void {
    for (const story of this.frameworks.values()) {
      if (!story.connected) continue;
      story.connected = false;
      story.lastConnectedAt = this.#now();
    }
  }

  #connection(frameworkId: FrameworkId, connected: boolean): void {
    const story = this.framework(frameworkId);
    if (connected || story.connected) story.lastConnectedAt = this.#now();
    story.connected = connected;
  }

  #said(frameworkId: FrameworkId, call: SchedulerCall, launching: Map<CallId, readonly TaskId[]>): void {
    if (call.call === 'kill') this.task(frameworkId, call.taskId).killAsked = true;
    if (call.call === 'teardown') this.framework(frameworkId).teardownAsked = true;
    if (call.call !== 'accept') return;
    const tasks = call.operations.flatMap((operation) => operation.tasks.map(({ task }) => task.taskId));
    launching.set(call.callId, tasks);
  }

  #heard(frameworkId: FrameworkId, event: SchedulerEvent, launching: Map<CallId, readonly TaskId[]>): void {
    if (event.event === 'status-updates')
      for (const status of event.statuses) this.#heardStatus(this.task(frameworkId, status.taskId), status);
    if (event.event !== 'call-result' || event.result.outcome !== 'ok') return;
    for (const taskId of launching.get(event.callId) ?? []) {
      const story = this.task(frameworkId, taskId);
      story.okAt ??= this.#now();
      this.touched.add(story);
    }
    launching.delete(event.callId);
  }

  #heardStatus(story: TaskStory, status: TaskStatus): void {
    story.heard.push(status);
    this.touched.add(story);
  }
}

/**
 * The different ends that a framework heard of a task, each as its state and launch. Repetitions of one update count once; that a task is not known, as an
 * answer to a question, is no end.
 */
export function endsHeard(story: TaskStory): readonly { readonly state: TaskState; readonly launchId: string }[] {
  const ends = new Map<string, { readonly state: TaskState; readonly launchId: string }>();
  for (const { state, reason, launchId = '' } of story.heard) {
    if (launchId === '' && reason === 'reconciliation') continue;
    if (isTerminal(state)) ends.set(`${launchId} ${state}`, { state, launchId });
  }
  return [...ends.values()];
}
