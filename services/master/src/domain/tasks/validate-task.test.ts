import type { AgentId, FrameworkId, Problem, TaskId } from '@parley/common/kernel';
import type { TaskInfo } from '@parley/common/tasks';
import { newFramework } from '../frameworks/framework';
import { res, taskOf } from '../../testing/played-peers';
import { validateTask } from './validate-task';

const AGENT = 'a1' as AgentId;

function problemsOf(change: Partial<TaskInfo>, remaining?: string): readonly string[] {
  return foundIn(change, remaining).map((problem) => problem.field);
}

function foundIn(change: Partial<TaskInfo>, remaining = 'cpus:4;mem:4096'): readonly Problem[] {
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
  return validateTask(described, { framework, agentId: AGENT, remaining: res(remaining) });
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

const QUALIFIED = 'cpus:1;cpus(eng):4;cpus<revocable>:2;disk(eng)<shared:data>:100;mem(eng):64;ports(eng):[1-9]';

test.each([
  'cpus(eng):4;mem(eng):64;ports(eng):[2-3]',
  'cpus:1;disk(eng)<shared:data>:100',
  'cpus<revocable>:2;mem(eng):1',
  'cpus:1;cpus(eng):1',
])('given reserved, revocable and shared offers, when a task uses %p of them, then it may', (wanted) => {
  expect(foundIn({ resources: res(wanted) }, QUALIFIED)).toEqual([]);
});

test.each([
  [
    'mem:1',
    `needs mem:1, but only ${QUALIFIED} is left of the offers; reservations and the like go with the resources as offered, so ask for mem(eng)`,
  ],
  [
    'ports:[1-1]',
    `needs ports:[1-1], but only ${QUALIFIED} is left of the offers; reservations and the like go with the resources as offered, so ask for ports(eng)`,
  ],
  ['gpus:1', `needs gpus:1, but only ${QUALIFIED} is left of the offers`],
  ['cpus(eng):5', `needs cpus(eng):5, but only ${QUALIFIED} is left of the offers`],
  ['disk(eng)<shared:data>:50', 'disk(eng)<shared:data> is shared and can only be used whole, as offered'],
  ['cpus(eng):1;cpus<revocable>:1', 'must not mix revocable and other cpus in one task; use one kind, or two tasks'],
])('given reserved, revocable and shared offers, when a task wants %p, then it is told why not', (wanted, message) => {
  expect(foundIn({ resources: res(wanted) }, QUALIFIED)).toEqual([{ field: 'resources', message }]);
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
