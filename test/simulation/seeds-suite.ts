import { SystemClock } from '@parley/common/actor';
import { runSeed } from './run-seed';
import type { RunReport } from './run-seed';
import { missingKinds, summaryOf } from './suite';

/** Simulated minutes of faults per seed in `npm test`; `npm run simulate` runs longer ones. */
const MINUTES = 1.2;

/** Tests that every invariant holds for `count` seeds, and that nothing which could happen was left out. */
export function testSeeds({ from, count }: { readonly from: number; readonly count: number }): void {
  const clock = new SystemClock();
  const beganAt = clock.now();
  const reports: RunReport[] = [];
  const seeds = Array.from({ length: count }, (_, index) => from + index);

  test.each(seeds)(
    'given the faults of seed %i, when the cluster lives through them, then every invariant holds',
    (seed) => {
      const report = runSeed({ seed, minutes: MINUTES });
      reports.push(report);

      const replay = `replay: npm run simulate -- --seed ${seed} --minutes ${MINUTES} --trace`;
      expect(report.violation === undefined ? 'all hold' : `${report.violation}\n${replay}`).toBe('all hold');
    },
  );

  test('given all these seeds, when their faults and commands are added up, then every kind was among them', () => {
    console.log(summaryOf(reports, clock.now() - beganAt).join('\n'));

    expect(missingKinds(reports)).toEqual([]);
  });
}
