import type { StreamEnd } from '@parley/common/actor';
import type { GatewayUp, OperatorAnswer, SchedulerEvent } from '@parley/common/contract';
import type { LinkNumber, StreamId } from '@parley/common/kernel';
import type { GatewayEvent } from '../domain/events';

/** Everything a gateway does to the world. */
export type GatewayEffect =
  | { readonly effect: 'send-client'; readonly stream: StreamId; readonly event: SchedulerEvent }
  | { readonly effect: 'end-client'; readonly stream: StreamId; readonly because: StreamEnd }
  /** Opens the link to the leader; failure arrives as the stream's end. */
  | { readonly effect: 'dial-master'; readonly stream: StreamId; readonly address: string; readonly link: LinkNumber }
  | { readonly effect: 'send-master'; readonly stream: StreamId; readonly item: GatewayUp }
  | { readonly effect: 'end-master-stream'; readonly stream: StreamId; readonly because: StreamEnd }
  /** Asks a master who leads; comes back as `leader-answered`. */
  | { readonly effect: 'ask'; readonly target: string }
  | { readonly effect: 'answer-operator'; readonly request: number; readonly answer: OperatorAnswer }
  /** No more answers follow; kind `ended` says that the last one was given. */
  | { readonly effect: 'end-operator'; readonly request: number; readonly because: StreamEnd }
  | { readonly effect: 'observe'; readonly event: GatewayEvent };
