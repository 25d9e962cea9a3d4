import * as fc from 'fast-check';
import type { FileAnswer, FileQuery, OperatorAnswer, OperatorQuery, StateEntry } from '../contract';
import {
  anyAgentId,
  anyBytes,
  anyEpoch,
  anyFrameworkId,
  anyLaunchId,
  anyNatural,
  anyOfferId,
  anyOptionalNatural,
  anyProblem,
  anyResources,
  anyRole,
  anySomeText,
  anyTaskId,
  anyText,
  anyWallMs,
  anyWeight,
  fewOf,
} from './arbitraries-basics';
import { anyAttribute, anyTaskState } from './arbitraries-cluster';

/** Questions about files. */
export const anyFileQuery: fc.Arbitrary<FileQuery> = fc.oneof(
  fc.record({
    query: fc.constant('list-files' as const),
    frameworkId: anyFrameworkId,
    taskId: anyTaskId,
    path: anyText,
  }),
  fc.record({
    query: fc.constant('read-file' as const),
    frameworkId: anyFrameworkId,
    taskId: anyTaskId,
    path: anyText,
    offset: anyNatural,
    lengthMax: anyNatural,
  }),
);

/** Answers about files. */
export const anyFileAnswer: fc.Arbitrary<FileAnswer> = fc.oneof(
  fc.record({
    answer: fc.constant('files' as const),
    entries: fewOf(
      fc.record({ path: anySomeText, sizeBytes: anyNatural, directory: fc.boolean(), modifiedAt: anyWallMs }),
    ),
    truncated: fc.boolean(),
  }),
  fc.record({ answer: fc.constant('data' as const), data: anyBytes, sizeBytes: anyNatural }),
  fc.record({
    answer: fc.constant('file-problem' as const),
    kind: fc.constantFrom(
      'not-found' as const,
      'not-a-file' as const,
      'outside-sandbox' as const,
      'agent-away' as const,
      'unreadable' as const,
    ),
    message: anyText,
  }),
);

/** Everything operators ask. */
export const anyOperatorQuery: fc.Arbitrary<OperatorQuery> = fc.oneof(
  fc.constant<OperatorQuery>({ query: 'get-state' }),
  fc.record({ query: fc.constant('watch' as const), resumeAfter: anyNatural }),
  fc.record({
    query: fc.constant('kill' as const),
    frameworkId: anyFrameworkId,
    taskId: anyTaskId,
    graceMs: anyOptionalNatural,
  }),
  fc.record({ query: fc.constant('teardown' as const), frameworkId: anyFrameworkId }),
  anyFileQuery,
);

const anyAgentView = fc.record({
  agentId: anyAgentId,
  hostname: anyText,
  state: fc.constantFrom(
    'admitting' as const,
    'active' as const,
    'disconnected' as const,
    'marking-unreachable' as const,
    'unreachable' as const,
    'recovered' as const,
    'gone' as const,
  ),
  total: anyResources,
  used: anyResources,
  offered: anyResources,
  attributes: fewOf(anyAttribute),
});

const anyFrameworkView = fc.record({
  frameworkId: anyFrameworkId,
  name: anyText,
  roles: fewOf(anyRole),
  suppressedRoles: fewOf(anyRole),
  state: fc.constantFrom(
    'registering' as const,
    'connected' as const,
    'disconnected' as const,
    'recovered' as const,
    'completed' as const,
  ),
  failoverTimeoutMs: anyNatural,
});

const anyTaskView = fc.record({
  frameworkId: anyFrameworkId,
  taskId: anyTaskId,
  name: anyText,
  agentId: anyAgentId,
  role: anyRole,
  launchId: anyLaunchId,
  state: anyTaskState,
  resources: anyResources,
});

const anyOfferView = fc.record({
  offerId: anyOfferId,
  frameworkId: anyFrameworkId,
  agentId: anyAgentId,
  role: anyRole,
  resources: anyResources,
  ageMs: anyNatural,
});

/** Everything in the cluster, and the end of it. */
export const anyStateEntry: fc.Arbitrary<StateEntry> = fc.oneof(
  fc.record({ entry: fc.constant('agent' as const), agent: anyAgentView }),
  fc.record({ entry: fc.constant('framework' as const), framework: anyFrameworkView }),
  fc.record({ entry: fc.constant('task' as const), task: anyTaskView }),
  fc.record({ entry: fc.constant('offer' as const), offer: anyOfferView }),
  fc.record({ entry: fc.constant('role' as const), role: fc.record({ role: anyRole, weight: anyWeight }) }),
  fc.record({ entry: fc.constant('agent-removed' as const), agentId: anyAgentId }),
  fc.record({ entry: fc.constant('framework-removed' as const), frameworkId: anyFrameworkId }),
  fc.record({ entry: fc.constant('task-removed' as const), frameworkId: anyFrameworkId, taskId: anyTaskId }),
);

/** Parts of snapshots and watches. */
export const anyStateAnswer = fc.oneof(
  fc.record({ answer: fc.constant('state-begin' as const), epoch: anyEpoch, version: anyNatural }),
  fc.record({ answer: fc.constant('state' as const), entries: fewOf(anyStateEntry) }),
  fc.record({ answer: fc.constant('state-end' as const), version: anyNatural, count: anyNatural }),
  fc.record({ answer: fc.constant('changes' as const), version: anyNatural, entries: fewOf(anyStateEntry) }),
);

/** Everything operators are answered. */
export const anyOperatorAnswer: fc.Arbitrary<OperatorAnswer> = fc.oneof(
  anyStateAnswer,
  fc.record({ answer: fc.constant('done' as const), deferred: fc.boolean() }),
  fc.record({
    answer: fc.constant('refused' as const),
    reason: anySomeText,
    message: anyText,
    remedy: anyText,
    problems: fewOf(anyProblem),
  }),
  anyFileAnswer,
);
