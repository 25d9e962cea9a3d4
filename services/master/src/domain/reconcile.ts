import type { ReconcileTask } from '@parley/common/contract';
import type { WallMs } from '@parley/common/kernel';
import type { TaskState, TaskStatus } from '@parley/common/tasks';
import { isKnownWhole } from './agents/agent';
import type { Cluster } from './cluster';
import type { Framework } from './frameworks/framework';
import type { Task } from './tasks/task';
import { statusOfId, statusOfTask } from './tasks/statuses';

/** The master's answer about one task, by the table of mesos-semantics §2.8; undefined while an agent that may know more has not registered. */
export function reconcileTask(
  cluster: Cluster,
  framework: Framework,
  asked: ReconcileTask & { readonly wall: WallMs },
): TaskStatus | undefined {
  const task = framework.tasks.get(asked.taskId);
  if (task !== undefined) return reconciledStatus(task, asked.wall);
  const state = stateOfUnknown(cluster, asked);
  if (state === undefined) return undefined;
  return statusOfId(asked, { state, reason: 'reconciliation', message: MESSAGES[state], wall: asked.wall });
}

/** The answer about a task that is known: what the framework was told last, else what is known. */
export function reconciledStatus(task: Task, wall: WallMs): TaskStatus {
  return statusOfTask(task, {
    state: task.told ?? task.state,
    reason: 'reconciliation',
    message: 'latest known state',
    wall,
  });
}

type UnknownState = Extract<TaskState, 'gone' | 'unreachable' | 'gone-by-operator' | 'unknown'>;

const MESSAGES: { readonly [State in UnknownState]: string } = {
  gone: 'the agent is known and does not run this task',
  unreachable: 'the agent is unreachable',
  'gone-by-operator': 'an operator declared the agent gone',
  unknown: 'the master knows nothing of this task',
};

/** Rows 2 to 6 of the table; undefined where it is silent. */
function stateOfUnknown(cluster: Cluster, { agentId }: ReconcileTask): UnknownState | undefined {
  if (agentId === undefined) return cluster.recovered.size > 0 ? undefined : 'unknown';
  const agent = cluster.agents.get(agentId);
  if (agent === undefined) return 'unknown';
  if (isKnownWhole(agent)) return 'gone';
  if (agent.lifecycle.state === 'unreachable') return 'unreachable';
  return agent.lifecycle.state === 'gone' ? 'gone-by-operator' : undefined;
}
