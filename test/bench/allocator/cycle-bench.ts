import type { AllocatorDown, Proposal } from '@parley/common/contract';
import { BareEngine } from './bare-engine';
import { BenchMaster, FOR_EVER_MS } from './bench-master';
import { agentIdAt, declineCluster, frameworkIdAt, frameworkItem } from './bench-clusters';
import { EngineSession } from './engine-session';
import type { Work } from './engine-session';
import { HeapCeiling } from './heap-ceiling';
import { measuredAfresh } from './heap-size';
import { processorTime, spreadOf, timed } from './spread';
import type { Spread } from './spread';

/** Credits enough for every agent to be offered in one cycle. */
const CREDITS = 100_000;
/** Credits that a master grants. */
const MASTERS_CREDITS = 1_000;
/** After this long the safety pass looks at all agents. */
const SAFETY_PASS_MS = 1_000;
const FILTERED_PASSES = 7;
const BARE_ROUNDS_MAX = 15;

/** One cluster of the grid. */
export interface CycleSize {
  readonly agents: number;
  readonly frameworks: number;
  /** Rounds of declining; with twice the frameworks, everything ends up declined by everybody. */
  readonly rounds: number;
  /** Pairs of agent and framework that are made to refuse, at most, for the pass over a cluster in which all is refused. */
  readonly pairsMax: number;
}

/** One round: a cycle, the ceiling right beside it, and what the frameworks' answers cost. */
export interface CycleRound {
  readonly cycleMs: number;
  /** The same in processor time. */
  readonly processorMs: number;
  readonly ceilingMs: number;
  readonly answersMs: number;
  readonly work: Work;
}

/** What a size of the grid gave. */
export interface CycleResult {
  readonly size: CycleSize;
  /** Taking in the snapshot. */
  readonly snapshotMs: number;
  readonly rounds: readonly CycleRound[];
  /** The longest slices of a session with as many credits as a master grants, each thousand offers declined before the next. */
  readonly creditedSliceMs: Spread;
  /** The decisions of as many rounds with offers, at most {@link BARE_ROUNDS_MAX}, before anybody is told. */
  readonly decisionsMs: Spread;
  /** A pass over all agents where every competing framework refuses every one of them. */
  readonly filtered: FilteredPass;
}

/** A pass over a cluster in which everything is refused. */
export interface FilteredPass {
  readonly ms: Spread;
  /** Frameworks that compete, and all refuse everything; the others are suppressed. */
  readonly competing: number;
  readonly work: Work;
}

/** Mesos' DeclineOffers: every offer is declined for ever, round after round, so that refusals pile up. */
export function runCycles(size: CycleSize): CycleResult {
  return {
    size,
    ...measuredAfresh(() => runRounds(size)),
    creditedSliceMs: measuredAfresh(() => runCredited(size)),
    decisionsMs: measuredAfresh(() => runBare(size)),
    filtered: measuredAfresh(() => runFiltered(size)),
  };
}

/** The rounds in which something was still offered: those that are comparable with Mesos' rounds. */
export function offeringRounds({ rounds }: CycleResult): readonly CycleRound[] {
  return rounds.filter(({ work }) => work.proposed > 0);
}

function runRounds(size: CycleSize): Pick<CycleResult, 'snapshotMs' | 'rounds'> {
  const { agents, frameworks } = size;
  const cluster = declineCluster(agents, frameworks);
  const session = new EngineSession();
  const master = new BenchMaster(session, cluster.usedOf);
  const ceiling = new HeapCeiling(agents, frameworks);
  const snapshotMs = timed(() => session.begin(cluster.items, CREDITS));
  const rounds: CycleRound[] = [];
  for (let round = 0; round < size.rounds; round += 1) {
    const ceilingMs = ceiling.cycle().ms;
    let proposals: readonly Proposal[] = [];
    let cycleMs = 0;
    const processorMs = processorTime(() => {
      cycleMs = timed(() => {
        proposals = session.cycle();
      });
    });
    const work = session.takeWork();
    const answersMs = timed(() => master.declineForEver(proposals));
    rounds.push({ cycleMs, processorMs, ceilingMs, answersMs, work });
  }
  return { snapshotMs, rounds };
}

/** Two rounds over all agents, a thousand offers at a time; the longest slice of each thousand. */
function runCredited({ agents, frameworks }: CycleSize): Spread {
  const cluster = declineCluster(agents, frameworks);
  const session = new EngineSession();
  const master = new BenchMaster(session, cluster.usedOf);
  session.begin(cluster.items, MASTERS_CREDITS);
  const longest: number[] = [];
  for (let made = 0; made < 2 * agents;) {
    const proposals = session.cycle();
    if (proposals.length === 0) break;
    made += proposals.length;
    longest.push(session.takeWork().longestSliceMs);
    master.declineForEver(proposals);
  }
  return spreadOf(longest);
}

function runBare({ agents, frameworks, rounds }: CycleSize): Spread {
  const engine = new BareEngine(declineCluster(agents, frameworks));
  const count = Math.min(rounds, frameworks, BARE_ROUNDS_MAX);
  return spreadOf(Array.from({ length: count }, () => engine.cycle().ms));
}

/** Has as many frameworks as `pairsMax` allows refuse every agent, and measures the safety pass over all of them. */
function runFiltered({ agents, frameworks, pairsMax }: CycleSize): FilteredPass {
  const cluster = declineCluster(agents, frameworks);
  const session = new EngineSession();
  const master = new BenchMaster(session, cluster.usedOf);
  const competing = Math.max(1, Math.min(frameworks, Math.floor(pairsMax / agents)));
  session.begin(cluster.items, CREDITS);
  for (let at = competing; at < frameworks; at += 1) master.tell([frameworkItem(at, '*', { suppressed: true })]);
  for (let agent = 0; agent < agents; agent += 1) {
    const agentId = agentIdAt(agent);
    const items: AllocatorDown[] = [];
    for (let at = 0; at < competing; at += 1) {
      const frameworkId = frameworkIdAt(at);
      const refused = cluster.free;
      items.push({ item: 'filter', filter: { frameworkId, role: '*', agentId, refused, remainingMs: FOR_EVER_MS } });
    }
    session.tell(items);
  }
  session.cycle();
  session.takeWork();
  const passes: number[] = [];
  for (let pass = 0; pass < FILTERED_PASSES; pass += 1) {
    session.advance(SAFETY_PASS_MS);
    passes.push(timed(() => session.cycle()));
  }
  return { ms: spreadOf(passes), competing, work: session.takeWork() };
}
