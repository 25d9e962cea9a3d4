/** Every duration and bound that a scheduler follows; tests and impatient authors change single ones. */
export interface Pace {
  /** Pauses before reconnecting lie between 0 and a bound that doubles from `reconnectFirstMs` to `reconnectMaxMs` (full jitter). */
  readonly reconnectFirstMs: number;
  readonly reconnectMaxMs: number;
  /** A session that lasted this long counts as a success: the next pause starts small again. */
  readonly settledMs: number;
  /** How long a gateway may take to answer SUBSCRIBE; long enough to sit out an election. */
  readonly subscribeMs: number;
  /** After this many heartbeats' time without any event the stream is given up. */
  readonly heartbeatsMissedMax: number;
  /** How long a scheduler without wanted tasks waits before it asks for no more offers. */
  readonly suppressAfterMs: number;
  /** Two revives are at least this far apart. */
  readonly reviveEveryMs: number;
  /** Two statements of what the waiting tasks need are at least this far apart; one that only takes back waits for longer. */
  readonly requestEveryMs: number;
  readonly requestLessEveryMs: number;
  /** For how long an offer is refused that comes while no task is wanted. New demand revives, which takes the refusal back. */
  readonly idleRefuseMs: number;
  /** Questions about tasks are repeated from the first to the second interval, doubling, until answered. */
  readonly reconcileFirstMs: number;
  readonly reconcileMaxMs: number;
  /** Every so often all tasks are asked about, whether or not something seems wrong. */
  readonly reconcileAllMs: number;
  /** Pauses before a task that was lost before it started is wanted again lie between 0 and a bound that doubles from the first to the second. */
  readonly relaunchFirstMs: number;
  readonly relaunchMaxMs: number;
  /** How long a stop with teardown waits for the answer. */
  readonly stopMs: number;
  /** Tasks that are wanted or run at one time; more are refused. */
  readonly tasksMax: number;
  /** Calls that wait for their answer at one time; more are refused. The gateway's own bound is the same. */
  readonly openCallsMax: number;
}

/** What suits most frameworks. */
export const PACE: Pace = {
  reconnectFirstMs: 100,
  reconnectMaxMs: 10_000,
  settledMs: 5_000,
  subscribeMs: 30_000,
  heartbeatsMissedMax: 5,
  suppressAfterMs: 1_000,
  reviveEveryMs: 200,
  requestEveryMs: 20,
  requestLessEveryMs: 100,
  idleRefuseMs: 300_000,
  reconcileFirstMs: 10_000,
  reconcileMaxMs: 120_000,
  reconcileAllMs: 600_000,
  relaunchFirstMs: 100,
  relaunchMaxMs: 10_000,
  stopMs: 5_000,
  tasksMax: 100_000,
  openCallsMax: 1_000,
};

/** A pause with full jitter: `chance` of a bound that doubles with each attempt, in milliseconds. */
export function jittered(
  bounds: { readonly firstMs: number; readonly maxMs: number },
  attempt: number,
  chance: number,
): number {
  return chance * Math.min(bounds.maxMs, bounds.firstMs * 2 ** Math.min(attempt, 30));
}
