import { LeaderSearch } from '@parley/common/actor';
import type { LinkEvent, SearchAction, StreamEnd } from '@parley/common/actor';
import type { Batch, GatewayDown, GatewayUp, LeaderAnswer } from '@parley/common/contract';
import { NO_EPOCH, after, compareEpochs } from '@parley/common/kernel';
import type { Epoch, GatewayId, LinkNumber, Moment, MonotonicMs, StreamId } from '@parley/common/kernel';
import { linkNumberOf, streamIdOf } from '../ids';
import type { EffectList } from './effect-list';

/** Where the link to the leader stands.
 *
 *   none ─leader found→ greeting ─welcome→ following
 *    ▲                     │                  │
 *    └─────lost, late──────┴──lost, silent────┘
 */
type LinkState =
  | { readonly state: 'none' }
  | { readonly state: 'greeting'; readonly stream: StreamId; readonly link: LinkNumber; readonly address: string }
  | {
      readonly state: 'following';
      readonly stream: StreamId;
      readonly link: LinkNumber;
      readonly pingMs: number;
      readonly silenceMs: number;
    };

/** What following the leader brings about; the core passes it to sessions and operators. */
export type LeaderNews =
  { readonly news: 'followed' } | { readonly news: 'lost' } | { readonly news: 'item'; readonly item: GatewayDown };

const HUNG_UP: StreamEnd = { kind: 'ended', message: 'the gateway looks for the leader again' };

/** Finds the leader, holds the one link to it, notices when it is silent or deposed, and finds the next. */
export class LeaderFollower {
  readonly #search: LeaderSearch;
  readonly #gatewayId: GatewayId;
  readonly #welcomeMs: number;
  readonly #effects: EffectList;
  #link: LinkState = { state: 'none' };
  /** Highest that was ever obeyed; never goes back. */
  #epoch: Epoch = NO_EPOCH;
  /** The cluster this gateway belongs to: configured, or the first that answered. */
  #clusterId: string;
  #links = 0;
  #heardAt: MonotonicMs | undefined;
  /** When the link's silence is looked at next; moved lazily, so that a message costs nothing. */
  #checkAt: MonotonicMs | undefined;

  constructor(
    options: {
      readonly masters: readonly string[];
      readonly gatewayId: GatewayId;
      readonly clusterId: string;
      readonly welcomeMs: number;
    },
    effects: EffectList,
  ) {
    this.#search = new LeaderSearch(options.masters);
    this.#gatewayId = options.gatewayId;
    this.#clusterId = options.clusterId;
    this.#welcomeMs = options.welcomeMs;
    this.#effects = effects;
  }

  /** The term that the gateway obeys; stamped on everything it sends. */
  get epoch(): Epoch {
    return this.#epoch;
  }

  /** True while the leader has welcomed this gateway and items can be sent. */
  get following(): boolean {
    return this.#link.state === 'following';
  }

  get wakeAt(): MonotonicMs | undefined {
    const search = this.#search.wakeAt;
    if (search === undefined || this.#checkAt === undefined) return search ?? this.#checkAt;
    return search < this.#checkAt ? search : this.#checkAt;
  }

  /** Begins to look for a leader. */
  start(at: Moment): void {
    this.#search.begin(at, true);
  }

  /** Sends an item to the leader; to be called only while {@link following}. */
  send(item: GatewayUp): void {
    if (this.#link.state !== 'none') this.#effects.add({ effect: 'send-master', stream: this.#link.stream, item });
  }

  /** Ends the link in good order; sessions are kept by the master for a while, so that clients can come back through another gateway. */
  stop(): void {
    this.#endStream({ kind: 'shutting-down', message: 'the gateway is shutting down' });
    this.#link = { state: 'none' };
    this.#checkAt = undefined;
  }

  /** To be called when {@link wakeAt} has come. */
  due(at: Moment): readonly LeaderNews[] {
    this.#act(this.#search.due(at), at);
    if (this.#checkAt === undefined || at.now < this.#checkAt || this.#link.state === 'none') return [];
    if (this.#link.state === 'greeting') return this.#lose('the master did not welcome this gateway in time', at);
    const { pingMs, silenceMs } = this.#link;
    const silentAt = after(this.#heardAt ?? at.now, silenceMs);
    // Whoever wakes up late was stopped itself: what the master sent meanwhile may still wait to be read.
    const stalled = at.now >= after(this.#checkAt, pingMs);
    if (stalled || at.now < silentAt) {
      this.#checkAt = stalled ? after(at.now, pingMs) : silentAt;
      return [];
    }
    return this.#lose('the leading master was silent for too long', at);
  }

  /** A master said who leads; undefined when it could not be asked. */
  answered(target: string, answer: LeaderAnswer | undefined, at: Moment): void {
    this.#act(this.#search.answered(target, this.#ownCluster(target, answer), at), at);
  }

  /** The link spoke or closed. */
  heard(event: LinkEvent<GatewayDown>, at: Moment): readonly LeaderNews[] {
    // The link check: only the newest stream counts; what an older one still delivers has no effect.
    if (this.#link.state === 'none' || event.stream !== this.#link.stream) return this.#drop(event);
    switch (event.event) {
      case 'opened':
        return [];
      case 'closed':
        return this.#lost(event.end.message, at);
      case 'message':
        return this.#batch(event.message, at);
    }
  }

  #batch(batch: Batch<GatewayDown>, at: Moment): readonly LeaderNews[] {
    if (this.#link.state === 'none') return [];
    if (batch.link !== this.#link.link) return this.#dropBatch('older-link');
    // The epoch check: a deposed leader has no effect.
    if (compareEpochs(batch.epoch, this.#epoch) < 0) return this.#dropBatch('older-epoch');
    this.#obey(batch.epoch);
    this.#heardAt = at.now;
    const news: LeaderNews[] = [];
    for (const item of batch.items) {
      news.push(...this.#item(item, at));
      if (this.#linkIsGone()) break;
    }
    return news;
  }

  #item(item: GatewayDown, at: Moment): readonly LeaderNews[] {
    switch (item.item) {
      case 'welcome':
        return this.#welcomed(item.pingMs, item.pingsMissedMax, at);
      case 'ping':
        this.send({ item: 'pong', ping: item.ping });
        return [];
      case 'go-away':
        return this.#lose('the leading master hands over', at, true);
      case 'session-subscribed':
      case 'session-event':
      case 'session-ended':
      case 'operator-answer':
        return this.following ? [{ news: 'item', item }] : this.#dropBatch('before-welcome');
    }
  }

  #welcomed(pingMs: number, pingsMissedMax: number, at: Moment): readonly LeaderNews[] {
    if (this.#link.state !== 'greeting') return [];
    const { stream, link, address } = this.#link;
    const silenceMs = Math.max(pingMs * pingsMissedMax, 1);
    this.#link = { state: 'following', stream, link, pingMs, silenceMs };
    this.#checkAt = after(at.now, silenceMs);
    this.#effects.add({ effect: 'observe', event: { event: 'leader-followed', address, epoch: this.#epoch } });
    return [{ news: 'followed' }];
  }

  #act(actions: readonly SearchAction[], at: Moment): void {
    for (const action of actions) {
      if (action.action === 'ask') this.#effects.add({ effect: 'ask', target: action.target });
      else this.#dial(action.address, action.epoch, at);
    }
  }

  #dial(address: string, epoch: Epoch, at: Moment): void {
    this.#obey(epoch);
    this.#links += 1;
    const stream = streamIdOf(this.#links);
    const link = linkNumberOf(this.#links);
    this.#link = { state: 'greeting', stream, link, address };
    this.#checkAt = after(at.now, this.#welcomeMs);
    this.#effects.add({ effect: 'dial-master', stream, address, link });
    this.send({ item: 'hello', gatewayId: this.#gatewayId });
  }

  #obey(epoch: Epoch): void {
    if (compareEpochs(epoch, this.#epoch) <= 0) return;
    this.#epoch = epoch;
    this.#search.raise(epoch);
  }

  /** Gives the link up and looks for the leader again; `soon` when it went on purpose, so that no stampede needs to be avoided. */
  #lose(because: string, at: Moment, soon = false): readonly LeaderNews[] {
    this.#endStream(HUNG_UP);
    return this.#lost(because, at, soon);
  }

  #lost(because: string, at: Moment, soon = false): readonly LeaderNews[] {
    const had = this.following;
    this.#link = { state: 'none' };
    this.#checkAt = undefined;
    this.#search.begin(at, soon);
    this.#effects.add({ effect: 'observe', event: { event: 'leader-lost', because } });
    return had ? [{ news: 'lost' }] : [];
  }

  #endStream(because: StreamEnd): void {
    if (this.#link.state !== 'none')
      this.#effects.add({ effect: 'end-master-stream', stream: this.#link.stream, because });
  }

  #linkIsGone(): boolean {
    return this.#link.state === 'none';
  }

  #drop(event: LinkEvent<GatewayDown>): readonly LeaderNews[] {
    return event.event === 'message' ? this.#dropBatch('older-link') : [];
  }

  #dropBatch(because: 'older-epoch' | 'older-link' | 'before-welcome'): readonly LeaderNews[] {
    this.#effects.add({ effect: 'observe', event: { event: 'batch-dropped', because } });
    return [];
  }

  /** The answer, unless it comes from another cluster: then it counts as none, and is reported. */
  #ownCluster(target: string, answer: LeaderAnswer | undefined): LeaderAnswer | undefined {
    if (answer === undefined || answer.clusterId.length === 0) return answer;
    if (this.#clusterId.length === 0) this.#clusterId = answer.clusterId;
    if (answer.clusterId === this.#clusterId) return answer;
    const event = { event: 'foreign-cluster', target, expected: this.#clusterId, named: answer.clusterId } as const;
    this.#effects.add({ effect: 'observe', event });
    return undefined;
  }
}
