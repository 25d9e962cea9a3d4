import type { Epoch, FrameworkId, GatewayId } from '../kernel';
import type { OperatorAnswer, OperatorQuery } from './operator';
import type { SchedulerEvent, SessionCall, StreamError, SubscribeCall } from './scheduler';

/** Orders the sessions of one framework: the highest is the one that counts, all others are refused. */
export interface SessionStamp {
  readonly epoch: Epoch;
  readonly counter: number;
}

/** Negative when `a` is the older session. */
export function compareStamps(a: SessionStamp, b: SessionStamp): number {
  return a.epoch.incarnation - b.epoch.incarnation || a.epoch.revision - b.epoch.revision || a.counter - b.counter;
}

/** What a gateway tells the master. The first item of every link is hello. `session` numbers the client streams of one gateway, never reused. */
export type GatewayUp =
  | { readonly item: 'hello'; readonly gatewayId: GatewayId }
  /** `stamp` is set when the gateway subscribes again on behalf of a client that noticed nothing. */
  | {
      readonly item: 'subscribe';
      readonly session: number;
      readonly subscribe: SubscribeCall;
      readonly stamp: SessionStamp | undefined;
    }
  | {
      readonly item: 'call';
      readonly session: number;
      readonly frameworkId: FrameworkId;
      readonly stamp: SessionStamp;
      readonly call: SessionCall;
    }
  /** `clean`: the client ended its stream itself; otherwise it vanished. */
  | {
      readonly item: 'session-closed';
      readonly session: number;
      readonly frameworkId: FrameworkId;
      readonly stamp: SessionStamp;
      readonly clean: boolean;
    }
  | { readonly item: 'operator-query'; readonly requestId: number; readonly query: OperatorQuery }
  | { readonly item: 'operator-cancel'; readonly requestId: number }
  | { readonly item: 'pong'; readonly ping: number };

/** What the master tells a gateway. */
export type GatewayDown =
  | { readonly item: 'welcome'; readonly pingMs: number; readonly pingsMissedMax: number }
  | {
      readonly item: 'session-subscribed';
      readonly session: number;
      readonly frameworkId: FrameworkId;
      readonly stamp: SessionStamp;
    }
  | { readonly item: 'session-event'; readonly session: number; readonly event: SchedulerEvent }
  /** The session is over for good; the gateway passes the error on and ends the client's stream. */
  | { readonly item: 'session-ended'; readonly session: number; readonly error: StreamError }
  | { readonly item: 'operator-answer'; readonly requestId: number; readonly answer: OperatorAnswer }
  | { readonly item: 'ping'; readonly ping: number }
  | { readonly item: 'go-away' };
