import type { AgentDown, FileAnswer } from '@parley/common/contract';
import { Agenda, after } from '@parley/common/kernel';
import type { LaunchId, MonotonicMs, StreamId } from '@parley/common/kernel';
import { taskKey } from '../domain/agent-book';
import type { SandboxKey } from '../domain/launches';
import type { Desk } from './desk';
import type { MasterLink } from './master-link';

/** File queries that one link may have open at once; reads are 64 KiB each. */
const QUERIES_MAX = 100;

/** The sandboxes: how long they are kept after the end, and the questions about them. */
export class SandboxDesk {
  readonly #desk: Desk;
  readonly #link: MasterLink;
  /** One per sandbox of an ended launch. */
  readonly #ages = new Agenda<LaunchId>();
  #open = 0;

  constructor(desk: Desk, link: MasterLink) {
    this.#desk = desk;
    this.#link = link;
  }

  get wakeAt(): MonotonicMs | undefined {
    return this.#ages.next;
  }

  /** Takes up the sandboxes that earlier runs kept. Their age begins anew, since the monotonic clock did. */
  recover(): void {
    for (const launchId of [...this.#desk.book.ended.keys()]) this.ended(launchId);
  }

  /** A launch ended and is forgotten: its sandbox stays until it is old, or until there are too many. */
  ended(launchId: LaunchId): void {
    this.#ages.set(launchId, after(this.#desk.now, this.#desk.config.sandboxAgeMs));
    const { ended } = this.#desk.book;
    for (const [oldest, sandbox] of ended) {
      if (ended.size <= this.#desk.config.sandboxesMax) return;
      this.#cleanUp(oldest, sandbox);
    }
  }

  /** Removes what has become too old. */
  tick(): void {
    for (let due = this.#ages.takeDue(this.#desk.now); due !== undefined; due = this.#ages.takeDue(this.#desk.now)) {
      const sandbox = this.#desk.book.ended.get(due);
      if (sandbox !== undefined) this.#cleanUp(due, sandbox);
    }
  }

  /** Passes a question about files on to whoever can read them. */
  query({ requestId, query }: Extract<AgentDown, { item: 'file-query' }>, stream: StreamId): void {
    const sandbox = this.#find(query);
    if (sandbox === undefined) {
      this.#answer(requestId, problem('not-found', `task ${query.taskId} has no sandbox on this agent`));
    } else if (this.#open >= QUERIES_MAX) {
      this.#answer(requestId, problem('unreadable', 'the agent is answering too many file queries; try again'));
    } else {
      this.#open += 1;
      this.#desk.order({ effect: 'query-files', stream, requestId, sandbox, query });
    }
  }

  /** Passes the answer back, unless the link that asked is gone. */
  answered(stream: StreamId, requestId: number, answer: FileAnswer): void {
    this.#open -= 1;
    if (this.#link.isCurrent(stream)) this.#answer(requestId, answer);
  }

  #answer(requestId: number, answer: FileAnswer): void {
    this.#link.send({ item: 'file-answer', requestId, answer });
  }

  #find(task: Pick<SandboxKey, 'frameworkId' | 'taskId'>): SandboxKey | undefined {
    const { frameworkId, taskId } = task;
    const launchId = this.#desk.book.newestOf.get(taskKey(frameworkId, taskId));
    return launchId === undefined ? undefined : { frameworkId, taskId, launchId };
  }

  #cleanUp(launchId: LaunchId, sandbox: SandboxKey): void {
    this.#ages.cancel(launchId);
    this.#desk.store([{ record: 'cleaned', launchId }], { then: 'nothing' });
    this.#desk.order({ effect: 'clean-up', sandbox });
  }
}

function problem(kind: 'not-found' | 'unreadable', message: string): FileAnswer {
  return { answer: 'file-problem', kind, message };
}
