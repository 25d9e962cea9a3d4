import type { ReconcileTask } from '@parley/common/contract';
import type { AgentId, CallId, TaskId } from '@parley/common/kernel';
import type { TaskStatus } from '@parley/common/tasks';
import type { Framework } from '../domain/frameworks/framework';
import type { Reconciliation, Session } from '../domain/frameworks/session';
import { LIMITS } from '../domain/limits';
import { reconcileTask, reconciledStatus } from '../domain/reconcile';
import type { Task } from '../domain/tasks/task';
import type { Job } from './jobs';
import type { PendingTask } from './pending-reconciliation';
import { bytesOfStatus, tell, tellStatus } from './speak';
import type { Term } from './term';

/** Whom long answers go to. */
interface Reader {
  readonly framework: Framework;
  readonly session: Session;
}

/** Tells a session where the tasks it names stand, or all of its framework, in slices and then with an end marker. A session has one such
 *  work under way: what it asks meanwhile waits, and who asks for all tasks joins whoever waits for that. False when too much waits. */
export function reconcile(
  term: Term,
  session: Session,
  asked: { readonly callId: CallId; readonly tasks: readonly ReconcileTask[] },
): boolean {
  const framework = term.cluster.frameworks.get(session.frameworkId);
  if (framework === undefined || !enqueue(session.reconciliations, asked)) return false;
  if (session.reconciling) return true;
  session.reconciling = true;
  term.jobs.add(tellReconciliations(term, { framework, session }));
  return true;
}

function enqueue(
  waiting: Reconciliation[],
  { callId, tasks }: { readonly callId: CallId; readonly tasks: readonly ReconcileTask[] },
): boolean {
  const joined = tasks.length > 0 ? undefined : waiting.find((reconciliation) => reconciliation.tasks.length === 0);
  if (joined !== undefined) {
    if (joined.callIds.length >= LIMITS.reconciliationsMax) return false;
    joined.callIds.push(callId);
    return true;
  }
  const named = waiting.reduce((sum, reconciliation) => sum + reconciliation.tasks.length, tasks.length);
  if (waiting.length >= LIMITS.reconciliationsMax || (waiting.length > 0 && named > LIMITS.reconciledTasksMax))
    return false;
  waiting.push({ callIds: [callId], tasks });
  return true;
}

/** Answers about one task now, or notes that the answer is owed; true when it was answered. */
export function answerOne(term: Term, framework: Framework, task: ReconcileTask): boolean {
  const status = reconcileTask(term.cluster, framework, { ...task, wall: term.at.wall });
  if (status !== undefined) {
    tellStatus(term, framework, status);
    return true;
  }
  const { frameworkId } = framework;
  const noted = term.pendingReconciliation.add({ frameworkId, taskId: task.taskId, agentId: task.agentId });
  if (!noted) term.observe({ event: 'limit-reached', limit: 'pending reconciliation' });
  return false;
}

/** Tells a new session of everything that its framework has not acknowledged, and of what was declared while nobody listened. */
export function redeliver(term: Term, framework: Framework, session: Session): void {
  const { unheard } = framework;
  framework.unheard = [];
  for (const status of unheard) tellStatus(term, framework, status);
  term.jobs.add(tellUnacknowledged(term, { framework, session }));
}

/** An agent is known now: what waited for it, or for the last of the registry's agents, is answered. */
export function answerPendingOf(term: Term, agentId: AgentId): void {
  const due = [...term.pendingReconciliation.take(agentId)];
  if (term.cluster.recovered.size === 0) due.push(...term.pendingReconciliation.take(undefined));
  for (const [frameworkId, tasks] of due) {
    const framework = term.cluster.frameworks.get(frameworkId);
    if (framework !== undefined) term.jobs.add(answerAll(term, framework, tasks));
  }
}

function* answerAll(term: Term, framework: Framework, tasks: readonly PendingTask[]): Job {
  for (const task of tasks) {
    while (framework.session !== undefined && term.isBehind(framework.session.gateway)) yield 'wait';
    if (term.cluster.frameworks.get(framework.frameworkId) !== framework) return;
    answerOne(term, framework, task);
    yield LIMITS.statusBytes;
  }
}

function* tellReconciliations(term: Term, reader: Reader): Job {
  const { session } = reader;
  for (let next = session.reconciliations.shift(); next !== undefined; next = session.reconciliations.shift()) {
    const pending: TaskId[] = [];
    if (next.tasks.length === 0) yield* tellAll(term, reader);
    else yield* tellNamed(term, reader, { tasks: next.tasks, pending });
    if (!isPresent(reader)) return;
    for (const callId of next.callIds) tell(term, session, { event: 'reconcile-end', callId, pending });
  }
  session.reconciling = false;
}

function tellAll(term: Term, reader: Reader): Job {
  const { framework } = reader;
  return forEach(term, reader, {
    things: framework.tasks.values(),
    say: (task: Task) => say(term, framework, reconciledStatus(task, term.at.wall)),
  });
}

/** Those that cannot be answered yet go to `pending`, and are answered unasked later. */
function tellNamed(
  term: Term,
  reader: Reader,
  { tasks, pending }: { readonly tasks: readonly ReconcileTask[]; readonly pending: TaskId[] },
): Job {
  return forEach(term, reader, {
    things: tasks.values(),
    say: (task: ReconcileTask) => {
      if (!answerOne(term, reader.framework, task)) pending.push(task.taskId);
      return LIMITS.statusBytes;
    },
  });
}

function* tellUnacknowledged(term: Term, reader: Reader): Job {
  const { framework } = reader;
  for (const tasks of [framework.tasks, framework.replaced]) {
    yield* forEach(term, reader, {
      things: tasks.values(),
      say: ({ unacknowledged }: Task) => (unacknowledged === undefined ? 0 : say(term, framework, unacknowledged)),
    });
  }
}

function say(term: Term, framework: Framework, status: TaskStatus): number {
  tellStatus(term, framework, status);
  return bytesOfStatus(status);
}

/** Says one thing after another while the reader is there and keeps up. Each is looked at only when it is said: what is said is never older than
 *  what was said meanwhile. */
function* forEach<Thing>(
  term: Term,
  reader: Reader,
  { things, say }: { readonly things: Iterator<Thing>; readonly say: (thing: Thing) => number },
): Job {
  for (;;) {
    while (isPresent(reader) && term.isBehind(reader.session.gateway)) yield 'wait';
    if (!isPresent(reader)) return;
    const next = things.next();
    if (next.done === true) return;
    yield say(next.value);
  }
}

function isPresent({ framework, session }: Reader): boolean {
  return framework.session === session;
}
