import type { StreamEnd } from '@parley/common/actor';
import type { OperatorAnswer, OperatorQuery } from '@parley/common/contract';
import type { OperatorReplies } from '../../ports';

/** Who waits for the answers to one request. */
export interface OperatorCall {
  answer(answer: OperatorAnswer): void;
  /** Nothing follows; kind `ended` says that the last answer was given. */
  end(because: StreamEnd): void;
}

/** Where requests go: the gateway, once it exists. */
export interface OperatorTarget {
  operatorOpened(request: number, query: OperatorQuery): void;
  operatorClosed(request: number): void;
}

/** Numbers the requests of operators, hands them to the gateway, and brings the answers back to the calls they belong to. */
export class OperatorRelay implements OperatorReplies {
  /** Bounded by the gateway, which ends at once what it has no room for. */
  readonly #calls = new Map<number, OperatorCall>();
  readonly #target: () => OperatorTarget;
  #last = 0;

  constructor(target: () => OperatorTarget) {
    this.#target = target;
  }

  /** Asks; returns the number of the request. */
  open(query: OperatorQuery, call: OperatorCall): number {
    this.#last += 1;
    this.#calls.set(this.#last, call);
    this.#target().operatorOpened(this.#last, query);
    return this.#last;
  }

  /** Nobody waits for more answers. */
  close(request: number): void {
    if (this.#calls.delete(request)) this.#target().operatorClosed(request);
  }

  answer(request: number, answer: OperatorAnswer): void {
    this.#calls.get(request)?.answer(answer);
  }

  end(request: number, because: StreamEnd): void {
    const call = this.#calls.get(request);
    this.#calls.delete(request);
    call?.end(because);
  }
}
