import type { AgentId, FrameworkId, TaskId } from '@parley/common/kernel';
import { isTerminal } from '@parley/common/tasks';
import { isOfferable } from '../domain/agents/agent';
import type { Agent, RememberedKill } from '../domain/agents/agent';
import { OK } from '../domain/frameworks/call-log';
import type { Asker, PendingAnswer } from '../domain/frameworks/call-log';
import type { Framework } from '../domain/frameworks/framework';
import { LIMITS } from '../domain/limits';
import { callProblem } from '../domain/rejections';
import type { Rejection } from '../domain/rejections';
import type { Task } from '../domain/tasks/task';
import { answer, pendingAnswer, resolve } from './answers';
import type { Term } from './term';

/** What is to be killed. */
export interface KillRequest {
  readonly taskId: TaskId;
  /** Where the asker believes the task to be; undefined: wherever it is. */
  readonly agentId: AgentId | undefined;
  /** Undefined: the task's own grace. */
  readonly graceMs: number | undefined;
}

/** Why a kill cannot be carried out, or undefined when it can. */
export function killRejection(task: Task, { agentId, graceMs }: KillRequest): Rejection | undefined {
  if (agentId !== undefined && agentId !== task.agentId)
    return { kind: 'task-elsewhere', taskId: task.taskId, agentId: task.agentId };
  if (graceMs !== undefined && (!Number.isSafeInteger(graceMs) || graceMs < 0)) return { kind: 'grace-invalid' };
  return undefined;
}

/** Kills a task that is known: at once where its agent is there, else as soon as it is back. May be repeated, to escalate. */
export function killTask(
  term: Term,
  target: { readonly framework: Framework; readonly task: Task; readonly request: KillRequest },
  asker: Asker,
): void {
  const { task, request } = target;
  const agent = term.cluster.agents.get(task.agentId);
  const rejection = killRejection(task, request);
  if (rejection !== undefined) answer(term, asker, callProblem(rejection));
  else if (agent === undefined || isTerminal(task.state)) answer(term, asker, OK);
  else rememberKill(term, agent, { task, graceMs: request.graceMs, asker });
}

function rememberKill(
  term: Term,
  agent: Agent,
  wanted: { readonly task: Task; readonly graceMs: number | undefined; readonly asker: Asker },
): void {
  const { task, graceMs, asker } = wanted;
  const known = agent.kills.get(task.launchId);
  const most = known === undefined ? LIMITS.killsPerAgentMax : LIMITS.killsPerTaskMax;
  if ((known === undefined ? agent.kills.size : known.unconfirmed.length) >= most) {
    answer(term, asker, callProblem({ kind: 'kills-full', most }));
    return;
  }
  const { frameworkId, taskId, launchId } = task;
  const kill: RememberedKill = known ?? { frameworkId, taskId, launchId, graceMs, unconfirmed: [] };
  kill.graceMs = graceMs;
  agent.kills.set(launchId, kill);
  if (!isOfferable(agent)) {
    answer(term, asker, { outcome: 'deferred' });
    return;
  }
  const pending = pendingAnswer(asker);
  pending.waiting += 1;
  orderKill(term, agent, { kill, pending });
}

/** Sends a remembered kill to an agent that is there; no call waits for it any more. */
export function sendKill(term: Term, agent: Agent, kill: RememberedKill): void {
  orderKill(term, agent, { kill, pending: undefined });
}

function orderKill(
  term: Term,
  agent: Agent,
  order: { readonly kill: RememberedKill; readonly pending: PendingAnswer | undefined },
): void {
  const { kill, pending } = order;
  if (agent.link === undefined) return;
  const { frameworkId, taskId, launchId, graceMs } = kill;
  kill.unconfirmed.push(pending);
  term.emit({
    effect: 'send-agent',
    stream: agent.link.stream,
    item: { item: 'kill', frameworkId, taskId, launchId, graceMs },
  });
}

/** The agent has a kill durably, or nothing left to kill. It confirms each order; the kill is remembered until the last one, which may be the
 *  one that escalated it, is confirmed. */
export function killStored(
  term: Term,
  agent: Agent,
  stored: { readonly frameworkId: FrameworkId; readonly taskId: TaskId },
): void {
  const task = term.cluster.frameworks.get(stored.frameworkId)?.tasks.get(stored.taskId);
  const kill = task === undefined ? undefined : agent.kills.get(task.launchId);
  if (kill === undefined) return;
  const pending = kill.unconfirmed.shift();
  if (kill.unconfirmed.length === 0) agent.kills.delete(kill.launchId);
  if (pending !== undefined) resolve(term, pending, OK);
}

/** The agent is away: kills are remembered, and whoever waits is told so. */
export function deferKills(term: Term, agent: Agent): void {
  for (const kill of agent.kills.values()) {
    const { unconfirmed } = kill;
    kill.unconfirmed = [];
    for (const pending of unconfirmed) {
      if (pending !== undefined) resolve(term, pending, { outcome: 'deferred' });
    }
  }
}
