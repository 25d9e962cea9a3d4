import type { DialedStreamsFactory, StreamEnd, StreamsFactory } from '@parley/common/actor';
import type {
  Batch,
  GatewayDown,
  GatewayUp,
  LeaderAnswer,
  OperatorAnswer,
  SchedulerCall,
  SchedulerEvent,
} from '@parley/common/contract';
import type { Clock, GatewayId, Random } from '@parley/common/kernel';
import type { GatewayEvent } from './domain/events';

/** Asks masters who leads. Production: a unary call with a deadline. */
export interface LeaderLookup {
  /** Starts to ask and returns at once; `done` is called exactly once, later, with undefined when the master could not be asked. */
  ask(target: string, done: (answer: LeaderAnswer | undefined) => void): void;
}

/** Where the answers to operators go. A request that is gone takes them silently. */
export interface OperatorReplies {
  answer(request: number, answer: OperatorAnswer): void;
  /** No more answers follow; kind `ended` says that the last one was given. */
  end(request: number, because: StreamEnd): void;
}

/** All that a gateway asks of the world. */
export interface GatewayPorts {
  readonly clock: Clock;
  readonly random: Random;
  /** Chosen at random for each process, so that links and calls of two gateways are never confused. */
  readonly gatewayId: GatewayId;
  /** The public streams of framework schedulers. */
  readonly clients: StreamsFactory<SchedulerEvent, SchedulerCall>;
  /** The link to the leading master. */
  readonly masters: DialedStreamsFactory<GatewayUp, Batch<GatewayDown>>;
  readonly lookup: LeaderLookup;
  readonly operators: OperatorReplies;
  /** Told of everything that changed, in order; turns it into log lines and counters. Must not throw. */
  readonly observe: (event: GatewayEvent) => void;
}
