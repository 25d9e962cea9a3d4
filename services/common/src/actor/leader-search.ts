import { NO_EPOCH, after, compareEpochs } from '../kernel';
import type { Epoch, Moment, MonotonicMs } from '../kernel';
import type { LeaderAnswer } from '../contract';

/** What the search wants done: ask a master who leads, or open the link to the leader. */
export type SearchAction =
  | { readonly action: 'ask'; readonly target: string }
  | { readonly action: 'dial'; readonly address: string; readonly epoch: Epoch };

/** How long a round of questions may take before the next begins. */
const ROUND_MS = 2_000;
/** Pauses between rounds grow from the first to the second, with full jitter, so that a failover brings no stampede. */
const PAUSE_FIRST_MS = 100;
const PAUSE_MAX_MS = 2_000;

/** Finds the leader among the masters: asks all of them, believes the highest epoch that is confirmed by its holder, never goes back to a lower one.
 *
 *   resting ─begin→ pausing ─due→ asking ─leader found→ resting (dial)
 *                      ▲             │
 *                      └──no leader──┘
 */
export class LeaderSearch {
  readonly #targets: readonly string[];
  #state: 'resting' | 'pausing' | 'asking' = 'resting';
  #dueAt: MonotonicMs | undefined;
  /** Targets of this round that have not answered. Bounded by the configured targets and one hint each. */
  #unanswered = new Set<string>();
  #round = 0;
  #highest: Epoch = NO_EPOCH;

  constructor(targets: readonly string[]) {
    this.#targets = targets;
  }

  /** When the search wants {@link due} called; undefined while it rests. */
  get wakeAt(): MonotonicMs | undefined {
    return this.#dueAt;
  }

  get searching(): boolean {
    return this.#state !== 'resting';
  }

  /** Never follow a leader below this epoch. */
  raise(epoch: Epoch): void {
    if (compareEpochs(epoch, this.#highest) > 0) this.#highest = epoch;
  }

  /** Begins a search; `soon` skips the first pause's jitter, for a link that was handed over on purpose or never existed. */
  begin(at: Moment, soon: boolean): void {
    if (this.#state !== 'resting') return;
    this.#round = 0;
    this.#state = 'pausing';
    this.#dueAt = after(at.now, soon ? 0 : at.chance * PAUSE_FIRST_MS);
  }

  /** To be called when {@link wakeAt} has come: starts a round, or gives up the one under way. */
  due(at: Moment): readonly SearchAction[] {
    if (this.#dueAt === undefined || at.now < this.#dueAt) return [];
    if (this.#state === 'asking') {
      this.#pause(at);
      return [];
    }
    this.#state = 'asking';
    this.#round += 1;
    this.#dueAt = after(at.now, ROUND_MS);
    this.#unanswered = new Set(this.#targets);
    return this.#targets.map((target) => ({ action: 'ask', target }));
  }

  /** Takes the answer of one master; undefined when it could not be asked. */
  answered(target: string, answer: LeaderAnswer | undefined, at: Moment): readonly SearchAction[] {
    if (this.#state !== 'asking' || !this.#unanswered.delete(target)) return [];
    if (answer?.epoch !== undefined && compareEpochs(answer.epoch, this.#highest) >= 0) {
      if (answer.leading) {
        this.#state = 'resting';
        this.#dueAt = undefined;
        this.#highest = answer.epoch;
        return [{ action: 'dial', address: answer.address === '' ? target : answer.address, epoch: answer.epoch }];
      }
      if (answer.address !== '' && answer.address !== target && !this.#targets.includes(answer.address)) {
        this.#unanswered.add(answer.address);
        return [{ action: 'ask', target: answer.address }];
      }
    }
    if (this.#unanswered.size === 0) this.#pause(at);
    return [];
  }

  #pause(at: Moment): void {
    this.#state = 'pausing';
    this.#unanswered.clear();
    const longest = Math.min(PAUSE_FIRST_MS * 2 ** Math.min(this.#round, 10), PAUSE_MAX_MS);
    this.#dueAt = after(at.now, PAUSE_FIRST_MS / 2 + at.chance * longest);
  }
}
