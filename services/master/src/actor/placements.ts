import type { PendingAnswer } from '../domain/frameworks/call-log';

/** Whether all agents have to be brought in step with what was said about their hosts, and who waits for that. There is one walk over the agents at a time,
 *  however many orders and windows give reason for it. */
export class Placements {
  /** True while agents are walked over. */
  walking = false;
  /** True when something was said since the walk began. */
  outdated = false;
  /** Bounded by the queries of operators that are open. */
  readonly waiting: PendingAnswer[] = [];
}
