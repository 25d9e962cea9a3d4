import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findEtcd } from '@parley/common/testing';
import { required } from '@parley/common/kernel';
import { PYTHON_SCHEDULER, PythonScheduler, generateStubs, hasPython } from '../python/python-scheduler';
import { RealWorld } from '../worlds/real/real-world';

jest.setTimeout(120_000);

const ETCD = findEtcd(process.env);
const WITHIN_MS = 30_000;

const whenPython = hasPython() ? describe : describe.skip; // PARLEY_PYTHON

whenPython('a scheduler in Python, from generated stubs alone', () => {
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'parley-python-'));
    await generateStubs(join(folder, 'stubs'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  async function givenWorld(masters: readonly string[]): Promise<RealWorld> {
    const world = new RealWorld();
    const agents = [{ name: 'a1', resources: 'cpus:1;mem:256' }];
    await world.start({ masters, gateways: ['g1'], agents });
    return world;
  }

  /** Runs three commands: the second is under way while `failOver` takes the leader away, the third is launched afterwards. */
  async function runThrough(world: RealWorld, failOver: () => Promise<void>): Promise<void> {
    const goOn = join(folder, `go-on-${world.cluster.gatewayAddresses.join()}`);
    const [before, during, after] = ['echo before', `until [ -e '${goOn}' ]; do sleep 0.1; done`, 'echo after'];
    const gateway = required(world.cluster.gatewayAddresses[0], 'gateway');
    const scheduler = new PythonScheduler(join(folder, 'stubs'), gateway, [before, during, after]);
    try {
      const reaches = (command: string, state: string): Promise<void> =>
        world.eventually(
          `'${command}' is ${state}; ${scheduler.errors}`,
          () => scheduler.statesOf(command).includes(state),
          WITHIN_MS,
        );
      await reaches(before, 'FINISHED');
      await reaches(during, 'RUNNING');
      await failOver();
      writeFileSync(goOn, '');
      await reaches(after, 'FINISHED');
      await world.eventually('the scheduler leaves', () => scheduler.exitCode !== undefined, WITHIN_MS);
    } finally {
      scheduler.kill();
    }

    expect({ exitCode: scheduler.exitCode, errors: scheduler.errors }).toEqual({ exitCode: 0, errors: '' });
    for (const command of [before, during, after]) {
      expect(scheduler.statesOf(command).at(-1)).toBe('FINISHED');
      const tasks = scheduler.reports.filter((report) => report.command === command).map(({ task }) => task);
      expect(new Set(tasks).size).toBe(1);
    }
  }

  test('given its source, when its lines are counted, then it has at most 80 that are neither empty nor comment', () => {
    const lines = readFileSync(PYTHON_SCHEDULER, 'utf8').split('\n');

    expect(lines.filter((line) => !/^\s*(#.*)?$/.test(line)).length).toBeLessThanOrEqual(80);
  });

  test('given one master, when it is killed and started again while a task runs, then that task and one launched afterwards finish', async () => {
    await using world = await givenWorld(['m1']);

    await runThrough(world, async () => {
      await world.killMaster('m1');
      await world.restartMaster('m1');
    });
  });

  const whenEtcd = ETCD === undefined ? test.skip : test; // PARLEY_ETCD
  whenEtcd(
    'given three masters, when the leading one is killed while a task runs, then that task and one launched afterwards finish',
    async () => {
      await using world = await givenWorld(['m1', 'm2', 'm3']);

      await runThrough(world, async () => {
        await world.killMaster(required(await world.leader(), 'leader'));
      });
    },
  );
});
