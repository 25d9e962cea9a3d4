import { unreachable } from '@parley/common/kernel';

import { drf } from './drf/drf';
import type { Policy } from './policy';
import { random } from './random/random';
import { strictPriority } from './strict-priority/strict-priority';
import type { RolePriorities } from './strict-priority/strict-priority';

/** The policies that can be configured. */
export const POLICY_NAMES = ['drf', 'strict-priority', 'random'] as const;

/** Names one of {@link POLICY_NAMES}. */
export type PolicyName = (typeof POLICY_NAMES)[number];

/** Which policy to follow, and what it needs to know. */
export interface PolicyChoice {
  readonly policy: PolicyName;
  /** Read by `strict-priority` only. */
  readonly priorities: RolePriorities;
}

/** Makes the policy of that name. */
export function policyOf(choice: PolicyChoice): Policy {
  switch (choice.policy) {
    case 'drf':
      return drf();
    case 'strict-priority':
      return strictPriority(choice.priorities);
    case 'random':
      return random();
    default:
      return unreachable(choice.policy, 'policy');
  }
}
