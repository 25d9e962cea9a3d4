import { divide } from './engine-division';
import { cluster } from './given-clusters';
import { FAMILIES, instanceOf } from './instance';
import { Survey } from './survey';

/** Instances of each family here; `npm run fairness` judges a hundred thousand. */
const SEEDS = 60;

describe('the allocator, dividing random clusters', () => {
  test.each(FAMILIES)(
    'given clusters of the family %s, when they are divided, then what is promised of it holds',
    (family) => {
      const survey = new Survey();

      for (let seed = 1; seed <= SEEDS; seed += 1) survey.judgeOne(family, seed);

      expect(survey.findings.filter(({ promised, broken }) => promised && broken > 0)).toEqual([]);
      expect(survey.tasks).toBeGreaterThan(survey.instances);
    },
  );

  test('given a seed, when its instance is made twice, then both are equal', () => {
    expect(instanceOf('mixed', 7)).toEqual(instanceOf('mixed', 7));
  });
});

describe('resource monotonicity, which dominant-resource fairness does not have', () => {
  test('given twice the CPUs, when the cluster is divided again, then A runs less than before: as the theory says, and not to be mended', () => {
    expect(divide(cluster([57, 42], [1, 1], [5, 2])).tasks).toEqual([27, 6]);
    expect(divide(cluster([114, 42], [1, 1], [5, 2])).tasks).toEqual([20, 11]);
  });
});
