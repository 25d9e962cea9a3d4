import type { OperatorAnswer, OperatorQuery } from '@parley/common/contract';
import type { StreamEnd } from '@parley/common/actor';
import { OPERATOR_REFUSALS } from '../domain/refusals';
import type { OperatorRefusal } from '../domain/refusals';
import { OperatorBook, isLastAnswer } from '../domain/operators/operator-book';
import type { EffectList } from './effect-list';
import type { LeaderFollower } from './leader-follower';

const ANSWERED: StreamEnd = { kind: 'ended', message: 'the request is answered' };

/** Relays the requests of operators to the leader and its answers back. Nothing outlives the link: a lost leader ends every request, and operators ask again. */
export class OperatorDesk {
  readonly #book: OperatorBook;
  readonly #leader: LeaderFollower;
  readonly #effects: EffectList;

  constructor(requestsMax: number, leader: LeaderFollower, effects: EffectList) {
    this.#book = new OperatorBook(requestsMax);
    this.#leader = leader;
    this.#effects = effects;
  }

  opened(request: number, query: OperatorQuery): void {
    this.#effects.add({ effect: 'observe', event: { event: 'operator-asked', request, query: query.query } });
    if (!this.#leader.following) this.#refuse(request, 'no-leader');
    else if (!this.#book.open(request, query)) this.#refuse(request, 'overloaded');
    else this.#leader.send({ item: 'operator-query', requestId: request, query });
  }

  /** The operator is not interested any more. */
  closed(request: number): void {
    if (this.#book.close(request)) this.#leader.send({ item: 'operator-cancel', requestId: request });
  }

  answered(request: number, answer: OperatorAnswer): void {
    const query = this.#book.queryOf(request);
    if (query === undefined) return;
    this.#effects.add({ effect: 'answer-operator', request, answer });
    if (!isLastAnswer(query, answer)) return;
    this.#book.close(request);
    this.#effects.add({ effect: 'end-operator', request, because: ANSWERED });
  }

  leaderLost(): void {
    this.#refuseAll('no-leader');
  }

  /** A request that came after the shut-down. */
  refuseLate(request: number): void {
    this.#refuse(request, 'shutting-down');
  }

  shutDown(): void {
    this.#refuseAll('shutting-down');
  }

  #refuseAll(reason: OperatorRefusal): void {
    for (const request of this.#book.closeAll()) this.#refuse(request, reason);
  }

  #refuse(request: number, reason: OperatorRefusal): void {
    const { reason: kind, message, remedy } = OPERATOR_REFUSALS[reason];
    this.#effects.add({ effect: 'observe', event: { event: 'operator-refused', request, reason } });
    this.#effects.add({
      effect: 'end-operator',
      request,
      because: { kind, message: `${message}. ${remedy}` },
    });
  }
}
