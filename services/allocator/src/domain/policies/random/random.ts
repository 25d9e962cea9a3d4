import type { Chance, Policy, Standing } from '../policy';

/** The smallest chance that a logarithm is taken of: 0 would put a turn infinitely far away. */
const CHANCE_MIN = 2 ** -53;

/**
 * Weighted random choice as a race: every competitor's next turn lies a random time away, exponentially distributed, the shorter the more
 * it weighs; the earliest turn is served and the next one drawn. So each pick is proportional to the weights of those who want something,
 * costs a logarithm, and whoever waits comes up for certain, however little it weighs (mesos-semantics §3.6 sorts all anew instead).
 */
export function random(): Policy {
  return { name: 'random', compareRoles: compareByTurn, compareFrameworks: compareByTurn, nextTurn };
}

function compareByTurn(a: Standing, b: Standing): number {
  if (a.turn !== b.turn) return a.turn - b.turn;
  return a.name < b.name ? -1 : Number(a.name > b.name);
}

/** Who had to be passed over may lie far behind the present; it is served at once but does not get all the missed turns in a row. */
function nextTurn({ weight, turn }: Standing, present: number, chance: Chance): number {
  return Math.max(turn, present) - Math.log(Math.max(chance(), CHANCE_MIN)) / weight;
}
