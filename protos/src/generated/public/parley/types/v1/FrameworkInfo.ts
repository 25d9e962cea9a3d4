// Original file: parley/types/v1/framework.proto

import type { Label as _parley_types_v1_Label, Label__Output as _parley_types_v1_Label__Output } from '../../../parley/types/v1/Label';
import type { FrameworkCapability as _parley_types_v1_FrameworkCapability, FrameworkCapability__Output as _parley_types_v1_FrameworkCapability__Output } from '../../../parley/types/v1/FrameworkCapability';
import type { OfferSettings as _parley_types_v1_OfferSettings, OfferSettings__Output as _parley_types_v1_OfferSettings__Output } from '../../../parley/types/v1/OfferSettings';
import type { Long } from '@grpc/proto-loader';

/**
 * What a framework says of itself.
 */
export interface FrameworkInfo {
  /**
   * Empty when the framework is new: the cluster then chooses an id and tells it in the `subscribed` event. Keep that id and send
   * it in every later subscription, also after a restart of the scheduler: it is what your tasks belong to.
   */
  'frameworkId'?: (string);
  /**
   * For people, such as `word-count`. Empty is refused.
   */
  'name'?: (string);
  /**
   * The roles for which the framework wants offers: at least one, none twice. `*` is the role of everybody.
   */
  'roles'?: (string)[];
  /**
   * For how long the framework's tasks outlive its connection, in milliseconds. Absent: one week. 0: tasks are ended as soon as the
   * scheduler closes its stream cleanly.
   */
  'failoverTimeoutMs'?: (number | string | Long);
  /**
   * Where the scheduler runs, for people. Empty when it does not say.
   */
  'hostname'?: (string);
  /**
   * Where people find the framework's own pages. Empty when it has none.
   */
  'webuiUrl'?: (string);
  /**
   * For people and tools. Empty when there are none.
   */
  'labels'?: (_parley_types_v1_Label)[];
  /**
   * What the framework can deal with. Each at most once. Empty: none of it.
   */
  'capabilities'?: (_parley_types_v1_FrameworkCapability)[];
  /**
   * The framework's own rules for its offers: at most one for each of its roles. Empty: the cluster's rules alone.
   */
  'offerSettings'?: (_parley_types_v1_OfferSettings)[];
  '_failoverTimeoutMs'?: "failoverTimeoutMs";
}

/**
 * What a framework says of itself.
 */
export interface FrameworkInfo__Output {
  /**
   * Empty when the framework is new: the cluster then chooses an id and tells it in the `subscribed` event. Keep that id and send
   * it in every later subscription, also after a restart of the scheduler: it is what your tasks belong to.
   */
  'frameworkId': (string);
  /**
   * For people, such as `word-count`. Empty is refused.
   */
  'name': (string);
  /**
   * The roles for which the framework wants offers: at least one, none twice. `*` is the role of everybody.
   */
  'roles': (string)[];
  /**
   * For how long the framework's tasks outlive its connection, in milliseconds. Absent: one week. 0: tasks are ended as soon as the
   * scheduler closes its stream cleanly.
   */
  'failoverTimeoutMs'?: (string);
  /**
   * Where the scheduler runs, for people. Empty when it does not say.
   */
  'hostname': (string);
  /**
   * Where people find the framework's own pages. Empty when it has none.
   */
  'webuiUrl': (string);
  /**
   * For people and tools. Empty when there are none.
   */
  'labels': (_parley_types_v1_Label__Output)[];
  /**
   * What the framework can deal with. Each at most once. Empty: none of it.
   */
  'capabilities': (_parley_types_v1_FrameworkCapability__Output)[];
  /**
   * The framework's own rules for its offers: at most one for each of its roles. Empty: the cluster's rules alone.
   */
  'offerSettings': (_parley_types_v1_OfferSettings__Output)[];
  '_failoverTimeoutMs'?: "failoverTimeoutMs";
}
