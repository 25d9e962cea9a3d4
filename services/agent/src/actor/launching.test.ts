import { amount, GivenAgent, launchId, order } from '../testing/given-agent';

describe('launching', () => {
  test('given an order, when its intent is not durable yet, then nothing is said and nothing started', () => {
    const agent = new GivenAgent().registered();
    const before = agent.sent.length;

    agent.launch(order(1));

    expect(agent.unstored).toMatchObject([{ record: 'launch' }]);
    expect(agent.sent.length).toBe(before);
    expect(agent.effectsOf('prepare-process')).toEqual([]);
  });

  test('given an order, when all goes well, then it is stored, started after its supervisor is durable, and reported to its end', () => {
    const agent = new GivenAgent().registered();

    agent.launch(order(1));
    agent.store();
    expect(agent.sent.at(-1)).toEqual({ item: 'launch-stored', launchId: launchId(1) });
    agent.prepared(1);
    expect(agent.effectsOf('release-process')).toEqual([]);
    agent.store();
    expect(agent.effectsOf('release-process')).toEqual([{ effect: 'release-process', launchId: launchId(1) }]);
    agent.started(1);
    expect(agent.told).toEqual([]);
    agent.storeAll();
    expect(agent.told).toEqual(['1-7-1 running']);
    agent.exited(1, 0, 'result');
    agent.acknowledge(agent.statuses.at(-1));
    agent.storeAll();

    expect(agent.told).toEqual(['1-7-1 running', '1-7-1 finished']);
    expect(agent.statuses.at(-1)).toMatchObject({
      exitCode: 0,
      uuid: '1-7-1.2',
      data: new Uint8Array(Buffer.from('result')),
    });
    agent.acknowledge(agent.statuses.at(-1));
    agent.storeAll();
    expect(agent.book.launches.size).toBe(0);
    expect(agent.book.used).toEqual(amount(''));
  });

  test('given a launch that was taken, when the order comes again, then it does not run a second time', () => {
    const agent = new GivenAgent().registered();
    agent.running(1);
    agent.exited(1, 0);
    agent.storeAll();

    agent.launch(order(1));
    agent.acknowledge(agent.statuses.at(-1));
    agent.storeAll();
    agent.acknowledge(agent.statuses.at(-1));
    agent.storeAll();
    agent.launch(order(1));
    agent.storeAll();

    expect(agent.effectsOf('prepare-process')).toHaveLength(1);
  });

  test('given little that is free, when a launch wants more, then it is dropped and what others hold stays theirs', () => {
    const agent = new GivenAgent().registered();
    agent.running(1, { resources: 'cpus:2;ports:[31000-31009]' });

    agent.launch(
      order(2, { resources: 'cpus:3' }),
      order(3, { resources: 'ports:[31005-31005]' }),
      order(4, { resources: 'cpus:2' }),
    );
    agent.storeAll();

    expect(agent.told).toEqual(['1-7-1 running', '1-7-2 dropped', '1-7-3 dropped']);
    expect(agent.statuses.at(-1)).toMatchObject({ reason: 'resources-unknown', source: 'agent' });
    expect(agent.book.used).toEqual(amount('cpus:4;ports:[31000-31009]'));
  });

  test('given reserved and shared resources, when launches want them, then reserved is only what is reserved, and shared is there for each', () => {
    const resources = amount('cpus:1;cpus(eng):2;disk(eng)<shared:data>:100');
    const agent = new GivenAgent([], { resources }).registered();
    agent.running(1, { resources: 'cpus(eng):2;disk(eng)<shared:data>:100' });

    agent.launch(
      order(2, { resources: 'cpus:1;disk(eng)<shared:data>:100' }),
      order(3, { resources: 'cpus(eng):1' }),
      order(4, { resources: 'disk(eng)<shared:other>:100' }),
    );
    agent.storeAll();

    expect(agent.told).toEqual(['1-7-1 running', '1-7-3 dropped', '1-7-4 dropped']);
    expect(agent.book.used).toEqual(amount('cpus:1;cpus(eng):2'));
    agent.exited(1, 0);
    agent.storeAll();
    expect(agent.book.used).toEqual(amount('cpus:1'));
  });

  test.each([
    [0, 'finished'],
    [3, 'failed'],
    [137, 'failed'],
  ])('given a command, when it exits with %d, then its task is %s', (status, state) => {
    const agent = new GivenAgent().registered();
    agent.running(1);
    agent.acknowledge(agent.statuses.at(-1));

    agent.exited(1, status);
    agent.storeAll();

    expect(agent.statuses.at(-1)).toMatchObject({ state, exitCode: status, reason: undefined });
  });

  test('given a command that cannot be started, when the runtime says so, then the task failed to launch', () => {
    const agent = new GivenAgent().registered();
    agent.launch(order(1));
    agent.storeAll();

    agent.step({
      input: 'process',
      event: { event: 'start-failed', launchId: launchId(1), message: 'no such directory' },
    });
    agent.storeAll();

    expect(agent.statuses.at(-1)).toMatchObject({
      state: 'failed',
      reason: 'container-launch-failed',
      message: 'no such directory',
    });
  });

  test('given a running task, when a newer launch of it comes, then the older is killed under its own launch id', () => {
    const agent = new GivenAgent().registered();
    agent.running(1, { taskId: 'same' });

    agent.launch(order(2, { taskId: 'same' }));
    agent.storeAll();
    agent.exited(1, 143);
    agent.acknowledge(agent.statuses.at(-1));
    agent.storeAll();
    agent.acknowledge(agent.statuses.at(-1));
    agent.storeAll();

    expect(agent.effectsOf('signal-process')).toEqual([
      { effect: 'signal-process', launchId: launchId(1), signal: 'terminate' },
    ]);
    expect(agent.statuses.at(-1)).toMatchObject({ launchId: launchId(1), state: 'killed', reason: 'task-replaced' });
    expect(agent.effectsOf('prepare-process')).toHaveLength(2);
  });

  test('given a running task, when an older launch of it comes late, then that one ends and the newer runs on', () => {
    const agent = new GivenAgent().registered();
    agent.running(2, { taskId: 'same' });

    agent.launch(order(1, { taskId: 'same' }));
    agent.storeAll();

    expect(agent.statuses.at(-1)).toMatchObject({ launchId: launchId(1), state: 'killed', reason: 'task-replaced' });
    expect(agent.effectsOf('signal-process')).toEqual([]);
  });
});
