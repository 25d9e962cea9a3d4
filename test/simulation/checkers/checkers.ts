import { answeredOkSurvives } from './answered-ok-survives';
import type { CheckerMaker } from './checker';
import { eachTaskEndsOnce } from './each-task-ends-once';
import { headroomKept } from './headroom-kept';
import { launchRunsOnce } from './launch-runs-once';
import { limitsHold } from './limits-hold';
import { mirrorTrue } from './mirror-true';
import { noDoublePromise } from './no-double-promise';
import { noOldTermEffect } from './no-old-term-effect';
import { nobodyKilledForBeingAway } from './nobody-killed-for-being-away';
import { nobodyStarves } from './nobody-starves';
import { offersReturnOnce } from './offers-return-once';
import { refusalsKept } from './refusals-kept';

/** Every invariant that each run is checked for. That the cluster converges is checked by the run itself. */
export const CHECKERS: readonly CheckerMaker[] = [
  noDoublePromise,
  offersReturnOnce,
  launchRunsOnce,
  eachTaskEndsOnce,
  noOldTermEffect,
  answeredOkSurvives,
  nobodyKilledForBeingAway,
  limitsHold,
  refusalsKept,
  headroomKept,
  nobodyStarves,
  mirrorTrue,
];
