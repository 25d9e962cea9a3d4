import { after } from '@parley/common/kernel';
import type { Clock } from '@parley/common/kernel';
import type { Answer, Done } from './etcd-calls';

/** Pauses between repetitions: the first, doubled up to the last. */
const PAUSE_FIRST_MS = 50;
const PAUSE_MAX_MS = 500;

/** What a call that is repeated needs to know. */
export interface Insisting<Value> {
  readonly clock: Clock;
  /** False ends it: nothing is repeated any more and no answer is passed on. */
  readonly wanted: () => boolean;
  /** Takes the first answer that is not `unknown`: a value, or the reason of a refusal. */
  readonly done: (
    answer: Extract<Answer<Value>, { ok: true }> | { readonly ok: false; readonly because: string },
  ) => void;
}

/**
 * Repeats a call until its outcome is known. Only for calls that say themselves whether an earlier attempt took effect: reads, and
 * transactions whose guards fail once they have succeeded.
 */
export function insist<Value>(call: (done: Done<Value>) => void, insisting: Insisting<Value>): void {
  const { clock, wanted, done } = insisting;
  let pauseMs = PAUSE_FIRST_MS;
  const attempt = (): void => {
    if (!wanted()) return;
    call((answer) => {
      if (!wanted()) return;
      if (answer.ok) done(answer);
      else if (answer.failure.kind === 'refused') done({ ok: false, because: answer.failure.message });
      else {
        clock.at(after(clock.now(), pauseMs), attempt);
        pauseMs = Math.min(pauseMs * 2, PAUSE_MAX_MS);
      }
    });
  };
  attempt();
}
