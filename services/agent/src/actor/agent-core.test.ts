import type { TaskId } from '@parley/common/kernel';
import { EPOCH, FRAMEWORK, GivenAgent, launchId, order } from '../testing/given-agent';

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
