// Original file: parley/types/v1/explanation.proto

import type { NoOfferReason as _parley_types_v1_NoOfferReason, NoOfferReason__Output as _parley_types_v1_NoOfferReason__Output } from '../../../parley/types/v1/NoOfferReason';
import type { Long } from '@grpc/proto-loader';

/**
 * Why a number of agents is not offered to a framework.
 */
export interface ReasonCount {
  /**
   * The first reason that applies to these agents.
   */
  'reason'?: (_parley_types_v1_NoOfferReason);
  /**
   * How many agents.
   */
  'agents'?: (number | string | Long);
  /**
   * A few of them, at most 5.
   */
  'exampleAgentIds'?: (string)[];
  /**
   * With NO_OFFER_REASON_REFUSED: in how many milliseconds the first of the refusals ends. Absent with other reasons.
   */
  'untilMs'?: (number | string | Long);
  /**
   * More, for people, such as the limit that is reached or who comes first. May be empty.
   */
  'detail'?: (string);
  '_untilMs'?: "untilMs";
}

/**
 * Why a number of agents is not offered to a framework.
 */
export interface ReasonCount__Output {
  /**
   * The first reason that applies to these agents.
   */
  'reason': (_parley_types_v1_NoOfferReason__Output);
  /**
   * How many agents.
   */
  'agents': (string);
  /**
   * A few of them, at most 5.
   */
  'exampleAgentIds': (string)[];
  /**
   * With NO_OFFER_REASON_REFUSED: in how many milliseconds the first of the refusals ends. Absent with other reasons.
   */
  'untilMs'?: (string);
  /**
   * More, for people, such as the limit that is reached or who comes first. May be empty.
   */
  'detail': (string);
  '_untilMs'?: "untilMs";
}
