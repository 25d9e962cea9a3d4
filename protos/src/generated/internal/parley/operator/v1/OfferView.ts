// Original file: parley/operator/v1/operator_state.proto

import type { Resource as _parley_types_v1_Resource, Resource__Output as _parley_types_v1_Resource__Output } from '../../../parley/types/v1/Resource';
import type { Long } from '@grpc/proto-loader';

/**
 * An open offer.
 */
export interface OfferView {
  /**
   * Never empty.
   */
  'offerId'?: (string);
  /**
   * Whom it is made to.
   */
  'frameworkId'?: (string);
  /**
   * Whose resources are offered.
   */
  'agentId'?: (string);
  /**
   * The role it is made for.
   */
  'role'?: (string);
  /**
   * What is offered.
   */
  'resources'?: (_parley_types_v1_Resource)[];
  /**
   * For how long it has been open, in milliseconds.
   */
  'ageMs'?: (number | string | Long);
}

/**
 * An open offer.
 */
export interface OfferView__Output {
  /**
   * Never empty.
   */
  'offerId'?: (string);
  /**
   * Whom it is made to.
   */
  'frameworkId'?: (string);
  /**
   * Whose resources are offered.
   */
  'agentId'?: (string);
  /**
   * The role it is made for.
   */
  'role'?: (string);
  /**
   * What is offered.
   */
  'resources'?: (_parley_types_v1_Resource__Output)[];
  /**
   * For how long it has been open, in milliseconds.
   */
  'ageMs'?: (number);
}
