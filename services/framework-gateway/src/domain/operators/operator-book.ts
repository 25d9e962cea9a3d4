import type { OperatorAnswer, OperatorQuery } from '@parley/common/contract';

/** The operator requests that wait for answers of the leader. Requests are numbered by whoever receives them, and never twice alike. */
export class OperatorBook {
  /** Bounded by `requestsMax`. */
  readonly #open = new Map<number, OperatorQuery>();
  readonly #requestsMax: number;

  constructor(requestsMax: number) {
    this.#requestsMax = requestsMax;
  }

  get size(): number {
    return this.#open.size;
  }

  /** False when too many requests are open. */
  open(request: number, query: OperatorQuery): boolean {
    if (this.#open.size >= this.#requestsMax) return false;
    this.#open.set(request, query);
    return true;
  }

  queryOf(request: number): OperatorQuery | undefined {
    return this.#open.get(request);
  }

  /** True when the request was open. */
  close(request: number): boolean {
    return this.#open.delete(request);
  }

  /** Ends all requests and returns their numbers in the order in which they came. */
  closeAll(): readonly number[] {
    const requests = [...this.#open.keys()];
    this.#open.clear();
    return requests;
  }
}

/**
 * Whether an answer is the last one to its query: a watch goes on until it is refused, a state read until its end marker, explanations and
 * tables of shares until the part that says so; all others have one answer.
 */
export function isLastAnswer(query: OperatorQuery, answer: OperatorAnswer): boolean {
  if (answer.answer === 'refused' || answer.answer === 'done') return true;
  if (query.query === 'watch') return false;
  if (answer.answer === 'explained' || answer.answer === 'shares') return answer.last;
  return query.query !== 'get-state' || answer.answer === 'state-end';
}
