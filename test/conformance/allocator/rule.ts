import type { Proposal } from '@parley/common/contract';

import type { Kit } from './kit';
import { described } from './truth';

/** How much of the contract a rule belongs to: `core` is what a master cannot do without, `full` everything that is decided well. */
export type Level = 'core' | 'full';

/** How a story went that did not break its rule: what was seen, or why there was nothing to see. */
export type Played = string | { readonly notOffered: string };

/** One rule of the contract, and the story that tries it. */
export interface Rule {
  /** Names it in reports, for ever. */
  readonly id: string;
  readonly level: Level;
  readonly title: string;
  /** The section of docs/allocator-contract.md that says so. */
  readonly contract: string;
  /** Throws {@link RuleBroken} when the allocator does not do as the rule says. */
  readonly play: (kit: Kit) => Promise<Played>;
}

/** An allocator did something else than the rule says; the message is what was seen. */
export class RuleBroken extends Error {
  override readonly name = 'RuleBroken';
}

/** Breaks the rule unless something holds. */
export function must(holds: boolean, seen: string): void {
  if (!holds) throw new RuleBroken(seen);
}

/** Breaks the rule when there are proposals that it forbids; `expected` says what was to come instead. */
export function mustNone(proposals: readonly Proposal[], expected: string): void {
  must(proposals.length === 0, `expected ${expected}, but heard ${proposals.map(described).join(', ')}`);
}

/** Rules that belong to one level. */
export function rulesOf(level: Level, rules: readonly Omit<Rule, 'level'>[]): readonly Rule[] {
  return rules.map((rule) => ({ ...rule, level }));
}
