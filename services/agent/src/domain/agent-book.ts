import { NO_EPOCH, compareEpochs, compareLaunchIds, unreachable } from '@parley/common/kernel';
import type { Epoch, FrameworkId, LaunchId, TaskId } from '@parley/common/kernel';
import { addResources, chargeable, NO_RESOURCES, subtractResources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import { isTerminal } from '@parley/common/tasks';
import type { AgentRecord } from './agent-records';
import type { AgentIdentity, Launch, LaunchSummary, SandboxKey, StatusRecord } from './launches';

const NO_DATA = new Uint8Array(0);

/** Everything the agent has stored, in the form in which it is used. Changed by {@link applyRecord} only, in place. */
export interface AgentBook {
  readonly identity: AgentIdentity | undefined;
  /** The highest epoch that was made durable; the agent obeys no lower one. */
  readonly epoch: Epoch;
  /** Bounded by the agent's resources, and by frameworks acknowledging what ended. */
  readonly launches: ReadonlyMap<string, Launch>;
  /** Ended and acknowledged, oldest first. Bounded by the sandboxes that are kept. */
  readonly ended: ReadonlyMap<LaunchId, SandboxKey>;
  /** No launch up to this one may run: its sandbox has been cleaned up. */
  readonly floor: LaunchId | undefined;
  /** Held by launches that have not ended, without what is shared: that is there for the next all the same. */
  readonly used: Resources;
  /** The newest launch of each task, running or ended; what file queries and kills without launch id mean. */
  readonly newestOf: ReadonlyMap<string, LaunchId>;
}

interface MutableBook {
  identity: AgentIdentity | undefined;
  epoch: Epoch;
  readonly launches: Map<string, Launch>;
  readonly ended: Map<LaunchId, SandboxKey>;
  floor: LaunchId | undefined;
  used: Resources;
  readonly newestOf: Map<string, LaunchId>;
}

/** A book and the one way to change it. */
export interface OpenBook {
  readonly book: AgentBook;
  readonly apply: (record: AgentRecord) => void;
}

/** Task ids hold no "/" (mesos-semantics §5.1), so that the key is unique. */
export function taskKey(frameworkId: FrameworkId, taskId: TaskId): string {
  return `${frameworkId}/${taskId}`;
}

/** Makes the book that the records of a journal lead to. */
export function openBook(records: Iterable<AgentRecord>): OpenBook {
  const book: MutableBook = {
    identity: undefined,
    epoch: NO_EPOCH,
    launches: new Map(),
    ended: new Map(),
    floor: undefined,
    used: NO_RESOURCES,
    newestOf: new Map(),
  };
  const apply = (record: AgentRecord): void => {
    applyRecord(book, record);
  };
  for (const record of records) apply(record);
  return { book, apply };
}

/** Whether a launch under this id was ever taken here. */
export function isKnownLaunch(book: AgentBook, launchId: LaunchId): boolean {
  if (book.launches.has(launchId) || book.ended.has(launchId)) return true;
  return book.floor !== undefined && compareLaunchIds(launchId, book.floor) <= 0;
}

/** Whether the launch's process, if there ever was one, has ended. */
export function hasEnded(launch: Launch): boolean {
  return launch.newest !== undefined && isTerminal(launch.newest.state);
}

/**
 * The shortest records that lead to this book: what replaces a journal that has grown long. It may be walked while the book
 * changes, since whatever changes is recorded behind it: launches come before what they become, so that none slips through.
 */
export function* recordsOf(book: AgentBook): Generator<AgentRecord> {
  if (book.identity !== undefined) yield { record: 'identity', identity: book.identity };
  yield { record: 'epoch', epoch: book.epoch };
  for (const launch of [...book.launches.values()]) yield* recordsOfLaunch(launch);
  for (const sandbox of [...book.ended.values()]) yield { record: 'ended', sandbox };
  if (book.floor !== undefined) yield { record: 'cleaned', launchId: book.floor };
}

function* recordsOfLaunch(launch: Launch): Generator<AgentRecord> {
  const { launchId } = launch.summary;
  yield { record: 'launch', launch: launch.summary };
  if (launch.process !== undefined) yield { record: 'process', launchId, process: launch.process };
  if (launch.kill !== undefined) yield { record: 'kill', launchId, kill: launch.kill };
  for (const update of launch.updates) yield { record: 'update', launchId, update };
  if (launch.newest !== undefined && launch.updates.length === 0) {
    yield { record: 'update', launchId, update: launch.newest };
    yield { record: 'acknowledged', launchId, number: launch.newest.number };
  }
}

function applyRecord(book: MutableBook, record: AgentRecord): void {
  switch (record.record) {
    case 'identity':
      book.identity = record.identity;
      break;
    case 'epoch':
      if (compareEpochs(record.epoch, book.epoch) > 0) book.epoch = record.epoch;
      break;
    case 'launch':
      applyLaunch(book, record.launch);
      break;
    case 'process':
    case 'kill':
    case 'update':
    case 'acknowledged':
      applyToLaunch(book, record);
      break;
    case 'forgotten':
      forget(book, record.launchId);
      break;
    case 'ended':
      applyEnded(book, record.sandbox);
      break;
    case 'cleaned':
      applyCleaned(book, record.launchId);
      break;
    default:
      unreachable(record, 'agent record');
  }
}

function applyLaunch(book: MutableBook, summary: LaunchSummary): void {
  if (book.launches.has(summary.launchId) || book.ended.has(summary.launchId)) return;
  book.launches.set(summary.launchId, { summary, process: undefined, kill: undefined, updates: [], newest: undefined });
  book.used = addResources(book.used, chargeable(summary.resources));
  noteNewest(book, summary);
}

function noteNewest(book: MutableBook, key: SandboxKey): void {
  const task = taskKey(key.frameworkId, key.taskId);
  const newest = book.newestOf.get(task);
  if (newest === undefined || compareLaunchIds(key.launchId, newest) > 0) book.newestOf.set(task, key.launchId);
}

type LaunchChange = Extract<AgentRecord, { record: 'process' | 'kill' | 'update' | 'acknowledged' }>;

function applyToLaunch(book: MutableBook, record: LaunchChange): void {
  const launch = book.launches.get(record.launchId);
  if (launch === undefined) return;
  switch (record.record) {
    case 'process':
      launch.process = record.process;
      break;
    case 'kill':
      launch.kill = record.kill;
      break;
    case 'update':
      applyUpdate(book, launch, record.update);
      break;
    case 'acknowledged':
      launch.updates = launch.updates.filter((update) => update.number > record.number);
      // Data that was delivered is not needed again; it may be 16 KiB.
      if (launch.newest?.number === record.number) launch.newest = { ...launch.newest, data: NO_DATA };
      break;
    default:
      unreachable(record, 'change of a launch');
  }
}

function applyUpdate(book: MutableBook, launch: Launch, update: StatusRecord): void {
  if (launch.newest !== undefined && update.number <= launch.newest.number) return;
  launch.newest = update;
  launch.updates = [...launch.updates, update];
  if (isTerminal(update.state)) book.used = subtractResources(book.used, chargeable(launch.summary.resources));
}

function forget(book: MutableBook, launchId: LaunchId): void {
  const launch = book.launches.get(launchId);
  if (launch === undefined) return;
  if (!hasEnded(launch)) book.used = subtractResources(book.used, chargeable(launch.summary.resources));
  book.launches.delete(launchId);
  const { frameworkId, taskId } = launch.summary;
  book.ended.set(launchId, { frameworkId, taskId, launchId });
}

function applyEnded(book: MutableBook, sandbox: SandboxKey): void {
  if (book.launches.has(sandbox.launchId)) return;
  book.ended.set(sandbox.launchId, sandbox);
  noteNewest(book, sandbox);
}

function applyCleaned(book: MutableBook, launchId: LaunchId): void {
  const sandbox = book.ended.get(launchId);
  if (sandbox !== undefined) {
    book.ended.delete(launchId);
    const task = taskKey(sandbox.frameworkId, sandbox.taskId);
    if (book.newestOf.get(task) === launchId) book.newestOf.delete(task);
  }
  if (book.floor === undefined || compareLaunchIds(launchId, book.floor) > 0) book.floor = launchId;
}
