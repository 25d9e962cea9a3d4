import { readResult } from './read-result';
import { runTasks, TaskFailed } from './run-tasks';
import { Scheduler } from './scheduler';
import type { SchedulerHandlers, SchedulerOptions } from './scheduler';
import { FakeGateway, FRAMEWORK } from './testing';
import type { Ran } from './testing';

const NOTHING = new Uint8Array(0);
const task = { name: 'job', resources: 'cpus:0.1', command: 'true' };

/** A gateway and a scheduler that uses it; both end with the test. */
async function givenCluster(
  run: (data: string) => Ran | Promise<Ran>,
  parts: { readonly options?: Partial<SchedulerOptions>; readonly handlers?: SchedulerHandlers } = {},
) {
  const gateway = new FakeGateway(({ data }) => run(Buffer.from(data).toString()));
  const options = { gateways: [await gateway.listen()], name: 'test', ...parts.options };
  const scheduler = new Scheduler(options, parts.handlers);
  return {
    gateway,
    scheduler,
    async [Symbol.asyncDispose]() {
      await scheduler.stop();
      await gateway.close();
    },
  };
}

test('given a task, when it finishes, then its handle tells its states and its end', async () => {
  await using cluster = await givenCluster((data) => ({ exitCode: 0, data: Buffer.from(data.toUpperCase()) }));
  const states: string[] = [];

  const handle = cluster.scheduler.run({ ...task, data: 'hello' }).onChange(({ state }) => states.push(state));
  const end = await handle.ended;

  expect(states).toEqual(['staging', 'running', 'finished']);
  expect(Buffer.from(end.data).toString()).toBe('HELLO');
  expect(end).toMatchObject({ state: 'finished', exitCode: 0, attempts: 1 });
  expect(handle.hostname).toMatch(/^host-a/);
  expect(cluster.scheduler.frameworkId).toBe(FRAMEWORK);
});

test('given many tasks, when all are run, then each ends once and every update is acknowledged', async () => {
  await using cluster = await givenCluster((data) => ({ exitCode: 0, data: Buffer.from(data) }));
  const texts = Array.from({ length: 200 }, (_, number) => String(number));

  const ends = await runTasks(
    cluster.scheduler,
    texts.map((data) => ({ ...task, data })),
  );
  await cluster.scheduler.stop({ teardown: true });

  expect(ends.map((end) => Buffer.from(end.data).toString())).toEqual(texts);
  const acknowledged = cluster.gateway.heard.flatMap((call) =>
    call.call === 'acknowledge' ? call.acknowledgements : [],
  );
  expect(acknowledged).toHaveLength(400);
  expect(cluster.gateway.heard.at(-1)?.call).toBe('teardown');
});

test('given tasks of which one fails, when they are run together, then that is said', async () => {
  await using cluster = await givenCluster((data) => ({ exitCode: data === 'bad' ? 3 : 0, data: NOTHING }));

  const run = runTasks(cluster.scheduler, [task, { ...task, data: 'bad' }]);

  await expect(run).rejects.toThrow(TaskFailed);
  await expect(run).rejects.toThrow('ended as failed with exit code 3');
});

test('given a result longer than a status may carry, when it is read, then it comes from the sandbox', async () => {
  const file = Buffer.alloc(200_000, 'x');
  await using cluster = await givenCluster(() => ({ exitCode: 0, data: NOTHING, file }));

  const end = await cluster.scheduler.run(task).ended;

  expect((await readResult(cluster.scheduler, end, { path: 'counts' })).equals(file)).toBe(true);
});

test('given a gateway that stops, when another takes over, then the task that waited is run there', async () => {
  const second = new FakeGateway(() => ({ exitCode: 0, data: NOTHING }));
  const address = await second.listen();
  const first = new FakeGateway(() => new Promise<Ran>(() => undefined));
  const firstAddress = await first.listen();
  let told: () => void = () => undefined;
  const subscribed = new Promise<void>((resolve) => (told = resolve));
  const scheduler = new Scheduler({ gateways: [firstAddress, address], name: 'test' }, { subscribed: () => told() });
  await subscribed;

  await first.close();
  const end = await scheduler.run(task).ended;

  expect(end.state).toBe('finished');
  await scheduler.stop();
  await second.close();
});

test('given a handler that throws, when it does, then the author is told and the update is not acknowledged', async () => {
  const troubles: unknown[] = [];
  const handlers: SchedulerHandlers = {
    update: () => {
      throw new Error('no');
    },
    troubled: (error) => troubles.push(error),
  };
  await using cluster = await givenCluster(() => ({ exitCode: 0, data: NOTHING }), { handlers });

  await cluster.scheduler.run(task).ended;
  await cluster.scheduler.stop({ teardown: true });

  expect(troubles).toHaveLength(2);
  expect(cluster.gateway.heard.some((call) => call.call === 'acknowledge')).toBe(false);
});

test.each<[string, unknown, boolean]>([
  ['a text', '', true],
  ['null', null, true],
  ['something that is no promise', { then: 1 }, true],
  ['a promise of another library', { then: (done: () => void) => done() }, true],
  ['one that is rejected', { then: (_: unknown, failed: (error: Error) => void) => failed(new Error('no')) }, false],
])(
  'given handlers that return %s, when updates come, then only promises are waited for, and nobody is troubled without need',
  async (_what, returned, handled) => {
    const troubles: unknown[] = [];
    const handlers: SchedulerHandlers = {
      subscribed: () => returned as undefined,
      update: () => returned as undefined,
      troubled: (error) => troubles.push(error),
    };
    await using cluster = await givenCluster(() => ({ exitCode: 0, data: NOTHING }), { handlers });

    await cluster.scheduler.run(task).ended;
    await cluster.scheduler.stop({ teardown: true });

    expect(troubles).toHaveLength(handled ? 0 : 3);
    expect(cluster.gateway.heard.some((call) => call.call === 'acknowledge')).toBe(handled);
  },
);

test('given a scheduler that stopped, when a task is run or a call is made, then both are answered at once', async () => {
  await using cluster = await givenCluster(() => ({ exitCode: 0, data: NOTHING }));
  await cluster.scheduler.stop();

  expect(await cluster.scheduler.run(task).ended).toMatchObject({ state: 'unknown' });
  expect(await cluster.scheduler.call({ call: 'revive', roles: ['*'] })).toMatchObject({ reason: 'not-subscribed' });
});

test('given a store that cannot be read, when a scheduler begins, then it stops and says what to do', async () => {
  const frameworkIds = { load: () => Promise.reject(new Error('EACCES')), save: async () => {}, clear: async () => {} };
  await using cluster = await givenCluster(() => ({ exitCode: 0, data: NOTHING }), { options: { frameworkIds } });

  expect(await cluster.scheduler.stopped).toMatchObject({
    reason: 'invalid',
    message: expect.stringContaining('EACCES') as string,
  });
  expect(cluster.gateway.heard).toEqual([]);
});
