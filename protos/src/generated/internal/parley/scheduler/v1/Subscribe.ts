// Original file: parley/scheduler/v1/scheduler_calls.proto

import type { FrameworkInfo as _parley_types_v1_FrameworkInfo, FrameworkInfo__Output as _parley_types_v1_FrameworkInfo__Output } from '../../../parley/types/v1/FrameworkInfo';
import type { RoleDemand as _parley_types_v1_RoleDemand, RoleDemand__Output as _parley_types_v1_RoleDemand__Output } from '../../../parley/types/v1/RoleDemand';

/**
 * The first message of every stream: makes a new framework, or takes over one that exists. The newest stream of a framework wins;
 * the older one gets a `stream_error` with the reason SESSION_REPLACED.
 */
export interface Subscribe {
  /**
   * What the framework says of itself. Absent is refused.
   */
  'frameworkInfo'?: (_parley_types_v1_FrameworkInfo | null);
  /**
   * Roles of the framework for which it wants no offers for now. Empty: it wants offers for all.
   */
  'suppressedRoles'?: (string)[];
  /**
   * Chosen by the client, at random, once per framework: if the answer to a first subscription is lost, subscribe again with the
   * same value and you get the same framework. Empty is refused.
   */
  'subscribeId'?: (string);
  /**
   * What the framework waits for, at most once for each of its roles. Roles that are not listed are not stated: the framework competes
   * in them for whatever there is.
   */
  'demands'?: (_parley_types_v1_RoleDemand)[];
}

/**
 * The first message of every stream: makes a new framework, or takes over one that exists. The newest stream of a framework wins;
 * the older one gets a `stream_error` with the reason SESSION_REPLACED.
 */
export interface Subscribe__Output {
  /**
   * What the framework says of itself. Absent is refused.
   */
  'frameworkInfo'?: (_parley_types_v1_FrameworkInfo__Output);
  /**
   * Roles of the framework for which it wants no offers for now. Empty: it wants offers for all.
   */
  'suppressedRoles'?: (string)[];
  /**
   * Chosen by the client, at random, once per framework: if the answer to a first subscription is lost, subscribe again with the
   * same value and you get the same framework. Empty is refused.
   */
  'subscribeId'?: (string);
  /**
   * What the framework waits for, at most once for each of its roles. Roles that are not listed are not stated: the framework competes
   * in them for whatever there is.
   */
  'demands'?: (_parley_types_v1_RoleDemand__Output)[];
}
