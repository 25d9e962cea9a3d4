import * as fc from 'fast-check';
import type {
  AgentInfo,
  Attribute,
  DescribedTask,
  FaultDomain,
  Filters,
  FrameworkCapability,
  FrameworkInfo,
  InverseOffer,
  Label,
  Offer,
  Unavailability,
} from '../contract';
import type { FrameworkId, TaskId } from '../kernel';
import { NO_RESOURCES } from '../resources';
import { STATUS_REASONS, STATUS_SOURCES, TASK_STATES } from '../tasks';
import type { CommandInfo, TaskInfo, TaskStatus } from '../tasks';
import { anyOfferSettings } from './arbitraries-allocation';
import {
  anyAgentId,
  anyBytes,
  anyFrameworkId,
  anyLaunchId,
  anyNatural,
  anyOfferId,
  anyOptionalNatural,
  anyProblem,
  anyRange,
  anyResources,
  anyRole,
  anySomeText,
  anyTaskId,
  anyText,
  anyTraceparent,
  anyWallMs,
  fewOf,
} from './arbitraries-basics';

/** Labels. */
export const anyLabel: fc.Arbitrary<Label> = fc.record({ key: anyText, value: anyText });

/** Attributes of every kind. */
export const anyAttribute: fc.Arbitrary<Attribute> = fc.oneof(
  fc.record({ kind: fc.constant('scalar' as const), name: anySomeText, milli: anyNatural }),
  fc.record({ kind: fc.constant('ranges' as const), name: anySomeText, ranges: fewOf(anyRange) }),
  fc.record({ kind: fc.constant('text' as const), name: anySomeText, text: anyText }),
);

/** Where machines stand. */
export const anyDomain: fc.Arbitrary<FaultDomain> = fc.record({ region: anySomeText, zone: anySomeText });
/** Where machines stand, if they say so. */
export const anyOptionalDomain = fc.option(anyDomain, { nil: undefined });

/** When machines will not be available. */
export const anyUnavailability: fc.Arbitrary<Unavailability> = fc.record({
  startsAt: anyWallMs,
  durationMs: anyOptionalNatural,
});
/** When machines will not be available, if anything is planned. */
export const anyPlanned = fc.option(anyUnavailability, { nil: undefined });

/** Things that frameworks can deal with. */
export const anyCapabilities = fc.subarray<FrameworkCapability>([
  'revocable-resources',
  'shared-resources',
  'gpu-resources',
  'region-aware',
]);

/** What agents say of themselves. */
export const anyAgentInfo: fc.Arbitrary<AgentInfo> = fc.record({
  agentId: anyAgentId,
  hostname: anySomeText,
  resources: anyResources,
  attributes: fewOf(anyAttribute),
  domain: anyOptionalDomain,
});

/** What frameworks say of themselves, with and without an id. */
export const anyFrameworkInfo: fc.Arbitrary<FrameworkInfo> = fc.record({
  frameworkId: fc.oneof(fc.constant('' as FrameworkId), anyFrameworkId),
  name: anyText,
  roles: fewOf(anyRole),
  failoverTimeoutMs: anyOptionalNatural,
  hostname: anyText,
  webuiUrl: anyText,
  labels: fewOf(anyLabel),
  capabilities: anyCapabilities,
  offerSettings: fewOf(anyOfferSettings),
});

/** Requests to leave agents. */
export const anyInverseOffer: fc.Arbitrary<InverseOffer> = fc.record({
  inverseOfferId: anyOfferId,
  frameworkId: anyFrameworkId,
  agentId: anyAgentId,
  hostname: anyText,
  unavailability: anyUnavailability,
});

/** Offers. */
export const anyOffer: fc.Arbitrary<Offer> = fc.record({
  offerId: anyOfferId,
  frameworkId: anyFrameworkId,
  agentId: anyAgentId,
  hostname: anyText,
  role: anyRole,
  resources: anyResources,
  attributes: fewOf(anyAttribute),
  domain: anyOptionalDomain,
  unavailability: anyPlanned,
  traceparent: anyTraceparent,
});

/** Filters, the default among them. */
export const anyFilters: fc.Arbitrary<Filters> = fc.record({ refuseMs: anyOptionalNatural });

const anyCommand: fc.Arbitrary<CommandInfo> = fc.record({
  shell: fc.boolean(),
  value: anyText,
  arguments: fewOf(anyText),
  environment: fewOf(fc.record({ name: anyText, value: anyText })),
});

/** Tasks that are sound in form. */
export const anyTaskInfo: fc.Arbitrary<TaskInfo> = fc.record({
  taskId: anyTaskId,
  name: anyText,
  agentId: anyAgentId,
  resources: anyResources,
  command: anyCommand,
  data: anyBytes,
  labels: fewOf(anyLabel),
  killPolicy: fc.option(fc.record({ graceMs: anyNatural }), { nil: undefined }),
});

/** Task descriptions, some of them with problems: with a wrong id, without resources. */
export const anyDescribedTask: fc.Arbitrary<DescribedTask> = fc.oneof(
  { weight: 3, arbitrary: anyTaskInfo.map((task): DescribedTask => ({ task, problems: [] })) },
  {
    weight: 1,
    arbitrary: fc
      .record({
        task: anyTaskInfo,
        taskId: fc.constantFrom('', '..', 'a/b', 'x'.repeat(300), 'tab\t').map((id) => id as TaskId),
        problems: fc.array(anyProblem, { minLength: 1, maxLength: 3 }),
      })
      .map(({ task, taskId, problems }) => ({ task: { ...task, taskId, resources: NO_RESOURCES }, problems })),
  },
);

/** States of tasks. */
export const anyTaskState = fc.constantFrom(...TASK_STATES);

/** Statuses of every state, reason and source. */
export const anyTaskStatus: fc.Arbitrary<TaskStatus> = fc
  .record({
    taskId: anyTaskId,
    launchId: fc.option(anyLaunchId, { nil: undefined }),
    agentId: fc.option(anyAgentId, { nil: undefined }),
    state: anyTaskState,
    reason: fc.option(fc.constantFrom(...STATUS_REASONS), { nil: undefined }),
    source: fc.constantFrom(...STATUS_SOURCES),
    message: anyText,
    data: anyBytes,
    uuid: fc.oneof(fc.constant(''), fc.uuid()),
    timestamp: anyWallMs,
    traceparent: anyTraceparent,
    exitCode: fc.option(fc.nat(255), { nil: undefined }),
  })
  .map(({ exitCode, ...status }) => (exitCode === undefined ? status : { ...status, exitCode }));
