import * as fc from 'fast-check';
import type {
  AgentId,
  CallId,
  Epoch,
  FrameworkId,
  GatewayId,
  LaunchId,
  LinkNumber,
  OfferId,
  Problem,
  ProposalId,
  TaskId,
  WallMs,
} from '../kernel';
import { resources } from '../resources';
import type { Range, Resources } from '../resources';

const anyId = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,20}$/) },
  { weight: 1, arbitrary: fc.constantFrom('ein Auftrag №1', 'a'.repeat(255), '...', 'wörter.€', '-x') },
);

/** Ids of agents. */
export const anyAgentId = anyId.map((id) => id as AgentId);
/** Ids of frameworks. */
export const anyFrameworkId = anyId.map((id) => id as FrameworkId);
/** Ids of tasks. */
export const anyTaskId = anyId.map((id) => id as TaskId);
/** Ids of offers. */
export const anyOfferId = anyId.map((id) => id as OfferId);
/** Ids of launches. */
export const anyLaunchId = anyId.map((id) => id as LaunchId);
/** Ids of calls, sometimes empty: no result is wanted. */
export const anyCallId = fc.oneof(fc.constant(''), anyId).map((id) => id as CallId);
/** Ids of calls that want a result. */
export const anyGivenCallId = anyId.map((id) => id as CallId);
/** Ids of gateways. */
export const anyGatewayId = anyId.map((id) => id as GatewayId);
/** Ids chosen by clients for subscriptions. */
export const anySubscribeId = anyId;

/** Safe integers from 0, small ones and the largest among them. */
export const anyNatural = fc.oneof(fc.nat(100), fc.maxSafeNat());
/** Ids of proposals. */
export const anyProposalId = anyNatural.map((number) => number as ProposalId);
/** Numbers of links. */
export const anyLinkNumber = anyNatural.map((number) => number as LinkNumber);
/** Instants of wall time. */
export const anyWallMs = anyNatural.map((number) => number as WallMs);
/** Finite numbers above 0. */
export const anyWeight = fc.oneof(fc.constant(1), fc.double({ min: 0.001, max: 1e6, noNaN: true }));
/** A natural number or its absence. */
export const anyOptionalNatural = fc.option(anyNatural, { nil: undefined });

/** Text of people: all of Unicode, often empty. */
export const anyText = fc.oneof(fc.constant(''), fc.string({ unit: 'grapheme', maxLength: 12 }));
/** Text that is not empty. */
export const anySomeText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
/** Names of roles, as the wire takes them. */
export const anyRole = fc.constantFrom('*', 'eng', 'eng/backend', 'ops');
/** Trace contexts, or none. */
export const anyTraceparent = fc.constantFrom('', '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01');
/** Bytes of tasks and statuses. */
export const anyBytes = fc.oneof(fc.constant(new Uint8Array(0)), fc.uint8Array({ maxLength: 64 }));

/** Terms, among them none at all. */
export const anyEpoch: fc.Arbitrary<Epoch> = fc.oneof(
  fc.constant({ clusterId: '', incarnation: 0, revision: 0 }),
  fc.record({ clusterId: anyId, incarnation: anyNatural, revision: anyNatural }),
);

/** Faults. */
export const anyProblem: fc.Arbitrary<Problem> = fc.record({ field: anyText, message: anySomeText });

/** Ranges, sound in themselves. */
export const anyRange: fc.Arbitrary<Range> = fc
  .tuple(fc.nat(60_000), fc.nat(500))
  .map(([begin, length]) => ({ begin, end: begin + length }));

/** Plain ones, reserved, refined, revocable, and shared under a role whose name has to be escaped. */
const SCALARS = [
  'cpus',
  'mem',
  'disk',
  'apples',
  'cpus(eng)',
  'cpus(eng,eng/backend)',
  'mem<revocable>',
  'disk(a%2Cb)<shared:data-1>',
];

/** Resources in normal form: mostly plain scalars, sometimes everything. */
export const anyResources: fc.Arbitrary<Resources> = fc
  .record({
    scalars: fc.dictionary(fc.constantFrom(...SCALARS), fc.nat(3_000_000), { maxKeys: 4 }),
    ranges: fc.dictionary(
      fc.constantFrom('ports', 'lanes', 'ports(eng)', 'lanes<revocable>'),
      fc.array(anyRange, { maxLength: 4 }),
      { maxKeys: 2 },
    ),
    sets: fc.dictionary(fc.constantFrom('zones', 'apples'), fc.subarray(['a', 'b', 'c', 'd']), { maxKeys: 2 }),
    plain: fc.boolean(),
  })
  .map(({ scalars, ranges, sets, plain }) => (plain ? resources({ scalars }) : resources({ scalars, ranges, sets })));

/** A short list. */
export function fewOf<Item>(item: fc.Arbitrary<Item>): fc.Arbitrary<Item[]> {
  return fc.array(item, { maxLength: 3 });
}
