import { BareEngine } from './bare-engine';
import { declineCluster } from './bench-clusters';
import { spreadOf } from './spread';
import type { Spread } from './spread';

/** Passes that are timed as one, since a pass over a refused cluster is short. */
const PASSES = 20;

/** What being able to explain costs while nobody asks: times with the counts of reasons, by times without. */
export interface ReasonsResult {
  readonly agents: number;
  readonly frameworks: number;
  /** Cycles in which every agent is offered. */
  readonly offering: Spread;
  /** Passes over a cluster in which everybody refused everything, where each look ends with a reason. */
  readonly refused: Spread;
}

/** How large a run is. */
export interface ReasonsSize {
  readonly agents: number;
  readonly frameworks: number;
  readonly pairs: number;
}

/** Measures one engine with and without in turns, pair by pair: two engines differ by where their objects happen to lie. */
export function runReasons({ agents, frameworks, pairs }: ReasonsSize): ReasonsResult {
  const engine = new BareEngine(declineCluster(agents, frameworks));
  const timed = (counts: boolean, run: () => number): number => {
    engine.countReasons(counts);
    return run();
  };
  const inTurns = (rounds: number, run: () => number): Spread =>
    spreadOf(
      Array.from({ length: rounds }, (_, round) => {
        const first = timed(round % 2 === 0, run);
        const second = timed(round % 2 !== 0, run);
        return round % 2 === 0 ? first / second : second / first;
      }),
    );
  const offering = inTurns(Math.floor(frameworks / 2), () => engine.cycle().ms);
  const pass = (): number => {
    let ms = 0;
    for (let count = 0; count < PASSES; count += 1) {
      engine.queueAll();
      ms += engine.cycle().ms;
    }
    return ms;
  };
  return { agents, frameworks, offering, refused: inTurns(pairs, pass) };
}
