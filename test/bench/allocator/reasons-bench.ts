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

/** Measures both engines in turns, pair by pair. */
export function runReasons({ agents, frameworks, pairs }: ReasonsSize): ReasonsResult {
  const cluster = declineCluster(agents, frameworks);
  const engines = [new BareEngine(cluster, { reasons: true }), new BareEngine(cluster, { reasons: false })] as const;
  const inTurns = (rounds: number, run: (engine: BareEngine) => number): Spread =>
    spreadOf(
      Array.from({ length: rounds }, (_, round) => {
        const order = round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const);
        const times = new Map(order.map((at) => [at, run(engines[at])]));
        return (times.get(0) ?? 0) / (times.get(1) ?? 1);
      }),
    );
  const offering = inTurns(frameworks, (engine) => engine.cycle().ms);
  const pass = (engine: BareEngine): number => {
    let ms = 0;
    for (let count = 0; count < PASSES; count += 1) {
      engine.queueAll();
      ms += engine.cycle().ms;
    }
    return ms;
  };
  return { agents, frameworks, offering, refused: inTurns(pairs, pass) };
}
