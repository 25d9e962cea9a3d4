import { compareStamps } from '@parley/common/contract';
import type { Acknowledgement, GatewayUp, SessionCall } from '@parley/common/contract';
import { unreachable } from '@parley/common/kernel';
import type { CallId, StreamId } from '@parley/common/kernel';
import { isTerminal } from '@parley/common/tasks';
import type { Asker } from '../domain/frameworks/call-log';
import { OK } from '../domain/frameworks/call-log';
import type { Framework } from '../domain/frameworks/framework';
import { validateFramework } from '../domain/frameworks/validate-framework';
import { callProblem } from '../domain/rejections';
import type { Rejection } from '../domain/rejections';
import type { Task } from '../domain/tasks/task';
import { acceptOffers, declineOffers } from './accept';
import { answerCall, pendingAnswer } from './answers';
import { request } from './demand';
import { finishFramework } from './framework-end';
import { describe, recordOf } from './framework-life';
import { answerInverseOffers } from './inverse-offers';
import { killTask } from './kills';
import { clearFilters } from './offers';
import { answerOne, reconcile } from './reconciliation';
import { removeTask } from './tasks';
import type { Term } from './term';
import { touchFramework } from './touch';

type CallItem = Extract<GatewayUp, { item: 'call' }>;

/** Takes a call of a framework, if it comes from the session that counts, and takes it once. */
export function takeCall(term: Term, gateway: StreamId, item: CallItem): void {
  const framework = term.cluster.frameworks.get(item.frameworkId);
  const rejection = callRejection(framework, gateway, item);
  const { call } = item;
  if (framework === undefined || rejection !== undefined) {
    rejectCall(term, gateway, {
      item,
      rejection: rejection ?? { kind: 'framework-removed', frameworkId: item.frameworkId },
    });
    return;
  }
  const known = framework.calls.find(call.callId);
  if (known === 'open') return;
  if (known !== undefined) {
    answerCall(term, framework, { callId: call.callId, outcome: known });
    return;
  }
  framework.calls.open(call.callId);
  carryOut(term, framework, call);
  term.observe({ event: 'call-answered', call: call.call, outcome: 'taken' });
}

/** The session check: calls and acknowledgements of any other session, older or newer, have no effect. */
function callRejection(framework: Framework | undefined, gateway: StreamId, item: CallItem): Rejection | undefined {
  // Whoever is not in the registry is gone: entries of the cluster leave it only after the registry has said so.
  if (framework === undefined) return { kind: 'framework-removed', frameworkId: item.frameworkId };
  const { session, lifecycle } = framework;
  if (lifecycle.state === 'registering' || session === undefined) return { kind: 'not-subscribed' };
  const current =
    session.gateway === gateway && session.number === item.session && compareStamps(session.stamp, item.stamp) === 0;
  if (!current) return { kind: 'session-replaced' };
  // Until the registry has the teardown, a later leader may find the framework alive: nothing is called final before. Another teardown waits along.
  const ending = lifecycle.state === 'finishing' && item.call.call !== 'teardown';
  return ending ? { kind: 'framework-ending', frameworkId: item.frameworkId } : undefined;
}

function rejectCall(
  term: Term,
  gateway: StreamId,
  rejected: { readonly item: CallItem; readonly rejection: Rejection },
): void {
  const { item, rejection } = rejected;
  const { callId, call } = item.call;
  term.observe({ event: 'call-answered', call, outcome: rejection.kind });
  if (callId === '') return;
  const event = { event: 'call-result', callId, result: callProblem(rejection) } as const;
  term.emit({ effect: 'send-gateway', stream: gateway, item: { item: 'session-event', session: item.session, event } });
}

function carryOut(term: Term, framework: Framework, call: SessionCall): void {
  switch (call.call) {
    case 'accept':
      acceptOffers(term, framework, call);
      return;
    case 'decline':
      declineOffers(term, framework, call);
      return;
    case 'suppress':
    case 'revive':
      changeRoles(term, framework, call);
      return;
    case 'accept-inverse':
    case 'decline-inverse':
      answerInverseOffers(term, framework, call);
      return;
    case 'request':
      request(term, framework, call);
      return;
    case 'kill':
      kill(term, framework, call);
      return;
    case 'reconcile':
      startReconciliation(term, framework, call);
      return;
    case 'acknowledge':
      for (const acknowledgement of call.acknowledgements) acknowledge(term, framework, acknowledgement);
      answerCall(term, framework, { callId: call.callId, outcome: OK });
      return;
    case 'update-framework':
      updateFramework(term, framework, call);
      return;
    case 'teardown':
      finishFramework(term, framework, { because: 'it asked for it', asker: askerOf(framework, call.callId) });
      return;
    default:
      unreachable(call, 'call');
  }
}

function askerOf(framework: Framework, callId: CallId): Asker {
  return { asker: 'framework', framework, callId };
}

/** Pauses or resumes offers for roles; none named means all. An unknown role leaves everything as it was. */
function changeRoles(
  term: Term,
  framework: Framework,
  call: Extract<SessionCall, { call: 'suppress' | 'revive' }>,
): void {
  const { callId } = call;
  const foreign = call.roles.find((role) => !framework.info.roles.includes(role));
  if (foreign !== undefined) {
    answerCall(term, framework, { callId, outcome: callProblem({ kind: 'role-not-subscribed', role: foreign }) });
    return;
  }
  for (const role of call.roles.length === 0 ? framework.info.roles : call.roles) {
    if (call.call === 'suppress') framework.suppressed.add(role);
    else {
      framework.suppressed.delete(role);
      clearFilters(term, framework, role);
    }
  }
  touchFramework(term, framework);
  answerCall(term, framework, { callId, outcome: OK });
}

/** Kills a task; one that nobody knows is answered like a question about it (mesos-semantics §2.8). */
function kill(term: Term, framework: Framework, call: Extract<SessionCall, { call: 'kill' }>): void {
  const { callId, taskId, agentId, graceMs } = call;
  const task = framework.tasks.get(taskId);
  if (task !== undefined) {
    killTask(term, { framework, task, request: { taskId, agentId, graceMs } }, askerOf(framework, callId));
    return;
  }
  answerOne(term, framework, { taskId, agentId });
  answerCall(term, framework, { callId, outcome: OK });
}

function startReconciliation(
  term: Term,
  framework: Framework,
  call: Extract<SessionCall, { call: 'reconcile' }>,
): void {
  const { callId } = call;
  const taken = framework.session !== undefined && reconcile(term, framework.session, call);
  answerCall(term, framework, { callId, outcome: taken ? OK : callProblem({ kind: 'reconciliations-full' }) });
}

/** The framework took notice of an update: its agent may send the next one, and a task that ended is forgotten. */
function acknowledge(term: Term, framework: Framework, { agentId, taskId, uuid }: Acknowledgement): void {
  const task = unacknowledgedTask(framework, { taskId, uuid });
  // A task is known but waits for another acknowledgement, or none: this one is late or repeated.
  if (task === undefined && framework.tasks.get(taskId)?.agentId === agentId) return;
  if (task?.unacknowledged !== undefined) {
    const { state } = task.unacknowledged;
    task.unacknowledged = undefined;
    if (isTerminal(state)) removeTask(term, framework, task);
  }
  const agent = term.cluster.agents.get(task?.agentId ?? agentId);
  if (agent?.link === undefined || uuid === '') return;
  const { frameworkId } = framework;
  term.emit({
    effect: 'send-agent',
    stream: agent.link.stream,
    item: { item: 'acknowledge', frameworkId, taskId, uuid },
  });
}

function unacknowledgedTask(
  framework: Framework,
  { taskId, uuid }: { readonly taskId: Task['taskId']; readonly uuid: string },
): Task | undefined {
  const task = framework.tasks.get(taskId);
  if (task?.unacknowledged?.uuid === uuid) return task;
  for (const replaced of framework.replaced.values()) {
    if (replaced.taskId === taskId && replaced.unacknowledged?.uuid === uuid) return replaced;
  }
  return undefined;
}

/** Takes effect at once, so that calls keep their order; it is answered once the registry has it. */
function updateFramework(
  term: Term,
  framework: Framework,
  call: Extract<SessionCall, { call: 'update-framework' }>,
): void {
  const { callId, info } = call;
  const problems = [...validateFramework(call)];
  if (info.frameworkId !== '' && info.frameworkId !== framework.frameworkId)
    problems.push({ field: 'info.framework_id', message: 'cannot be changed' });
  if (problems.length > 0) {
    answerCall(term, framework, { callId, outcome: callProblem({ kind: 'framework-invalid', problems }) });
    return;
  }
  if (!describe(term, framework, call)) {
    answerCall(term, framework, { callId, outcome: OK });
    return;
  }
  const answer = pendingAnswer(askerOf(framework, callId));
  answer.waiting += 1;
  term.write({ purpose: 'answer', answer }, [recordOf(framework)]);
}
