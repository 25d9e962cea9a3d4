import type { FrameworkId, TaskId } from '@parley/common/kernel';
import { amount, EPOCH, FRAMEWORK, GivenAgent, launchId, order } from '../testing/given-agent';

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

describe('acknowledging', () => {
  test.each([
    ['of another framework', { frameworkId: 'F-1-7-2' as FrameworkId }],
    ['of another task', { taskId: 'task-2' as TaskId }],
    ['of another update', { uuid: '1-7-1.2' }],
    ['of no update at all', { uuid: 'made up' }],
  ])('given an update, when an acknowledgement %s comes, then the update still waits for its own', (_, changes) => {
    const agent = new GivenAgent().registered();
    agent.running(1);
    const own = { frameworkId: FRAMEWORK, taskId: 'task-1' as TaskId, uuid: '1-7-1.1' };

    agent.hear({ item: 'acknowledge', ...own, ...changes });

    expect(agent.unstored).toEqual([]);
    expect(agent.effectsOf('observe').at(-1)?.event.event).toBe('acknowledgement-ignored');
    agent.hear({ item: 'acknowledge', ...own });
    expect(agent.unstored).toEqual([{ record: 'acknowledged', launchId: launchId(1), number: 1 }]);
  });
});

describe('killing', () => {
  test('given a running task, when it is killed, then the kill is durable before it is confirmed and carried out', () => {
    const agent = new GivenAgent().registered();
    agent.running(1);

    agent.kill(1);
    expect(agent.sent.some((item) => item.item === 'kill-stored')).toBe(false);
    expect(agent.effectsOf('signal-process')).toEqual([]);
    agent.storeAll();

    expect(agent.sent).toContainEqual({ item: 'kill-stored', frameworkId: FRAMEWORK, taskId: 'task-1' });
    expect(agent.effectsOf('signal-process').map((each) => each.signal)).toEqual(['terminate']);
    agent.acknowledge(agent.statuses.at(-1));
    agent.storeAll();
    expect(agent.told).toEqual(['1-7-1 running', '1-7-1 killing']);
  });

  test('given a task that does not heed the polite signal, when its grace is over, then it is killed, again and again', () => {
    const agent = new GivenAgent().registered();
    agent.running(1);

    agent.kill(1, 2_000);
    agent.storeAll();
    agent.advance(1_999);
    const before = agent.effectsOf('signal-process').length;
    agent.advance(10_001);

    expect(before).toBe(1);
    expect(agent.effectsOf('signal-process').map((each) => each.signal)).toEqual(['terminate', 'kill', 'kill', 'kill']);
  });

  test('given a task under a kill with much grace, when it is killed again with less, then the shorter counts', () => {
    const agent = new GivenAgent().registered();
    agent.running(1);
    agent.kill(1, 60_000);
    agent.storeAll();

    agent.kill(1, 100);
    agent.storeAll();
    agent.advance(100);

    expect(agent.effectsOf('signal-process').map((each) => each.signal)).toEqual(['terminate', 'terminate', 'kill']);
  });

  test('given a kill that began, when the command exits with 0, then the task is killed all the same', () => {
    const agent = new GivenAgent().registered();
    agent.running(1);
    agent.acknowledge(agent.statuses.at(-1));

    agent.kill(1);
    agent.exited(1, 0);
    agent.storeAll();
    agent.acknowledge(agent.statuses.at(-1));
    agent.storeAll();

    expect(agent.told).toEqual(['1-7-1 running', '1-7-1 killing', '1-7-1 killed']);
    expect(agent.statuses.at(-1)).toMatchObject({ exitCode: 0, reason: undefined });
  });

  test.each(['storing', 'preparing', 'storing the process'])(
    'given a launch that is still %s, when it is killed, then its command never starts',
    (moment) => {
      const agent = new GivenAgent().registered();
      agent.launch(order(1));
      if (moment !== 'storing') agent.storeAll();
      if (moment === 'storing the process') agent.prepared(1);

      agent.kill(1);
      agent.storeAll();
      if (moment === 'preparing') agent.prepared(1);
      agent.storeAll();

      expect(agent.effectsOf('release-process')).toEqual([]);
      expect(agent.told).toEqual(['1-7-1 killed']);
      expect(agent.statuses.at(-1)).toMatchObject({ reason: 'task-killed-during-launch' });
      expect(agent.sent).toContainEqual({ item: 'kill-stored', frameworkId: FRAMEWORK, taskId: 'task-1' });
    },
  );

  test('given nothing to kill, when a kill comes, then it is confirmed at once', () => {
    const agent = new GivenAgent().registered();

    agent.kill(9);

    expect(agent.sent.at(-1)).toEqual({ item: 'kill-stored', frameworkId: FRAMEWORK, taskId: 'task-9' });
  });

  test('given a framework with tasks, when it is shut down, then those that run are killed and their ends are told', () => {
    const agent = new GivenAgent().registered();
    agent.running(1);
    agent.running(2);
    agent.acknowledge(agent.statuses[0]);
    agent.exited(2, 0);
    agent.storeAll();

    agent.hear({ item: 'shutdown-framework', frameworkId: FRAMEWORK });
    agent.storeAll();
    agent.exited(1, 143);
    agent.storeAll();
    agent.acknowledge(agent.statuses.at(-1));
    agent.storeAll();

    expect(agent.effectsOf('signal-process').map((each) => each.launchId)).toEqual([launchId(1)]);
    expect(agent.statuses.at(-1)).toMatchObject({
      launchId: launchId(1),
      state: 'killed',
      reason: 'framework-removed',
    });
    expect(agent.book.used).toEqual(amount(''));
  });

  test('given running tasks, when the agent is to stop them, then it halts after the last one and takes no more', () => {
    const agent = new GivenAgent().registered();
    agent.running(1);

    agent.step({ input: 'stop-tasks' });
    agent.storeAll();
    agent.launch(order(2));
    agent.storeAll();
    expect(agent.effectsOf('halt')).toEqual([]);
    agent.exited(1, 143);
    agent.storeAll();

    expect(agent.effectsOf('halt')).toMatchObject([{ halt: { why: 'tasks-stopped' } }]);
    expect(agent.statuses.filter((status) => status.launchId === launchId(2))).toMatchObject([{ state: 'dropped' }]);
  });
});

describe('status updates', () => {
  test('given an update without acknowledgement, when time passes, then it is repeated with doubling pauses up to the longest', () => {
    const agent = new GivenAgent().registered();
    agent.running(1);
    const pings = setPings(agent);

    pings(10_000);
    expect(agent.told).toHaveLength(2);
    pings(20_000);
    expect(agent.told).toHaveLength(3);
    pings(600_000 * 6);

    expect(new Set(agent.statuses.map((status) => status.uuid))).toEqual(new Set(['1-7-1.1']));
    expect(agent.told.length).toBeGreaterThan(10);
    expect(agent.told.length).toBeLessThan(16);
  });

  test('given an update in flight, when the command ends, then the end waits its turn but its state travels soon', () => {
    const agent = new GivenAgent().registered();
    agent.running(1);

    agent.exited(1, 0);
    agent.storeAll();
    const told = agent.told.length;
    agent.advance(1_000);

    expect(told).toBe(1);
    expect(agent.told).toEqual(['1-7-1 running', '1-7-1 running']);
    expect(agent.sent.at(-1)).toMatchObject({ update: { latestState: 'finished' } });
  });

  test('given acknowledgements that name nothing open, when they come, then they change nothing', () => {
    const agent = new GivenAgent().registered();
    agent.running(1);

    for (const uuid of ['', 'x', '1-7-1.2', '1-7-1.0', '1-7-2.1', '1-7-1']) {
      agent.hear({ item: 'acknowledge', frameworkId: FRAMEWORK, taskId: 'task-1' as TaskId, uuid });
    }

    expect(agent.unstored).toEqual([]);
    expect(agent.book.launches.get(launchId(1))?.updates).toHaveLength(1);
  });

  test('given updates that nobody acknowledged, when there is a new link, then they are sent again at once', () => {
    const agent = new GivenAgent().registered();
    agent.running(1);
    agent.loseLink();

    agent.registered();

    expect(agent.told).toEqual(['1-7-1 running', '1-7-1 running']);
    expect(agent.sent.filter((item) => item.item === 'register-tasks').at(-1)).toMatchObject({
      tasks: [{ launchId: launchId(1), state: 'running', role: '*', frameworkName: 'spark' }],
    });
  });
});

/** Lets time pass with the leader's pings, so that it does not count as silent. */
function setPings(agent: GivenAgent): (ms: number) => void {
  return (ms) => {
    for (let left = ms; left > 0; left -= 10_000) {
      agent.advance(Math.min(left, 10_000));
      agent.hear({ item: 'ping', ping: 1 });
    }
  };
}

describe('sandboxes', () => {
  test('given more ended tasks than are kept, when another ends, then the oldest sandbox is cleaned up and its launch never runs again', () => {
    const agent = new GivenAgent([], { sandboxesMax: 1 }).registered();
    for (const counter of [1, 2]) {
      agent.running(counter);
      agent.acknowledge(agent.statuses.at(-1));
      agent.exited(counter, 0);
      agent.storeAll();
      agent.acknowledge(agent.statuses.at(-1));
      agent.storeAll();
    }

    agent.launch(order(1));
    agent.storeAll();

    expect(agent.effectsOf('clean-up').map((each) => each.sandbox.launchId)).toEqual([launchId(1)]);
    expect(agent.effectsOf('prepare-process')).toHaveLength(2);
  });

  test('given a question about files, when the task is known, then it is passed on and its answer passed back', () => {
    const agent = new GivenAgent().registered();
    agent.running(1);
    const query = { query: 'list-files' as const, frameworkId: FRAMEWORK, taskId: 'task-1' as TaskId, path: '' };
    const answer = { answer: 'files' as const, entries: [], truncated: false };

    agent.hear({ item: 'file-query', requestId: 5, query });
    agent.step({ input: 'files-answered', stream: agent.stream, requestId: 5, answer });
    agent.hear({ item: 'file-query', requestId: 6, query: { ...query, taskId: 'other' as TaskId } });

    expect(agent.effectsOf('query-files')).toMatchObject([{ requestId: 5, sandbox: { launchId: launchId(1) } }]);
    expect(agent.sent.slice(-2)).toMatchObject([
      { item: 'file-answer', requestId: 5, answer },
      { item: 'file-answer', requestId: 6, answer: { answer: 'file-problem', kind: 'not-found' } },
    ]);
  });
});

test('given a journal that fails, when a write ends so, then the agent halts and does nothing more', () => {
  const agent = new GivenAgent().registered();
  agent.launch(order(1));

  agent.failStorage('no space left on device');
  agent.launch(order(2));

  expect(agent.effects.at(-1)).toMatchObject({ effect: 'halt', halt: { why: 'storage-failed' } });
  expect(agent.core.epoch).toEqual(EPOCH);
});
