import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codecOf, loadPublic } from '@parley/protos';
import type {
  ExplainOffersResponse,
  ExplainOffersResponse__Output,
} from '@parley/protos/public/parley/operator/v1/ExplainOffersResponse';
import { required } from '@parley/common/kernel';
import { scalarMilli } from '@parley/common/resources';
import { LocalCluster } from '../../../deploy/local/local-cluster.cjs';
import { until } from '../../../deploy/local/processes.cjs';
import type { ManagedProcess } from '../../../deploy/local/processes.cjs';
import { FrontDoor, StatusCounts } from '../../fuzz/front-door';
import { sizeOf } from '../../fuzz/process-size';
import { dialRealGateways } from '../../worlds/real/gateway-streams';
import { RawScheduler } from '../../worlds/raw-scheduler';
import { ATTACKS } from './malice/attacks';
import type { Attack } from './malice/attacks';
import { MaliciousAllocator, polite } from './malice/malicious-allocator';
import type { Behaviour, MaliciousSession } from './malice/malicious-allocator';

jest.setTimeout(180_000);

const WITHIN_MS = 60_000;
/** What a master may hold more after attacks than before, in MiB: the garbage of what was sent, never all of it. */
const GROWTH_MAX_MIB = 200;
/** Pauses before dialling again double from a second, and chance takes half of them at most. */
const LEAST_PAUSES_MS = [500, 1_000];
/** Sessions that are cut, with these pauses between them. */
const CUTS = LEAST_PAUSES_MS.length + 1;

const EXPLAINED = codecOf<ExplainOffersResponse, ExplainOffersResponse__Output>(
  loadPublic(),
  'parley.operator.v1.ExplainOffersResponse',
);

async function eventually(what: string, condition: () => boolean): Promise<void> {
  if (!(await until(condition, WITHIN_MS))) throw new Error(`not within ${String(WITHIN_MS)} ms: ${what}`);
}

/** A cluster of processes whose allocator is in this one, and malicious. */
class AttackedCluster implements AsyncDisposable {
  readonly allocator: MaliciousAllocator;
  readonly #folder = mkdtempSync(join(tmpdir(), 'parley-attacked-'));
  readonly cluster: LocalCluster;
  #pid: number | undefined;
  #rssMiB = 0;

  constructor(behave: Behaviour, masterFlags: Readonly<Record<string, string>> = {}) {
    this.allocator = new MaliciousAllocator(behave);
    this.cluster = new LocalCluster({ stateDir: this.#folder, flags: { master: masterFlags } });
  }

  async start(): Promise<void> {
    this.cluster.useAllocator(await this.allocator.listen());
    await this.cluster.startMasters(['m1']);
    this.#pid = this.master.pid;
    this.#rssMiB = sizeOf(required(this.#pid, 'pid')).rssMiB;
  }

  get master(): ManagedProcess {
    return required(this.cluster.masters.get('m1'), 'master');
  }

  /** Lines of the master's log that say something in particular. */
  linesWith(message: string): readonly string[] {
    return readFileSync(this.master.logFile, 'utf8')
      .split('\n')
      .filter((line) => line.includes(message));
  }

  /** Whether the master is the process it was, has not grown, and found no fault with itself. */
  get condition(): { readonly samePid: boolean; readonly grownMiB: number; readonly faults: readonly string[] } {
    const { pid } = this.master;
    const lines = readFileSync(this.master.logFile, 'utf8').split('\n');
    return {
      samePid: pid !== undefined && pid === this.#pid,
      grownMiB: pid === undefined ? 0 : Math.round(sizeOf(pid).rssMiB - this.#rssMiB),
      faults: lines.filter((line) => line !== '' && !/^\{"level":"(debug|info|warn)"/.test(line)),
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.cluster.stop();
    await this.allocator[Symbol.asyncDispose]();
    if (process.env['PARLEY_KEEP_WORLDS'] === undefined) rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** What came of an attack, as the master's log has it. */
interface Outcome {
  readonly condition: AttackedCluster['condition'];
  readonly dials: number;
  /** From the end of a session to the end of the next. */
  readonly pausesMs: readonly number[];
  readonly because: readonly string[];
}

/** Attacks a master until it has cut three sessions. */
async function outcomeOf({ behave, flags }: Attack): Promise<Outcome> {
  await using attacked = new AttackedCluster(behave, flags);
  await attacked.start();
  const cuts = (): readonly { readonly because: string; readonly time: string }[] =>
    attacked
      .linesWith('no allocator')
      .map((line) => JSON.parse(line) as { readonly because: string; readonly time: string });
  await eventually('sessions that are cut', () => cuts().length >= CUTS);
  const [ends, dials] = [cuts(), attacked.allocator.sessions.length];
  const times = ends.map(({ time }) => Date.parse(time));
  const pausesMs = LEAST_PAUSES_MS.map((_least, index) => (times[index + 1] ?? 0) - (times[index] ?? 0));
  return { condition: attacked.condition, dials, pausesMs, because: ends.map(({ because }) => because) };
}

describe('a master alone', () => {
  const outcomes = new Map<string, Outcome>();
  beforeAll(async () => {
    // They mostly wait. One that does not come to its end is told by its own test.
    const tried = ATTACKS.map(async (attack) => outcomes.set(attack.name, await outcomeOf(attack)));
    await Promise.allSettled(tried);
  });

  test.each(ATTACKS)(
    'given an allocator that $name, when it is dialled again and again, then each session is cut and each pause is longer',
    ({ name, because }) => {
      const outcome = required(outcomes.get(name), 'outcome');

      expect(outcome).toMatchObject({ condition: { samePid: true, faults: [] } });
      // No dials but those whose ends were counted, and one more where its pause was over already. One that was given up on its way never arrived.
      expect(outcome.dials).toBeGreaterThan(0);
      expect(outcome.dials - outcome.because.length).toBeLessThanOrEqual(1);
      expect(outcome.because.filter((sentence) => !because.test(sentence))).toEqual([]);
      outcome.pausesMs.forEach((pauseMs, index) =>
        expect(pauseMs).toBeGreaterThanOrEqual(required(LEAST_PAUSES_MS[index], 'pause')),
      );
      expect(outcome.condition.grownMiB).toBeLessThan(GROWTH_MAX_MIB);
    },
  );
});

describe('a cluster with a framework at work', () => {
  async function givenCluster(behave: Behaviour = polite) {
    const attacked = new AttackedCluster(behave, { 'offer-timeout': '60s' });
    await attacked.start();
    const { cluster, allocator } = attacked;
    await cluster.startGateway('g1');
    await cluster.startAgent({ name: 'a1', resources: 'cpus:4;mem:1024;disk:0;ports:[]' });
    const gateway = required(cluster.gatewayAddresses[0], 'gateway');
    const { clock } = allocator;
    const dial = dialRealGateways(clock, () => gateway);
    const scheduler = new RawScheduler('victim', { roles: ['r', 's'] }, { dial, clock, now: () => clock.now() });
    await eventually('the framework is subscribed', () => scheduler.frameworkId !== undefined);
    const frameworkId = required(scheduler.frameworkId, 'framework id');
    const knowsAll = (session: MaliciousSession | undefined): boolean =>
      session?.isTold === true &&
      session.heard.some(({ item }) => item === 'agent') &&
      session.heard.some((item) => item.item === 'framework' && item.framework.frameworkId === frameworkId);
    await eventually('the allocator knows all', () => knowsAll(allocator.sessions.at(-1)));
    const agents = allocator.session.heard.flatMap((item) => (item.item === 'agent' ? [item.agent.agentId] : []));
    const place = `${frameworkId} r ${required(agents[0], 'agent')}`;
    return {
      attacked,
      allocator,
      scheduler,
      frameworkId,
      gateway,
      place,
      knowsAll,
      async [Symbol.asyncDispose]() {
        scheduler.vanish();
        await attacked[Symbol.asyncDispose]();
      },
    };
  }

  /** Thousandths of a CPU in the offers that a framework holds. */
  const offeredCpus = (scheduler: RawScheduler): number =>
    scheduler.offers.reduce((sum, { what }) => sum + scalarMilli(what.resources, 'cpus'), 0);

  async function run(scheduler: RawScheduler, taskId: string, cpus: string): Promise<void> {
    await eventually(`an offer for ${taskId}`, () => scheduler.offers.length > 0);
    const [offer] = scheduler.offers;
    const task = { taskId, resources: `cpus:${cpus};mem:64`, command: 'sleep 3600' };
    scheduler.accept([required(offer, 'offer').what], [task], 0);
    await eventually(`${taskId} runs`, () => scheduler.stateOf(taskId) === 'running');
  }

  test('given an allocator that proposes whatever it likes, when the master answers, then nothing is promised twice and each refusal has its reason', async () => {
    await using given = await givenCluster();
    const { session } = given.allocator;
    const { place, frameworkId, scheduler } = given;
    const agentId = place.split(' ')[2] ?? '';
    const tried: readonly (readonly [string, string, string])[] = [
      [place, 'cpus:3;mem:512', 'offered'],
      [place, 'cpus:3;mem:512', 'not-available'],
      [place, 'cpus:100', 'not-available'],
      [place, 'gpus:1', 'not-available'],
      [place, 'cpus(r):1', 'not-available'],
      [place, '', 'empty'],
      [`${frameworkId} r nowhere`, 'cpus:1', 'agent-unknown'],
      [`F-9-9-9 r ${agentId}`, 'cpus:1', 'framework-unknown'],
      [`${frameworkId} t ${agentId}`, 'cpus:1', 'role-not-subscribed'],
      [place, 'cpus:1;mem:512', 'offered'],
      [place, 'mem:1', 'not-available'],
    ];

    for (const [where, what] of tried) session.propose(where, what);
    await eventually('an answer to each', () => session.answers.size === tried.length);
    await eventually('the offers', () => scheduler.offers.length === 2);

    expect([...session.answers.values()]).toEqual(tried.map(([, , answer]) => answer));
    expect(offeredCpus(scheduler)).toBe(4_000);
    scheduler.suppress();
    await eventually('the allocator is told', () =>
      session.heard.some((item) => item.item === 'framework' && item.framework.roles.some((role) => role.suppressed)),
    );
    scheduler.decline(
      scheduler.offers.map(({ what }) => what),
      60_000,
    );
    await eventually('filters', () => session.heard.filter(({ item }) => item === 'filter').length >= 2);
    const before = session.answers.size;
    session.propose(place, 'cpus:1');
    await eventually('an answer', () => session.answers.size > before);
    expect([...session.answers.values()].at(-1)).toBe('role-suppressed');
    scheduler.revive();
    await eventually('the allocator is told of the revival', () => session.heard.at(-1)?.item !== 'refused');
    expect(given.allocator.sessions.length).toBe(1);
    expect(given.attacked.condition).toMatchObject({ samePid: true, faults: [] });
  });

  test('given a framework with an open offer and a task, when the allocator attacks without end, then it launches, kills and is offered again once the allocator behaves', async () => {
    await using given = await givenCluster();
    const { allocator, scheduler, place, attacked } = given;
    allocator.session.propose(place, 'cpus:1;mem:256');
    await run(scheduler, 'before', '1');
    allocator.session.propose(place, 'cpus:1;mem:256');
    await eventually('an open offer', () => scheduler.offers.length === 1);
    const attack = required(
      ATTACKS.find(({ name }) => name.startsWith('floods')),
      'attack',
    );

    allocator.behave = attack.behave;
    allocator.session.propose('nobody r nowhere', 'cpus:1');
    for (let more = 0; more < 900; more += 1) allocator.session.propose('nobody r nowhere', 'cpus:1');
    await run(scheduler, 'during', '1');
    await eventually('a session that was cut', () => attacked.linesWith('had to be refused').length > 0);
    scheduler.kill('before');
    await eventually('the end of a task', () => scheduler.stateOf('before') === 'killed');
    allocator.behave = polite;
    await eventually(
      'a session that is told',
      () => given.knowsAll(allocator.sessions.at(-1)) && !allocator.session.isOver,
    );
    allocator.session.propose(place, 'cpus:1;mem:256');
    await run(scheduler, 'after', '1');

    expect(scheduler.stateOf('during')).toBe('running');
    expect(attacked.condition).toMatchObject({ samePid: true, faults: [] });
  });

  test('given an allocator whose explanations are endless or too large, when an operator asks, then the answer ends with a note and the master does not grow', async () => {
    await using given = await givenCluster();
    const { allocator, attacked, gateway, frameworkId } = given;
    const entry = {
      frameworkId,
      role: 'r'.repeat(200),
      share: 0,
      roleShare: 0,
      offerable: 0,
      lastProposedMs: undefined,
      reasons: [],
    };
    const part = (requestId: number, entries: number) =>
      ({
        item: 'explained',
        requestId,
        explanations: Array.from({ length: entries }, () => entry),
        last: false,
      }) as const;
    let endless = true;
    allocator.behave = (item, session) => {
      polite(item, session);
      if (item.item !== 'explain') return;
      if (endless) session.pour(part(item.requestId, 100));
      else session.say(part(item.requestId, 101));
    };
    const door = new FrontDoor(gateway, new StatusCounts());
    const explained = async (): Promise<readonly ExplainOffersResponse__Output[]> => {
      const parts: ExplainOffersResponse__Output[] = [];
      for await (const bytes of door.serverStream('/parley.operator.v1.OperatorService/ExplainOffers', Buffer.alloc(0)))
        parts.push(EXPLAINED.decode(bytes as Buffer));
      return parts;
    };

    const long = await explained();
    endless = false;
    await eventually(
      'a session that is told',
      () => given.knowsAll(allocator.sessions.at(-1)) && !allocator.session.isOver,
    );
    const large = await explained();
    door.close();

    expect(long.at(-1)).toMatchObject({ last: true });
    expect(long.flatMap(({ notes }) => notes).join()).toMatch(
      /longer than it is read|ended before it had answered|did not answer in time/,
    );
    expect(large.at(-1)).toMatchObject({ last: true });
    expect(large.at(-1)?.notes.join()).toMatch(/ended before it had answered/);
    expect(attacked.condition).toMatchObject({ samePid: true, faults: [] });
    expect(attacked.condition.grownMiB).toBeLessThan(GROWTH_MAX_MIB);
  });
});
