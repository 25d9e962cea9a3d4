// Original file: parley/types/v1/explanation.proto

import type { ReasonCount as _parley_types_v1_ReasonCount, ReasonCount__Output as _parley_types_v1_ReasonCount__Output } from '../../../parley/types/v1/ReasonCount';
import type { Long } from '@grpc/proto-loader';

/**
 * Why one framework got, or did not get, offers in one of its roles.
 */
export interface Explanation {
  /**
   * The framework. Never empty.
   */
  'frameworkId'?: (string);
  /**
   * Its role. Never empty.
   */
  'role'?: (string);
  /**
   * The framework's largest share of any resource within the role, divided by its weight: 0 to 1 and more.
   */
  'share'?: (number | string);
  /**
   * The same for the role, by which it is compared with the roles beside it.
   */
  'roleShare'?: (number | string);
  /**
   * How many agents could be, or are just being, offered to it.
   */
  'offerable'?: (number | string | Long);
  /**
   * How long ago something was last proposed for it, in milliseconds. Absent: not since the allocator's session began.
   */
  'lastProposedMs'?: (number | string | Long);
  /**
   * Why the other agents are not offered to it, in the order of the numbers of the reasons. Reasons without agents are left out.
   */
  'reasons'?: (_parley_types_v1_ReasonCount)[];
  '_lastProposedMs'?: "lastProposedMs";
}

/**
 * Why one framework got, or did not get, offers in one of its roles.
 */
export interface Explanation__Output {
  /**
   * The framework. Never empty.
   */
  'frameworkId': (string);
  /**
   * Its role. Never empty.
   */
  'role': (string);
  /**
   * The framework's largest share of any resource within the role, divided by its weight: 0 to 1 and more.
   */
  'share': (number);
  /**
   * The same for the role, by which it is compared with the roles beside it.
   */
  'roleShare': (number);
  /**
   * How many agents could be, or are just being, offered to it.
   */
  'offerable': (string);
  /**
   * How long ago something was last proposed for it, in milliseconds. Absent: not since the allocator's session began.
   */
  'lastProposedMs'?: (string);
  /**
   * Why the other agents are not offered to it, in the order of the numbers of the reasons. Reasons without agents are left out.
   */
  'reasons': (_parley_types_v1_ReasonCount__Output)[];
  '_lastProposedMs'?: "lastProposedMs";
}
