import * as fc from 'fast-check';
import type {
  AgentDown,
  AgentStanding,
  AgentUp,
  AllocatorCapability,
  AllocatorDown,
  AllocatorUp,
  Batch,
  GatewayDown,
  GatewayUp,
  LeaderAnswer,
  RefusalReason,
  SessionStamp,
} from '../contract';
import {
  anyEnding,
  anyDemandShapes,
  anyExplainScope,
  anyExplanation,
  anyFrameworkShare,
  anyOfferRules,
  anyPacking,
  anyQuota,
  anyRoleShare,
} from './arbitraries-allocation';
import {
  anyAgentId,
  anyEpoch,
  anyFrameworkId,
  anyGatewayId,
  anyLaunchId,
  anyLinkNumber,
  anyNatural,
  anyOfferId,
  anyOptionalNatural,
  anyProposalId,
  anyResources,
  anyRole,
  anySomeText,
  anyTaskId,
  anyText,
  anyTraceparent,
  anyWeight,
  fewOf,
} from './arbitraries-basics';
import {
  anyAgentInfo,
  anyAttribute,
  anyCapabilities,
  anyOptionalDomain,
  anyTaskInfo,
  anyTaskState,
  anyTaskStatus,
} from './arbitraries-cluster';
import { anyFileAnswer, anyFileQuery, anyOperatorAnswer, anyOperatorQuery } from './arbitraries-operator';
import {
  anyLaunch,
  anySchedulerEvent,
  anySessionCall,
  anyStreamError,
  anySubscribeCall,
} from './arbitraries-scheduler';

const anyReportedTask = fc.record({
  frameworkId: anyFrameworkId,
  frameworkName: anyText,
  role: anyRole,
  taskId: anyTaskId,
  taskName: anyText,
  launchId: anyLaunchId,
  resources: anyResources,
  state: anyTaskState,
  traceparent: anyTraceparent,
});

const anyPing = fc.record({ item: fc.constant('ping' as const), ping: anyNatural });
const anyPong = fc.record({ item: fc.constant('pong' as const), ping: anyNatural });

/** Everything agents tell the master. */
export const anyAgentUp: fc.Arbitrary<AgentUp> = fc.oneof(
  fc.record({ item: fc.constant('register-begin' as const), info: anyAgentInfo, bootId: anySomeText }),
  fc.record({ item: fc.constant('register-tasks' as const), tasks: fewOf(anyReportedTask) }),
  fc.record({ item: fc.constant('register-end' as const), count: anyNatural }),
  fc.record({ item: fc.constant('resources' as const), total: anyResources }),
  fc.record({
    item: fc.constant('status-update' as const),
    update: fc.record({ frameworkId: anyFrameworkId, status: anyTaskStatus, latestState: anyTaskState }),
  }),
  fc.record({ item: fc.constant('launch-stored' as const), launchId: anyLaunchId }),
  fc.record({ item: fc.constant('kill-stored' as const), frameworkId: anyFrameworkId, taskId: anyTaskId }),
  anyPong,
  fc.record({ item: fc.constant('file-answer' as const), requestId: anyNatural, answer: anyFileAnswer }),
);

const anyLaunchOrder = fc.record({
  frameworkId: anyFrameworkId,
  frameworkName: anyText,
  role: anyRole,
  launchId: anyLaunchId,
  task: anyTaskInfo,
  traceparent: anyTraceparent,
});

/** Everything the master tells agents. */
export const anyAgentDown: fc.Arbitrary<AgentDown> = fc.oneof(
  fc.record({
    item: fc.constant('registered' as const),
    agentId: anyAgentId,
    pingMs: anyNatural,
    pingsMissedMax: anyNatural,
  }),
  fc.record({
    item: fc.constant('refused' as const),
    reason: fc.constantFrom('gone' as const, 'invalid' as const, 'foreign-cluster' as const),
    message: anyText,
  }),
  fc.record({ item: fc.constant('launch' as const), order: anyLaunchOrder }),
  fc.record({
    item: fc.constant('kill' as const),
    frameworkId: anyFrameworkId,
    taskId: anyTaskId,
    launchId: fc.option(anyLaunchId, { nil: undefined }),
    graceMs: anyOptionalNatural,
  }),
  fc.record({
    item: fc.constant('acknowledge' as const),
    frameworkId: anyFrameworkId,
    taskId: anyTaskId,
    uuid: fc.uuid(),
  }),
  fc.record({ item: fc.constant('shutdown-framework' as const), frameworkId: anyFrameworkId }),
  anyPing,
  fc.record({ item: fc.constant('file-query' as const), requestId: anyNatural, query: anyFileQuery }),
  fc.constant<AgentDown>({ item: 'go-away' }),
);

/** Stamps of sessions. */
export const anyStamp: fc.Arbitrary<SessionStamp> = fc.record({ epoch: anyEpoch, counter: anyNatural });

/** Everything gateways tell the master. */
export const anyGatewayUp: fc.Arbitrary<GatewayUp> = fc.oneof(
  fc.record({ item: fc.constant('hello' as const), gatewayId: anyGatewayId }),
  fc.record({
    item: fc.constant('subscribe' as const),
    session: anyNatural,
    subscribe: anySubscribeCall,
    stamp: fc.option(anyStamp, { nil: undefined }),
  }),
  {
    weight: 4,
    arbitrary: fc.record({
      item: fc.constant('call' as const),
      session: anyNatural,
      frameworkId: anyFrameworkId,
      stamp: anyStamp,
      call: anySessionCall(anyLaunch),
    }),
  },
  fc.record({
    item: fc.constant('session-closed' as const),
    session: anyNatural,
    frameworkId: anyFrameworkId,
    stamp: anyStamp,
    clean: fc.boolean(),
  }),
  fc.record({ item: fc.constant('operator-query' as const), requestId: anyNatural, query: anyOperatorQuery }),
  fc.record({ item: fc.constant('operator-cancel' as const), requestId: anyNatural }),
  anyPong,
);

/** Everything the master tells gateways. */
export const anyGatewayDown: fc.Arbitrary<GatewayDown> = fc.oneof(
  fc.record({ item: fc.constant('welcome' as const), pingMs: anyNatural, pingsMissedMax: anyNatural }),
  fc.record({
    item: fc.constant('session-subscribed' as const),
    session: anyNatural,
    frameworkId: anyFrameworkId,
    stamp: anyStamp,
  }),
  {
    weight: 4,
    arbitrary: fc.record({
      item: fc.constant('session-event' as const),
      session: anyNatural,
      event: anySchedulerEvent,
    }),
  },
  fc.record({ item: fc.constant('session-ended' as const), session: anyNatural, error: anyStreamError }),
  fc.record({ item: fc.constant('operator-answer' as const), requestId: anyNatural, answer: anyOperatorAnswer }),
  anyPing,
  fc.constant<GatewayDown>({ item: 'go-away' }),
);

const anyRefusalReason = fc.constantFrom<RefusalReason>(
  'agent-unknown',
  'agent-inactive',
  'framework-unknown',
  'framework-inactive',
  'role-not-subscribed',
  'role-suppressed',
  'filtered',
  'not-available',
  'below-minimum',
  'empty',
  'quota-limit',
  'reserved',
  'capability',
  'region',
  'constraint',
);

const anyStanding = fc.constantFrom<AgentStanding>(
  'offerable',
  'disconnected',
  'deactivated',
  'draining',
  'not-whitelisted',
);

const anyHolding = { frameworkId: anyFrameworkId, role: anyRole, agentId: anyAgentId };

const anyEntity: fc.Arbitrary<AllocatorDown> = fc.oneof(
  fc.record({
    item: fc.constant('role' as const),
    role: anyRole,
    weight: anyWeight,
    quota: anyQuota,
    packing: anyPacking,
  }),
  fc.record({
    item: fc.constant('agent' as const),
    agent: fc.record({
      agentId: anyAgentId,
      hostname: anyText,
      total: anyResources,
      attributes: fewOf(anyAttribute),
      domain: anyOptionalDomain,
      standing: anyStanding,
    }),
  }),
  fc.record({
    item: fc.constant('framework' as const),
    framework: fc.record({
      frameworkId: anyFrameworkId,
      roles: fewOf(
        fc.record({
          role: anyRole,
          suppressed: fc.boolean(),
          demand: fc.option(anyDemandShapes, { nil: undefined }),
          ...anyOfferRules,
        }),
      ),
      capabilities: anyCapabilities,
      active: fc.boolean(),
    }),
  }),
  fc.record({
    item: fc.constant('allocation' as const),
    allocation: fc.record({ ...anyHolding, allocated: anyResources, offered: anyResources }),
  }),
  fc.record({
    item: fc.constant('filter' as const),
    filter: fc.record({ ...anyHolding, refused: anyResources, remainingMs: anyNatural }),
  }),
);

/** Everything the master tells allocators. */
export const anyAllocatorDown: fc.Arbitrary<AllocatorDown> = fc.oneof(
  { weight: 2, arbitrary: anyEntity },
  fc.record({
    item: fc.constant('begin' as const),
    minAllocatable: fewOf(anyResources),
    pingMs: anyNatural,
    region: anyText,
  }),
  fc.record({ item: fc.constant('agent-removed' as const), agentId: anyAgentId }),
  fc.record({ item: fc.constant('framework-removed' as const), frameworkId: anyFrameworkId }),
  fc.record({
    item: fc.constant('filters-cleared' as const),
    frameworkId: anyFrameworkId,
    role: anyRole,
    agentId: fc.option(anyAgentId, { nil: undefined }),
  }),
  fc.record({ item: fc.constant('end' as const), count: anyNatural }),
  fc.record({ item: fc.constant('offered' as const), proposalId: anyProposalId, offerId: anyOfferId }),
  fc.record({
    item: fc.constant('refused' as const),
    proposalId: anyProposalId,
    reason: anyRefusalReason,
    retryAfterMs: anyNatural,
  }),
  fc.record({ item: fc.constant('credits' as const), credits: anyNatural }),
  fc
    .tuple(anyNatural, anyExplainScope)
    .map(([requestId, scope]): AllocatorDown => ({ item: 'explain', requestId, ...scope })),
  fc.record({ item: fc.constant('get-shares' as const), requestId: anyNatural }),
  fc.record({
    item: fc.constant('audit' as const),
    agents: fewOf(fc.record({ agentId: anyAgentId, digest: fc.stringMatching(/^[0-9a-f]{8}$/) })),
  }),
  anyPing,
);

/** Everything allocators tell the master. */
export const anyAllocatorUp: fc.Arbitrary<AllocatorUp> = fc.oneof(
  fc.record({
    item: fc.constant('ready' as const),
    name: anySomeText,
    policy: anySomeText,
    capabilities: fc.subarray<AllocatorCapability>(['explain', 'shares', 'audit']),
  }),
  fc
    .tuple(
      fc.record({
        item: fc.constant('explained' as const),
        requestId: anyNatural,
        explanations: fewOf(anyExplanation),
      }),
      anyEnding,
    )
    .map(([part, ending]) => ({ ...part, ...ending })),
  fc
    .tuple(
      fc.record({
        item: fc.constant('shares' as const),
        requestId: anyNatural,
        roles: fewOf(anyRoleShare),
        frameworks: fewOf(anyFrameworkShare),
      }),
      anyEnding,
    )
    .map(([part, ending]) => ({ ...part, ...ending })),
  fc.record({ item: fc.constant('audited' as const), differing: fewOf(anyAgentId) }),
  fc.record({
    item: fc.constant('proposal' as const),
    proposal: fc.record({
      ...anyHolding,
      proposalId: anyProposalId,
      basedOn: anyNatural,
      resources: anyResources,
      traceparent: anyTraceparent,
    }),
  }),
  anyPong,
);

/** Answers to who leads. */
export const anyLeaderAnswer: fc.Arbitrary<LeaderAnswer> = fc.record({
  clusterId: fc.constantFrom('', 'a-cluster'),
  leading: fc.boolean(),
  epoch: fc.option(anyEpoch, { nil: undefined }),
  address: fc.constantFrom('', 'localhost:5050'),
});

/** Batches of such items. */
export function anyBatchOf<Item>(item: fc.Arbitrary<Item>): fc.Arbitrary<Batch<Item>> {
  return fc.record({ epoch: anyEpoch, link: anyLinkNumber, sequence: anyNatural, items: fewOf(item) });
}
