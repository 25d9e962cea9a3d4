import { LeaderSearch } from './leader-search';
import type { Moment, MonotonicMs, WallMs } from '../kernel';

const at = (now: number, chance = 0.5): Moment => ({ now: now as MonotonicMs, wall: now as WallMs, chance });
const epoch = (revision: number) => ({ clusterId: 'c', incarnation: 1, revision });
const leads = (revision: number, address = '') => ({ clusterId: 'c', leading: true, epoch: epoch(revision), address });
const knows = (revision: number, address: string) => ({
  clusterId: 'c',
  leading: false,
  epoch: epoch(revision),
  address,
});

test('given three masters, when one of them leads, then it is dialled and the search rests', () => {
  const search = new LeaderSearch(['m1', 'm2', 'm3']);
  search.begin(at(0), true);

  const asked = search.due(at(0));
  const dialled = search.answered('m2', leads(7, 'm2:5050'), at(1));

  expect(asked).toEqual(['m1', 'm2', 'm3'].map((target) => ({ action: 'ask', target })));
  expect(dialled).toEqual([{ action: 'dial', address: 'm2:5050', epoch: epoch(7) }]);
  expect(search.searching).toBe(false);
  expect(search.wakeAt).toBeUndefined();
});

test('given a leader of a lower epoch than one followed before, when it answers, then it is not believed', () => {
  const search = new LeaderSearch(['m1', 'm2']);
  search.raise(epoch(9));
  search.begin(at(0), true);
  search.due(at(0));

  expect(search.answered('m1', leads(8), at(1))).toEqual([]);
  expect(search.answered('m2', leads(9), at(2))).toEqual([{ action: 'dial', address: 'm2', epoch: epoch(9) }]);
});

test('given a standby that knows a leader outside the list, when it says so, then that one is asked', () => {
  const search = new LeaderSearch(['m1']);
  search.begin(at(0), true);
  search.due(at(0));

  expect(search.answered('m1', knows(3, 'm9'), at(1))).toEqual([{ action: 'ask', target: 'm9' }]);
  expect(search.answered('m9', leads(3), at(2))).toEqual([{ action: 'dial', address: 'm9', epoch: epoch(3) }]);
});

test('given nobody who leads, when all have answered, then the next round begins after a growing pause', () => {
  const search = new LeaderSearch(['m1']);
  search.begin(at(0), true);
  const pauses: number[] = [];
  for (let round = 0; round < 8; round += 1) {
    const now = search.wakeAt ?? NaN;
    search.due(at(now));
    search.answered('m1', undefined, at(now));
    pauses.push((search.wakeAt ?? NaN) - now);
  }

  expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
  expect(Math.max(...pauses)).toBeLessThanOrEqual(2_050);
});

test('given masters that never answer, when the round is over, then the search pauses and asks again', () => {
  const search = new LeaderSearch(['m1']);
  search.begin(at(0), true);
  search.due(at(0));

  expect(search.due(at(2_000))).toEqual([]);
  expect(search.due(at(search.wakeAt ?? NaN))).toEqual([{ action: 'ask', target: 'm1' }]);
});
