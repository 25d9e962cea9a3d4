import type { Moment, MonotonicMs } from '../kernel';

/** The reminder that something may be due; what is, the core knows from its own agenda. */
export interface Tick {
  readonly input: 'tick';
}

/** The heart of a service: takes one input after another, never waits, never reads a clock, draws no chance of its own. */
export interface Core<Input, Effect> {
  /** Takes one input and returns what is to be done, in order. Must not throw whatever the input. */
  step(input: Input | Tick, at: Moment): readonly Effect[];
  /** Called when no input is waiting (or the actor's slice is over), before streams are flushed: the place for work that many inputs share. */
  settle(at: Moment): readonly Effect[];
  /** When the core wants its next tick at the latest; undefined while nothing is planned. */
  readonly wakeAt: MonotonicMs | undefined;
}
