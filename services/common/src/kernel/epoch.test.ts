import { compareEpochs, compareLaunchIds, epochOfId, launchIdOf, NO_EPOCH } from './epoch';

const epoch = (incarnation: number, revision: number) => ({ clusterId: 'c', incarnation, revision });

test('epochs are ordered by incarnation first, then by revision, as numbers', () => {
  expect(compareEpochs(epoch(2, 1), epoch(1, 99))).toBeGreaterThan(0);
  expect(compareEpochs(epoch(1, 9), epoch(1, 10))).toBeLessThan(0);
  expect(compareEpochs(epoch(1, 9), epoch(1, 9))).toBe(0);
  expect(compareEpochs(NO_EPOCH, epoch(1, 1))).toBeLessThan(0);
});

test('launches of a later term are higher, and within a term the later launch is', () => {
  const first = launchIdOf(epoch(1, 9), 500);
  const later = launchIdOf(epoch(1, 10), 1);

  expect(compareLaunchIds(first, later)).toBeLessThan(0);
  expect(compareLaunchIds(launchIdOf(epoch(1, 9), 9), launchIdOf(epoch(1, 9), 10))).toBeLessThan(0);
});

test('the term of an offer can be read from its id, and other texts have none', () => {
  expect(epochOfId('O-3-77-12')).toEqual({ incarnation: 3, revision: 77 });
  expect(epochOfId('something else')).toBeUndefined();
});
