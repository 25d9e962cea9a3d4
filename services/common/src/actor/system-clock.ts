import type { Cancel, Clock, MonotonicMs, Random, WallMs } from '../kernel';

/** setTimeout takes at most this; a longer wait is arranged in pieces. */
const TIMEOUT_MAX_MS = 2_147_000_000;

/** The clock of a real process. With {@link systemRandom} the only place that reads time and chance from the system. */
export class SystemClock implements Clock {
  now(): MonotonicMs {
    return performance.now() as MonotonicMs;
  }

  wall(): WallMs {
    return Date.now() as WallMs;
  }

  at(when: MonotonicMs, callback: () => void): Cancel {
    let timer: NodeJS.Timeout | undefined;
    const arrange = (): void => {
      const waitMs = when - this.now();
      timer = setTimeout(
        waitMs > TIMEOUT_MAX_MS ? arrange : callback,
        Math.min(Math.max(Math.ceil(waitMs), 0), TIMEOUT_MAX_MS),
      );
    };
    arrange();
    return () => {
      clearTimeout(timer);
    };
  }

  soon(callback: () => void): void {
    setImmediate(callback);
  }
}

/** The system's chance. */
export const systemRandom: Random = () => Math.random();
