import { childTraceparent, unreachable } from '@parley/common/kernel';
import type { Problem } from '@parley/common/kernel';
import type { DescribedTask, SessionCall } from '@parley/common/contract';
import { chargeable, formatMilli, isEmptyResources } from '@parley/common/resources';
import { problemsText } from '@parley/common/kernel';
import type { Resources } from '@parley/common/resources';
import type { StatusReason, TaskInfo } from '@parley/common/tasks';
import type { Agent } from '../domain/agents/agent';
import { chargeTask } from '../domain/allocation';
import type { PendingAnswer } from '../domain/frameworks/call-log';
import type { Framework } from '../domain/frameworks/framework';
import { checkAccept, isOfOlderTerm, ownOffers } from '../domain/offers/check-accept';
import { refuseMsProblem } from '../domain/offers/filters';
import { limitBreachOf, poolOf, takeFromPool } from '../domain/offers/offered-pool';
import type { OpenOffer } from '../domain/offers/offer';
import { callProblem, clipped } from '../domain/rejections';
import type { Rejection } from '../domain/rejections';
import type { Task } from '../domain/tasks/task';
import { statusOfId } from '../domain/tasks/statuses';
import { validateTask } from '../domain/tasks/validate-task';
import { answerCall, completeIfDone, pendingAnswer } from './answers';
import { closeOffer, refuse, resetBackOff } from './offers';
import { tellStatus } from './speak';
import type { Term } from './term';
import { touchHolding, touchTask } from './touch';

type AcceptCall = Extract<SessionCall, { call: 'accept' }>;
type DeclineCall = Extract<SessionCall, { call: 'decline' }>;

/** Uses offers: operations are carried out in order, each on what the one before left; the rest returns with the filter. */
export function acceptOffers(term: Term, framework: Framework, call: AcceptCall): void {
  const filterProblem = refuseMsProblem(call.filters.refuseMs);
  if (filterProblem !== undefined) {
    answerCall(term, framework, {
      callId: call.callId,
      outcome: callProblem({ kind: 'filter-invalid', problem: filterProblem }),
    });
    return;
  }
  const verdict = checkAccept(term, framework, call.offerIds);
  switch (verdict.verdict) {
    case 'other-term':
      for (const offer of verdict.own) closeOffer(term, offer, 'discarded');
      answerOtherTerm(term, framework, call);
      return;
    case 'unusable':
      refuseCall(term, framework, { call, ...verdict });
      return;
    case 'usable': {
      const pool = poolOf(verdict.offers);
      const rejection = quotaRejection(term, { call, role: verdict.role, pool });
      if (rejection !== undefined) refuseCall(term, framework, { call, own: verdict.offers, rejection });
      else useOffers(term, framework, { call, ...verdict, pool });
      return;
    }
    default:
      unreachable(verdict, 'accept verdict');
  }
}

/** Nothing of the call is carried out: its offers go back without a filter, and its tasks never start. */
function refuseCall(
  term: Term,
  framework: Framework,
  refused: { readonly call: AcceptCall; readonly own: readonly OpenOffer[]; readonly rejection: Rejection },
): void {
  const { call, own, rejection } = refused;
  for (const offer of own) closeOffer(term, offer, 'discarded');
  dropTasks(term, framework, { call, rejection });
  answerCall(term, framework, { callId: call.callId, outcome: callProblem(rejection) });
}

/** Limits hold at every accepted launch, also when they were lowered after the offer was made. */
function quotaRejection(
  term: Term,
  use: { readonly call: AcceptCall; readonly role: string; readonly pool: Resources },
): Rejection | undefined {
  const { call, role, pool } = use;
  const wanted = call.operations.flatMap(({ tasks }) => tasks.map(({ task }) => task.resources));
  const breach = limitBreachOf(term.cluster, { role, offered: pool, wanted });
  if (breach === undefined) return undefined;
  const { name, limitMilli, wouldBeMilli } = breach;
  const [limit, wouldBe] = [formatMilli(limitMilli), formatMilli(wouldBeMilli)];
  return { kind: 'quota-limit', role: breach.role, name, limit, wouldBe };
}

/** Gives offers back; unknown ones are ignored, since they may have been taken back at the same time. */
export function declineOffers(term: Term, framework: Framework, call: DeclineCall): void {
  const { callId, offerIds, filters } = call;
  const problem = refuseMsProblem(filters.refuseMs);
  if (problem !== undefined) {
    answerCall(term, framework, { callId, outcome: callProblem({ kind: 'filter-invalid', problem }) });
    return;
  }
  for (const offer of ownOffers(term.cluster, framework, offerIds))
    decline(term, framework, { offer, askedMs: filters.refuseMs });
  if (offerIds.some((offerId) => isOfOlderTerm(offerId, term.epoch))) answerOtherTerm(term, framework, call);
  else answerCall(term, framework, { callId, outcome: { outcome: 'ok' } });
}

function decline(
  term: Term,
  framework: Framework,
  declined: { readonly offer: OpenOffer; readonly askedMs: number | undefined },
): void {
  const { offer, askedMs } = declined;
  closeOffer(term, offer, 'declined');
  refuse(term, framework, { ...offer, askedMs });
}

function answerOtherTerm(term: Term, framework: Framework, { callId }: AcceptCall | DeclineCall): void {
  const message =
    'an earlier leader made these offers; whether it carried the call out is not known here, so reconcile the tasks';
  answerCall(term, framework, { callId, outcome: { outcome: 'outcome-unknown', message } });
}

interface Use {
  readonly call: AcceptCall;
  readonly offers: readonly OpenOffer[];
  readonly agent: Agent;
  readonly role: string;
  /** What the offers hold together. */
  readonly pool: Resources;
}

function useOffers(term: Term, framework: Framework, use: Use): void {
  const { call, offers, agent, role } = use;
  const [first] = offers;
  const pending = pendingAnswer({ asker: 'framework', framework, callId: call.callId });
  let remaining = use.pool;
  for (const offer of offers) closeOffer(term, offer, call.operations.length === 0 ? 'declined' : 'accepted');
  let launched = 0;
  for (const [operationIndex, operation] of call.operations.entries()) {
    for (const [index, described] of operation.tasks.entries()) {
      const problems = validateTask(described, { framework, agentId: agent.agentId, remaining });
      if (problems.length > 0) {
        rejectTask(term, framework, { task: described.task, problems });
        pending.problems.push(...underPath(`operations[${String(operationIndex)}].tasks[${String(index)}]`, problems));
      } else {
        remaining = takeFromPool(remaining, described.task.resources);
        launch(term, framework, { task: described.task, role, agent, parent: first?.traceparent ?? '', pending });
        launched += 1;
      }
    }
  }
  returnRest(term, framework, { use, remaining, launched });
  completeIfDone(term, pending);
}

function returnRest(
  term: Term,
  framework: Framework,
  rest: { readonly use: Use; readonly remaining: Resources; readonly launched: number },
): void {
  const { use, remaining, launched } = rest;
  const { agentId } = use.agent;
  if (launched > 0) resetBackOff(framework, use.role, agentId);
  if (launched > 0 && isEmptyResources(chargeable(remaining))) return;
  // Who uses part of an offer is not backing off: the rest is refused for the shortest default.
  const askedMs = use.call.filters.refuseMs ?? (launched > 0 ? term.settings.refuseMs : undefined);
  const byDefault = use.call.filters.refuseMs === undefined;
  refuse(term, framework, { role: use.role, agentId, resources: remaining, askedMs, byDefault });
}

interface Launch {
  readonly task: TaskInfo;
  readonly role: string;
  readonly agent: Agent;
  readonly parent: string;
  readonly pending: PendingAnswer;
}

function launch(term: Term, framework: Framework, { task: info, role, agent, parent, pending }: Launch): void {
  const { link, agentId } = agent;
  const launchId = term.nextLaunchId();
  const { frameworkId } = framework;
  const { taskId, name, resources } = info;
  const traceparent = childTraceparent(parent, launchId);
  const task: Task = {
    frameworkId,
    taskId,
    launchId,
    agentId,
    role,
    name,
    resources,
    traceparent,
    state: 'staging',
    told: undefined,
    unacknowledged: undefined,
    sentOn: link?.number,
    stored: false,
    awaiting: pending,
  };
  pending.waiting += 1;
  framework.tasks.set(taskId, task);
  touchHolding(term, agent, chargeTask(agent, task));
  touchTask(term, agent, task);
  if (link !== undefined) {
    const order = { frameworkId, frameworkName: framework.info.name, role, launchId, task: info, traceparent };
    term.emit({ effect: 'send-agent', stream: link.stream, item: { item: 'launch', order } });
  }
  term.observe({ event: 'task-launched', frameworkId, taskId, launchId, agentId, traceparent, parent });
}

/** An invalid task is answered by itself; the others of the call go on. */
function rejectTask(
  term: Term,
  framework: Framework,
  rejected: { readonly task: TaskInfo; readonly problems: readonly Problem[] },
): void {
  const { taskId, agentId } = rejected.task;
  const message = clipped(problemsText(rejected.problems));
  tellStatus(
    term,
    framework,
    statusOfId({ taskId, agentId }, { state: 'error', reason: 'task-invalid', message, wall: term.at.wall }),
  );
  term.observe({ event: 'task-rejected', frameworkId: framework.frameworkId, taskId, state: 'error', message });
}

/** The tasks of a call whose offers cannot be used never start: they may be launched again with other offers. */
function dropTasks(
  term: Term,
  framework: Framework,
  dropped: { readonly call: AcceptCall; readonly rejection: Rejection },
): void {
  const { call, rejection } = dropped;
  const reason = dropReasonOf(rejection);
  const outcome = callProblem(rejection);
  const message = outcome.outcome === 'problem' ? outcome.message : '';
  for (const { task } of call.operations.flatMap((operation): readonly DescribedTask[] => operation.tasks)) {
    const { taskId, agentId } = task;
    // A name that is in use stands for that other task, whose state this must not seem to be.
    if (framework.tasks.has(taskId)) continue;
    tellStatus(
      term,
      framework,
      statusOfId({ taskId, agentId }, { state: 'dropped', reason, message, wall: term.at.wall }),
    );
    term.observe({ event: 'task-rejected', frameworkId: framework.frameworkId, taskId, state: 'dropped', message });
  }
}

function dropReasonOf({ kind }: Rejection): StatusReason {
  if (kind === 'agent-away') return 'agent-disconnected';
  return kind === 'quota-limit' ? 'quota-limit' : 'invalid-offers';
}

function underPath(path: string, problems: readonly Problem[]): readonly Problem[] {
  return problems.map(({ field, message }) => ({ field: `${path}.${field}`, message }));
}
