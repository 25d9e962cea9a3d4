// Original file: parley/types/v1/constraints.proto

import type { ConstraintSelector as _parley_types_v1_ConstraintSelector, ConstraintSelector__Output as _parley_types_v1_ConstraintSelector__Output } from '../../../parley/types/v1/ConstraintSelector';
import type { ConstraintTest as _parley_types_v1_ConstraintTest, ConstraintTest__Output as _parley_types_v1_ConstraintTest__Output } from '../../../parley/types/v1/ConstraintTest';

/**
 * What one attribute of an agent, or one of the names that every agent has, must be like.
 */
export interface OfferConstraint {
  /**
   * What of the agent is looked at. Unspecified is refused.
   */
  'selector'?: (_parley_types_v1_ConstraintSelector);
  /**
   * With CONSTRAINT_SELECTOR_ATTRIBUTE the name of the attribute, never empty; empty with every other selector.
   */
  'attribute'?: (string);
  /**
   * How it is judged. Unspecified is refused.
   */
  'test'?: (_parley_types_v1_ConstraintTest);
  /**
   * With the tests for equality the text to compare with; with those for a match a pattern in RE2 syntax, which the whole text must
   * match. Empty with the tests for existence.
   */
  'text'?: (string);
}

/**
 * What one attribute of an agent, or one of the names that every agent has, must be like.
 */
export interface OfferConstraint__Output {
  /**
   * What of the agent is looked at. Unspecified is refused.
   */
  'selector': (_parley_types_v1_ConstraintSelector__Output);
  /**
   * With CONSTRAINT_SELECTOR_ATTRIBUTE the name of the attribute, never empty; empty with every other selector.
   */
  'attribute': (string);
  /**
   * How it is judged. Unspecified is refused.
   */
  'test': (_parley_types_v1_ConstraintTest__Output);
  /**
   * With the tests for equality the text to compare with; with those for a match a pattern in RE2 syntax, which the whole text must
   * match. Empty with the tests for existence.
   */
  'text': (string);
}
