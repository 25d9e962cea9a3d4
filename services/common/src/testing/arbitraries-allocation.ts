import * as fc from 'fast-check';
import { NO_OFFER_REASONS } from '../contract';
import type {
  Explanation,
  ExplainScope,
  FrameworkShare,
  OfferConstraint,
  OfferSettings,
  Packing,
  Quota,
  RoleDemand,
  RoleShare,
} from '../contract';
import { isEmptyResources } from '../resources';
import {
  anyAgentId,
  anyFrameworkId,
  anyNatural,
  anyOptionalNatural,
  anyResources,
  anyRole,
  anySomeText,
  anyText,
  anyWeight,
  fewOf,
} from './arbitraries-basics';

const OPTIONAL = { nil: undefined };

/** Quantities by name. */
export const anyAmounts: fc.Arbitrary<ReadonlyMap<string, number>> = fc
  .dictionary(fc.constantFrom('cpus', 'mem', 'disk', 'gpus', 'apples'), anyNatural, { maxKeys: 4 })
  .map((amounts) => new Map(Object.entries(amounts)));

/** Guarantees and limits, whether they go together or not. */
export const anyQuota: fc.Arbitrary<Quota> = fc.record({ guarantee: anyAmounts, limit: anyAmounts });

/** Ways of packing. */
export const anyPacking = fc.constantFrom<Packing>('whole-agent', 'split', 'best-fit', 'spread');

/** Stated demand for pieces that each need something. */
export const anyDemandShapes = fewOf(
  fc.record({
    resources: anyResources.filter((resources) => !isEmptyResources(resources)),
    count: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  }),
);

/** What frameworks wait for in a role, stated or not. */
export const anyRoleDemand: fc.Arbitrary<RoleDemand> = fc.record({
  role: anyRole,
  shapes: fc.option(anyDemandShapes, OPTIONAL),
});

/** Constraints of every kind. */
export const anyOfferConstraint: fc.Arbitrary<OfferConstraint> = fc.record({
  selector: fc.oneof(
    fc.record({ select: fc.constant('attribute' as const), name: anySomeText }),
    fc.record({ select: fc.constantFrom('hostname' as const, 'region' as const, 'zone' as const) }),
  ),
  predicate: fc.oneof(
    fc.record({ test: fc.constantFrom('exists' as const, 'not-exists' as const) }),
    fc.record({ test: fc.constantFrom('equals' as const, 'not-equals' as const), text: anyText }),
    fc.record({ test: fc.constantFrom('matches' as const, 'not-matches' as const), pattern: anyText }),
  ),
});

/** What a framework may set about its offers in a role. */
export const anyOfferRules = {
  minAllocatable: fc.option(fewOf(anyResources), OPTIONAL),
  constraintGroups: fewOf(fewOf(anyOfferConstraint)),
};

/** Rules of a framework for its offers. */
export const anyOfferSettings: fc.Arbitrary<OfferSettings> = fc.record({ role: anyRole, ...anyOfferRules });

/** Shares: 0 and more. */
export const anyShare = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 10, noNaN: true }));

/** What is to be explained. */
export const anyExplainScope: fc.Arbitrary<ExplainScope> = fc.record({
  frameworkId: fc.option(anyFrameworkId, OPTIONAL),
  role: fc.option(anyRole, OPTIONAL),
  agentId: fc.option(anyAgentId, OPTIONAL),
});

/** Explanations with every reason. */
export const anyExplanation: fc.Arbitrary<Explanation> = fc.record({
  frameworkId: anyFrameworkId,
  role: anyRole,
  share: anyShare,
  roleShare: anyShare,
  offerable: anyNatural,
  lastProposedMs: anyOptionalNatural,
  reasons: fewOf(
    fc.record({
      reason: fc.constantFrom(...NO_OFFER_REASONS),
      agents: anyNatural,
      examples: fewOf(anyAgentId),
      untilMs: anyOptionalNatural,
      detail: anyText,
    }),
  ),
});

/** Rows of the table of shares for roles. */
export const anyRoleShare: fc.Arbitrary<RoleShare> = fc.record({
  role: anyRole,
  weight: anyWeight,
  share: anyShare,
  dominant: anyText,
  frameworks: anyNatural,
  starvingMs: anyNatural,
});

/** Rows of the table of shares for frameworks. */
export const anyFrameworkShare: fc.Arbitrary<FrameworkShare> = fc.record({
  frameworkId: anyFrameworkId,
  role: anyRole,
  share: anyShare,
  dominant: anyText,
  competes: fc.boolean(),
});

/** How parts of answers end: more follows, or nothing, or nothing although there would be more. */
export const anyEnding: fc.Arbitrary<{ readonly last: boolean; readonly incomplete?: true }> = fc.constantFrom<
  { readonly last: boolean; readonly incomplete?: true }[]
>({ last: false }, { last: true }, { last: true, incomplete: true });
