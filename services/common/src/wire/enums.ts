import { AgentStanding as WireAgentStanding } from '@parley/protos/internal/parley/allocator/v1/AgentStanding';
import { AllocatorCapability as WireAllocatorCapability } from '@parley/protos/internal/parley/allocator/v1/AllocatorCapability';
import { RefusalReason as WireRefusalReason } from '@parley/protos/internal/parley/allocator/v1/RefusalReason';
import { FileProblemKind as WireFileProblemKind } from '@parley/protos/internal/parley/master/v1/FileProblemKind';
import { RegistrationRefusal as WireRegistrationRefusal } from '@parley/protos/internal/parley/master/v1/RegistrationRefusal';
import { AgentState as WireAgentState } from '@parley/protos/internal/parley/operator/v1/AgentState';
import { FrameworkState as WireFrameworkState } from '@parley/protos/internal/parley/operator/v1/FrameworkState';
import { MaintenanceAnswerState as WireMaintenanceAnswerState } from '@parley/protos/internal/parley/operator/v1/MaintenanceAnswerState';
import { StreamErrorReason as WireStreamErrorReason } from '@parley/protos/internal/parley/scheduler/v1/StreamErrorReason';
import { ConstraintSelector as WireConstraintSelector } from '@parley/protos/internal/parley/types/v1/ConstraintSelector';
import { ConstraintTest as WireConstraintTest } from '@parley/protos/internal/parley/types/v1/ConstraintTest';
import { FrameworkCapability as WireFrameworkCapability } from '@parley/protos/internal/parley/types/v1/FrameworkCapability';
import { NoOfferReason as WireNoOfferReason } from '@parley/protos/internal/parley/types/v1/NoOfferReason';
import { Packing as WirePacking } from '@parley/protos/internal/parley/types/v1/Packing';
import { StatusReason as WireStatusReason } from '@parley/protos/internal/parley/types/v1/StatusReason';
import { StatusSource as WireStatusSource } from '@parley/protos/internal/parley/types/v1/StatusSource';
import { TaskState as WireTaskState } from '@parley/protos/internal/parley/types/v1/TaskState';
import type {
  AgentDown,
  AgentStanding,
  AgentView,
  AllocatorCapability,
  FileProblemKind,
  FrameworkCapability,
  FrameworkView,
  MaintenanceAnswer,
  NoOfferReason,
  OfferConstraint,
  Packing,
  RefusalReason,
  StreamError,
} from '../contract';
import type { StatusReason, StatusSource, TaskState } from '../tasks';
import { enumTable } from './enum-table';

/** States of tasks. */
export const TASK_STATE = enumTable<TaskState, typeof WireTaskState>(WireTaskState, {
  staging: 'TASK_STATE_STAGING',
  starting: 'TASK_STATE_STARTING',
  running: 'TASK_STATE_RUNNING',
  killing: 'TASK_STATE_KILLING',
  finished: 'TASK_STATE_FINISHED',
  failed: 'TASK_STATE_FAILED',
  killed: 'TASK_STATE_KILLED',
  error: 'TASK_STATE_ERROR',
  lost: 'TASK_STATE_LOST',
  dropped: 'TASK_STATE_DROPPED',
  unreachable: 'TASK_STATE_UNREACHABLE',
  gone: 'TASK_STATE_GONE',
  'gone-by-operator': 'TASK_STATE_GONE_BY_OPERATOR',
  unknown: 'TASK_STATE_UNKNOWN',
});

/** Who makes statuses. */
export const STATUS_SOURCE = enumTable<StatusSource, typeof WireStatusSource>(WireStatusSource, {
  master: 'STATUS_SOURCE_MASTER',
  agent: 'STATUS_SOURCE_AGENT',
  executor: 'STATUS_SOURCE_EXECUTOR',
});

/** Why statuses are made. */
export const STATUS_REASON = enumTable<StatusReason, typeof WireStatusReason>(WireStatusReason, {
  'task-invalid': 'STATUS_REASON_TASK_INVALID',
  'invalid-offers': 'STATUS_REASON_INVALID_OFFERS',
  'agent-disconnected': 'STATUS_REASON_AGENT_DISCONNECTED',
  'agent-removed': 'STATUS_REASON_AGENT_REMOVED',
  'agent-removed-by-operator': 'STATUS_REASON_AGENT_REMOVED_BY_OPERATOR',
  'agent-restarted': 'STATUS_REASON_AGENT_RESTARTED',
  'agent-reregistered': 'STATUS_REASON_AGENT_REREGISTERED',
  'resources-unknown': 'STATUS_REASON_RESOURCES_UNKNOWN',
  'framework-removed': 'STATUS_REASON_FRAMEWORK_REMOVED',
  'task-killed-during-launch': 'STATUS_REASON_TASK_KILLED_DURING_LAUNCH',
  'task-replaced': 'STATUS_REASON_TASK_REPLACED',
  'container-launch-failed': 'STATUS_REASON_CONTAINER_LAUNCH_FAILED',
  'executor-terminated': 'STATUS_REASON_EXECUTOR_TERMINATED',
  reconciliation: 'STATUS_REASON_RECONCILIATION',
  'quota-limit': 'STATUS_REASON_QUOTA_LIMIT',
});

/** Why clients' streams end. */
export const STREAM_ERROR_REASON = enumTable<StreamError['reason'], typeof WireStreamErrorReason>(
  WireStreamErrorReason,
  {
    'session-replaced': 'STREAM_ERROR_REASON_SESSION_REPLACED',
    'framework-removed': 'STREAM_ERROR_REASON_FRAMEWORK_REMOVED',
    invalid: 'STREAM_ERROR_REASON_INVALID',
    malformed: 'STREAM_ERROR_REASON_MALFORMED',
    'too-slow': 'STREAM_ERROR_REASON_TOO_SLOW',
    overloaded: 'STREAM_ERROR_REASON_OVERLOADED',
    'shutting-down': 'STREAM_ERROR_REASON_SHUTTING_DOWN',
  },
);

/** States of agents, for operators. */
export const AGENT_STATE = enumTable<AgentView['state'], typeof WireAgentState>(WireAgentState, {
  admitting: 'AGENT_STATE_ADMITTING',
  active: 'AGENT_STATE_ACTIVE',
  disconnected: 'AGENT_STATE_DISCONNECTED',
  'marking-unreachable': 'AGENT_STATE_MARKING_UNREACHABLE',
  unreachable: 'AGENT_STATE_UNREACHABLE',
  recovered: 'AGENT_STATE_RECOVERED',
  gone: 'AGENT_STATE_GONE',
});

/** States of frameworks, for operators. */
export const FRAMEWORK_STATE = enumTable<FrameworkView['state'], typeof WireFrameworkState>(WireFrameworkState, {
  registering: 'FRAMEWORK_STATE_REGISTERING',
  connected: 'FRAMEWORK_STATE_CONNECTED',
  disconnected: 'FRAMEWORK_STATE_DISCONNECTED',
  recovered: 'FRAMEWORK_STATE_RECOVERED',
  completed: 'FRAMEWORK_STATE_COMPLETED',
});

/** Why proposals are refused. */
export const REFUSAL_REASON = enumTable<RefusalReason, typeof WireRefusalReason>(WireRefusalReason, {
  'agent-unknown': 'REFUSAL_REASON_AGENT_UNKNOWN',
  'agent-inactive': 'REFUSAL_REASON_AGENT_INACTIVE',
  'framework-unknown': 'REFUSAL_REASON_FRAMEWORK_UNKNOWN',
  'framework-inactive': 'REFUSAL_REASON_FRAMEWORK_INACTIVE',
  'role-not-subscribed': 'REFUSAL_REASON_ROLE_NOT_SUBSCRIBED',
  'role-suppressed': 'REFUSAL_REASON_ROLE_SUPPRESSED',
  filtered: 'REFUSAL_REASON_FILTERED',
  'not-available': 'REFUSAL_REASON_NOT_AVAILABLE',
  'below-minimum': 'REFUSAL_REASON_BELOW_MINIMUM',
  empty: 'REFUSAL_REASON_EMPTY',
  'quota-limit': 'REFUSAL_REASON_QUOTA_LIMIT',
  reserved: 'REFUSAL_REASON_RESERVED',
  capability: 'REFUSAL_REASON_CAPABILITY',
  region: 'REFUSAL_REASON_REGION',
  constraint: 'REFUSAL_REASON_CONSTRAINT',
});

/** Why agents are not admitted. */
export const REGISTRATION_REFUSAL = enumTable<
  Extract<AgentDown, { item: 'refused' }>['reason'],
  typeof WireRegistrationRefusal
>(WireRegistrationRefusal, {
  gone: 'REGISTRATION_REFUSAL_GONE',
  invalid: 'REGISTRATION_REFUSAL_INVALID',
  'foreign-cluster': 'REGISTRATION_REFUSAL_FOREIGN_CLUSTER',
});

/** Why files cannot be shown. */
export const FILE_PROBLEM_KIND = enumTable<FileProblemKind, typeof WireFileProblemKind>(WireFileProblemKind, {
  'not-found': 'FILE_PROBLEM_KIND_NOT_FOUND',
  'not-a-file': 'FILE_PROBLEM_KIND_NOT_A_FILE',
  'outside-sandbox': 'FILE_PROBLEM_KIND_OUTSIDE_SANDBOX',
  'agent-away': 'FILE_PROBLEM_KIND_AGENT_AWAY',
  unreadable: 'FILE_PROBLEM_KIND_UNREADABLE',
});

/** Whether anything of an agent may be offered. */
export const AGENT_STANDING = enumTable<AgentStanding, typeof WireAgentStanding>(WireAgentStanding, {
  offerable: 'AGENT_STANDING_OFFERABLE',
  disconnected: 'AGENT_STANDING_DISCONNECTED',
  deactivated: 'AGENT_STANDING_DEACTIVATED',
  draining: 'AGENT_STANDING_DRAINING',
  'not-whitelisted': 'AGENT_STANDING_NOT_WHITELISTED',
});

/** What an allocator can do beyond proposals. */
export const ALLOCATOR_CAPABILITY = enumTable<AllocatorCapability, typeof WireAllocatorCapability>(
  WireAllocatorCapability,
  {
    explain: 'ALLOCATOR_CAPABILITY_EXPLAIN',
    shares: 'ALLOCATOR_CAPABILITY_SHARES',
    audit: 'ALLOCATOR_CAPABILITY_AUDIT',
  },
);

/** What a framework can deal with. */
export const FRAMEWORK_CAPABILITY = enumTable<FrameworkCapability, typeof WireFrameworkCapability>(
  WireFrameworkCapability,
  {
    'revocable-resources': 'FRAMEWORK_CAPABILITY_REVOCABLE_RESOURCES',
    'shared-resources': 'FRAMEWORK_CAPABILITY_SHARED_RESOURCES',
    'gpu-resources': 'FRAMEWORK_CAPABILITY_GPU_RESOURCES',
    'region-aware': 'FRAMEWORK_CAPABILITY_REGION_AWARE',
  },
);

/** What of an agent a constraint looks at. */
export const CONSTRAINT_SELECTOR = enumTable<OfferConstraint['selector']['select'], typeof WireConstraintSelector>(
  WireConstraintSelector,
  {
    attribute: 'CONSTRAINT_SELECTOR_ATTRIBUTE',
    hostname: 'CONSTRAINT_SELECTOR_HOSTNAME',
    region: 'CONSTRAINT_SELECTOR_REGION',
    zone: 'CONSTRAINT_SELECTOR_ZONE',
  },
);

/** How a constraint judges. */
export const CONSTRAINT_TEST = enumTable<OfferConstraint['predicate']['test'], typeof WireConstraintTest>(
  WireConstraintTest,
  {
    exists: 'CONSTRAINT_TEST_EXISTS',
    'not-exists': 'CONSTRAINT_TEST_NOT_EXISTS',
    equals: 'CONSTRAINT_TEST_EQUALS',
    'not-equals': 'CONSTRAINT_TEST_NOT_EQUALS',
    matches: 'CONSTRAINT_TEST_MATCHES',
    'not-matches': 'CONSTRAINT_TEST_NOT_MATCHES',
  },
);

/** How agents are made into offers. */
export const PACKING = enumTable<Packing, typeof WirePacking>(WirePacking, {
  'whole-agent': 'PACKING_WHOLE_AGENT',
  split: 'PACKING_SPLIT',
  'best-fit': 'PACKING_BEST_FIT',
  spread: 'PACKING_SPREAD',
});

/** Why agents are not offered. */
export const NO_OFFER_REASON = enumTable<NoOfferReason, typeof WireNoOfferReason>(WireNoOfferReason, {
  'framework-inactive': 'NO_OFFER_REASON_FRAMEWORK_INACTIVE',
  suppressed: 'NO_OFFER_REASON_SUPPRESSED',
  'no-demand': 'NO_OFFER_REASON_NO_DEMAND',
  disconnected: 'NO_OFFER_REASON_DISCONNECTED',
  deactivated: 'NO_OFFER_REASON_DEACTIVATED',
  draining: 'NO_OFFER_REASON_DRAINING',
  'not-whitelisted': 'NO_OFFER_REASON_NOT_WHITELISTED',
  region: 'NO_OFFER_REASON_REGION',
  capability: 'NO_OFFER_REASON_CAPABILITY',
  constraint: 'NO_OFFER_REASON_CONSTRAINT',
  'nothing-free': 'NO_OFFER_REASON_NOTHING_FREE',
  reserved: 'NO_OFFER_REASON_RESERVED',
  'quota-limit': 'NO_OFFER_REASON_QUOTA_LIMIT',
  headroom: 'NO_OFFER_REASON_HEADROOM',
  'below-minimum': 'NO_OFFER_REASON_BELOW_MINIMUM',
  refused: 'NO_OFFER_REASON_REFUSED',
  'lower-share-first': 'NO_OFFER_REASON_LOWER_SHARE_FIRST',
});

/** What frameworks say to leaving an agent. */
export const MAINTENANCE_ANSWER_STATE = enumTable<MaintenanceAnswer['answer'], typeof WireMaintenanceAnswerState>(
  WireMaintenanceAnswerState,
  {
    asked: 'MAINTENANCE_ANSWER_STATE_ASKED',
    accepted: 'MAINTENANCE_ANSWER_STATE_ACCEPTED',
    declined: 'MAINTENANCE_ANSWER_STATE_DECLINED',
  },
);
