import * as fc from 'fast-check';
import type { LinkNumber, OfferId, StreamId } from '@parley/common/kernel';
import { checkCluster } from '../testing/check-cluster';
import { GivenMaster } from '../testing/given-master';
import { anyHappening } from '../testing/happenings';
import { MistreatedCluster } from '../testing/mistreated-cluster';
import { EPOCH } from '../testing/played-peers';

const SEED = 20_261_121;

test('whatever happens in whatever order, nothing throws, resources are conserved and offers return once', () => {
  let returnedInAll = 0;
  const holds = fc.property(fc.array(anyHappening, { minLength: 150, maxLength: 250, size: 'max' }), (happenings) => {
    const mistreated = new MistreatedCluster();
    const returned = new Set<OfferId>();
    let seen = 0;
    for (const next of happenings) {
      mistreated.happen(next);
      expect(checkCluster(mistreated.given.core)).toEqual([]);
      for (const event of mistreated.given.events.slice(seen)) {
        if (event.event !== 'offer-ended') continue;
        expect(returned.has(event.offerId)).toBe(false);
        returned.add(event.offerId);
      }
      seen = mistreated.given.events.length;
    }
    returnedInAll += returned.size;
  });

  fc.assert(holds, { seed: SEED, numRuns: 40 });
  expect(returnedInAll).toBeGreaterThan(200);
});

test('whatever happens, every proposal is answered exactly once within its session', () => {
  let answeredInAll = 0;
  const holds = fc.property(fc.array(anyHappening, { minLength: 60, maxLength: 120, size: 'max' }), (happenings) => {
    const mistreated = new MistreatedCluster();
    for (const next of happenings) mistreated.happen(next);

    const { given } = mistreated;
    const sessions = given.toAllocator.reduce<number[][]>((all, item) => {
      if (item.item === 'begin') all.push([]);
      if (item.item === 'offered' || item.item === 'refused') all.at(-1)?.push(item.proposalId);
      return all;
    }, []);
    for (const answered of sessions) expect(answered).toEqual(answered.map((_, index) => index + 1));
    answeredInAll += sessions.flat().length;
  });

  fc.assert(holds, { seed: SEED, numRuns: 40 });
  expect(answeredInAll).toBeGreaterThan(150);
});

test('given streams nobody knows, when they speak or close, then nothing happens', () => {
  const given = new GivenMaster();
  const stream = 99 as StreamId;
  const message = { epoch: EPOCH, link: 1 as LinkNumber, sequence: 1, items: [] };
  const end = { kind: 'lost', message: '' } as const;
  for (const input of ['agent-stream', 'gateway-stream', 'allocator-stream'] as const) {
    given.step({ input, event: { event: 'message', stream, message } });
    given.step({ input, event: { event: 'closed', stream, end } });
  }

  expect(given.ended).toEqual([]);
});
