import type { CallOutcome, SchedulerCall } from '@parley/common/contract';
import type { Connection } from '../domain/connection';
import type { News } from '../domain/news';
import type { OpenCall, OpenCalls } from '../domain/open-calls';
import type { AuthorCall, SchedulerEffect } from './catalogue';

/** What a scheduler says in one step, to its gateway and to its author, in order. */
export class Line {
  readonly #connection: Connection;
  readonly #open: OpenCalls;
  #effects: SchedulerEffect[] = [];

  constructor(connection: Connection, open: OpenCalls) {
    this.#connection = connection;
    this.#open = open;
  }

  /** Whether calls can be made now. */
  get isUp(): boolean {
    return this.#connection.state.state === 'subscribed';
  }

  /** Takes out everything said since the last time. */
  take(): readonly SchedulerEffect[] {
    const said = this.#effects;
    this.#effects = [];
    return said;
  }

  add(effect: SchedulerEffect): void {
    this.#effects.push(effect);
  }

  tell(news: News): void {
    this.#effects.push({ effect: 'tell', news });
  }

  /** Sends on the present stream, if there is one. */
  send(call: SchedulerCall): void {
    const stream = this.#connection.stream;
    if (stream !== undefined) this.#effects.push({ effect: 'send', stream, call });
  }

  /** Makes a call whose answer matters. */
  ask(call: AuthorCall, awaited: OpenCall): void {
    this.send({ ...call, callId: this.#open.begin(awaited) });
  }

  /** Makes a call on the author's behalf, or answers at once why it cannot be made. */
  askFor(ask: number, call: AuthorCall): void {
    if (!this.isUp) this.tell({ news: 'call-ended', ask, outcome: NOT_SUBSCRIBED });
    else if (!this.#open.hasRoom) this.tell({ news: 'call-ended', ask, outcome: TOO_MANY_CALLS });
    else this.ask(call, { kind: 'author', ask });
  }

  /** The calls that nobody will answer any more, because their session is over; authors are told. */
  abandonCalls(message: string): readonly OpenCall[] {
    const abandoned = this.#open.takeAll();
    for (const call of abandoned) {
      if (call.kind !== 'author') continue;
      this.tell({ news: 'call-ended', ask: call.ask, outcome: { outcome: 'outcome-unknown', message } });
    }
    return abandoned;
  }
}

/** Whether the call may not have been carried out, so that it has to be asked what became of it. */
export function isDoubtful(outcome: CallOutcome): boolean {
  return outcome.outcome === 'problem' || outcome.outcome === 'outcome-unknown';
}

/** The outcome of a call for which there is no session. */
export const NOT_SUBSCRIBED: CallOutcome = {
  outcome: 'problem',
  reason: 'not-subscribed',
  message: 'the scheduler has no session at this moment, so the call was not sent',
  remedy: 'Wait for the handler subscribed to be called, then make the call again.',
  problems: [],
};

const TOO_MANY_CALLS: CallOutcome = {
  outcome: 'problem',
  reason: 'overloaded',
  message: 'too many calls wait for their answers, so the call was not sent',
  remedy: 'Wait for earlier calls to be answered, then make the call again.',
  problems: [],
};
