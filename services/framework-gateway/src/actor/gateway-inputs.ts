import type { LinkEvent, StreamEvent } from '@parley/common/actor';
import type { GatewayDown, LeaderAnswer, OperatorQuery, SchedulerCall } from '@parley/common/contract';

/** Everything that can happen to a gateway, besides the passing of time. */
export type GatewayInput =
  /** A client's stream opened, spoke or closed. */
  | { readonly input: 'client-stream'; readonly event: StreamEvent<SchedulerCall> }
  /** The link to a master spoke or closed. */
  | { readonly input: 'master-stream'; readonly event: LinkEvent<GatewayDown> }
  /** A master answered who leads; undefined when it could not be asked. */
  | { readonly input: 'leader-answered'; readonly target: string; readonly answer: LeaderAnswer | undefined }
  /** An operator asks something; `request` is the edge's number for it, never used before. */
  | { readonly input: 'operator-opened'; readonly request: number; readonly query: OperatorQuery }
  /** The operator does not wait for more answers. */
  | { readonly input: 'operator-closed'; readonly request: number }
  /** Begins the search for a leader; the first input. */
  | { readonly input: 'start' }
  /** Sends all clients to another gateway. Nothing is taken afterwards. */
  | { readonly input: 'shut-down' };
