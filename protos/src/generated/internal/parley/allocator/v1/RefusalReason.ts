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
 * Why a proposal was refused.
 */
export type RefusalReason__Output = typeof RefusalReason[keyof typeof RefusalReason]
