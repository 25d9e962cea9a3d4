import type { AllocatorDown } from '@parley/common/contract';
import { proposalIdOf, streamIdOf } from '@parley/common/kernel';
import type { AgentId, FrameworkId, OfferId } from '@parley/common/kernel';
import { formatResources, resources } from '@parley/common/resources';
import { NO_QUOTA } from '@parley/common/roles';
import fc from 'fast-check';

import {
  agentItem,
  allocationItem,
  at,
  epochNumber,
  filterItem,
  frameworkItem,
  GivenAllocator,
  ReferenceAllocator,
} from '../testing';

const SEED = 20_260;

const agentName = fc.constantFrom('a1', 'a2', 'a3');
const frameworkName = fc.constantFrom('f1', 'f2', 'f3');
const roleName = fc.constantFrom('r1', 'r2');
const place = fc.tuple(frameworkName, roleName, agentName).map((parts) => parts.join('/'));
const amounts = (max: number) =>
  fc
    .tuple(fc.integer({ min: 0, max }), fc.integer({ min: 0, max }))
    .map(([cpus, mem]) =>
      [cpus > 0 ? `cpus:${cpus}` : '', mem > 0 ? `mem:${mem}` : ''].filter((part) => part !== '').join(';'),
    );

const entity: fc.Arbitrary<AllocatorDown> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(agentName, amounts(5), fc.boolean())
      .map(([name, total, odd]) => agentItem(name, total, odd || total.length > 6)),
  },
  {
    weight: 1,
    arbitrary: agentName.map((agentId) => ({ item: 'agent-removed', agentId: agentId as AgentId }) as const),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        frameworkName,
        fc.subarray(['r1', 'r2']),
        fc.subarray(['r1', 'r2'], { maxLength: 1 }),
        fc.integer({ min: 0, max: 3 }),
      )
      .map(([name, roles, suppressed, luck]) => frameworkItem(name, roles, { suppressed, active: luck > 0 })),
  },
  {
    weight: 1,
    arbitrary: frameworkName.map((id) => ({ item: 'framework-removed', frameworkId: id as FrameworkId }) as const),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(roleName, fc.constantFrom(0.5, 1, 2, 4))
      .map(([role, weight]) => ({ item: 'role', role, weight, quota: NO_QUOTA, packing: 'whole-agent' }) as const),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(place, amounts(2), amounts(1))
      .map(([where, allocated, offered]) => allocationItem(where, { allocated, offered })),
  },
  { weight: 2, arbitrary: fc.tuple(place, amounts(5)).map(([where, refused]) => filterItem(where, refused, 1e9)) },
  {
    weight: 1,
    arbitrary: fc.tuple(place, fc.boolean()).map(([where, everywhere]) => {
      const { frameworkId, role, agentId } = at(where);
      return { item: 'filters-cleared', frameworkId, role, agentId: everywhere ? undefined : agentId } as const;
    }),
  },
);

/** What the master does next: tell something, or answer the open proposal at that place among the open ones. */
type Move = { readonly tell: AllocatorDown } | { readonly answer: 'offered' | 'refused'; readonly which: number };

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 3, arbitrary: entity.map((tell) => ({ tell })) },
  {
    weight: 2,
    arbitrary: fc.record({ answer: fc.constantFrom('offered' as const, 'refused' as const), which: fc.nat(9) }),
  },
);

/** A master that keeps no promises about order but answers each proposal once. */
class Master {
  readonly given = new GivenAllocator().withSnapshot([]);
  readonly reference = new ReferenceAllocator();
  readonly #open: number[] = [];
  #seen = 0;

  play(moves: readonly Move[]): void {
    const items = moves.flatMap((next) => ('tell' in next ? [next.tell] : this.#answer(next)));
    this.given.deliver(items);
    for (const item of items) this.reference.take(item);
    for (const proposal of this.given.proposals(this.#seen + 1)) {
      this.#seen = proposal.proposalId;
      expect(`${proposal.frameworkId}/${proposal.role}`).toBe(this.reference.nextFor(proposal.agentId));
      expect(Object.fromEntries(proposal.resources.scalars)).toEqual(this.reference.freeOf(proposal.agentId));
      this.reference.propose(proposal);
      this.#open.push(proposal.proposalId);
    }
  }

  /** Nobody who wants something is left out, and both agree on what is free. */
  check(): void {
    const { mirror } = this.given.core.session!;
    for (const agentId of this.reference.agentIds()) {
      const agent = mirror!.agent(agentId as AgentId)!;
      expect(this.reference.nextFor(agentId)).toBeUndefined();
      expect(mirror!.nextFor(agent)).toBeUndefined();
      expect(formatResources(mirror!.freeOf(agent))).toBe(
        formatResources(resources({ scalars: this.reference.freeOf(agentId) })),
      );
    }
  }

  #answer({ answer, which }: Extract<Move, { answer: unknown }>): readonly AllocatorDown[] {
    const [id] = this.#open.splice(which % Math.max(this.#open.length, 1), 1);
    const proposal = this.given.proposals().find(({ proposalId }) => proposalId === id);
    if (proposal === undefined) return [];
    const { proposalId } = proposal;
    if (answer === 'refused') return [{ item: 'refused', proposalId, reason: 'not-available', retryAfterMs: 1e9 }];
    const { frameworkId, role, agentId } = proposal;
    const held = {
      item: 'allocation',
      allocation: { frameworkId, role, agentId, allocated: resources({}), offered: proposal.resources },
    } as const;
    return [held, { item: 'offered', proposalId, offerId: 'O-1-1-1' as OfferId }];
  }
}

test('whatever the master says, each proposal is the one that a slow and obviously right allocator makes, and none is left unmade', () => {
  const holds = fc.property(fc.array(fc.array(move, { minLength: 1, maxLength: 6 }), { maxLength: 25 }), (batches) => {
    const master = new Master();
    for (const moves of batches) {
      master.play(moves);
      master.check();
    }
  });
  fc.assert(holds, { seed: SEED, numRuns: 400 });
});

test('whatever the master says, the safety pass finds nothing that was missed', () => {
  const holds = fc.property(fc.array(fc.array(move, { minLength: 1, maxLength: 6 }), { maxLength: 10 }), (batches) => {
    const master = new Master();
    for (const moves of batches) master.play(moves);
    const before = master.given.proposals().length;
    master.given.advance(1_000);
    expect(master.given.proposals()).toHaveLength(before);
  });
  fc.assert(holds, { seed: SEED, numRuns: 200 });
});

test('whatever arrives on whatever stream in whatever order, the core neither throws nor keeps what has ended', () => {
  const anything: fc.Arbitrary<AllocatorDown> = fc.oneof(
    entity,
    fc.constant({ item: 'begin', minAllocatable: [], pingMs: 1_000, region: '' } as const),
    fc.nat(3).map((count) => ({ item: 'end', count }) as const),
    fc.nat(5).map((credits) => ({ item: 'credits', credits }) as const),
    fc.nat(9).map((ping) => ({ item: 'ping', ping }) as const),
    fc.nat(5).map((id) => ({ item: 'offered', proposalId: proposalIdOf(id), offerId: 'O-1-1-1' as OfferId }) as const),
    fc
      .tuple(fc.nat(5), fc.nat(3_000))
      .map(
        ([id, retryAfterMs]) =>
          ({ item: 'refused', proposalId: proposalIdOf(id), reason: 'filtered', retryAfterMs }) as const,
      ),
  );
  const stamp = fc.record({
    revision: fc.integer({ min: 1, max: 3 }),
    link: fc.integer({ min: 1, max: 3 }),
    skips: fc.nat(20),
  });
  const deed = fc.oneof(
    fc
      .tuple(fc.nat(3), fc.array(anything, { maxLength: 5 }), stamp)
      .map(([stream, items, { revision, link, skips }]) => (given: GivenAllocator) => {
        const sequence = skips === 0 ? { sequence: 9 } : {};
        given.deliver(items, { stream: streamIdOf(stream), epoch: epochNumber(revision), link, ...sequence });
      }),
    fc.nat(3).map((stream) => (given: GivenAllocator) => given.open(streamIdOf(stream))),
    fc.nat(3).map((stream) => (given: GivenAllocator) => given.close(streamIdOf(stream))),
    fc.nat(20_000).map((durationMs) => (given: GivenAllocator) => given.advance(durationMs)),
  );

  const holds = fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
    const given = new GivenAllocator();
    for (const act of deeds) act(given);
    given.shutDown();
    expect(given.core.wakeAt).toBeUndefined();
  });
  fc.assert(holds, { seed: SEED, numRuns: 500 });
});
