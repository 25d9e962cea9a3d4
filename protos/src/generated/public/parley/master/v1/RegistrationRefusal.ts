// Original file: parley/master/v1/agent_link.proto

/**
 * Why an agent is not admitted.
 */
export const RegistrationRefusal = {
  /**
   * Not said; never sent.
   */
  REGISTRATION_REFUSAL_UNSPECIFIED: 'REGISTRATION_REFUSAL_UNSPECIFIED',
  /**
   * An operator declared it gone for ever: it must end its tasks and stop.
   */
  REGISTRATION_REFUSAL_GONE: 'REGISTRATION_REFUSAL_GONE',
  /**
   * What it says of itself is wrong. It keeps its tasks.
   */
  REGISTRATION_REFUSAL_INVALID: 'REGISTRATION_REFUSAL_INVALID',
  /**
   * It belongs to another cluster. It keeps its tasks.
   */
  REGISTRATION_REFUSAL_FOREIGN_CLUSTER: 'REGISTRATION_REFUSAL_FOREIGN_CLUSTER',
} as const;

/**
 * Why an agent is not admitted.
 */
export type RegistrationRefusal =
  /**
   * Not said; never sent.
   */
  | 'REGISTRATION_REFUSAL_UNSPECIFIED'
  | 0
  /**
   * An operator declared it gone for ever: it must end its tasks and stop.
   */
  | 'REGISTRATION_REFUSAL_GONE'
  | 1
  /**
   * What it says of itself is wrong. It keeps its tasks.
   */
  | 'REGISTRATION_REFUSAL_INVALID'
  | 2
  /**
   * It belongs to another cluster. It keeps its tasks.
   */
  | 'REGISTRATION_REFUSAL_FOREIGN_CLUSTER'
  | 3

/**
 * Why an agent is not admitted.
 */
export type RegistrationRefusal__Output = typeof RegistrationRefusal[keyof typeof RegistrationRefusal]
