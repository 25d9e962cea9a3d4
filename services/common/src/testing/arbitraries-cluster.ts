import * as fc from 'fast-check';
import type { AgentInfo, Attribute, DescribedTask, Filters, FrameworkInfo, Label, Offer } from '../contract';
import type { FrameworkId, TaskId } from '../kernel';
import { NO_RESOURCES } from '../resources';
import { STATUS_REASONS, STATUS_SOURCES, TASK_STATES } from '../tasks';
import type { CommandInfo, TaskInfo, TaskStatus } from '../tasks';
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

/** What agents say of themselves. */
export const anyAgentInfo: fc.Arbitrary<AgentInfo> = fc.record({
  agentId: anyAgentId,
  hostname: anySomeText,
  resources: anyResources,
  attributes: fewOf(anyAttribute),
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
