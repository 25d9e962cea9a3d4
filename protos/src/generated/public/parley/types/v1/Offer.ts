// Original file: parley/types/v1/offer.proto

import type { Resource as _parley_types_v1_Resource, Resource__Output as _parley_types_v1_Resource__Output } from '../../../parley/types/v1/Resource';
import type { Attribute as _parley_types_v1_Attribute, Attribute__Output as _parley_types_v1_Attribute__Output } from '../../../parley/types/v1/Attribute';

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
}
