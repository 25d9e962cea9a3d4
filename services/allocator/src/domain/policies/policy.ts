/** What a policy may know of a competitor: of a role among its siblings, or of a framework among those of one role. */
export interface Standing {
  /** What no two competitors share: the role's name or the framework's id; for the frameworks of a role that has roles below it too, `<role>/.`. */
  readonly name: string;
  /** The role: of a framework, the one in which it competes. */
  readonly role: string;
  /** Relative to its siblings, more than 0; frameworks weigh 1. */
  readonly weight: number;
  /** The dominant share of the cluster that it holds, offers and open proposals included, divided by its weight. */
  readonly share: number;
  /** How many proposals were ever made in its favour in this session. */
  readonly allocations: number;
  /** What {@link Policy.nextTurn} gave it last. */
  readonly turn: number;
}

/** The next number in [0, 1). */
export type Chance = () => number;

/**
 * Decides who is served next. Nothing else: what there is to give, who wants it, what was refused and what must be counted is the same
 * for all policies. Both orders must be total, fixed for fixed standings, and never 0 for two different names.
 */
export interface Policy {
  readonly name: string;
  /** Negative when role `a` deserves the next offer more than its sibling `b`. */
  readonly compareRoles: (a: Standing, b: Standing) => number;
  /** Negative when framework `a` deserves it more than framework `b` of the same role. */
  readonly compareFrameworks: (a: Standing, b: Standing) => number;
  /** When a competitor's next turn is, asked when it begins to want offers and whenever it was served. `present` is the turn of whom was served last beside it. */
  readonly nextTurn: (competitor: Standing, present: number, chance: Chance) => number;
}
