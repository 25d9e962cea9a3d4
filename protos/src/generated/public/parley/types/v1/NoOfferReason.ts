// Original file: parley/types/v1/explanation.proto

/**
 * Why an agent is not offered to a framework for a role. Of several that apply, the one with the lowest number is told.
 */
export const NoOfferReason = {
  /**
   * Not said; never sent.
   */
  NO_OFFER_REASON_UNSPECIFIED: 'NO_OFFER_REASON_UNSPECIFIED',
  /**
   * The framework is not connected.
   */
  NO_OFFER_REASON_FRAMEWORK_INACTIVE: 'NO_OFFER_REASON_FRAMEWORK_INACTIVE',
  /**
   * The framework has suppressed the role.
   */
  NO_OFFER_REASON_SUPPRESSED: 'NO_OFFER_REASON_SUPPRESSED',
  /**
   * The framework has said what it waits for, and the offers it holds cover it.
   */
  NO_OFFER_REASON_NO_DEMAND: 'NO_OFFER_REASON_NO_DEMAND',
  /**
   * The agent is not connected.
   */
  NO_OFFER_REASON_DISCONNECTED: 'NO_OFFER_REASON_DISCONNECTED',
  /**
   * An operator has deactivated the agent.
   */
  NO_OFFER_REASON_DEACTIVATED: 'NO_OFFER_REASON_DEACTIVATED',
  /**
   * The agent's maintenance has begun.
   */
  NO_OFFER_REASON_DRAINING: 'NO_OFFER_REASON_DRAINING',
  /**
   * There is a whitelist, and the agent's host is not on it.
   */
  NO_OFFER_REASON_NOT_WHITELISTED: 'NO_OFFER_REASON_NOT_WHITELISTED',
  /**
   * The agent is in another region, and the framework is not region-aware.
   */
  NO_OFFER_REASON_REGION: 'NO_OFFER_REASON_REGION',
  /**
   * The agent has GPUs, or all that is free on it is revocable or shared, and the framework does not have the capability.
   */
  NO_OFFER_REASON_CAPABILITY: 'NO_OFFER_REASON_CAPABILITY',
  /**
   * The framework's own constraints exclude the agent.
   */
  NO_OFFER_REASON_CONSTRAINT: 'NO_OFFER_REASON_CONSTRAINT',
  /**
   * Tasks hold everything the agent has.
   */
  NO_OFFER_REASON_NOTHING_FREE: 'NO_OFFER_REASON_NOTHING_FREE',
  /**
   * All that is free is reserved for other roles.
   */
  NO_OFFER_REASON_RESERVED: 'NO_OFFER_REASON_RESERVED',
  /**
   * A limit of the role or of one above it is reached.
   */
  NO_OFFER_REASON_QUOTA_LIMIT: 'NO_OFFER_REASON_QUOTA_LIMIT',
  /**
   * What is free is kept for the guarantees of other roles.
   */
  NO_OFFER_REASON_HEADROOM: 'NO_OFFER_REASON_HEADROOM',
  /**
   * What is free contains none of the smallest things worth offering.
   */
  NO_OFFER_REASON_BELOW_MINIMUM: 'NO_OFFER_REASON_BELOW_MINIMUM',
  /**
   * The framework has refused what is free, or the master has asked to wait.
   */
  NO_OFFER_REASON_REFUSED: 'NO_OFFER_REASON_REFUSED',
  /**
   * Others come before it: by the policy, with a lower share as a rule, or because they are being offered the agent already.
   */
  NO_OFFER_REASON_LOWER_SHARE_FIRST: 'NO_OFFER_REASON_LOWER_SHARE_FIRST',
} as const;

/**
 * Why an agent is not offered to a framework for a role. Of several that apply, the one with the lowest number is told.
 */
export type NoOfferReason =
  /**
   * Not said; never sent.
   */
  | 'NO_OFFER_REASON_UNSPECIFIED'
  | 0
  /**
   * The framework is not connected.
   */
  | 'NO_OFFER_REASON_FRAMEWORK_INACTIVE'
  | 1
  /**
   * The framework has suppressed the role.
   */
  | 'NO_OFFER_REASON_SUPPRESSED'
  | 2
  /**
   * The framework has said what it waits for, and the offers it holds cover it.
   */
  | 'NO_OFFER_REASON_NO_DEMAND'
  | 3
  /**
   * The agent is not connected.
   */
  | 'NO_OFFER_REASON_DISCONNECTED'
  | 4
  /**
   * An operator has deactivated the agent.
   */
  | 'NO_OFFER_REASON_DEACTIVATED'
  | 5
  /**
   * The agent's maintenance has begun.
   */
  | 'NO_OFFER_REASON_DRAINING'
  | 6
  /**
   * There is a whitelist, and the agent's host is not on it.
   */
  | 'NO_OFFER_REASON_NOT_WHITELISTED'
  | 7
  /**
   * The agent is in another region, and the framework is not region-aware.
   */
  | 'NO_OFFER_REASON_REGION'
  | 8
  /**
   * The agent has GPUs, or all that is free on it is revocable or shared, and the framework does not have the capability.
   */
  | 'NO_OFFER_REASON_CAPABILITY'
  | 9
  /**
   * The framework's own constraints exclude the agent.
   */
  | 'NO_OFFER_REASON_CONSTRAINT'
  | 10
  /**
   * Tasks hold everything the agent has.
   */
  | 'NO_OFFER_REASON_NOTHING_FREE'
  | 11
  /**
   * All that is free is reserved for other roles.
   */
  | 'NO_OFFER_REASON_RESERVED'
  | 12
  /**
   * A limit of the role or of one above it is reached.
   */
  | 'NO_OFFER_REASON_QUOTA_LIMIT'
  | 13
  /**
   * What is free is kept for the guarantees of other roles.
   */
  | 'NO_OFFER_REASON_HEADROOM'
  | 14
  /**
   * What is free contains none of the smallest things worth offering.
   */
  | 'NO_OFFER_REASON_BELOW_MINIMUM'
  | 15
  /**
   * The framework has refused what is free, or the master has asked to wait.
   */
  | 'NO_OFFER_REASON_REFUSED'
  | 16
  /**
   * Others come before it: by the policy, with a lower share as a rule, or because they are being offered the agent already.
   */
  | 'NO_OFFER_REASON_LOWER_SHARE_FIRST'
  | 17

/**
 * Why an agent is not offered to a framework for a role. Of several that apply, the one with the lowest number is told.
 */
export type NoOfferReason__Output = typeof NoOfferReason[keyof typeof NoOfferReason]
