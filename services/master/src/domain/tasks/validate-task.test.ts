import type { AgentId, FrameworkId, TaskId } from '@parley/common/kernel';
import type { TaskInfo } from '@parley/common/tasks';
import { newFramework } from '../frameworks/framework';
import { res, taskOf } from '../../testing/played-peers';
import { validateTask } from './validate-task';

const AGENT = 'a1' as AgentId;

function problemsOf(change: Partial<TaskInfo>, remaining = 'cpus:4;mem:4096'): readonly string[] {
  const info = {
    frameworkId: 'F-1-1-1' as FrameworkId,
    name: '',
    roles: ['*'],
    failoverTimeoutMs: undefined,
    hostname: '',
    webuiUrl: '',
    labels: [],
    capabilities: [],
    offerSettings: [],
  };
  const framework = newFramework(info, 's', { state: 'connected' });
  framework.tasks.set('known' as TaskId, undefined as never);
  const { task } = taskOf({ id: 't1', agent: AGENT });
  const described = { task: { ...task, ...change }, problems: [] };
  return validateTask(described, { framework, agentId: AGENT, remaining: res(remaining) }).map(
    (problem) => problem.field,
  );
}

const COMMAND = taskOf({ id: 't1', agent: AGENT }).task.command;

test('a sound task has no problems', () => {
  expect(problemsOf({})).toEqual([]);
});

test.each<[string, Partial<TaskInfo>, readonly string[]]>([
  ['an empty id', { taskId: '' as TaskId }, ['task_id']],
  ['an id with a slash', { taskId: 'a/b' as TaskId }, ['task_id']],
  ['an id that is in use', { taskId: 'known' as TaskId }, ['task_id']],
  ['another agent', { agentId: 'a2' as AgentId }, ['agent_id']],
  ['a negative grace', { killPolicy: { graceMs: -1 } }, ['kill_policy.grace_ms']],
  ['a grace that is no number', { killPolicy: { graceMs: Number.NaN } }, ['kill_policy.grace_ms']],
  ['no resources', { resources: res('') }, ['resources']],
  ['more than is left', { resources: res('cpus:5') }, ['resources']],
  ['half a gpu', { resources: { ...res(''), scalars: new Map([['gpus', 500]]) } }, ['resources[0]', 'resources']],
  ['no command', { command: { ...COMMAND, value: '' } }, ['command.value']],
  ['arguments for the shell', { command: { ...COMMAND, arguments: ['x'] } }, ['command.arguments']],
  [
    'a variable with an equals sign',
    { command: { ...COMMAND, environment: [{ name: 'a=b', value: '' }] } },
    ['command.environment[0]'],
  ],
  ['a zero byte', { command: { ...COMMAND, value: 'a\0' } }, ['command']],
  ['a long command', { command: { ...COMMAND, value: 'x'.repeat(70_000) } }, ['command']],
  ['much data', { data: new Uint8Array(16_385) }, ['data']],
  ['a long name', { name: 'x'.repeat(5_000) }, ['name']],
  ['many labels', { labels: Array.from({ length: 101 }, () => ({ key: 'k', value: 'v' })) }, ['labels']],
  ['two faults', { taskId: '..' as TaskId, agentId: 'a2' as AgentId }, ['task_id', 'agent_id']],
])('a task with %s is refused, with the field', (_what, change, fields) => {
  expect(problemsOf(change)).toEqual(fields);
});

test('faults of form that decoding found come first', () => {
  const { task } = taskOf({ id: 't1', agent: AGENT });
  const problem = { field: 'resources[2]', message: 'is no quantity' };

  const info = {
    frameworkId: 'F-1-1-1' as FrameworkId,
    name: '',
    roles: ['*'],
    failoverTimeoutMs: undefined,
    hostname: '',
    webuiUrl: '',
    labels: [],
    capabilities: [],
    offerSettings: [],
  };
  const framework = newFramework(info, 's', { state: 'connected' });
  expect(
    validateTask({ task, problems: [problem] }, { framework, agentId: AGENT, remaining: res('cpus:4;mem:64') }),
  ).toEqual([problem]);
});
