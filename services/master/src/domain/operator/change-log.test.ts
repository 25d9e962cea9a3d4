import type { FrameworkId, TaskId } from '@parley/common/kernel';
import { LIMITS } from '../limits';
import { emptyCluster } from '../cluster';
import { DEFAULT_SETTINGS } from '../settings';
import { EPOCH } from '../../testing/played-peers';
import { ChangeLog } from './change-log';

const WORLD = { cluster: emptyCluster(new Map()), settings: DEFAULT_SETTINGS };

function removed(log: ChangeLog, number: number): void {
  log.removed({ changed: 'task-removed', frameworkId: 'f' as FrameworkId, taskId: `t${String(number)}` as TaskId });
}

test('given changes, when a watch goes on, then it hears those after its version, in order and in pieces', () => {
  const log = new ChangeLog(WORLD, EPOCH);
  const begun = log.version;
  for (let number = 0; number < 5; number += 1) removed(log, number);

  const first = log.since(begun + 1, 2);
  const rest = log.since(first.version, 100);

  expect(first.entries).toMatchObject([{ taskId: 't1' }, { taskId: 't2' }]);
  expect(rest.entries).toMatchObject([{ taskId: 't3' }, { taskId: 't4' }]);
  expect(rest.version).toBe(log.version);
});

test('given more changes than the ring holds, when an old version is asked for, then it is out of reach', () => {
  const log = new ChangeLog(WORLD, EPOCH);
  const begun = log.version;
  for (let number = 0; number < LIMITS.changesMax; number += 1) removed(log, number);

  expect(log.reaches(begun)).toBe(true);
  removed(log, -1);
  expect(log.reaches(begun)).toBe(false);
  expect(log.reaches(log.version + 1)).toBe(false);
  expect(log.since(log.version - 1, 10).entries).toMatchObject([{ taskId: 't-1' }]);
});

test('versions of different terms do not reach into each other', () => {
  const log = new ChangeLog(WORLD, EPOCH);
  const next = new ChangeLog(WORLD, { ...EPOCH, revision: EPOCH.revision + 1 });
  removed(log, 1);

  expect(next.reaches(log.version)).toBe(false);
  expect(log.reaches(next.version)).toBe(false);
});
