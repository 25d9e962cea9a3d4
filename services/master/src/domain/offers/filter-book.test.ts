import type { AgentId, FrameworkId, MonotonicMs } from '@parley/common/kernel';
import { FilterBook } from './filter-book';
import type { FilterBucket } from './filters';

/** Counts how often anybody asks whose a bucket is. */
class Looks {
  count = 0;

  bucket(role: string, agent: number): FilterBucket {
    const looked = (): void => {
      this.count += 1;
    };
    return {
      frameworkId: 'f' as FrameworkId,
      get role() {
        looked();
        return role;
      },
      agentId: `a${String(agent)}` as AgentId,
      filters: [],
      refusals: 0,
      forgetAt: 0 as MonotonicMs,
    };
  }
}

test('given refusals of many agents in many roles, when those of one role end, then only they are looked at', () => {
  const book = new FilterBook();
  const looks = new Looks();
  for (let role = 0; role < 50; role += 1) {
    for (let agent = 0; agent < 100; agent += 1) book.add(looks.bucket(`role-${String(role)}`, agent));
  }
  looks.count = 0;

  for (const bucket of book.ofRole('role-7')) book.delete(bucket);

  expect(looks.count).toBe(100);
  expect([book.size, [...book.values()].length, [...book.ofRole('role-7')].length]).toEqual([4_900, 4_900, 0]);
});

test('given a bucket, when it is added again or deleted twice, then it counts once', () => {
  const book = new FilterBook();
  const bucket = new Looks().bucket('eng', 1);

  book.add(bucket);
  book.add(bucket);
  expect([book.size, book.get('eng', bucket.agentId) === bucket]).toEqual([1, true]);
  book.delete(bucket);
  book.delete(bucket);

  expect([book.size, book.get('eng', bucket.agentId)]).toEqual([0, undefined]);
});
