import { randomInt } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { required } from '@parley/common/kernel';
import { LocalCluster } from '../../deploy/local/local-cluster.cjs';
import { until } from '../../deploy/local/processes.cjs';
import type { ManagedProcess } from '../../deploy/local/processes.cjs';
import { ATTACKS_PER_ROUND, attackOnce } from '../fuzz/attacks';
import type { Target } from '../fuzz/attacks';
import { readState, tearDown } from '../fuzz/cluster-state';
import type { ClusterState } from '../fuzz/cluster-state';
import { FrontDoor, REQUESTS, StatusCounts } from '../fuzz/front-door';
import type { RawStream } from '../fuzz/front-door';
import { sizeOf } from '../fuzz/process-size';
import type { ProcessSize } from '../fuzz/process-size';
import { SteadyFramework } from '../fuzz/steady-framework';
import { subscription } from '../fuzz/strange-calls';
import { Chance } from '../worlds/simulated/chance';

/** `FUZZ_SEED` repeats a run, `FUZZ_RUNS` makes more attacks than `npm test` has time for. */
const SEED = Number(process.env['FUZZ_SEED'] ?? randomInt(2 ** 31));
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 4 * ATTACKS_PER_ROUND);
/** Attackers at work at the same time. */
const ATTACKERS = 4;
/** Streams that the gateway serves at once: not many, so that one that is never forgotten is missed soon. */
const SESSIONS_MAX = 40;
/** How much more memory a process may hold after the second half of the attacks than after the first, in MiB. */
const GROWTH_MAX_MIB = 64;
/** Open files may differ by what is in flight for the framework that behaves well. */
const FILES_MAX = 3;
const WITHIN_MS = 10_000;
/** The framework that behaves well shares its agents with attackers that sit on offers, and its own refusals last 5 s. */
const PAUSE_MAX_MS = 30_000;

jest.setTimeout(60_000 + RUNS * 1_000);

/** A small cluster of real processes. */
class FuzzedCluster implements AsyncDisposable {
  readonly #folder = mkdtempSync(join(tmpdir(), 'parley-fuzz-'));
  readonly #cluster = new LocalCluster({
    stateDir: this.#folder,
    flags: { master: { 'offer-timeout': '1s' }, 'framework-gateway': { 'sessions-max': String(SESSIONS_MAX) } },
  });

  async start(): Promise<void> {
    await this.#cluster.startAllocator();
    await this.#cluster.startMasters(['m1']);
    await this.#cluster.startGateway('g1');
    for (const name of ['a1', 'a2', 'a3']) await this.#cluster.startAgent({ name, resources: 'cpus:1;mem:256' });
  }

  get gateway(): string {
    return required(this.#cluster.gatewayAddresses[0], 'gateway');
  }

  get pids(): Readonly<Record<string, number | undefined>> {
    return Object.fromEntries(this.#processes.map(({ name, pid }) => [name, pid]));
  }

  get sizes(): ReadonlyMap<string, ProcessSize> {
    return new Map(this.#processes.map(({ name, pid }) => [name, sizeOf(required(pid, `pid of ${name}`))]));
  }

  /** Lines in which a process says that something is wrong with itself. */
  get faults(): readonly string[] {
    const lines = this.#processes.flatMap(({ logFile }) => readFileSync(logFile, 'utf8').split('\n'));
    return lines.filter((line) => line !== '' && !/^\{"level":"(debug|info|warn)"/.test(line));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#cluster.stop();
    if (process.env['PARLEY_KEEP_WORLDS'] === undefined) rmSync(this.#folder, { recursive: true, force: true });
  }

  get #processes(): readonly ManagedProcess[] {
    const { masters, allocators, gateways, agents } = this.#cluster;
    return [masters, allocators, gateways, agents].flatMap((group) => [...group.values()]);
  }
}

/** What a run came to, for whoever reads the output of the tests. */
function tell(what: object): void {
  process.stdout.write(`fuzz of the front door: ${JSON.stringify(what)}\n`);
}

/** Attacks numbered from `from` to before `to`, a few at a time; each depends on the seed and its number alone. */
async function attack(
  range: { readonly from: number; readonly to: number },
  target: Target,
  made: Map<string, number>,
): Promise<void> {
  let next = range.from;
  const attacker = async (): Promise<void> => {
    while (next < range.to) {
      const number = next;
      next += 1;
      const chance = Chance.of(SEED, `attack ${String(number)}`);
      const name = await attackOnce(number, chance, target);
      made.set(name, (made.get(name) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: ATTACKERS }, attacker));
}

/** Ends what the attackers left behind, and waits until only `steady` is there. */
async function untilBaseline(door: FrontDoor, steady: string): Promise<ClusterState> {
  let state = await readState(door);
  await until(async () => {
    const left = state.frameworks.filter((frameworkId) => frameworkId !== steady);
    await Promise.all(left.map((frameworkId) => tearDown(door, frameworkId)));
    state = await readState(door);
    return left.length === 0;
  }, WITHIN_MS);
  return state;
}

/** Subscribes `count` frameworks at once, and says how many of them were. */
async function countSubscribed(door: FrontDoor, count: number): Promise<number> {
  const chance = Chance.of(SEED, 'afterwards');
  const streams: RawStream[] = [];
  for (let number = 0; number < count; number += 1) {
    const stream = door.connect();
    stream.send(REQUESTS.encode(subscription(chance)));
    streams.push(stream);
  }
  await until(() => streams.every(({ frameworkId, isOpen }) => frameworkId !== undefined || !isOpen), WITHIN_MS);
  for (const stream of streams) stream.cancel();
  return streams.filter(({ frameworkId }) => frameworkId !== undefined).length;
}

test(`given a real cluster, when ${String(RUNS)} attacks by seed ${String(SEED)} are made on its front door, then nobody dies, nothing grows, and a framework beside them runs its tasks to the end`, async () => {
  tell({ FUZZ_SEED: SEED, FUZZ_RUNS: RUNS });
  await using cluster = new FuzzedCluster();
  await cluster.start();
  const statuses = new StatusCounts();
  const door = new FrontDoor(cluster.gateway, new StatusCounts());
  await using steady = new SteadyFramework(cluster.gateway);
  expect(await until(() => steady.finished >= 5, WITHIN_MS)).toBe(true);
  const pids = cluster.pids;
  const made = new Map<string, number>();
  const target = {
    address: cluster.gateway,
    victim: () => steady.victim,
    statuses,
    breaches: [],
    heard: new Map<string, number>(),
  };

  const half = Math.floor(RUNS / 2);
  const steadyId = required(steady.victim?.frameworkId, 'framework id');
  await attack({ from: 0, to: half }, target, made);
  await untilBaseline(door, steadyId);
  const before = cluster.sizes;
  await attack({ from: half, to: RUNS }, target, made);
  const state = await untilBaseline(door, steadyId);
  const fewFiles = await until(
    () => [...cluster.sizes].every(([name, { files }]) => files <= (before.get(name)?.files ?? 0) + FILES_MAX),
    WITHIN_MS,
  );
  const after = cluster.sizes;
  const reopened = await countSubscribed(door, SESSIONS_MAX - 1);
  await steady.stop();
  door.close();

  tell({
    made: Object.fromEntries(made),
    statuses: Object.fromEntries(statuses.counts),
    heard: Object.fromEntries(target.heard),
    before: Object.fromEntries(before),
    after: Object.fromEntries(after),
    steady: { finished: steady.finished, longestPauseMs: Math.round(steady.longestPauseMs) },
  });
  expect({ pids: cluster.pids, faults: cluster.faults }).toEqual({ pids, faults: [] });
  // gRPC itself answers so to bytes that are no message; nothing of ours may.
  expect([...statuses.internal].filter((details) => details !== 'Error deserializing request')).toEqual([]);
  expect(target.breaches).toEqual([]);
  // Attackers that are turned away at the door prove nothing.
  expect([...target.heard.keys()]).toEqual(
    expect.arrayContaining(['subscribed', 'offers', 'statusUpdates', 'callResult']),
  );
  expect(state).toMatchObject({ frameworks: [steadyId], connected: 1 });
  expect(reopened).toBe(SESSIONS_MAX - 1);
  expect({ fewFiles, before, after }).toMatchObject({ fewFiles: true });
  const grown = [...after].filter(([name, { rssMiB }]) => rssMiB > (before.get(name)?.rssMiB ?? 0) + GROWTH_MAX_MIB);
  expect(grown).toEqual([]);
  expect(steady.troubles).toEqual([]);
  expect(steady.longestPauseMs).toBeLessThan(PAUSE_MAX_MS);
});
