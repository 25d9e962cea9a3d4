import type { MaintenanceWindow } from '@parley/common/contract';
import type { MonotonicMs, WallMs } from '@parley/common/kernel';
import { advanceWindow, planSchedule, sameUnavailability } from './planned-window';

function moment(now: number, wall: number): { now: MonotonicMs; wall: WallMs; chance: number } {
  return { now: now as MonotonicMs, wall: wall as WallMs, chance: 0 };
}

function windowAt(startsAt: number, durationMs: number | undefined): MaintenanceWindow {
  return { hostnames: ['h'], unavailability: { startsAt: startsAt as WallMs, durationMs } };
}

test('given a window, when it was planned, then its instants are of the clock that does not step', () => {
  const schedule = planSchedule([windowAt(5_000, 100)], moment(40, 4_000));

  expect(schedule.planned).toMatchObject([{ beginsAt: 1_040, endsAt: 1_140, phase: 'planned' }]);
  expect(schedule.byHostname.get('h')).toBe(schedule.planned[0]);
});

test('given a window, when time passes, then it runs from its first instant to before its last, and then is over', () => {
  const [window] = planSchedule([windowAt(5_000, 100)], moment(0, 5_000)).planned;
  if (window === undefined) throw new Error('there is a window');
  const phases = [-1, 0, 99, 100, 1_000].map((now) => {
    const next = advanceWindow(window, now as MonotonicMs);
    return [window.phase, next];
  });

  expect(phases).toEqual([
    ['planned', 0],
    ['running', 100],
    ['running', 100],
    ['over', undefined],
    ['over', undefined],
  ]);
});

test.each([
  ['a wall clock that is far ahead', 1e15, 'over'],
  ['a wall clock that is far behind', -1e15, 'planned'],
])(
  'given %s, when a schedule is learned, then its windows are what they would be at that time',
  (_what, wall, phase) => {
    expect(planSchedule([windowAt(5_000, 100)], moment(10, wall)).planned).toMatchObject([{ phase }]);
  },
);

test('given a window of no length and one without end, when they have begun, then the one is over at once and the other never', () => {
  const { planned } = planSchedule([windowAt(1, 0), windowAt(1, undefined)], moment(10, 1));

  expect(planned.map(({ phase }) => phase)).toEqual(['over', 'running']);
  expect(planned.map((window) => advanceWindow(window, 1e15 as MonotonicMs))).toEqual([undefined, undefined]);
  expect(planned.map(({ phase }) => phase)).toEqual(['over', 'running']);
});

test('two unavailabilities are the same when they begin and last alike; none is another than one', () => {
  const { unavailability } = windowAt(1, 5);

  expect(sameUnavailability(unavailability, { ...unavailability })).toBe(true);
  expect(sameUnavailability(unavailability, { ...unavailability, durationMs: undefined })).toBe(false);
  expect(sameUnavailability(undefined, undefined)).toBe(true);
  expect(sameUnavailability(undefined, { startsAt: 1 as WallMs, durationMs: undefined })).toBe(false);
});
