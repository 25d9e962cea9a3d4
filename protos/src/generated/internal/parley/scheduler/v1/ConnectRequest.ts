// Original file: parley/scheduler/v1/scheduler_service.proto

import type { Subscribe as _parley_scheduler_v1_Subscribe, Subscribe__Output as _parley_scheduler_v1_Subscribe__Output } from '../../../parley/scheduler/v1/Subscribe';
import type { Accept as _parley_scheduler_v1_Accept, Accept__Output as _parley_scheduler_v1_Accept__Output } from '../../../parley/scheduler/v1/Accept';
import type { Decline as _parley_scheduler_v1_Decline, Decline__Output as _parley_scheduler_v1_Decline__Output } from '../../../parley/scheduler/v1/Decline';
import type { Suppress as _parley_scheduler_v1_Suppress, Suppress__Output as _parley_scheduler_v1_Suppress__Output } from '../../../parley/scheduler/v1/Suppress';
import type { Revive as _parley_scheduler_v1_Revive, Revive__Output as _parley_scheduler_v1_Revive__Output } from '../../../parley/scheduler/v1/Revive';
import type { Kill as _parley_scheduler_v1_Kill, Kill__Output as _parley_scheduler_v1_Kill__Output } from '../../../parley/scheduler/v1/Kill';
import type { Reconcile as _parley_scheduler_v1_Reconcile, Reconcile__Output as _parley_scheduler_v1_Reconcile__Output } from '../../../parley/scheduler/v1/Reconcile';
import type { Acknowledge as _parley_scheduler_v1_Acknowledge, Acknowledge__Output as _parley_scheduler_v1_Acknowledge__Output } from '../../../parley/scheduler/v1/Acknowledge';
import type { UpdateFramework as _parley_scheduler_v1_UpdateFramework, UpdateFramework__Output as _parley_scheduler_v1_UpdateFramework__Output } from '../../../parley/scheduler/v1/UpdateFramework';
import type { Teardown as _parley_scheduler_v1_Teardown, Teardown__Output as _parley_scheduler_v1_Teardown__Output } from '../../../parley/scheduler/v1/Teardown';
import type { Heartbeat as _parley_scheduler_v1_Heartbeat, Heartbeat__Output as _parley_scheduler_v1_Heartbeat__Output } from '../../../parley/scheduler/v1/Heartbeat';
import type { Request as _parley_scheduler_v1_Request, Request__Output as _parley_scheduler_v1_Request__Output } from '../../../parley/scheduler/v1/Request';
import type { AcceptInverseOffers as _parley_scheduler_v1_AcceptInverseOffers, AcceptInverseOffers__Output as _parley_scheduler_v1_AcceptInverseOffers__Output } from '../../../parley/scheduler/v1/AcceptInverseOffers';
import type { DeclineInverseOffers as _parley_scheduler_v1_DeclineInverseOffers, DeclineInverseOffers__Output as _parley_scheduler_v1_DeclineInverseOffers__Output } from '../../../parley/scheduler/v1/DeclineInverseOffers';

/**
 * One call of a framework.
 */
export interface ConnectRequest {
  /**
   * Makes or takes over a framework.
   */
  'subscribe'?: (_parley_scheduler_v1_Subscribe | null);
  /**
   * Uses offers.
   */
  'accept'?: (_parley_scheduler_v1_Accept | null);
  /**
   * Gives offers back.
   */
  'decline'?: (_parley_scheduler_v1_Decline | null);
  /**
   * Asks for no more offers.
   */
  'suppress'?: (_parley_scheduler_v1_Suppress | null);
  /**
   * Asks for offers again.
   */
  'revive'?: (_parley_scheduler_v1_Revive | null);
  /**
   * Ends a task.
   */
  'kill'?: (_parley_scheduler_v1_Kill | null);
  /**
   * Asks where tasks are.
   */
  'reconcile'?: (_parley_scheduler_v1_Reconcile | null);
  /**
   * Takes notice of status updates.
   */
  'acknowledge'?: (_parley_scheduler_v1_Acknowledge | null);
  /**
   * Changes what the framework says of itself.
   */
  'updateFramework'?: (_parley_scheduler_v1_UpdateFramework | null);
  /**
   * Ends the framework for good.
   */
  'teardown'?: (_parley_scheduler_v1_Teardown | null);
  /**
   * Says that the scheduler is alive.
   */
  'heartbeat'?: (_parley_scheduler_v1_Heartbeat | null);
  /**
   * States what the framework waits for.
   */
  'request'?: (_parley_scheduler_v1_Request | null);
  /**
   * Agrees to leave agents.
   */
  'acceptInverseOffers'?: (_parley_scheduler_v1_AcceptInverseOffers | null);
  /**
   * Does not agree to leave agents.
   */
  'declineInverseOffers'?: (_parley_scheduler_v1_DeclineInverseOffers | null);
  /**
   * The call. Exactly one member is set; the first message of a stream is `subscribe`, and no later one is.
   */
  'call'?: "subscribe"|"accept"|"decline"|"suppress"|"revive"|"kill"|"reconcile"|"acknowledge"|"updateFramework"|"teardown"|"heartbeat"|"request"|"acceptInverseOffers"|"declineInverseOffers";
}

/**
 * One call of a framework.
 */
export interface ConnectRequest__Output {
  /**
   * Makes or takes over a framework.
   */
  'subscribe'?: (_parley_scheduler_v1_Subscribe__Output);
  /**
   * Uses offers.
   */
  'accept'?: (_parley_scheduler_v1_Accept__Output);
  /**
   * Gives offers back.
   */
  'decline'?: (_parley_scheduler_v1_Decline__Output);
  /**
   * Asks for no more offers.
   */
  'suppress'?: (_parley_scheduler_v1_Suppress__Output);
  /**
   * Asks for offers again.
   */
  'revive'?: (_parley_scheduler_v1_Revive__Output);
  /**
   * Ends a task.
   */
  'kill'?: (_parley_scheduler_v1_Kill__Output);
  /**
   * Asks where tasks are.
   */
  'reconcile'?: (_parley_scheduler_v1_Reconcile__Output);
  /**
   * Takes notice of status updates.
   */
  'acknowledge'?: (_parley_scheduler_v1_Acknowledge__Output);
  /**
   * Changes what the framework says of itself.
   */
  'updateFramework'?: (_parley_scheduler_v1_UpdateFramework__Output);
  /**
   * Ends the framework for good.
   */
  'teardown'?: (_parley_scheduler_v1_Teardown__Output);
  /**
   * Says that the scheduler is alive.
   */
  'heartbeat'?: (_parley_scheduler_v1_Heartbeat__Output);
  /**
   * States what the framework waits for.
   */
  'request'?: (_parley_scheduler_v1_Request__Output);
  /**
   * Agrees to leave agents.
   */
  'acceptInverseOffers'?: (_parley_scheduler_v1_AcceptInverseOffers__Output);
  /**
   * Does not agree to leave agents.
   */
  'declineInverseOffers'?: (_parley_scheduler_v1_DeclineInverseOffers__Output);
  /**
   * The call. Exactly one member is set; the first message of a stream is `subscribe`, and no later one is.
   */
  'call'?: "subscribe"|"accept"|"decline"|"suppress"|"revive"|"kill"|"reconcile"|"acknowledge"|"updateFramework"|"teardown"|"heartbeat"|"request"|"acceptInverseOffers"|"declineInverseOffers";
}
