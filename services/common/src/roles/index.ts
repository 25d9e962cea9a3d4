export { assuredRoles } from './assured';
export { isNoQuota, NO_QUOTA, quotaConflicts, validateQuota } from './quota';
export { ancestorsOf, DEFAULT_ROLE, isBelow, levelsOf, parentOf, validateRoleName } from './role-name';
export type { RoleNode } from './role-node';
export { RoleTree } from './role-tree';
export type { LimitBreach } from './role-tree';
export { DEFAULT_WEIGHT, weightOf, weightProblem } from './weights';
export type { RoleWeights } from './weights';
