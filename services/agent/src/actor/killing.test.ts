import { amount, FRAMEWORK, GivenAgent, launchId, order } from '../testing/given-agent';

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
