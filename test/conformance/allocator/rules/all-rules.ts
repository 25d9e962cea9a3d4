import type { Rule } from '../rule';
import { ELIGIBILITY_RULES } from './eligibility-rules';
import { FAIRNESS_RULES } from './fairness-rules';
import { FILTER_RULES } from './filter-rules';
import { PROPOSAL_RULES } from './proposal-rules';
import { QUESTION_RULES } from './question-rules';
import { QUOTA_RULES } from './quota-rules';
import { SESSION_RULES } from './session-rules';
import { SUCCESSION_RULES } from './succession-rules';

/** Every rule, in the order in which they are tried and reported. */
export const ALL_RULES: readonly Rule[] = [
  ...SESSION_RULES,
  ...SUCCESSION_RULES,
  ...PROPOSAL_RULES,
  ...FILTER_RULES,
  ...QUOTA_RULES,
  ...ELIGIBILITY_RULES,
  ...FAIRNESS_RULES,
  ...QUESTION_RULES,
];
