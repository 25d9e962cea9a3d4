export {
  compileConstraints,
  CONSTRAINT_GROUPS_MAX,
  CONSTRAINTS_PER_GROUP_MAX,
  validateConstraints,
} from './constraints';
export type { ConstraintPredicate, ConstraintSubject } from './constraints';
export { PATTERN_BYTES_MAX, PATTERN_STEPS_MAX } from './pattern';
