import type { AgentDown } from '@parley/common/contract';
import { Agenda, after } from '@parley/common/kernel';
import type { LaunchId, MonotonicMs } from '@parley/common/kernel';
import { isTerminal } from '@parley/common/tasks';
import type { TaskState, TaskStatus } from '@parley/common/tasks';
import { launchContext, parseUpdateUuid, updateUuid } from '../domain/launches';
import type { Launch, StatusRecord } from '../domain/launches';
import { launchRef } from './desk';
import type { Desk } from './desk';
import type { MasterLink } from './master-link';

/** Once an end is stored, an update before it that stays unanswered is repeated this soon, so that the end's resources are freed. */
const HURRIED_RETRY_MS = 1_000;

const NO_DATA = new Uint8Array(0);

/** What an update says; its number and time are given by the desk. */
export type UpdateContent = Omit<StatusRecord, 'number' | 'madeAt'>;

interface Delivery {
  /** Highest number that is durable. Nothing above it leaves the agent. */
  durable: number;
  /** How often the head has been sent on this link. */
  attempts: number;
}

/** The status updates of all launches (mesos-semantics §2.7): stored before they are sent, in order per launch, one in flight, repeated until acknowledged. */
export class UpdateDesk {
  readonly #desk: Desk;
  readonly #link: MasterLink;
  /** One per launch in the book. */
  readonly #deliveries = new Map<LaunchId, Delivery>();
  readonly #retries = new Agenda<LaunchId>();

  constructor(desk: Desk, link: MasterLink) {
    this.#desk = desk;
    this.#link = link;
  }

  get wakeAt(): MonotonicMs | undefined {
    return this.#retries.next;
  }

  /** Begins with what earlier runs stored of a launch. */
  recover(launch: Launch): void {
    this.#deliveries.set(launch.summary.launchId, { durable: launch.newest?.number ?? 0, attempts: 0 });
  }

  /** Stores an update of the launch; it is sent when it is durable and its turn has come. */
  make(launch: Launch, content: UpdateContent): void {
    const { launchId } = launch.summary;
    const number = (launch.newest?.number ?? 0) + 1;
    const update = { ...content, number, madeAt: this.#desk.wall };
    this.#desk.store([{ record: 'update', launchId, update }], { then: 'send', launchId, number });
  }

  /** The update is durable. */
  stored(launchId: LaunchId, number: number): void {
    const launch = this.#desk.book.launches.get(launchId);
    if (launch === undefined) return;
    const delivery = this.#deliveryOf(launchId);
    delivery.durable = Math.max(delivery.durable, number);
    if (delivery.attempts === 0) this.sendHead(launchId);
    else if (isTerminal(this.durableState(launch))) this.#hurry(launchId);
  }

  /** The state that may be told to others. */
  durableState(launch: Launch): TaskState {
    const durable = this.#deliveries.get(launch.summary.launchId)?.durable ?? 0;
    const newest = launch.newest;
    if (newest !== undefined && newest.number <= durable) return newest.state;
    const told = launch.updates.filter((update) => update.number <= durable).at(-1);
    if (told !== undefined) return told.state;
    return launch.process === undefined ? 'staging' : 'starting';
  }

  /** A new link: whatever is not acknowledged is sent at once, one update per launch. */
  sendAll(): void {
    for (const launch of this.#desk.book.launches.values()) {
      this.#deliveryOf(launch.summary.launchId).attempts = 0;
      this.sendHead(launch.summary.launchId);
    }
  }

  /** Sends the oldest update that is not acknowledged, if it is durable and there is somebody to send it to. */
  sendHead(launchId: LaunchId): void {
    const launch = this.#desk.book.launches.get(launchId);
    const head = launch?.updates[0];
    if (launch === undefined || head === undefined || !this.#link.registered) return;
    const delivery = this.#deliveryOf(launchId);
    if (head.number > delivery.durable) return;
    delivery.attempts += 1;
    const { updateRetryMs, updateRetryMaxMs } = this.#desk.config;
    const pauseMs = Math.min(updateRetryMs * 2 ** Math.min(delivery.attempts - 1, 20), updateRetryMaxMs);
    this.#retries.set(launchId, after(this.#desk.now, pauseMs));
    const latestState = this.durableState(launch);
    const update = { frameworkId: launch.summary.frameworkId, status: this.#statusOf(launch, head), latestState };
    this.#link.send({ item: 'status-update', update });
  }

  /** An acknowledgement is durable: the next update's turn has come, unless a new link sent it already. */
  sendNext(launchId: LaunchId): void {
    if (this.#deliveries.get(launchId)?.attempts === 0) this.sendHead(launchId);
  }

  /** Says that the task is about to start. Not stored and not repeated: `running` follows and says more. */
  announceStarting(launch: Launch): void {
    const { summary } = launch;
    const status: TaskStatus = {
      taskId: summary.taskId,
      launchId: summary.launchId,
      agentId: this.#desk.agentId,
      state: 'starting',
      reason: undefined,
      source: 'executor',
      message: '',
      data: NO_DATA,
      uuid: '',
      timestamp: this.#desk.wall,
      traceparent: launchContext(summary.traceparent),
    };
    this.#link.send({
      item: 'status-update',
      update: { frameworkId: summary.frameworkId, status, latestState: 'starting' },
    });
  }

  /** The framework has taken notice of the update: the next one's turn comes when that is durable. */
  acknowledge(item: Extract<AgentDown, { item: 'acknowledge' }>): void {
    const launch = this.#launchMeantBy(item);
    const head = launch?.updates[0];
    if (launch === undefined || head === undefined) {
      this.#desk.observe({ event: 'acknowledgement-ignored', taskId: item.taskId, uuid: item.uuid });
      return;
    }
    const { launchId } = launch.summary;
    this.#retries.cancel(launchId);
    if (isTerminal(head.state)) {
      this.#forget(launch);
      return;
    }
    this.#deliveryOf(launchId).attempts = 0;
    this.#desk.store([{ record: 'acknowledged', launchId, number: head.number }], { then: 'send-next', launchId });
  }

  /** The launch of whose update in flight this speaks. One framework has no say about the updates of another, though it knows a uuid. */
  #launchMeantBy({ frameworkId, taskId, uuid }: Extract<AgentDown, { item: 'acknowledge' }>): Launch | undefined {
    const named = parseUpdateUuid(uuid);
    const launch = named === undefined ? undefined : this.#desk.book.launches.get(named.launch);
    if (launch === undefined || named === undefined) return undefined;
    const { summary } = launch;
    const inFlight =
      launch.updates[0]?.number === named.number && named.number <= this.#deliveryOf(summary.launchId).durable;
    return inFlight && summary.frameworkId === frameworkId && summary.taskId === taskId ? launch : undefined;
  }

  /** Nobody is owed news of the launch any more. */
  #forget(launch: Launch): void {
    const { launchId } = launch.summary;
    this.#retries.cancel(launchId);
    this.#deliveries.delete(launchId);
    this.#desk.store([{ record: 'forgotten', launchId }], { then: 'forget', summary: launch.summary });
  }

  /** Repeats what was not acknowledged in time. */
  tick(): void {
    for (
      let due = this.#retries.takeDue(this.#desk.now);
      due !== undefined;
      due = this.#retries.takeDue(this.#desk.now)
    ) {
      const launch = this.#desk.book.launches.get(due);
      if (launch === undefined || !this.#link.registered) continue;
      this.#desk.observe({
        event: 'update-resent',
        launch: launchRef(launch.summary),
        attempt: this.#deliveryOf(due).attempts + 1,
      });
      this.sendHead(due);
    }
  }

  #hurry(launchId: LaunchId): void {
    const soon = after(this.#desk.now, HURRIED_RETRY_MS);
    const planned = this.#retries.dueAt(launchId);
    if (planned === undefined || planned > soon) this.#retries.set(launchId, soon);
  }

  #deliveryOf(launchId: LaunchId): Delivery {
    const known = this.#deliveries.get(launchId);
    if (known !== undefined) return known;
    const made = { durable: 0, attempts: 0 };
    this.#deliveries.set(launchId, made);
    return made;
  }

  #statusOf({ summary }: Launch, update: StatusRecord): TaskStatus {
    return {
      taskId: summary.taskId,
      launchId: summary.launchId,
      agentId: this.#desk.agentId,
      state: update.state,
      reason: update.reason,
      source: update.exitCode === undefined && isTerminal(update.state) ? 'agent' : 'executor',
      message: update.message,
      data: update.data,
      uuid: updateUuid(summary.launchId, update.number),
      timestamp: update.madeAt,
      ...(update.exitCode === undefined ? {} : { exitCode: update.exitCode }),
      traceparent: launchContext(summary.traceparent),
    };
  }
}
