import type { FrameworkId, TaskId } from '@parley/common/kernel';
import { FRAMEWORK, GivenAgent, launchId } from '../testing/given-agent';

/** Lets time pass with the leader's pings, so that it does not count as silent. */
function setPings(agent: GivenAgent): (ms: number) => void {
  return (ms) => {
    for (let left = ms; left > 0; left -= 10_000) {
      agent.advance(Math.min(left, 10_000));
      agent.hear({ item: 'ping', ping: 1 });
    }
  };
}

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
