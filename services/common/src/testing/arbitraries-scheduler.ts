import * as fc from 'fast-check';
import type {
  CallOutcome,
  LaunchOperation,
  SchedulerCall,
  SchedulerEvent,
  SessionCall,
  StreamError,
  SubscribeCall,
} from '../contract';
import { anyRoleDemand } from './arbitraries-allocation';
import {
  anyAgentId,
  anyCallId,
  anyEpoch,
  anyFrameworkId,
  anyGivenCallId,
  anyNatural,
  anyOfferId,
  anyOptionalNatural,
  anyProblem,
  anyRole,
  anySomeText,
  anySubscribeId,
  anyTaskId,
  anyText,
  fewOf,
} from './arbitraries-basics';
import {
  anyDescribedTask,
  anyFilters,
  anyFrameworkInfo,
  anyInverseOffer,
  anyOffer,
  anyTaskInfo,
  anyTaskStatus,
} from './arbitraries-cluster';

const anyMaybeAgentId = fc.option(anyAgentId, { nil: undefined });

/** Launches of tasks that are sound in form: what a framework's own library sends. */
export const anySoundLaunch: fc.Arbitrary<LaunchOperation> = fc.record({
  operation: fc.constant('launch' as const),
  tasks: fewOf(anyTaskInfo.map((task) => ({ task, problems: [] }))),
});

/** Launches, of tasks with problems too: what a gateway passes on. */
export const anyLaunch: fc.Arbitrary<LaunchOperation> = fc.record({
  operation: fc.constant('launch' as const),
  tasks: fewOf(anyDescribedTask),
});

/** Subscriptions. */
export const anySubscribeCall: fc.Arbitrary<SubscribeCall> = fc.record({
  call: fc.constant('subscribe' as const),
  info: anyFrameworkInfo,
  suppressedRoles: fewOf(anyRole),
  demands: fewOf(anyRoleDemand),
  subscribeId: anySubscribeId,
});

/** Every call of a subscribed framework, with launches as given. */
export function anySessionCall(launch: fc.Arbitrary<LaunchOperation>): fc.Arbitrary<SessionCall> {
  const callId = anyCallId;
  return fc.oneof(
    fc.record({
      call: fc.constant('accept' as const),
      callId,
      offerIds: fewOf(anyOfferId),
      operations: fewOf(launch),
      filters: anyFilters,
    }),
    fc.record({ call: fc.constant('decline' as const), callId, offerIds: fewOf(anyOfferId), filters: anyFilters }),
    fc.record({ call: fc.constant('request' as const), callId, demands: fewOf(anyRoleDemand) }),
    fc.record({
      call: fc.constantFrom('accept-inverse' as const, 'decline-inverse' as const),
      callId,
      inverseOfferIds: fewOf(anyOfferId),
      filters: anyFilters,
    }),
    fc.record({ call: fc.constantFrom('suppress' as const, 'revive' as const), callId, roles: fewOf(anyRole) }),
    fc.record({
      call: fc.constant('kill' as const),
      callId,
      taskId: anyTaskId,
      agentId: anyMaybeAgentId,
      graceMs: anyOptionalNatural,
    }),
    fc.record({
      call: fc.constant('reconcile' as const),
      callId,
      tasks: fewOf(fc.record({ taskId: anyTaskId, agentId: anyMaybeAgentId })),
    }),
    fc.record({
      call: fc.constant('acknowledge' as const),
      callId,
      acknowledgements: fewOf(fc.record({ agentId: anyAgentId, taskId: anyTaskId, uuid: fc.uuid() })),
    }),
    fc.record({
      call: fc.constant('update-framework' as const),
      callId,
      info: anyFrameworkInfo,
      suppressedRoles: fewOf(anyRole),
    }),
    fc.record({ call: fc.constant('teardown' as const), callId }),
  );
}

/** Everything a client may send, sound in form. */
export const anySchedulerCall: fc.Arbitrary<SchedulerCall> = fc.oneof(
  anySubscribeCall,
  fc.constant<SchedulerCall>({ call: 'heartbeat' }),
  { weight: 8, arbitrary: anySessionCall(anySoundLaunch) },
);

/** Outcomes of calls. */
export const anyCallOutcome: fc.Arbitrary<CallOutcome> = fc.oneof(
  fc.constantFrom<CallOutcome>({ outcome: 'ok' }, { outcome: 'deferred' }),
  fc.record({
    outcome: fc.constant('problem' as const),
    reason: anySomeText,
    message: anyText,
    remedy: anyText,
    problems: fewOf(anyProblem),
  }),
  fc.record({ outcome: fc.constant('outcome-unknown' as const), message: anyText }),
);

/** Why streams end. */
export const anyStreamError: fc.Arbitrary<StreamError> = fc.record({
  reason: fc.constantFrom<StreamError['reason']>(
    'session-replaced',
    'framework-removed',
    'invalid',
    'malformed',
    'too-slow',
    'overloaded',
    'shutting-down',
  ),
  message: anyText,
  remedy: anyText,
});

/** Everything a client may hear. */
export const anySchedulerEvent: fc.Arbitrary<SchedulerEvent> = fc.oneof(
  fc.record({ event: fc.constant('subscribed' as const), frameworkId: anyFrameworkId, heartbeatMs: anyNatural }),
  fc.record({ event: fc.constant('offers' as const), offers: fewOf(anyOffer) }),
  fc.record({ event: fc.constant('rescind' as const), offerIds: fewOf(anyOfferId) }),
  fc.record({ event: fc.constant('inverse-offers' as const), inverseOffers: fewOf(anyInverseOffer) }),
  fc.record({ event: fc.constant('rescind-inverse' as const), inverseOfferIds: fewOf(anyOfferId) }),
  fc.record({ event: fc.constant('status-updates' as const), statuses: fewOf(anyTaskStatus) }),
  fc.record({ event: fc.constant('call-result' as const), callId: anyGivenCallId, result: anyCallOutcome }),
  fc.record({ event: fc.constant('reconcile-end' as const), callId: anyCallId, pending: fewOf(anyTaskId) }),
  fc.record({ event: fc.constant('agent-lost' as const), agentId: anyAgentId }),
  fc.record({ event: fc.constant('leader-changed' as const), epoch: anyEpoch }),
  fc.constant<SchedulerEvent>({ event: 'heartbeat' }),
  fc.record({ event: fc.constant('error' as const), error: anyStreamError }),
);
