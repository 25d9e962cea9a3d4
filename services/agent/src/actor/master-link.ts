import { LeaderSearch } from '@parley/common/actor';
import type { LinkEvent, SearchAction, StreamEnd } from '@parley/common/actor';
import { CHUNK_ENTRIES_MAX } from '@parley/common/contract';
import type { AgentDown, AgentUp, Batch, LeaderAnswer, ReportedTask } from '@parley/common/contract';
import { Agenda, after, compareEpochs, linkNumberOf, streamIdOf, unreachable } from '@parley/common/kernel';
import type { Epoch, LinkNumber, MonotonicMs, StreamId } from '@parley/common/kernel';
import type { Resources } from '@parley/common/resources';
import type { Desk } from './desk';

/** Links that one run of an agent may open before the numbers of the next run would begin. */
const LINKS_PER_RUN = 1_000_000;
/** After a refusal that only a change of configuration can cure. */
const REFUSED_PAUSE_MS = 60_000;

/** What the agent registers with: everything as it is durable at the moment of registration. */
export interface RegistrationSnapshot {
  readonly total: Resources;
  readonly tasks: readonly ReportedTask[];
}

interface Link {
  readonly stream: StreamId;
  readonly number: LinkNumber;
  readonly epoch: Epoch;
  registered: boolean;
  silenceMaxMs: number;
  heardAt: MonotonicMs;
}

/** The agent's one link to the leader: found, made durable, dialed, registered, watched, given up.
 *
 *   searching ─leader found→ storing epoch ─stored→ registering ─registered→ registered
 *       ▲                                              │                 │                       │
 *       └───────── lost, silent, go-away, higher epoch ┴─────────────────┴───────────────────────┘
 */
export class MasterLink {
  readonly #desk: Desk;
  readonly #search: LeaderSearch;
  readonly #timers = new Agenda<'silence' | 'again'>();
  #link: Link | undefined;
  #dialed = 0;
  #ended = false;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#search = new LeaderSearch(desk.config.masters);
    this.#search.raise(desk.book.epoch);
  }

  get registered(): boolean {
    return this.#link?.registered === true;
  }

  get wakeAt(): MonotonicMs | undefined {
    const [search, own] = [this.#search.wakeAt, this.#timers.next];
    if (search === undefined || own === undefined) return search ?? own;
    return search < own ? search : own;
  }

  /** Looks for the leader; `soon` when nothing is wrong with anybody, so that no stampede can come of it. */
  search(soon: boolean): void {
    if (!this.#ended) this.#search.begin(this.#desk.at, soon);
  }

  /** Ends the link for good. */
  leave(message: string): void {
    this.#ended = true;
    this.#hangUp({ kind: 'ended', message });
    this.#timers.cancel('again');
  }

  /** Sends an item on the registered link; without one it is lost, since registration says everything anew. */
  send(item: AgentUp): void {
    if (this.#link?.registered === true) this.#desk.order({ effect: 'send-master', stream: this.#link.stream, item });
  }

  isCurrent(stream: StreamId): boolean {
    return this.#link?.stream === stream;
  }

  tick(): void {
    this.#act(this.#search.due(this.#desk.at));
    for (
      let due = this.#timers.takeDue(this.#desk.now);
      due !== undefined;
      due = this.#timers.takeDue(this.#desk.now)
    ) {
      if (due === 'again') this.search(false);
      else this.#checkSilence();
    }
  }

  leaderAnswered(target: string, answer: LeaderAnswer | undefined): void {
    const expected = this.#desk.book.epoch.clusterId;
    const foreign = answer !== undefined && expected !== '' && answer.clusterId !== '' && answer.clusterId !== expected;
    if (foreign) this.#desk.observe({ event: 'foreign-cluster', clusterId: answer.clusterId, expected });
    this.#act(this.#search.answered(target, foreign ? undefined : answer, this.#desk.at));
  }

  /** The leader's epoch, and everything stored before it, is durable: now the link may be opened, and `snapshot` be registered on it. */
  dial(address: string, epoch: Epoch, snapshot: RegistrationSnapshot): void {
    if (this.#ended) return;
    this.#dialed += 1;
    const stream = streamIdOf(this.#dialed);
    const number = linkNumberOf(this.#desk.identity.run * LINKS_PER_RUN + this.#dialed);
    const { registrationTimeoutMs } = this.#desk.config;
    const link: Link = {
      stream,
      number,
      epoch,
      registered: false,
      silenceMaxMs: registrationTimeoutMs,
      heardAt: this.#desk.now,
    };
    this.#link = link;
    this.#timers.set('silence', after(this.#desk.now, registrationTimeoutMs));
    this.#desk.observe({ event: 'dialing-leader', address, epoch });
    this.#desk.order({ effect: 'dial-master', stream, address, link: number });
    // A stream that is dialled says nothing when it opens: what is sent before travels as soon as it does.
    this.#register(link, snapshot);
  }

  /** Takes what a stream says and returns the items to obey: those of the newest link and of the term this agent serves. */
  receive(event: LinkEvent<AgentDown>): readonly AgentDown[] {
    const link = this.#link;
    if (link === undefined || event.stream !== link.stream) {
      if (event.event === 'message') this.#drop('link', event.message);
      return [];
    }
    switch (event.event) {
      case 'opened':
        return [];
      case 'closed':
        this.#lose(event.end.message);
        return [];
      case 'message':
        return this.#accept(event.message, link);
      default:
        return unreachable(event, 'event of the link to the master');
    }
  }

  /** The leader took the registration. */
  confirm(item: Extract<AgentDown, { item: 'registered' }>): void {
    const link = this.#link;
    if (link === undefined) return;
    link.registered = true;
    link.silenceMaxMs = Math.max(1, item.pingMs) * Math.max(1, item.pingsMissedMax);
    this.#timers.set('silence', after(this.#desk.now, link.silenceMaxMs));
    const { agentId, book } = this.#desk;
    this.#desk.observe({ event: 'registered', agentId, epoch: link.epoch, tasks: book.launches.size });
  }

  /** The leader will not have this agent as it is; what is wrong takes a person to change. */
  refused(item: Extract<AgentDown, { item: 'refused' }>): void {
    this.#desk.observe({ event: 'registration-refused', reason: item.reason, message: item.message });
    this.#hangUp({ kind: 'ended', message: 'the registration was refused' });
    this.#timers.set('again', after(this.#desk.now, REFUSED_PAUSE_MS));
  }

  /** The leader stops leading on purpose. */
  handedOver(): void {
    this.#hangUp({ kind: 'ended', message: 'the leader hands over' });
    this.search(true);
  }

  pong(ping: number): void {
    const link = this.#link;
    if (link !== undefined)
      this.#desk.order({ effect: 'send-master', stream: link.stream, item: { item: 'pong', ping } });
  }

  #accept(batch: Batch<AgentDown>, link: Link): readonly AgentDown[] {
    if (compareEpochs(batch.epoch, link.epoch) !== 0) return this.#drop('epoch', batch);
    if (batch.link !== link.number) return this.#drop('link', batch);
    link.heardAt = this.#desk.now;
    return batch.items;
  }

  /** A message of another term or link has no effect, except that a higher term is to be looked for. */
  #drop(because: 'epoch' | 'link', batch: Batch<AgentDown>): readonly AgentDown[] {
    this.#desk.observe({ event: 'batch-dropped', because, epoch: batch.epoch });
    if (because === 'epoch' && this.#link !== undefined && compareEpochs(batch.epoch, this.#link.epoch) > 0) {
      this.#search.raise(batch.epoch);
      this.#giveUp({ kind: 'ended', message: 'a newer leader answered' });
    }
    return [];
  }

  #act(actions: readonly SearchAction[]): void {
    for (const action of actions) {
      if (action.action === 'ask') this.#desk.order({ effect: 'ask', target: action.target });
      else this.#obeyEpoch(action.address, action.epoch);
    }
  }

  /** Nothing of a higher epoch is obeyed before that epoch is durable; the write is also the barrier before the snapshot that is registered. */
  #obeyEpoch(address: string, epoch: Epoch): void {
    const higher = compareEpochs(epoch, this.#desk.book.epoch) > 0;
    if (higher) this.#desk.observe({ event: 'epoch-raised', epoch });
    this.#desk.store(higher ? [{ record: 'epoch', epoch }] : [], { then: 'dial', address, epoch });
  }

  #register(link: Link, { total, tasks }: RegistrationSnapshot): void {
    const { hostname, attributes, domain } = this.#desk.config;
    const { agentId, bootId } = this.#desk.identity;
    const say = (item: AgentUp): void => {
      this.#desk.order({ effect: 'send-master', stream: link.stream, item });
    };
    const info = { agentId, hostname, resources: total, attributes, domain };
    say({ item: 'register-begin', info, bootId });
    for (let from = 0; from < tasks.length; from += CHUNK_ENTRIES_MAX) {
      say({ item: 'register-tasks', tasks: tasks.slice(from, from + CHUNK_ENTRIES_MAX) });
    }
    say({ item: 'register-end', count: tasks.length });
  }

  #checkSilence(): void {
    const link = this.#link;
    if (link === undefined) return;
    const silentAt = after(link.heardAt, link.silenceMaxMs);
    if (silentAt > this.#desk.now) this.#timers.set('silence', silentAt);
    else this.#giveUp({ kind: 'lost', message: `nothing was heard of the leader for ${String(link.silenceMaxMs)} ms` });
  }

  #giveUp(because: StreamEnd): void {
    this.#hangUp(because);
    this.#desk.observe({ event: 'leader-lost', because: because.message });
    this.search(false);
  }

  #hangUp(because: StreamEnd): void {
    const link = this.#link;
    if (link === undefined) return;
    this.#forgetLink();
    this.#desk.order({ effect: 'end-master-stream', stream: link.stream, because });
  }

  #lose(because: string): void {
    this.#forgetLink();
    this.#desk.observe({ event: 'leader-lost', because });
    this.search(false);
  }

  #forgetLink(): void {
    this.#link = undefined;
    this.#timers.cancel('silence');
  }
}
