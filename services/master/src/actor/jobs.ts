import { after } from '@parley/common/kernel';
import type { Term } from './term';

/** Long work over live state that stops after each step; it must look anew each time whether its reader is still there. */
export type Job = Generator<void, void>;

/** Steps that all jobs together do in one slice: a few milliseconds of work. */
const STEPS_PER_SLICE = 1_000;
/** Pause between slices, which leaves the loop to pings and launches, and the links time to drain. */
const PAUSE_MS = 5;

/** Carries long work on in slices (architecture §9.6). Bounded by the sessions and queries that ask for it. */
export class Jobs {
  #jobs: Job[] = [];

  add(job: Job): void {
    this.#jobs.push(job);
  }

  /** Does one slice: every job gets its share, in order. */
  run(term: Term): void {
    if (this.#jobs.length === 0) return;
    const share = Math.max(1, Math.floor(STEPS_PER_SLICE / this.#jobs.length));
    const unfinished: Job[] = [];
    for (const job of this.#jobs) {
      if (advance(job, share)) unfinished.push(job);
    }
    this.#jobs = unfinished;
    if (unfinished.length > 0) term.timers.slices.set('jobs', after(term.at.now, PAUSE_MS));
  }
}

/** True while the job is not finished. */
function advance(job: Job, steps: number): boolean {
  for (let step = 0; step < steps; step += 1) {
    if (job.next().done === true) return false;
  }
  return true;
}
