// Original file: parley/types/v1/offer.proto

import type { Resource as _parley_types_v1_Resource, Resource__Output as _parley_types_v1_Resource__Output } from '../../../parley/types/v1/Resource';
import type { Attribute as _parley_types_v1_Attribute, Attribute__Output as _parley_types_v1_Attribute__Output } from '../../../parley/types/v1/Attribute';
import type { FaultDomain as _parley_types_v1_FaultDomain, FaultDomain__Output as _parley_types_v1_FaultDomain__Output } from '../../../parley/types/v1/FaultDomain';
import type { Unavailability as _parley_types_v1_Unavailability, Unavailability__Output as _parley_types_v1_Unavailability__Output } from '../../../parley/types/v1/Unavailability';

/**
 * Resources of one agent, offered to one framework for one of its roles. They are the framework's to use until it answers, until
 * the offer expires, or until it is rescinded.
 */
export interface Offer {
  /**
   * Names the offer for ever. Never empty.
   */
  'offerId'?: (string);
  /**
   * The framework the offer is made to. Never empty.
   */
  'frameworkId'?: (string);
  /**
   * The agent whose resources are offered. Never empty.
   */
  'agentId'?: (string);
  /**
   * The name under which the agent's node is known.
   */
  'hostname'?: (string);
  /**
   * The role for which the resources are offered. Tasks that use them are counted for that role. Never empty.
   */
  'role'?: (string);
  /**
   * What is offered. Never empty.
   */
  'resources'?: (_parley_types_v1_Resource)[];
  /**
   * What the agent says about its node. Empty when it says nothing.
   */
  'attributes'?: (_parley_types_v1_Attribute)[];
  /**
   * W3C trace context of the decision that led to the offer. Empty when it is not traced.
   */
  'traceparent'?: (string);
  /**
   * Where the agent's node stands. Absent when it does not say.
   */
  'domain'?: (_parley_types_v1_FaultDomain | null);
  /**
   * When the agent will not be available. Absent when nothing is planned.
   */
  'unavailability'?: (_parley_types_v1_Unavailability | null);
}

/**
 * Resources of one agent, offered to one framework for one of its roles. They are the framework's to use until it answers, until
 * the offer expires, or until it is rescinded.
 */
export interface Offer__Output {
  /**
   * Names the offer for ever. Never empty.
   */
  'offerId': (string);
  /**
   * The framework the offer is made to. Never empty.
   */
  'frameworkId': (string);
  /**
   * The agent whose resources are offered. Never empty.
   */
  'agentId': (string);
  /**
   * The name under which the agent's node is known.
   */
  'hostname': (string);
  /**
   * The role for which the resources are offered. Tasks that use them are counted for that role. Never empty.
   */
  'role': (string);
  /**
   * What is offered. Never empty.
   */
  'resources': (_parley_types_v1_Resource__Output)[];
  /**
   * What the agent says about its node. Empty when it says nothing.
   */
  'attributes': (_parley_types_v1_Attribute__Output)[];
  /**
   * W3C trace context of the decision that led to the offer. Empty when it is not traced.
   */
  'traceparent': (string);
  /**
   * Where the agent's node stands. Absent when it does not say.
   */
  'domain': (_parley_types_v1_FaultDomain__Output | null);
  /**
   * When the agent will not be available. Absent when nothing is planned.
   */
  'unavailability': (_parley_types_v1_Unavailability__Output | null);
}
