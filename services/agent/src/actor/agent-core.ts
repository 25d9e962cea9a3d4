import type { Core, LinkEvent, Tick } from '@parley/common/actor';
import type { AgentDown } from '@parley/common/contract';
import { Agenda, after, unreachable } from '@parley/common/kernel';
import type { AgentId, Epoch, Moment, MonotonicMs, StreamId } from '@parley/common/kernel';
import { equalResources, formatResources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import type { OpenBook } from '../domain/agent-book';
import type { Halt } from '../ports';
import type { AgentEffect } from './agent-effect';
import type { AgentInput } from './agent-input';
import { Desk } from './desk';
import type { AgentCoreConfig, Sequel } from './desk';
import { LaunchDesk } from './launch-desk';
import { MasterLink } from './master-link';
import { SandboxDesk } from './sandbox-desk';
import { UpdateDesk } from './update-desk';

/** What an agent knows when it starts: its memory, and who it is if it has none. */
export interface AgentOrigin {
  readonly open: OpenBook;
  /** Its name for ever, unless the memory holds one. */
  readonly freshAgentId: AgentId;
  readonly bootId: string;
}

/** Everything an agent knows and decides. Takes one input after another, never waits, never reads a clock. */
export class AgentCore implements Core<AgentInput, AgentEffect> {
  readonly #desk: Desk;
  readonly #origin: AgentOrigin;
  readonly #link: MasterLink;
  readonly #updates: UpdateDesk;
  readonly #launches: LaunchDesk;
  readonly #sandboxes: SandboxDesk;
  readonly #reports = new Agenda<'report'>();
  #total: Resources;
  /** Set when the agent is to end once nothing is left to do. */
  #leaving: Halt['why'] | undefined;
  #halted = false;

  constructor(config: AgentCoreConfig, origin: AgentOrigin) {
    this.#desk = new Desk(config, origin.open);
    this.#origin = origin;
    this.#total = config.resources;
    this.#link = new MasterLink(this.#desk);
    this.#updates = new UpdateDesk(this.#desk, this.#link);
    this.#launches = new LaunchDesk(this.#desk, this.#link, this.#updates);
    this.#sandboxes = new SandboxDesk(this.#desk, this.#link);
  }

  /** The epoch that every message of this agent is stamped with: the highest one it has made durable, or is about to before it dials. */
  get epoch(): Epoch {
    return this.#desk.book.epoch;
  }

  get wakeAt(): MonotonicMs | undefined {
    if (this.#halted) return undefined;
    let earliest: MonotonicMs | undefined;
    for (const { at } of this.#wakers())
      if (at !== undefined && (earliest === undefined || at < earliest)) earliest = at;
    return earliest;
  }

  step(input: AgentInput | Tick, at: Moment): readonly AgentEffect[] {
    if (this.#halted) return [];
    this.#desk.open(at);
    this.#take(input);
    return this.#desk.close();
  }

  settle(at: Moment): readonly AgentEffect[] {
    if (this.#halted || this.#leaving === undefined) return [];
    this.#desk.open(at);
    if (this.#launches.idle && this.#desk.writesInFlight === 0) this.#halt(this.#leaving, 'all tasks have ended');
    return this.#desk.close();
  }

  #wakers(): readonly { readonly at: MonotonicMs | undefined }[] {
    return [
      { at: this.#link.wakeAt },
      { at: this.#updates.wakeAt },
      { at: this.#launches.wakeAt },
      { at: this.#sandboxes.wakeAt },
      { at: this.#reports.next },
    ];
  }

  #take(input: AgentInput | Tick): void {
    switch (input.input) {
      case 'begin': {
        this.#begin();
        return;
      }
      case 'tick': {
        this.#tick();
        return;
      }
      case 'master-stream': {
        this.#hear(input.event);
        return;
      }
      case 'leader-answered': {
        this.#link.leaderAnswered(input.target, input.answer);
        return;
      }
      case 'stored':
        if (input.failure !== undefined) {
          this.#halt('storage-failed', input.failure);
          return;
        }
        {
          this.#continue(this.#desk.sequelOf(input.writeId));
          return;
        }
      case 'process': {
        this.#launches.processChanged(input.event);
        return;
      }
      case 'files-answered': {
        this.#sandboxes.answered(input.stream, input.requestId, input.answer);
        return;
      }
      case 'resources-measured': {
        this.#report(input.total);
        return;
      }
      case 'stop-tasks': {
        this.#leave('tasks-stopped');
        return;
      }
      default:
        return unreachable(input, 'agent input');
    }
  }

  /** Nobody is contacted before the agent's name and the number of this run are durable. */
  #begin(): void {
    const known = this.#desk.book.identity;
    const agentId = known?.agentId ?? this.#origin.freshAgentId;
    const identity = { agentId, run: (known?.run ?? 0) + 1, bootId: this.#origin.bootId };
    this.#desk.store([{ record: 'identity', identity }], { then: 'begin' });
    this.#desk.observe({ event: 'agent-started', agentId, run: identity.run, launches: this.#desk.book.launches.size });
    this.#launches.recover();
    this.#sandboxes.recover();
  }

  #tick(): void {
    this.#link.tick();
    this.#updates.tick();
    this.#launches.tick();
    this.#sandboxes.tick();
    if (this.#reports.takeDue(this.#desk.now) === undefined) return;
    this.#desk.order({ effect: 'measure-resources' });
    this.#reports.set('report', after(this.#desk.now, this.#desk.config.reportMs));
  }

  #hear(event: LinkEvent<AgentDown>): void {
    const items = this.#link.receive(event);
    for (const item of items) {
      // An item may end the link: what follows it in the same message is of the past.
      if (this.#link.isCurrent(event.stream)) this.#obey(item, event.stream);
    }
  }

  #obey(item: AgentDown, stream: StreamId): void {
    switch (item.item) {
      case 'registered':
        this.#link.confirm(item);
        {
          this.#updates.sendAll();
          return;
        }
      case 'refused':
        this.#link.refused(item);
        if (item.reason === 'gone') this.#leave('gone');
        return;
      case 'launch': {
        this.#launches.launch(item.order, this.#total);
        return;
      }
      case 'kill': {
        this.#launches.kill(item);
        return;
      }
      case 'acknowledge': {
        this.#updates.acknowledge(item);
        return;
      }
      case 'shutdown-framework': {
        this.#launches.shutDownFramework(item.frameworkId);
        return;
      }
      case 'ping': {
        this.#link.pong(item.ping);
        return;
      }
      case 'file-query': {
        this.#sandboxes.query(item, stream);
        return;
      }
      case 'go-away': {
        this.#link.handedOver();
        return;
      }
      default:
        return unreachable(item, 'item from the master');
    }
  }

  #continue(sequel: Sequel | undefined): void {
    if (sequel === undefined) return;
    switch (sequel.then) {
      case 'begin':
        this.#reports.set('report', after(this.#desk.now, this.#desk.config.reportMs));
        {
          this.#link.search(true);
          return;
        }
      case 'dial': {
        this.#link.dial(sequel.address, sequel.epoch, { total: this.#total, tasks: this.#launches.reported() });
        return;
      }
      case 'prepare': {
        this.#launches.prepare(sequel.launchId);
        return;
      }
      case 'release': {
        this.#launches.release(sequel.launchId);
        return;
      }
      case 'kill': {
        this.#launches.killStored(sequel);
        return;
      }
      case 'send': {
        this.#updates.stored(sequel.launchId, sequel.number);
        return;
      }
      case 'send-next': {
        this.#updates.sendNext(sequel.launchId);
        return;
      }
      case 'forget': {
        this.#forgotten(sequel);
        return;
      }
      case 'nothing':
        return;
      default:
        return unreachable(sequel, 'sequel of a write');
    }
  }

  #forgotten({ summary }: Extract<Sequel, { then: 'forget' }>): void {
    const { frameworkId, taskId, launchId, traceparent } = summary;
    this.#desk.observe({ event: 'task-forgotten', launch: { frameworkId, taskId, launchId, traceparent } });
    this.#launches.forgotten(launchId);
    this.#sandboxes.ended(launchId);
  }

  #report(total: Resources): void {
    if (!equalResources(total, this.#total)) {
      this.#total = total;
      this.#desk.observe({ event: 'resources-changed', total: formatResources(total) });
    }
    this.#link.send({ item: 'resources', total: this.#total });
  }

  /** Ends all tasks, then the agent. */
  #leave(why: Halt['why']): void {
    this.#leaving ??= why;
    if (why === 'gone') this.#link.leave('this agent was declared gone');
    this.#launches.stopAll();
  }

  #halt(why: Halt['why'], because: string): void {
    this.#halted = true;
    this.#desk.observe({ event: 'halted', because });
    this.#desk.order({ effect: 'halt', halt: { why, because } });
  }
}
