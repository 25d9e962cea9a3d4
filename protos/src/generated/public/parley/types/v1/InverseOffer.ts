// Original file: parley/types/v1/offer.proto

import type { Unavailability as _parley_types_v1_Unavailability, Unavailability__Output as _parley_types_v1_Unavailability__Output } from '../../../parley/types/v1/Unavailability';

/**
 * Asks a framework to leave an agent in time, because the agent will not be available. Until then the framework's tasks run on; what
 * becomes of those that are still there is the operator's affair.
 */
export interface InverseOffer {
  /**
   * Names the inverse offer for ever. Never empty.
   */
  'inverseOfferId'?: (string);
  /**
   * The framework that is asked. Never empty.
   */
  'frameworkId'?: (string);
  /**
   * The agent to leave. Never empty.
   */
  'agentId'?: (string);
  /**
   * The name under which the agent's node is known.
   */
  'hostname'?: (string);
  /**
   * When the agent will not be available. Always set.
   */
  'unavailability'?: (_parley_types_v1_Unavailability | null);
}

/**
 * Asks a framework to leave an agent in time, because the agent will not be available. Until then the framework's tasks run on; what
 * becomes of those that are still there is the operator's affair.
 */
export interface InverseOffer__Output {
  /**
   * Names the inverse offer for ever. Never empty.
   */
  'inverseOfferId': (string);
  /**
   * The framework that is asked. Never empty.
   */
  'frameworkId': (string);
  /**
   * The agent to leave. Never empty.
   */
  'agentId': (string);
  /**
   * The name under which the agent's node is known.
   */
  'hostname': (string);
  /**
   * When the agent will not be available. Always set.
   */
  'unavailability': (_parley_types_v1_Unavailability__Output | null);
}
