/** Relative shares by role, finite and > 0. A role that is not listed weighs {@link DEFAULT_WEIGHT}. Bounded by the number of known roles. */
export type RoleWeights = ReadonlyMap<string, number>;

/** The weight of roles nobody has said anything about (mesos-semantics O12). */
export const DEFAULT_WEIGHT = 1;

/** The weight of a role among its siblings. */
export function weightOf(weights: RoleWeights, role: string): number {
  return weights.get(role) ?? DEFAULT_WEIGHT;
}

/** Why a number cannot be a weight, or undefined when it can. */
export function weightProblem(weight: number): string | undefined {
  return Number.isFinite(weight) && weight > 0 ? undefined : 'must be a number greater than 0, such as 2 or 0.5';
}
