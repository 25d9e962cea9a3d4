import { after } from '@parley/common/kernel';
import type { MonotonicMs } from '@parley/common/kernel';
import type { Term } from './term';

/** Long work over live state that stops after each step; it must look anew each time whether its reader is still there. A step says how many bytes it
 *  queued for its reader, or that the reader has to catch up first. */
export type Job = Generator<number | 'wait', void>;

/** Steps that all jobs together do in one slice: a few milliseconds of work. */
const STEPS_PER_SLICE = 1_000;
/** Bytes that all jobs together queue in one slice, which no link has seen yet. */
const SLICE_BYTES_MAX = 1024 * 1024;
/** Pause between slices, which leaves the loop to pings and launches, and the links time to drain. */
const PAUSE_MS = 5;

/** Carries long work on in slices (architecture §9.6). Bounded by the sessions and queries that ask for it. */
export class Jobs {
  #jobs: Job[] = [];
  /** When the next slice is due; undefined while there is nothing to go on with. */
  #nextAt: MonotonicMs | undefined;

  get count(): number {
    return this.#jobs.length;
  }

  add(job: Job): void {
    this.#jobs.push(job);
  }

  /** Does one slice: every job gets its share, in order; those that found no room for their bytes are the first of the next slice. */
  run(term: Term): void {
    // Whoever sends much does not make long work go faster.
    if (this.#jobs.length === 0 || (this.#nextAt !== undefined && term.at.now < this.#nextAt)) return;
    const share = Math.max(1, Math.floor(STEPS_PER_SLICE / this.#jobs.length));
    const untouched: Job[] = [];
    const unfinished: Job[] = [];
    let room = SLICE_BYTES_MAX;
    for (const job of this.#jobs) {
      if (room <= 0) {
        untouched.push(job);
        continue;
      }
      const advanced = advance(job, { steps: share, room });
      room -= advanced.bytes;
      if (!advanced.done) unfinished.push(job);
    }
    this.#jobs = [...untouched, ...unfinished];
    this.#nextAt = this.#jobs.length === 0 ? undefined : after(term.at.now, PAUSE_MS);
    if (this.#nextAt !== undefined) term.timers.slices.set('jobs', this.#nextAt);
  }
}

/** Advances a job within what this slice has left for it. */
function advance(
  job: Job,
  { steps, room }: { readonly steps: number; readonly room: number },
): { readonly done: boolean; readonly bytes: number } {
  let bytes = 0;
  for (let step = 0; step < steps && bytes < room; step += 1) {
    const { done, value } = job.next();
    if (done === true) return { done, bytes };
    if (value === 'wait') break;
    bytes += value;
  }
  return { done: false, bytes };
}
