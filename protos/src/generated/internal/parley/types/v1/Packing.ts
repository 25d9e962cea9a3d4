// Original file: parley/types/v1/quota.proto

/**
 * How the free resources of agents are made into offers for a role.
 */
export const Packing = {
  /**
   * Not said: whole agents.
   */
  PACKING_UNSPECIFIED: 0,
  /**
   * Everything that is free on an agent.
   */
  PACKING_WHOLE_AGENT: 1,
  /**
   * Whole pieces of the stated demand, on whichever agent comes first, and only as many as it takes until somebody else's
   * turn comes. Without a stated demand, whole agents.
   */
  PACKING_SPLIT: 2,
  /**
   * As PACKING_SPLIT, on the agent that then has least left over.
   */
  PACKING_BEST_FIT: 3,
  /**
   * One piece of the stated demand at a time, on the agent that then has most left over.
   */
  PACKING_SPREAD: 4,
} as const;

/**
 * How the free resources of agents are made into offers for a role.
 */
export type Packing =
  /**
   * Not said: whole agents.
   */
  | 'PACKING_UNSPECIFIED'
  | 0
  /**
   * Everything that is free on an agent.
   */
  | 'PACKING_WHOLE_AGENT'
  | 1
  /**
   * Whole pieces of the stated demand, on whichever agent comes first, and only as many as it takes until somebody else's
   * turn comes. Without a stated demand, whole agents.
   */
  | 'PACKING_SPLIT'
  | 2
  /**
   * As PACKING_SPLIT, on the agent that then has least left over.
   */
  | 'PACKING_BEST_FIT'
  | 3
  /**
   * One piece of the stated demand at a time, on the agent that then has most left over.
   */
  | 'PACKING_SPREAD'
  | 4

/**
 * How the free resources of agents are made into offers for a role.
 */
export type Packing__Output = typeof Packing[keyof typeof Packing]
