import type { AgentStatusUpdate } from '@parley/common/contract';
import { isTerminal } from '@parley/common/tasks';
import type { StatusReason, TaskState } from '@parley/common/tasks';
import type { Agent } from '../domain/agents/agent';
import { countUsed, releaseTask } from '../domain/allocation';
import { OK } from '../domain/frameworks/call-log';
import { launchOf } from '../domain/frameworks/framework';
import type { Framework } from '../domain/frameworks/framework';
import { LIMITS } from '../domain/limits';
import { holdsResources, stateAfter } from '../domain/tasks/task';
import type { Task } from '../domain/tasks/task';
import { statusOfTask } from '../domain/tasks/statuses';
import { resolve } from './answers';
import { tellStatus } from './speak';
import type { Term } from './term';
import { touchAgent, touchHolding, touchTask } from './touch';

/** Takes an agent's report of a task: its newest state counts at once, the update goes on to the framework. */
export function takeUpdate(term: Term, agent: Agent, update: AgentStatusUpdate): void {
  const { frameworkId, status, latestState } = update;
  const framework = term.cluster.frameworks.get(frameworkId);
  const task = framework === undefined ? undefined : launchOf(framework, status.taskId, status.launchId);
  const isKnown = task?.agentId === agent.agentId;
  if (isKnown) {
    markStored(term, task);
    changeState(term, task, latestState);
  }
  // A launch known on another agent is a copy, of which nobody is to hear.
  const isCopy = task !== undefined && !isKnown;
  if (framework === undefined || isCopy) {
    acknowledgeOrphan(term, agent, update);
    return;
  }
  if (isKnown) {
    if (isFirstRunning(task, status.state)) {
      const { taskId, launchId } = task;
      term.observe({ event: 'task-running', frameworkId, taskId, launchId, parent: status.traceparent });
    }
    task.told = status.state;
    if (status.uuid !== '') task.unacknowledged = status;
  }
  tellStatus(term, framework, status);
}

/** Whether this is the first that the framework hears of the task at work; it may have ended since. */
function isFirstRunning({ told }: Task, state: TaskState): boolean {
  return state === 'running' && (told === undefined || told === 'staging' || told === 'starting');
}

/** Nobody will acknowledge what launches without a framework report, so the master does: the agent can forget them. */
function acknowledgeOrphan(term: Term, agent: Agent, { frameworkId, status, latestState }: AgentStatusUpdate): void {
  if (status.launchId !== undefined && isTerminal(latestState)) dropOrphan(term, agent, status.launchId);
  if (status.uuid === '' || agent.link === undefined) return;
  term.emit({
    effect: 'send-agent',
    stream: agent.link.stream,
    item: { item: 'acknowledge', frameworkId, taskId: status.taskId, uuid: status.uuid },
  });
}

/** The launch is durable on its agent: whoever waited for that is answered. */
export function markStored(term: Term, task: Task): void {
  task.stored = true;
  const { awaiting } = task;
  if (awaiting === undefined) return;
  task.awaiting = undefined;
  resolve(term, awaiting, OK);
}

/** Moves a task to a reported state if that can follow; resources return when the task no longer holds them. */
export function changeState(term: Term, task: Task, reported: TaskState): void {
  const agent = term.cluster.agents.get(task.agentId);
  const next = stateAfter(task.state, reported);
  if (agent === undefined || next === task.state) return;
  const held = holdsResources(task);
  task.state = next;
  if (held && !holdsResources(task)) {
    touchHolding(term, agent, releaseTask(agent, task));
    forgetKill(term, agent, task);
  }
  touchTask(term, agent, task);
  const { frameworkId, taskId, launchId, traceparent } = task;
  term.observe({ event: 'task-changed', frameworkId, taskId, launchId, state: next, traceparent });
}

/** What the master says of a task on its own account. */
export interface MasterVerdict {
  readonly state: TaskState;
  readonly reason: StatusReason;
  readonly message: string;
}

/** Changes a task's state on the master's own word and tells the framework, now or in its next session. */
export function declare(
  term: Term,
  framework: Framework,
  told: { readonly task: Task; readonly verdict: MasterVerdict },
): void {
  const { task, verdict } = told;
  changeState(term, task, verdict.state);
  task.told = verdict.state;
  const status = statusOfTask(task, { ...verdict, wall: term.at.wall });
  if (framework.session === undefined) keepUnheard(term, framework, status);
  else tellStatus(term, framework, status);
}

/** Forgets a task whose end is known to everybody. */
export function removeTask(term: Term, framework: Framework, task: Task): void {
  const agent = term.cluster.agents.get(task.agentId);
  if (agent !== undefined) {
    agent.tasks.delete(task.launchId);
    forgetKill(term, agent, task);
  }
  if (!framework.replaced.delete(task.launchId)) {
    framework.tasks.delete(task.taskId);
    rememberCompleted(term, framework, task);
  }
}

/** A launch without a framework is over: its resources are free. */
export function dropOrphan(term: Term, agent: Agent, launchId: Task['launchId']): void {
  const resources = agent.orphans.get(launchId);
  if (resources === undefined) return;
  agent.orphans.delete(launchId);
  agent.kills.delete(launchId);
  refreshUsed(term, agent);
}

/** Counts anew what is in use on an agent, after something rare happened to it. */
export function refreshUsed(term: Term, agent: Agent): void {
  countUsed(agent);
  touchAgent(term, agent);
}

function keepUnheard(term: Term, framework: Framework, status: Parameters<typeof tellStatus>[2]): void {
  if (framework.unheard.length < LIMITS.unheardMax) framework.unheard.push(status);
  else term.observe({ event: 'limit-reached', limit: 'unheard statuses of a framework' });
}

function forgetKill(term: Term, agent: Agent, task: Task): void {
  const kill = agent.kills.get(task.launchId);
  if (kill === undefined) return;
  agent.kills.delete(task.launchId);
  for (const pending of kill.unconfirmed) {
    if (pending !== undefined) resolve(term, pending, OK);
  }
}

function rememberCompleted(term: Term, framework: Framework, task: Task): void {
  const { frameworkId, taskId, launchId, agentId, role, name, resources, state } = task;
  framework.completed.delete(taskId);
  framework.completed.set(taskId, { frameworkId, taskId, launchId, agentId, role, name, resources, state });
  if (framework.completed.size <= LIMITS.completedTasksMax) return;
  for (const oldest of framework.completed.keys()) {
    framework.completed.delete(oldest);
    if (!framework.tasks.has(oldest)) term.changes.removed({ changed: 'task-removed', frameworkId, taskId: oldest });
    return;
  }
}
