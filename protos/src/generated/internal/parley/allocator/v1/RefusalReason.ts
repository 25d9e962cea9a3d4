// Original file: parley/allocator/v1/allocator_session.proto

/**
 * Why a proposal was refused.
 */
export const RefusalReason = {
  /**
   * Not said; never sent.
   */
  REFUSAL_REASON_UNSPECIFIED: 0,
  /**
   * The agent is not known.
   */
  REFUSAL_REASON_AGENT_UNKNOWN: 1,
  /**
   * Nothing of the agent may be offered at present.
   */
  REFUSAL_REASON_AGENT_INACTIVE: 2,
  /**
   * The framework is not known.
   */
  REFUSAL_REASON_FRAMEWORK_UNKNOWN: 3,
  /**
   * The framework is not connected.
   */
  REFUSAL_REASON_FRAMEWORK_INACTIVE: 4,
  /**
   * The framework is not in that role.
   */
  REFUSAL_REASON_ROLE_NOT_SUBSCRIBED: 5,
  /**
   * The framework wants no offers for that role.
   */
  REFUSAL_REASON_ROLE_SUPPRESSED: 6,
  /**
   * The framework has refused these resources a while ago.
   */
  REFUSAL_REASON_FILTERED: 7,
  /**
   * The agent does not have these resources free.
   */
  REFUSAL_REASON_NOT_AVAILABLE: 8,
  /**
   * It contains none of the smallest things worth offering.
   */
  REFUSAL_REASON_BELOW_MINIMUM: 9,
  /**
   * It contains nothing.
   */
  REFUSAL_REASON_EMPTY: 10,
  /**
   * A limit of the role or of one above it would be exceeded.
   */
  REFUSAL_REASON_QUOTA_LIMIT: 11,
  /**
   * Something in it is reserved for a role that is neither this one nor one above it.
   */
  REFUSAL_REASON_RESERVED: 12,
  /**
   * The framework cannot deal with something in it: revocable or shared resources, or an agent with GPUs.
   */
  REFUSAL_REASON_CAPABILITY: 13,
  /**
   * The agent is in another region, and the framework is not region-aware.
   */
  REFUSAL_REASON_REGION: 14,
  /**
   * The framework's constraints exclude the agent.
   */
  REFUSAL_REASON_CONSTRAINT: 15,
} as const;

/**
 * Why a proposal was refused.
 */
export type RefusalReason =
  /**
   * Not said; never sent.
   */
  | 'REFUSAL_REASON_UNSPECIFIED'
  | 0
  /**
   * The agent is not known.
   */
  | 'REFUSAL_REASON_AGENT_UNKNOWN'
  | 1
  /**
   * Nothing of the agent may be offered at present.
   */
  | 'REFUSAL_REASON_AGENT_INACTIVE'
  | 2
  /**
   * The framework is not known.
   */
  | 'REFUSAL_REASON_FRAMEWORK_UNKNOWN'
  | 3
  /**
   * The framework is not connected.
   */
  | 'REFUSAL_REASON_FRAMEWORK_INACTIVE'
  | 4
  /**
   * The framework is not in that role.
   */
  | 'REFUSAL_REASON_ROLE_NOT_SUBSCRIBED'
  | 5
  /**
   * The framework wants no offers for that role.
   */
  | 'REFUSAL_REASON_ROLE_SUPPRESSED'
  | 6
  /**
   * The framework has refused these resources a while ago.
   */
  | 'REFUSAL_REASON_FILTERED'
  | 7
  /**
   * The agent does not have these resources free.
   */
  | 'REFUSAL_REASON_NOT_AVAILABLE'
  | 8
  /**
   * It contains none of the smallest things worth offering.
   */
  | 'REFUSAL_REASON_BELOW_MINIMUM'
  | 9
  /**
   * It contains nothing.
   */
  | 'REFUSAL_REASON_EMPTY'
  | 10
  /**
   * A limit of the role or of one above it would be exceeded.
   */
  | 'REFUSAL_REASON_QUOTA_LIMIT'
  | 11
  /**
   * Something in it is reserved for a role that is neither this one nor one above it.
   */
  | 'REFUSAL_REASON_RESERVED'
  | 12
  /**
   * The framework cannot deal with something in it: revocable or shared resources, or an agent with GPUs.
   */
  | 'REFUSAL_REASON_CAPABILITY'
  | 13
  /**
   * The agent is in another region, and the framework is not region-aware.
   */
  | 'REFUSAL_REASON_REGION'
  | 14
  /**
   * The framework's constraints exclude the agent.
   */
  | 'REFUSAL_REASON_CONSTRAINT'
  | 15

/**
 * Why a proposal was refused.
 */
export type RefusalReason__Output = typeof RefusalReason[keyof typeof RefusalReason]
