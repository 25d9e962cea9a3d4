import type { AllocatorUp } from '@parley/common/contract';
import { after } from '@parley/common/kernel';
import type { MonotonicMs } from '@parley/common/kernel';

/** Questions that may be under way at once; the contract tells masters not to ask more. */
const ENQUIRIES_MAX = 16;
/** Entries that one part of an answer holds at most. */
const PART_ENTRIES_MAX = 100;
/** An answer that takes longer is ended as far as it has come, before the 30 s are over after which the master gives up waiting. */
const ANSWER_MAX_MS = 25_000;
/** How many pieces of work one slice does; how much a piece may cost is for who works on the answer to say. */
const PIECES_PER_SLICE = 24;

/** What works on an answer: yields an entry of it, or undefined when it has done a small piece of work without one. */
export type Work<Entry> = Iterable<Entry | undefined>;

/** What comes after a part of an answer: more, nothing, or nothing although there is more to tell. */
export type Ending = 'more' | 'last' | 'incomplete';

/** Makes an item of entries. */
export type Part<Entry> = (entries: readonly Entry[], ending: Ending) => AllocatorUp;

/** What the master asked and has not been told to the end: worked on in slices, in turn, over live state. */
export class Enquiries {
  /** Bounded by {@link ENQUIRIES_MAX}. */
  #open: Generator<AllocatorUp | undefined, undefined>[] = [];
  #now: MonotonicMs;

  constructor(now: MonotonicMs) {
    this.#now = now;
  }

  /** Whether there is something to work on. */
  get isDue(): boolean {
    return this.#open.length > 0;
  }

  /**
   * Begins to answer. `part` makes an item of some entries; the last one says so. When too many questions are under way already, nothing is
   * begun, and the whole answer, one last part without entries that says so, is returned.
   */
  begin<Entry>(work: Work<Entry>, part: Part<Entry>, now: MonotonicMs): AllocatorUp | undefined {
    if (this.#open.length >= ENQUIRIES_MAX) return part([], 'incomplete');
    const until = after(now, ANSWER_MAX_MS);
    this.#now = now;
    this.#open.push(inParts({ work, isOver: () => this.#now >= until }, part));
    return undefined;
  }

  /** Works for one slice; returns what is to be said. */
  slice(now: MonotonicMs): readonly AllocatorUp[] {
    this.#now = now;
    const said: AllocatorUp[] = [];
    for (let piece = 0; piece < PIECES_PER_SLICE; piece += 1) {
      const answer = this.#open.shift();
      if (answer === undefined) break;
      const { done, value } = answer.next();
      if (done === true) continue;
      this.#open.push(answer);
      if (value !== undefined) said.push(value);
    }
    return said;
  }
}

function* inParts<Entry>(
  { work, isOver }: { readonly work: Work<Entry>; readonly isOver: () => boolean },
  part: Part<Entry>,
): Generator<AllocatorUp | undefined, undefined> {
  let entries: Entry[] = [];
  let ending: Ending = 'last';
  for (const entry of work) {
    if (isOver()) {
      ending = 'incomplete';
      break;
    }
    if (entry === undefined) {
      yield undefined;
      continue;
    }
    if (entries.length === PART_ENTRIES_MAX) {
      yield part(entries, 'more');
      entries = [];
    }
    entries.push(entry);
  }
  yield part(entries, ending);
  return undefined;
}
