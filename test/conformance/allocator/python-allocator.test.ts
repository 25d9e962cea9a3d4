import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { required } from '@parley/common/kernel';
import { isTerminal } from '@parley/common/tasks';
import { LocalCluster } from '../../../deploy/local/local-cluster.cjs';
import { PYTHON_ALLOCATOR, PythonAllocator } from '../../python/python-allocator';
import { generateStubs, hasPython } from '../../python/python-scheduler';
import { runNode } from '../../real/program';
import { RealWorld } from '../../worlds/real/real-world';
import { failuresOf, reportOn } from './reported';

jest.setTimeout(120_000);

const WITHIN_MS = 30_000;
const WORD_COUNT = join('services', 'sdk', 'dist', 'examples', 'word-count.js');

/** Names of the allocators that a master was ready to use, in order, from its log. */
function allocatorsReady(log: string): readonly string[] {
  const lines = log.split('\n').filter((line) => line.includes('"allocator ready"'));
  return lines.map((line) => (JSON.parse(line) as { readonly name: string }).name);
}

const whenPython = hasPython() ? describe : describe.skip; // PARLEY_PYTHON

whenPython('an allocator in Python, from generated stubs alone', () => {
  let folder = '';
  const stubs = (): string => join(folder, 'stubs');
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'parley-python-'));
    await generateStubs(stubs());
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('given its source, when its lines are counted, then it has at most 150 that are neither empty nor comment', () => {
    const lines = readFileSync(PYTHON_ALLOCATOR, 'utf8').split('\n');

    expect(lines.filter((line) => !/^\s*(#.*)?$/.test(line)).length).toBeLessThanOrEqual(150);
  });

  test('given the process, when the kit is run against it, then it conforms to level core', async () => {
    await using allocator = new PythonAllocator(stubs());

    const report = await reportOn('python', { target: await allocator.address(), level: 'core' });

    expect(failuresOf(report)).toEqual([]);
  });

  test('given a cluster with it in place of ours, when words are counted, then they are counted to the end', async () => {
    await using allocator = new PythonAllocator(stubs());
    const cluster = new LocalCluster({ stateDir: join(folder, 'cluster') });
    try {
      cluster.useAllocator(await allocator.address());
      await cluster.startMasters(['m1']);
      await cluster.startGateway('g1');
      for (const name of ['a1', 'a2']) await cluster.startAgent({ name, resources: 'cpus:1;mem:256' });
      const gateway = required(cluster.gatewayAddresses[0], 'gateway');

      const counted = await runNode([WORD_COUNT, '--input', 'docs', '--gateway', gateway], { withinMs: WITHIN_MS });

      const used = allocatorsReady(required(cluster.masters.get('m1'), 'master').output);
      expect({ code: counted.code, used, output: counted.output }).toMatchObject({
        code: 0,
        used: ['priority_allocator.py'],
      });
    } finally {
      await cluster.stop();
    }
  });

  test('given tasks that run, when our allocator is swapped for it and back, then nobody touches them and new ones are launched each time', async () => {
    await using world = new RealWorld();
    await world.start({ masters: ['m1'], gateways: ['g1'], agents: [{ name: 'a1', resources: 'cpus:4;mem:1024' }] });
    const scheduler = world.scheduler('swapping');
    const address = required(world.cluster.addresses.get('allocator'), 'address of the allocator');
    const launch = async (taskId: string): Promise<void> => {
      await world.eventually(`an offer for ${taskId}`, () => scheduler.offers.length > 0, WITHIN_MS);
      const [offer] = scheduler.offers;
      const task = { taskId, resources: 'cpus:1;mem:128', command: 'sleep 3600' };
      scheduler.accept([required(offer, 'offer').what], [task], 0);
      await world.eventually(`${taskId} runs`, () => scheduler.stateOf(taskId) === 'running', WITHIN_MS);
    };
    const isUsed = (name: string) => (): boolean =>
      allocatorsReady(required(world.cluster.masters.get('m1'), 'master').output).at(-1) === name;

    await launch('with-ours');
    await world.killAllocator();
    {
      await using foreign = new PythonAllocator(stubs(), address);
      await foreign.address();
      await world.eventually('the master uses the other', isUsed('priority_allocator.py'), WITHIN_MS);
      scheduler.decline(
        scheduler.offers.map(({ what }) => what),
        0,
      );
      await launch('with-the-other');
    }
    await world.restartAllocator();
    await world.eventually('the master uses ours', isUsed('parley-allocator'), WITHIN_MS);
    scheduler.decline(
      scheduler.offers.map(({ what }) => what),
      0,
    );
    await launch('with-ours-again');

    expect(await world.tasksRunningOn('a1')).toBe(3);
    expect(scheduler.statuses.filter(({ what }) => isTerminal(what.state))).toEqual([]);
  });
});
