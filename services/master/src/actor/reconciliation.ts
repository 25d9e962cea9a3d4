import type { ReconcileTask } from '@parley/common/contract';
import type { AgentId, CallId, TaskId } from '@parley/common/kernel';
import type { Framework } from '../domain/frameworks/framework';
import type { Session } from '../domain/frameworks/session';
import { reconcileTask, reconciledStatus } from '../domain/reconcile';
import type { Job } from './jobs';
import { tell, tellStatus } from './speak';
import type { Term } from './term';

/** Answers a framework about the tasks it names; those that cannot be answered yet are listed at the end, and answered unasked later. */
export function reconcileNamed(
  term: Term,
  framework: Framework,
  asked: { readonly callId: CallId; readonly tasks: readonly ReconcileTask[] },
): void {
  const pending: TaskId[] = [];
  for (const task of asked.tasks) {
    if (!answerOne(term, framework, task)) pending.push(task.taskId);
  }
  if (framework.session !== undefined)
    tell(term, framework.session, { event: 'reconcile-end', callId: asked.callId, pending });
}

/** Answers about one task now, or notes that the answer is owed; true when it was answered. */
export function answerOne(term: Term, framework: Framework, task: ReconcileTask): boolean {
  const status = reconcileTask(term.cluster, framework, { ...task, wall: term.at.wall });
  if (status !== undefined) {
    tellStatus(term, framework, status);
    return true;
  }
  const noted = term.pendingReconciliation.add({ framework, taskId: task.taskId, agentId: task.agentId });
  if (!noted) term.observe({ event: 'limit-reached', limit: 'pending reconciliation' });
  return false;
}

/** Tells a session of every task of its framework, in slices; tasks that agents have yet to report follow when they do. */
export function reconcileAll(term: Term, session: Session, callId: CallId): void {
  const framework = term.cluster.frameworks.get(session.frameworkId);
  if (framework !== undefined) term.jobs.add(tellAll(term, framework, { session, callId }));
}

/** Tells a new session of everything that its framework has not acknowledged, and of what was declared while nobody listened. */
export function redeliver(term: Term, framework: Framework, session: Session): void {
  const { unheard } = framework;
  framework.unheard = [];
  for (const status of unheard) tellStatus(term, framework, status);
  term.jobs.add(tellUnacknowledged(term, framework, session));
}

/** An agent is known now: what waited for it, or for the last of the registry's agents, is answered. */
export function answerPendingOf(term: Term, agentId: AgentId): void {
  const due = [...term.pendingReconciliation.take(agentId)];
  if (term.cluster.recovered.size === 0) due.push(...term.pendingReconciliation.take(undefined));
  for (const { framework, ...task } of due) answerOne(term, framework, task);
}

function* tellAll(
  term: Term,
  framework: Framework,
  asked: { readonly session: Session; readonly callId: CallId },
): Job {
  const { session, callId } = asked;
  for (const task of framework.tasks.values()) {
    if (framework.session !== session) return;
    tellStatus(term, framework, reconciledStatus(task, term.at.wall));
    yield;
  }
  if (framework.session === session) tell(term, session, { event: 'reconcile-end', callId, pending: [] });
}

function* tellUnacknowledged(term: Term, framework: Framework, session: Session): Job {
  for (const tasks of [framework.tasks, framework.replaced]) {
    for (const task of tasks.values()) {
      if (framework.session !== session) return;
      if (task.unacknowledged === undefined) continue;
      tellStatus(term, framework, task.unacknowledged);
      yield;
    }
  }
}
