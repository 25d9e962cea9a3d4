import type { CallOutcome, OperatorAnswer, StreamError } from '@parley/common/contract';
import type { AgentId, FrameworkId, OfferId, Problem, TaskId } from '@parley/common/kernel';
import { LIMITS } from './limits';

/** Every expected refusal of the master: values, never exceptions. The kind is what clients switch on. */
export type Rejection =
  | { readonly kind: 'not-subscribed' }
  | { readonly kind: 'session-replaced' }
  | { readonly kind: 'framework-removed'; readonly frameworkId: FrameworkId }
  | { readonly kind: 'framework-ending'; readonly frameworkId: FrameworkId }
  | { readonly kind: 'framework-unknown'; readonly frameworkId: FrameworkId }
  | { readonly kind: 'framework-invalid'; readonly problems: readonly Problem[] }
  | { readonly kind: 'frameworks-full'; readonly most: number }
  | { readonly kind: 'offers-missing' }
  | { readonly kind: 'offer-repeated' }
  | { readonly kind: 'offer-gone'; readonly offerIds: readonly OfferId[] }
  | { readonly kind: 'offers-mixed-roles' }
  | { readonly kind: 'offers-mixed-agents' }
  | { readonly kind: 'agent-away'; readonly agentId: AgentId }
  /** Amounts as people write them. */
  | {
      readonly kind: 'quota-limit';
      readonly role: string;
      readonly name: string;
      readonly limit: string;
      readonly wouldBe: string;
    }
  | { readonly kind: 'filter-invalid'; readonly problem: string }
  | { readonly kind: 'demand-invalid'; readonly problems: readonly Problem[] }
  | { readonly kind: 'tasks-invalid'; readonly problems: readonly Problem[] }
  | { readonly kind: 'launch-dropped' }
  | { readonly kind: 'role-not-subscribed'; readonly role: string }
  | { readonly kind: 'task-unknown'; readonly taskId: TaskId }
  | { readonly kind: 'task-elsewhere'; readonly taskId: TaskId; readonly agentId: AgentId }
  | { readonly kind: 'grace-invalid' }
  | { readonly kind: 'kills-full'; readonly most: number }
  | { readonly kind: 'reconciliations-full' }
  | { readonly kind: 'inverse-offers-missing' }
  | { readonly kind: 'inverse-offer-gone'; readonly inverseOfferIds: readonly OfferId[] }
  | { readonly kind: 'roles-invalid'; readonly problems: readonly Problem[] }
  | { readonly kind: 'quota-infeasible'; readonly problems: readonly Problem[] }
  | { readonly kind: 'role-orders-full'; readonly most: number }
  | { readonly kind: 'whitelist-invalid'; readonly problems: readonly Problem[] }
  | { readonly kind: 'maintenance-invalid'; readonly problems: readonly Problem[] }
  | { readonly kind: 'agent-unknown'; readonly agentId: AgentId }
  | { readonly kind: 'agent-gone'; readonly agentId: AgentId }
  | { readonly kind: 'agent-not-deactivated'; readonly agentId: AgentId }
  | { readonly kind: 'queries-full'; readonly most: number }
  | { readonly kind: 'watch-too-slow' };

/** What is said about one kind of rejection: the message names what is wrong, the remedy what to do about it. */
export interface RejectionRow<R> {
  readonly message: (rejection: R) => string;
  readonly remedy: string;
}

/** One row per kind, checked by the compiler; docs/errors.md is held equal to it. */
export const REJECTIONS: { readonly [K in Rejection['kind']]: RejectionRow<Extract<Rejection, { kind: K }>> } = {
  'not-subscribed': {
    message: () => 'the framework is not subscribed',
    remedy: 'Send SUBSCRIBE and wait for SUBSCRIBED before any other call.',
  },
  'session-replaced': {
    message: () => 'another session of this framework has taken over',
    remedy: 'Stop this scheduler: two schedulers with one framework id would evict each other for ever.',
  },
  'framework-removed': {
    message: (r) => `framework ${r.frameworkId} is finished`,
    remedy: 'Subscribe without a framework id and with a fresh subscribe id to register a new framework.',
  },
  'framework-ending': {
    message: (r) => `framework ${r.frameworkId} is being torn down; the call was not carried out`,
    remedy: 'Wait for the stream to end; it ends as soon as the teardown is stored.',
  },
  'framework-unknown': {
    message: (r) => `there is no framework ${r.frameworkId}`,
    remedy: 'Look up the ids of the frameworks with GetState.',
  },
  'framework-invalid': {
    message: () => 'the description of the framework is invalid',
    remedy: 'Correct the fields that the problems name and send the call again.',
  },
  'frameworks-full': {
    message: (r) => `the cluster has its most of ${r.most} frameworks`,
    remedy: 'Tear down frameworks that are not needed any more, then subscribe again.',
  },
  'offers-missing': {
    message: () => 'the call names no offer',
    remedy: 'Name at least one offer that is open.',
  },
  'offer-repeated': {
    message: () => 'the call names an offer twice',
    remedy: 'Name each offer once.',
  },
  'offer-gone': {
    message: (r) => `offer ${r.offerIds.join(', ')} can no longer be used`,
    remedy:
      'Drop the offer and wait for the next one; the tasks of the call were answered DROPPED and may be launched again.',
  },
  'offers-mixed-roles': {
    message: () => 'the offers are for different roles',
    remedy: 'Accept the offers of each role by a call of their own.',
  },
  'offers-mixed-agents': {
    message: () => 'the offers are of different agents',
    remedy: 'Accept the offers of each agent by a call of their own.',
  },
  'agent-away': {
    message: (r) => `agent ${r.agentId} has no connection at the moment`,
    remedy: 'Use offers of other agents; the tasks of the call were answered DROPPED and may be launched again.',
  },
  'quota-limit': {
    message: (r) => `role ${r.role} would consume ${r.wouldBe} ${r.name}, its limit is ${r.limit}`,
    remedy:
      'Wait until something of the role has ended, or ask for a higher limit; the tasks of the call were answered DROPPED and may be launched again.',
  },
  'demand-invalid': {
    message: () => 'the stated demand is invalid',
    remedy: 'Correct the fields that the problems name and send the call again.',
  },
  'filter-invalid': {
    message: (r) => `refuse_ms ${r.problem}`,
    remedy: 'Leave filters out for the default, or give a length from 0.',
  },
  'tasks-invalid': {
    message: () => 'some tasks of the call are invalid; the others were launched',
    remedy: 'Correct the tasks that the problems name and launch them by another call.',
  },
  'launch-dropped': {
    message: () => 'the agent lost its connection before the launch reached it',
    remedy: 'Launch the tasks again that were answered DROPPED.',
  },
  'role-not-subscribed': {
    message: (r) => `the framework has no role "${r.role}"`,
    remedy: 'Name roles of the framework only, or none for all of them.',
  },
  'task-unknown': {
    message: (r) => `there is no task ${r.taskId}`,
    remedy: 'Look up the ids of the tasks with GetState.',
  },
  'task-elsewhere': {
    message: (r) => `task ${r.taskId} is not on that agent but on ${r.agentId}`,
    remedy: 'Leave the agent id out, or correct it.',
  },
  'grace-invalid': {
    message: () => 'grace_ms must be a whole number of milliseconds from 0',
    remedy: "Leave it out for the task's own grace.",
  },
  'kills-full': {
    message: (r) => `${r.most} kills are waiting for this agent`,
    remedy: 'Wait until the agent is back and send the kill again.',
  },
  'reconciliations-full': {
    message: () => 'too many reconciliations of this framework are waiting',
    remedy: 'Wait for the end markers of those that were taken, then ask again.',
  },
  'inverse-offers-missing': {
    message: () => 'the call names no inverse offer',
    remedy: 'Name at least one inverse offer that is open.',
  },
  'inverse-offer-gone': {
    message: (r) => `inverse offer ${r.inverseOfferIds.join(', ')} is not open; answers to the others were taken`,
    remedy: 'Drop it. If the framework is still to leave the agent, it is asked again.',
  },
  'roles-invalid': {
    message: () => 'the order about roles is invalid; nothing was changed',
    remedy: 'Correct the fields that the problems name and send the order again.',
  },
  'quota-infeasible': {
    message: () => 'the quotas do not go with what is in use, or with what the cluster has; nothing was changed',
    remedy: 'Change the fields that the problems name, or send the order with force if it is meant as it stands.',
  },
  'role-orders-full': {
    message: (r) => `${r.most} orders about roles are waiting`,
    remedy: 'Send the order again once others have been answered.',
  },
  'whitelist-invalid': {
    message: () => 'the list of hosts is invalid; nothing was changed',
    remedy: 'Correct the fields that the problems name and send the order again.',
  },
  'maintenance-invalid': {
    message: () => 'the maintenance schedule is invalid; nothing was changed',
    remedy: 'Correct the fields that the problems name and send the whole schedule again.',
  },
  'agent-unknown': {
    message: (r) => `there is no agent ${r.agentId}`,
    remedy: 'Look up the ids of the agents with GetState.',
  },
  'agent-gone': {
    message: (r) => `agent ${r.agentId} was declared gone`,
    remedy: 'Nothing of it will be offered again: there is nothing to order.',
  },
  'agent-not-deactivated': {
    message: (r) => `agent ${r.agentId} is not deactivated`,
    remedy:
      'Look at its state with GetState; if nothing of it is offered, its connection, its maintenance or the whitelist is the reason.',
  },
  'queries-full': {
    message: (r) => `${r.most} queries are under way`,
    remedy: 'Send the query again once others have ended.',
  },
  'watch-too-slow': {
    message: () => 'the cluster changes faster than this watch can follow',
    remedy: 'Watch again from version 0, or read the state at intervals.',
  },
};

/** What is said about a rejection. */
interface Words {
  readonly reason: string;
  readonly message: string;
  readonly remedy: string;
  readonly problems: readonly Problem[];
}

/** A rejection in words; none of them is longer than {@link LIMITS.messageTextMax}, whatever a client sent. */
function wordsOf(rejection: Rejection): Words {
  const problems = 'problems' in rejection ? rejection.problems : [];
  return {
    reason: rejection.kind,
    message: clipped(messageOf(rejection)),
    remedy: REJECTIONS[rejection.kind].remedy,
    problems: problems.map(({ field, message }) => ({ field: clipped(field), message: clipped(message) })),
  };
}

/** A sentence that is no longer than sentences may be. */
export function clipped(text: string): string {
  return text.length <= LIMITS.messageTextMax ? text : `${text.slice(0, LIMITS.messageTextMax - 1)}…`;
}

/** A rejection as the result of a framework's call. */
export function callProblem(rejection: Rejection): CallOutcome {
  return { outcome: 'problem', ...wordsOf(rejection) };
}

/** A rejection as the answer to an operator. */
export function operatorRefusal(rejection: Rejection): OperatorAnswer {
  return { answer: 'refused', ...wordsOf(rejection) };
}

/** A rejection that ends a client's stream. */
export function streamError(reason: StreamError['reason'], rejection: Rejection): StreamError {
  const { message, remedy, problems } = wordsOf(rejection);
  const details = problems.map((problem) => `${problem.field} ${problem.message}`).join('; ');
  return { reason, message: details === '' ? message : `${message}: ${details}`, remedy };
}

/** Picks the row of a rejection's own kind, which the compiler cannot follow through the union. */
function messageOf<K extends Rejection['kind']>(rejection: Extract<Rejection, { kind: K }>): string {
  const rows: { readonly [Kind in Rejection['kind']]: RejectionRow<Extract<Rejection, { kind: Kind }>> } = REJECTIONS;
  const kind: K = rejection.kind;
  return rows[kind].message(rejection);
}
