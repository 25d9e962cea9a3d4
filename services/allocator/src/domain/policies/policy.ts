/** What a policy may know of a competitor: of a role among the roles, or of a framework among those of one role. */
export interface Standing {
  /** The role's name or the framework's id; no two competitors share it. */
  readonly name: string;
  /** The dominant share of the cluster that it holds, offers and open proposals included, divided by its weight. */
  readonly share: number;
  /** How many proposals were ever made in its favour in this session. */
  readonly allocations: number;
}

/**
 * Decides who is served next. Nothing else: what there is to give, who wants it, what was refused and what must be counted is the same
 * for all policies. Both orders must be total, fixed for fixed standings, and never 0 for two different names.
 */
export interface Policy {
  readonly name: string;
  /** Negative when role `a` deserves the next offer more than role `b`. */
  compareRoles(a: Standing, b: Standing): number;
  /** Negative when framework `a` deserves it more than framework `b` of the same role. */
  compareFrameworks(a: Standing, b: Standing): number;
}
