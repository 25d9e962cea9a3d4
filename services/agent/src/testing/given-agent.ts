import type { AgentDown, AgentUp, LaunchOrder } from '@parley/common/contract';
import type { Tick } from '@parley/common/actor';
import type {
  AgentId,
  Epoch,
  FrameworkId,
  LaunchId,
  LinkNumber,
  MonotonicMs,
  StreamId,
  TaskId,
  WallMs,
  WriteId,
} from '@parley/common/kernel';
import { parseResources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import type { TaskStatus } from '@parley/common/tasks';
import { AgentCore } from '../actor/agent-core';
import type { AgentEffect } from '../actor/agent-effect';
import type { AgentInput } from '../actor/agent-input';
import type { AgentCoreConfig } from '../actor/desk';
import { AGENT_DEFAULTS } from '../config';
import { openBook } from '../domain/agent-book';
import type { AgentBook } from '../domain/agent-book';
import type { AgentRecord } from '../domain/agent-records';
import { shell } from './runtime-contract';

/** The term and the framework of all tests. */
export const EPOCH: Epoch = { clusterId: 'c1', incarnation: 1, revision: 7 };
export const FRAMEWORK = 'F-1-7-1' as FrameworkId;
const AGENT = 'agent-1' as AgentId;
const WALL_START = 1_767_225_600_000;

/** Resources from their text form. */
export function amount(text: string): Resources {
  const parsed = parseResources(text);
  if (!parsed.ok) throw new Error(parsed.problems.join('; '));
  return parsed.resources;
}

/** Launch number `counter` of the term. */
export function launchId(counter: number): LaunchId {
  return `1-7-${String(counter)}` as LaunchId;
}

/** A launch order; its task is `task-N` unless said otherwise. */
export function order(
  counter: number,
  changes: { readonly taskId?: string; readonly resources?: string; readonly command?: string } = {},
): LaunchOrder {
  const taskId = (changes.taskId ?? `task-${String(counter)}`) as TaskId;
  return {
    frameworkId: FRAMEWORK,
    frameworkName: 'spark',
    role: '*',
    launchId: launchId(counter),
    traceparent: '',
    task: {
      taskId,
      name: taskId,
      agentId: AGENT,
      resources: amount(changes.resources ?? 'cpus:1;mem:64'),
      command: shell(changes.command ?? 'sleep 1'),
      data: new Uint8Array(0),
      labels: [],
      killPolicy: undefined,
    },
  };
}

type EffectOf<Kind extends AgentEffect['effect']> = Extract<AgentEffect, { effect: Kind }>;

/** An agent's core with a world that does only what a test says: nothing is stored, answered or started by itself. */
export class GivenAgent {
  readonly effects: AgentEffect[] = [];
  readonly core: AgentCore;
  readonly book: AgentBook;
  /** What survives a crash at this moment. */
  readonly durable: AgentRecord[];
  now = 0 as MonotonicMs;
  #unstored: EffectOf<'store'>[] = [];
  #sequence = 0;

  constructor(records: readonly AgentRecord[] = [], config: Partial<AgentCoreConfig> = {}) {
    this.durable = [...records];
    const open = openBook(records);
    this.book = open.book;
    const base: AgentCoreConfig = {
      ...AGENT_DEFAULTS,
      masters: ['m1:5050'],
      hostname: 'host',
      resources: amount('cpus:4;mem:4096;ports:[31000-32000]'),
      attributes: [],
    };
    this.core = new AgentCore({ ...base, ...config }, { open, freshAgentId: AGENT, bootId: 'boot-1' });
  }

  step(input: AgentInput | Tick): readonly AgentEffect[] {
    const at = { now: this.now, wall: (WALL_START + this.now) as WallMs, chance: 0.5 };
    const effects = [...this.core.step(input, at), ...this.core.settle(at)];
    this.effects.push(...effects);
    for (const effect of effects) if (effect.effect === 'store') this.#unstored.push(effect);
    return effects;
  }

  /** Lets time pass, with ticks whenever the core wants one. */
  advance(ms: number): void {
    const until = this.now + ms;
    for (let at = this.core.wakeAt; at !== undefined && at <= until; at = this.core.wakeAt) {
      this.now = Math.max(at, this.now) as MonotonicMs;
      this.step({ input: 'tick' });
    }
    this.now = until as MonotonicMs;
  }

  /** Makes durable what waits to be, up to `count` writes, without what these lead to. */
  store(count = this.#unstored.length): void {
    for (const effect of this.#unstored.splice(0, count)) {
      this.durable.push(...effect.records);
      this.step({ input: 'stored', writeId: effect.writeId, failure: undefined });
    }
  }

  /** Makes everything durable, including what that leads to. */
  storeAll(): void {
    while (this.#unstored.length > 0) this.store();
  }

  failStorage(message: string): void {
    const [first] = this.#unstored;
    this.step({ input: 'stored', writeId: first?.writeId ?? (0 as WriteId), failure: message });
  }

  /** Writes that wait to become durable. */
  get unstored(): readonly AgentRecord[] {
    return this.#unstored.flatMap((effect) => effect.records);
  }

  /** Starts the agent and takes it up to a link that is open but not yet confirmed. */
  linked(epoch: Epoch = EPOCH): this {
    if (this.effects.length === 0) this.step({ input: 'begin' });
    this.storeAll();
    this.advance(5_000);
    this.step({
      input: 'leader-answered',
      target: 'm1:5050',
      answer: { clusterId: epoch.clusterId, leading: true, epoch, address: 'm1:5050' },
    });
    this.storeAll();
    this.#sequence = 0;
    this.step({ input: 'master-stream', event: { event: 'opened', stream: this.stream } });
    return this;
  }

  /** As {@link linked}, and the leader confirms. */
  registered(epoch: Epoch = EPOCH): this {
    this.linked(epoch);
    this.hear({ item: 'registered', agentId: AGENT, pingMs: 15_000, pingsMissedMax: 5 });
    return this;
  }

  /** The master says something on the present link. */
  hear(...items: AgentDown[]): readonly AgentEffect[] {
    return this.hearFrom(
      { epoch: EPOCH, link: this.dials.at(-1)?.link ?? (0 as LinkNumber), stream: this.stream },
      ...items,
    );
  }

  /** The same, with a stamp of the test's choice. */
  hearFrom(
    stamp: { readonly epoch: Epoch; readonly link: LinkNumber; readonly stream: StreamId },
    ...items: AgentDown[]
  ): readonly AgentEffect[] {
    const { epoch, link, stream } = stamp;
    const message = { epoch, link, sequence: (this.#sequence += 1), items };
    return this.step({ input: 'master-stream', event: { event: 'message', stream, message } });
  }

  loseLink(): void {
    const end = { kind: 'lost' as const, message: 'the connection broke' };
    this.step({ input: 'master-stream', event: { event: 'closed', stream: this.stream, end } });
  }

  launch(...orders: LaunchOrder[]): void {
    this.hear(...orders.map((each): AgentDown => ({ item: 'launch', order: each })));
  }

  prepared(counter: number): void {
    const process = { pid: 1_000 + counter, startTime: counter, bootId: 'boot-1' };
    this.step({ input: 'process', event: { event: 'prepared', launchId: launchId(counter), process } });
  }

  started(counter: number): void {
    this.step({ input: 'process', event: { event: 'started', launchId: launchId(counter) } });
  }

  exited(counter: number, status: number, data = ''): void {
    const found = { end: 'exited' as const, status };
    this.step({
      input: 'process',
      event: { event: 'ended', launchId: launchId(counter), found, data: new Uint8Array(Buffer.from(data)) },
    });
  }

  /** Takes a launch up to its running command, everything durable. */
  running(counter: number, changes: Parameters<typeof order>[1] = {}): void {
    this.launch(order(counter, changes));
    this.storeAll();
    this.prepared(counter);
    this.storeAll();
    this.started(counter);
    this.storeAll();
  }

  acknowledge(status: TaskStatus | undefined): void {
    if (status === undefined) throw new Error('there is nothing to acknowledge');
    this.hear({ item: 'acknowledge', frameworkId: FRAMEWORK, taskId: status.taskId, uuid: status.uuid });
  }

  kill(counter: number, graceMs?: number): void {
    const taskId = `task-${String(counter)}` as TaskId;
    this.hear({ item: 'kill', frameworkId: FRAMEWORK, taskId, launchId: launchId(counter), graceMs });
  }

  effectsOf<Kind extends AgentEffect['effect']>(kind: Kind): readonly EffectOf<Kind>[] {
    return this.effects.filter((effect): effect is EffectOf<Kind> => effect.effect === kind);
  }

  get dials(): readonly EffectOf<'dial-master'>[] {
    return this.effectsOf('dial-master');
  }

  get stream(): StreamId {
    return this.dials.at(-1)?.stream ?? (0 as StreamId);
  }

  /** Everything sent on all links, in order. */
  get sent(): readonly AgentUp[] {
    return this.effectsOf('send-master').map((effect) => effect.item);
  }

  /** Statuses that want an acknowledgement, in the order in which they were sent. */
  get statuses(): readonly TaskStatus[] {
    return this.sent.flatMap((item) =>
      item.item === 'status-update' && item.update.status.uuid !== '' ? [item.update.status] : [],
    );
  }

  /** The same in short: `launch state`. */
  get told(): readonly string[] {
    return this.statuses.map((status) => `${status.launchId ?? ''} ${status.state}`);
  }
}
