import type { AgentId, FrameworkId } from '@parley/common/kernel';
import type { Asker } from '../domain/frameworks/call-log';
import { OK } from '../domain/frameworks/call-log';
import type { Framework } from '../domain/frameworks/framework';
import { LIMITS } from '../domain/limits';
import { viewFramework } from '../domain/operator/views';
import type { RegistryChange } from '../domain/registry';
import { callProblem, streamError } from '../domain/rejections';
import { holdsResources } from '../domain/tasks/task';
import type { Task } from '../domain/tasks/task';
import { pendingAnswer, resolve } from './answers';
import { shutDownFramework } from './agent-registration';
import { discardInverseOffersOf } from './inverse-offers';
import { discardOffersOf } from './offers';
import { endSession } from './speak';
import { changeState, refreshUsed, removeTask } from './tasks';
import type { Term } from './term';
import { touchFramework } from './touch';

/** Ends a framework for good. The registry is told first; its tasks are killed once that is written. */
export function finishFramework(
  term: Term,
  framework: Framework,
  ending: { readonly because: string; readonly asker: Asker | undefined },
): void {
  const { frameworkId, lifecycle } = framework;
  const waiting = ending.asker === undefined ? [] : [pendingAnswer(ending.asker)];
  for (const pending of waiting) pending.waiting += 1;
  if (lifecycle.state === 'finishing') {
    lifecycle.waiting.push(...waiting);
    return;
  }
  framework.lifecycle = { state: 'finishing', waiting, because: ending.because };
  discardOffersOf(term, framework);
  discardInverseOffersOf(term, framework);
  term.timers.grace.cancel(frameworkId);
  term.timers.expiries.cancel(frameworkId);
  term.timers.expiryRecords.cancel(frameworkId);
  touchFramework(term, framework);
  term.write({ purpose: 'finish-framework', framework }, [
    { change: 'finish-framework', frameworkId, at: term.at.wall },
    ...tombstonesToForget(term),
  ]);
}

/** The registry knows that the framework is finished: its agents end what it runs, and everybody forgets it. */
export function finishWritten(term: Term, framework: Framework): void {
  const { frameworkId, lifecycle } = framework;
  if (lifecycle.state !== 'finishing') return;
  const tasks = endTasks(term, framework);
  for (const pending of lifecycle.waiting) resolve(term, pending, OK);
  if (framework.session !== undefined)
    endSession(term, framework.session, streamError('framework-removed', { kind: 'framework-removed', frameworkId }));
  framework.session = undefined;
  for (const bucket of framework.filters.values()) term.timers.filters.cancel(bucket);
  term.cluster.frameworks.delete(frameworkId);
  term.cluster.bySubscribeId.delete(framework.subscribeId);
  term.cluster.finished.set(frameworkId, term.at.wall);
  term.mirror.frameworks.delete(framework);
  term.pendingReconciliation.forget(frameworkId);
  if (framework.mirrored && term.mirror.live) term.mirror.removedFrameworks.add(frameworkId);
  rememberCompleted(term, framework);
  term.changes.framework(framework);
  term.observe({ event: 'framework-finished', frameworkId, because: lifecycle.because, tasks });
}

/** Its tasks are killed as far as the master is concerned; what still runs holds its resources until the agent says that it ended. */
function endTasks(term: Term, framework: Framework): number {
  const agents = new Set<AgentId>();
  let ended = 0;
  for (const task of [...framework.tasks.values(), ...framework.replaced.values()]) {
    agents.add(task.agentId);
    if (holdsResources(task)) {
      ended += 1;
      endTask(term, task);
    }
    removeTask(term, framework, task);
  }
  for (const agentId of agents) {
    const agent = term.cluster.agents.get(agentId);
    if (agent === undefined) continue;
    refreshUsed(term, agent);
    shutDownFramework(term, agent, framework.frameworkId);
  }
  return ended;
}

function endTask(term: Term, task: Task): void {
  const agent = term.cluster.agents.get(task.agentId);
  if (agent === undefined) return;
  const { awaiting } = task;
  task.awaiting = undefined;
  changeState(term, task, 'killed');
  agent.orphans.set(task.launchId, task.resources);
  if (awaiting !== undefined)
    resolve(term, awaiting, callProblem({ kind: 'framework-removed', frameworkId: task.frameworkId }));
}

/** Keeps the ids of finished frameworks bounded: the oldest are forgotten in the registry by the same write. After a burst, one write cannot
 *  hold them all; the next ones go on. */
function tombstonesToForget(term: Term): readonly RegistryChange[] {
  const { finished } = term.cluster;
  const forgotten: RegistryChange[] = [];
  for (const frameworkId of finished.keys()) {
    if (finished.size < LIMITS.tombstonesMax || forgotten.length >= LIMITS.forgottenPerWriteMax) break;
    finished.delete(frameworkId);
    forgotten.push({ change: 'forget-framework', frameworkId });
  }
  return forgotten;
}

function rememberCompleted(term: Term, framework: Framework): void {
  const { completed } = term.cluster;
  completed.set(framework.frameworkId, {
    view: viewFramework(framework, term.settings),
    completed: framework.completed,
  });
  if (completed.size <= LIMITS.completedFrameworksMax) return;
  for (const oldest of completed.keys()) {
    forgetCompleted(term, oldest);
    return;
  }
}

function forgetCompleted(term: Term, frameworkId: FrameworkId): void {
  term.cluster.completed.delete(frameworkId);
  term.changes.removed({ changed: 'framework-removed', frameworkId });
}
