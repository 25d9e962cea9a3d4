import type { Brand } from './brand';

/** An instant on this process's monotonic clock, in milliseconds. For every timeout, lease, filter and silence; never stored or sent. */
export type MonotonicMs = Brand<number, 'MonotonicMs'>;

/** An instant of wall time, in milliseconds since 1970. For display and stored records only, never for a decision. */
export type WallMs = Brand<number, 'WallMs'>;

/** The instant that lies `durationMs` after `at`. */
export function after(at: MonotonicMs, durationMs: number): MonotonicMs {
  return (at + durationMs) as MonotonicMs;
}

/** The wall time `durationMs` after `at`, for records that outlive the process. */
export function wallAfter(at: WallMs, durationMs: number): WallMs {
  return (at + durationMs) as WallMs;
}

/** Cancels what was arranged; calling it late or twice does nothing. */
export type Cancel = () => void;

/** Time as the edges see it. Cores never hold one: they get a {@link Moment} with each input. */
export interface Clock {
  now(): MonotonicMs;
  wall(): WallMs;
  /** Calls back once, not before `when`. A reminder, never a proof that time has passed. */
  at(when: MonotonicMs, callback: () => void): Cancel;
  /** Calls back after what is already queued, without waiting for time to pass. */
  soon(callback: () => void): void;
}

/** Chance as the edges see it: the next number in [0, 1). */
export type Random = () => number;

/** What a step may know of the world besides its input: time and one fresh draw in [0, 1). */
export interface Moment {
  readonly now: MonotonicMs;
  readonly wall: WallMs;
  readonly chance: number;
}
