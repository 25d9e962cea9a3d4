// Original file: parley/types/v1/constraints.proto

/**
 * What of an agent a constraint looks at.
 */
export const ConstraintSelector = {
  /**
   * Not said; refused.
   */
  CONSTRAINT_SELECTOR_UNSPECIFIED: 'CONSTRAINT_SELECTOR_UNSPECIFIED',
  /**
   * An attribute, by its name. If an agent has several with the name, the first counts. Of an attribute that is no text only the tests
   * for existence look at anything; the others hold.
   */
  CONSTRAINT_SELECTOR_ATTRIBUTE: 'CONSTRAINT_SELECTOR_ATTRIBUTE',
  /**
   * The name under which the agent's node is known.
   */
  CONSTRAINT_SELECTOR_HOSTNAME: 'CONSTRAINT_SELECTOR_HOSTNAME',
  /**
   * The region of the agent's fault domain.
   */
  CONSTRAINT_SELECTOR_REGION: 'CONSTRAINT_SELECTOR_REGION',
  /**
   * The zone of the agent's fault domain.
   */
  CONSTRAINT_SELECTOR_ZONE: 'CONSTRAINT_SELECTOR_ZONE',
} as const;

/**
 * What of an agent a constraint looks at.
 */
export type ConstraintSelector =
  /**
   * Not said; refused.
   */
  | 'CONSTRAINT_SELECTOR_UNSPECIFIED'
  | 0
  /**
   * An attribute, by its name. If an agent has several with the name, the first counts. Of an attribute that is no text only the tests
   * for existence look at anything; the others hold.
   */
  | 'CONSTRAINT_SELECTOR_ATTRIBUTE'
  | 1
  /**
   * The name under which the agent's node is known.
   */
  | 'CONSTRAINT_SELECTOR_HOSTNAME'
  | 2
  /**
   * The region of the agent's fault domain.
   */
  | 'CONSTRAINT_SELECTOR_REGION'
  | 3
  /**
   * The zone of the agent's fault domain.
   */
  | 'CONSTRAINT_SELECTOR_ZONE'
  | 4

/**
 * What of an agent a constraint looks at.
 */
export type ConstraintSelector__Output = typeof ConstraintSelector[keyof typeof ConstraintSelector]
