// Original file: parley/scheduler/v1/scheduler_calls.proto

import type { RoleDemand as _parley_types_v1_RoleDemand, RoleDemand__Output as _parley_types_v1_RoleDemand__Output } from '../../../parley/types/v1/RoleDemand';

/**
 * States what the framework waits for, so that it competes for offers only while it waits, and gets what fits. Pieces of work that were
 * not stated before end the filters of their role. State the demand anew whenever it changes: it is not counted down as tasks are launched.
 */
export interface Request {
  /**
   * See `Accept.call_id`.
   */
  'callId'?: (string);
  /**
   * The whole demand of each role that is listed, each at most once; other roles stay as they were. Empty: nothing changes.
   */
  'demands'?: (_parley_types_v1_RoleDemand)[];
}

/**
 * States what the framework waits for, so that it competes for offers only while it waits, and gets what fits. Pieces of work that were
 * not stated before end the filters of their role. State the demand anew whenever it changes: it is not counted down as tasks are launched.
 */
export interface Request__Output {
  /**
   * See `Accept.call_id`.
   */
  'callId': (string);
  /**
   * The whole demand of each role that is listed, each at most once; other roles stay as they were. Empty: nothing changes.
   */
  'demands': (_parley_types_v1_RoleDemand__Output)[];
}
