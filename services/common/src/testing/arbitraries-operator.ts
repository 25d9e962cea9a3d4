import * as fc from 'fast-check';
import type {
  FileAnswer,
  FileQuery,
  MaintenanceWindow,
  OperatorAnswer,
  OperatorQuery,
  RoleUpdate,
  StateEntry,
} from '../contract';
import {
  anyAmounts,
  anyEnding,
  anyExplainScope,
  anyExplanation,
  anyFrameworkShare,
  anyPacking,
  anyQuota,
  anyRoleShare,
} from './arbitraries-allocation';
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
import { anyAttribute, anyOptionalDomain, anyPlanned, anyTaskState, anyUnavailability } from './arbitraries-cluster';

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

const anyRoleUpdate: fc.Arbitrary<RoleUpdate> = fc.record({
  role: anyRole,
  weight: fc.option(anyWeight, { nil: undefined }),
  quota: fc.option(anyQuota, { nil: undefined }),
  packing: fc.option(anyPacking, { nil: undefined }),
});

const anyWhitelist = fc.option(fewOf(anySomeText), { nil: undefined });

const anyWindow: fc.Arbitrary<MaintenanceWindow> = fc.record({
  hostnames: fc.array(anySomeText, { minLength: 1, maxLength: 3 }),
  unavailability: anyUnavailability,
});

/** Orders about one side of roles each, as operators give them: at least one, none twice about one role. */
export function anyRoleOrders(
  side: keyof Omit<RoleUpdate, 'role'>,
): fc.Arbitrary<Extract<OperatorQuery, { query: 'update-roles' }>> {
  const values = { weight: anyWeight, quota: anyQuota, packing: anyPacking };
  const nothing = { weight: undefined, quota: undefined, packing: undefined };
  const update = fc
    .tuple(anyRole, values[side] as fc.Arbitrary<never>)
    .map(([role, value]): RoleUpdate => ({ ...nothing, role, [side]: value }));
  return fc.record({
    query: fc.constant('update-roles' as const),
    updates: fc.uniqueArray(update, { minLength: 1, maxLength: 3, selector: ({ role }) => role }),
    force: side === 'quota' ? fc.boolean() : fc.constant(false),
  });
}

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
  fc.record({ query: fc.constant('update-roles' as const), updates: fewOf(anyRoleUpdate), force: fc.boolean() }),
  fc.record({ query: fc.constant('update-whitelist' as const), hostnames: anyWhitelist }),
  fc.constantFrom<OperatorQuery>({ query: 'get-whitelist' }, { query: 'get-maintenance' }, { query: 'get-shares' }),
  fc.record({
    query: fc.constantFrom('deactivate-agent' as const, 'reactivate-agent' as const),
    agentId: anyAgentId,
  }),
  fc.record({ query: fc.constant('update-maintenance' as const), windows: fewOf(anyWindow) }),
  anyExplainScope.map((scope): OperatorQuery => ({ query: 'explain-offers', ...scope })),
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
  domain: anyOptionalDomain,
  listed: fc.boolean(),
  deactivated: fc.boolean(),
  unavailability: anyPlanned,
});

const anyRoleView = fc.record({
  role: anyRole,
  weight: anyWeight,
  quota: anyQuota,
  packing: anyPacking,
  consumed: anyAmounts,
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
  fc.record({ entry: fc.constant('role' as const), role: anyRoleView }),
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
    answer: fc.constant('done' as const),
    deferred: fc.boolean(),
    notes: fc.array(anySomeText, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    answer: fc.constant('refused' as const),
    reason: anySomeText,
    message: anyText,
    remedy: anyText,
    problems: fewOf(anyProblem),
  }),
  anyFileAnswer,
  fc.record({ answer: fc.constant('whitelist' as const), hostnames: anyWhitelist }),
  fc.record({
    answer: fc.constant('maintenance' as const),
    windows: fewOf(anyWindow),
    answers: fewOf(
      fc.record({
        agentId: anyAgentId,
        frameworkId: anyFrameworkId,
        answer: fc.constantFrom('asked' as const, 'accepted' as const, 'declined' as const),
      }),
    ),
  }),
  fc
    .tuple(
      fc.record({
        answer: fc.constant('explained' as const),
        explanations: fewOf(anyExplanation),
        notes: fewOf(anyText),
      }),
      anyEnding,
    )
    .map(([part, ending]) => ({ ...part, ...ending })),
  fc
    .tuple(
      fc.record({
        answer: fc.constant('shares' as const),
        roles: fewOf(anyRoleShare),
        frameworks: fewOf(anyFrameworkShare),
        notes: fewOf(anyText),
      }),
      anyEnding,
    )
    .map(([part, ending]) => ({ ...part, ...ending })),
);
