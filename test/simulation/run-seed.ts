import type { ClusterShape } from '../worlds/world';
import { Chance } from '../worlds/simulated/chance';
import { EventLog } from '../worlds/simulated/event-log';
import { SimulatedCluster } from '../worlds/simulated/simulated-cluster';
import type { Checker } from './checkers/checker';
import { CHECKERS } from './checkers/checkers';
import { unrest } from './checkers/converges';
import { mirrorDifference } from './checkers/mirror-true';
import { spoilMirror } from './faults/allocator-faults';
import type { FaultKind } from './faults/fault-field';
import { FaultPlan } from './faults/fault-plan';
import type { FrameworkStation } from './frameworks/framework-station';
import { SteadyFramework } from './frameworks/steady-framework';
import { WildFramework } from './frameworks/wild-framework';
import { History } from './history';
import { SimulatedOperator } from './operator';
import { Probe } from './probe';

/** What is to be run. */
export interface RunOptions {
  readonly seed: number;
  /** Simulated minutes for which faults strike. */
  readonly minutes: number;
  /** Given a line for everything that happens. */
  readonly trace?: ((line: string) => void) | undefined;
}

/** What came of a run. */
export interface RunReport {
  readonly seed: number;
  /** Equal for equal runs. */
  readonly digest: string;
  readonly events: number;
  readonly simulatedMs: number;
  /** How often each kind of fault happened. */
  readonly faults: ReadonlyMap<string, number>;
  /** How often each kind of command was given. */
  readonly commands: ReadonlyMap<string, number>;
  /** Launches that masters made. */
  readonly launches: number;
  /** The first invariant that was broken, and how; undefined when all held. */
  readonly violation: string | undefined;
}

const MINUTE_MS = 60_000;
/** How long the cluster may take to come to rest after the last fault. */
const CONVERGE_MS = 20 * MINUTE_MS;
/** How long a newcomer may wait for the resources of a cluster at rest. */
const PROBE_MS = 10 * MINUTE_MS;
/** How long the allocator may know otherwise than the leader once all is quiet. */
const MIRROR_MS = MINUTE_MS;
const LOOK_FOR_REST_MS = 500;

/** What simulated machines have: unreserved as much as any task asks for, since otherwise a cluster of one machine could never come to rest. */
const MACHINES = [
  'cpus:2;mem:1024',
  'cpus:4;mem:4096',
  'cpus(batch):1;cpus:2;mem:2048',
  'cpus(batch,batch/night):1;cpus:2;cpus<revocable>:2;mem:1024',
];

/** Runs one seed: a cluster, its frameworks and its faults, all of which follow from the seed. */
export function runSeed(options: RunOptions): RunReport {
  return new SimulationRun(options).run();
}

class SimulationRun {
  readonly #log: EventLog;
  readonly #cluster: SimulatedCluster;
  readonly #history: History;
  readonly #checkers: readonly Checker[];
  readonly #frameworks: readonly FrameworkStation[];
  readonly #plan: FaultPlan;
  readonly #faults = new Map<string, number>();
  #violation: string | undefined;
  #quietSince: number | undefined;
  /** Whether anything happened since checkers looked last. */
  #stirred = false;

  constructor(private readonly options: RunOptions) {
    const { seed } = options;
    this.#log = new EventLog(options.trace);
    const chance = Chance.of(seed, 'run');
    const cluster = new SimulatedCluster(seed, someShape(chance), this.#log);
    const history = new History(() => cluster.timeline.now);
    this.#cluster = cluster;
    this.#history = history;
    this.#checkers = CHECKERS.map((make) => make({ cluster, history, quietSince: () => this.#quietSince }));
    cluster.around.listen((happening) => {
      this.#stirred = true;
      for (const checker of this.#checkers) this.#note(checker, checker.happened?.(happening));
      history.observe(happening);
    });
    this.#frameworks = [
      ...Array.from({ length: chance.between(1, 2) }, (_, index) => {
        const name = `steady-${index + 1}`;
        return new SteadyFramework(name, cluster, { history, chance: Chance.of(seed, name) });
      }),
      ...Array.from({ length: chance.between(1, 2) }, (_, index) => {
        const name = `wild-${index + 1}`;
        return new WildFramework(name, cluster, { history, chance: Chance.of(seed, name), temper: someTemper(chance) });
      }),
    ];
    const count = (kind: FaultKind): void => {
      this.#log.note(`${cluster.timeline.now} fault: ${kind}`);
      this.#faults.set(kind, (this.#faults.get(kind) ?? 0) + 1);
    };
    this.#plan = new FaultPlan({ cluster, frameworks: this.#frameworks, chance: Chance.of(seed, 'faults'), count });
  }

  run(): RunReport {
    const cluster = this.#cluster;
    cluster.start();
    for (const framework of this.#frameworks) framework.start();
    const operator = new SimulatedOperator(cluster, this.#history, Chance.of(this.options.seed, 'operator'));
    const untilMs = this.options.minutes * MINUTE_MS;
    this.#every(2_000, untilMs, () => {
      operator.act();
    });
    this.#plan.begin();
    this.#runUntil(untilMs);
    this.#plan.heal();
    this.#quietSince = cluster.timeline.now;
    for (const framework of this.#frameworks) framework.calm();
    this.#waitUntil('at rest', CONVERGE_MS, () => operator.restore() ?? unrest(this.#cluster, this.#frameworks));
    if (this.#violation === undefined) {
      const probe = new Probe(cluster);
      this.#waitUntil('at work', PROBE_MS, () => probe.look());
      spoilMirror(cluster, Chance.of(this.options.seed, 'mirror'));
      this.#waitUntil('mirrored', MIRROR_MS, () => mirrorDifference(cluster));
    }
    if (this.#violation === undefined) for (const checker of this.#checkers) this.#note(checker, checker.atRest?.());
    return this.#report();
  }

  #runUntil(untilMs: number): void {
    try {
      while (this.#violation === undefined && this.#cluster.timeline.step(untilMs)) this.#look();
    } catch (error) {
      this.#violation = `nothing-throws: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    }
  }

  /** Lets time pass until nothing is wrong any more; that it stays wrong is a violation too. */
  #waitUntil(what: string, deadlineMs: number, wrong: () => string | undefined): void {
    const { timeline } = this.#cluster;
    const untilMs = timeline.now + deadlineMs;
    for (;;) {
      this.#runUntil(timeline.now + LOOK_FOR_REST_MS);
      const because = wrong();
      if (this.#violation !== undefined || because === undefined) return;
      if (timeline.now < untilMs) continue;
      this.#violation = `converges: not ${what} after ${deadlineMs / MINUTE_MS} minutes without faults: ${because}`;
      return;
    }
  }

  #look(): void {
    for (const checker of this.#checkers) this.#note(checker, checker.everyStep?.());
    if (!this.#stirred && this.#history.touched.size === 0) return;
    this.#stirred = false;
    for (const checker of this.#checkers) this.#note(checker, checker.look?.());
    this.#history.touched.clear();
  }

  #note(checker: Checker, wrong: string | undefined): void {
    if (wrong === undefined || this.#violation !== undefined) return;
    this.#violation = `${checker.name}: ${wrong} (at ${this.#cluster.timeline.now} ms)`;
    this.#log.note(`violation ${this.#violation}`);
  }

  #every(ms: number, untilMs: number, act: () => void): void {
    const { timeline } = this.#cluster;
    timeline.in(ms, () => {
      if (timeline.now >= untilMs) return;
      act();
      this.#every(ms, untilMs, act);
    });
  }

  #report(): RunReport {
    const { counts } = this.#cluster.etcd;
    const faults = new Map(this.#faults);
    if (counts.dropped > 0) faults.set('transaction unknown, not applied', counts.dropped);
    if (counts.unheard > 0) faults.set('transaction unknown, applied', counts.unheard);
    if (counts.late > 0) faults.set('transaction unknown, applied late', counts.late);
    return {
      seed: this.options.seed,
      digest: this.#log.digest(),
      events: this.#log.events,
      simulatedMs: this.#cluster.timeline.now,
      faults,
      commands: this.#history.commands,
      launches: this.#history.launches.size,
      violation: this.#violation,
    };
  }
}

/** Timeouts that are short enough for a run of minutes to see them pass, and sizes that are small enough to be fought over. */
function someShape(chance: Chance): ClusterShape {
  const names = (prefix: string, count: number): readonly string[] =>
    Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);
  return {
    masters: names('m', chance.happens(0.2) ? 1 : chance.between(2, 3)),
    gateways: names('g', chance.between(1, 2)),
    agents: names('a', chance.between(1, 4)).map((name) => ({
      name,
      resources: chance.pick(MACHINES) ?? '',
    })),
    leaseTtlMs: chance.pick([2_000, 5_000]) ?? 2_000,
    offerTimeoutMs: chance.pick([5_000, 60_000]) ?? 60_000,
    pingMs: chance.pick([2_000, 5_000]) ?? 5_000,
    pingsMissedMax: chance.between(2, 4),
    disconnectGraceMs: chance.pick([5_000, 20_000]) ?? 20_000,
  };
}

function someTemper(chance: Chance) {
  return {
    acknowledges: chance.happens(0.8),
    failoverTimeoutMs: chance.pick([undefined, undefined, 600_000, 15_000]),
    roles: chance.pick([['*'], ['batch'], ['batch', 'service'], ['batch/night', 'batch']]) ?? ['*'],
    capabilities: chance.pick([[], ['revocable-resources'], ['gpu-resources', 'region-aware']] as const) ?? [],
    demanding: chance.happens(0.5),
  };
}
