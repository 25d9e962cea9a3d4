export { ancestorsOf, DEFAULT_ROLE, isBelow, levelsOf, parentOf, validateRoleName } from './role-name';
export { DEFAULT_WEIGHT, weightOf, weightProblem } from './weights';
export type { RoleWeights } from './weights';
