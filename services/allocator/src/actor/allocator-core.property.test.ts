import type { AllocatorDown } from '@parley/common/contract';
import { proposalIdOf, streamIdOf } from '@parley/common/kernel';
import type { OfferId } from '@parley/common/kernel';
import fc from 'fast-check';

import { epochNumber, GivenAllocator } from '../testing';
import { entity } from '../testing/arbitrary-entities';

const SEED = 20_260;

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
