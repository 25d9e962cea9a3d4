// Original file: parley/scheduler/v1/scheduler_service.proto

import type { Subscribed as _parley_scheduler_v1_Subscribed, Subscribed__Output as _parley_scheduler_v1_Subscribed__Output } from '../../../parley/scheduler/v1/Subscribed';
import type { Offers as _parley_scheduler_v1_Offers, Offers__Output as _parley_scheduler_v1_Offers__Output } from '../../../parley/scheduler/v1/Offers';
import type { Rescind as _parley_scheduler_v1_Rescind, Rescind__Output as _parley_scheduler_v1_Rescind__Output } from '../../../parley/scheduler/v1/Rescind';
import type { StatusUpdates as _parley_scheduler_v1_StatusUpdates, StatusUpdates__Output as _parley_scheduler_v1_StatusUpdates__Output } from '../../../parley/scheduler/v1/StatusUpdates';
import type { CallResult as _parley_scheduler_v1_CallResult, CallResult__Output as _parley_scheduler_v1_CallResult__Output } from '../../../parley/scheduler/v1/CallResult';
import type { ReconcileEnd as _parley_scheduler_v1_ReconcileEnd, ReconcileEnd__Output as _parley_scheduler_v1_ReconcileEnd__Output } from '../../../parley/scheduler/v1/ReconcileEnd';
import type { AgentLost as _parley_scheduler_v1_AgentLost, AgentLost__Output as _parley_scheduler_v1_AgentLost__Output } from '../../../parley/scheduler/v1/AgentLost';
import type { LeaderChanged as _parley_scheduler_v1_LeaderChanged, LeaderChanged__Output as _parley_scheduler_v1_LeaderChanged__Output } from '../../../parley/scheduler/v1/LeaderChanged';
import type { Heartbeat as _parley_scheduler_v1_Heartbeat, Heartbeat__Output as _parley_scheduler_v1_Heartbeat__Output } from '../../../parley/scheduler/v1/Heartbeat';
import type { StreamError as _parley_scheduler_v1_StreamError, StreamError__Output as _parley_scheduler_v1_StreamError__Output } from '../../../parley/scheduler/v1/StreamError';
import type { InverseOffers as _parley_scheduler_v1_InverseOffers, InverseOffers__Output as _parley_scheduler_v1_InverseOffers__Output } from '../../../parley/scheduler/v1/InverseOffers';
import type { RescindInverseOffers as _parley_scheduler_v1_RescindInverseOffers, RescindInverseOffers__Output as _parley_scheduler_v1_RescindInverseOffers__Output } from '../../../parley/scheduler/v1/RescindInverseOffers';

/**
 * One event for a framework.
 */
export interface ConnectResponse {
  /**
   * The subscription is in effect.
   */
  'subscribed'?: (_parley_scheduler_v1_Subscribed | null);
  /**
   * New offers.
   */
  'offers'?: (_parley_scheduler_v1_Offers | null);
  /**
   * Offers that can no longer be used.
   */
  'rescind'?: (_parley_scheduler_v1_Rescind | null);
  /**
   * Reports about tasks.
   */
  'statusUpdates'?: (_parley_scheduler_v1_StatusUpdates | null);
  /**
   * The outcome of a call.
   */
  'callResult'?: (_parley_scheduler_v1_CallResult | null);
  /**
   * The end of the answers to `reconcile`.
   */
  'reconcileEnd'?: (_parley_scheduler_v1_ReconcileEnd | null);
  /**
   * An agent that cannot be reached.
   */
  'agentLost'?: (_parley_scheduler_v1_AgentLost | null);
  /**
   * Another master leads.
   */
  'leaderChanged'?: (_parley_scheduler_v1_LeaderChanged | null);
  /**
   * Says that the cluster is alive.
   */
  'heartbeat'?: (_parley_scheduler_v1_Heartbeat | null);
  /**
   * The stream ends.
   */
  'streamError'?: (_parley_scheduler_v1_StreamError | null);
  /**
   * Agents to leave.
   */
  'inverseOffers'?: (_parley_scheduler_v1_InverseOffers | null);
  /**
   * Agents that need not be left after all.
   */
  'rescindInverseOffers'?: (_parley_scheduler_v1_RescindInverseOffers | null);
  /**
   * The event. Exactly one member is set, unless the event is of a kind that is newer than the client: ignore it then.
   */
  'event'?: "subscribed"|"offers"|"rescind"|"statusUpdates"|"callResult"|"reconcileEnd"|"agentLost"|"leaderChanged"|"heartbeat"|"streamError"|"inverseOffers"|"rescindInverseOffers";
}

/**
 * One event for a framework.
 */
export interface ConnectResponse__Output {
  /**
   * The subscription is in effect.
   */
  'subscribed'?: (_parley_scheduler_v1_Subscribed__Output | null);
  /**
   * New offers.
   */
  'offers'?: (_parley_scheduler_v1_Offers__Output | null);
  /**
   * Offers that can no longer be used.
   */
  'rescind'?: (_parley_scheduler_v1_Rescind__Output | null);
  /**
   * Reports about tasks.
   */
  'statusUpdates'?: (_parley_scheduler_v1_StatusUpdates__Output | null);
  /**
   * The outcome of a call.
   */
  'callResult'?: (_parley_scheduler_v1_CallResult__Output | null);
  /**
   * The end of the answers to `reconcile`.
   */
  'reconcileEnd'?: (_parley_scheduler_v1_ReconcileEnd__Output | null);
  /**
   * An agent that cannot be reached.
   */
  'agentLost'?: (_parley_scheduler_v1_AgentLost__Output | null);
  /**
   * Another master leads.
   */
  'leaderChanged'?: (_parley_scheduler_v1_LeaderChanged__Output | null);
  /**
   * Says that the cluster is alive.
   */
  'heartbeat'?: (_parley_scheduler_v1_Heartbeat__Output | null);
  /**
   * The stream ends.
   */
  'streamError'?: (_parley_scheduler_v1_StreamError__Output | null);
  /**
   * Agents to leave.
   */
  'inverseOffers'?: (_parley_scheduler_v1_InverseOffers__Output | null);
  /**
   * Agents that need not be left after all.
   */
  'rescindInverseOffers'?: (_parley_scheduler_v1_RescindInverseOffers__Output | null);
  /**
   * The event. Exactly one member is set, unless the event is of a kind that is newer than the client: ignore it then.
   */
  'event'?: "subscribed"|"offers"|"rescind"|"statusUpdates"|"callResult"|"reconcileEnd"|"agentLost"|"leaderChanged"|"heartbeat"|"streamError"|"inverseOffers"|"rescindInverseOffers";
}
