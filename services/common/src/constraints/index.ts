export { compileConstraints, validateConstraints } from './constraints';
export type { ConstraintPredicate, ConstraintSubject } from './constraints';
