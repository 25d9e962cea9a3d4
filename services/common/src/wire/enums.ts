import { RefusalReason as WireRefusalReason } from '@parley/protos/internal/parley/allocator/v1/RefusalReason';
import { FileProblemKind as WireFileProblemKind } from '@parley/protos/internal/parley/master/v1/FileProblemKind';
import { RegistrationRefusal as WireRegistrationRefusal } from '@parley/protos/internal/parley/master/v1/RegistrationRefusal';
import { AgentState as WireAgentState } from '@parley/protos/internal/parley/operator/v1/AgentState';
import { FrameworkState as WireFrameworkState } from '@parley/protos/internal/parley/operator/v1/FrameworkState';
import { StreamErrorReason as WireStreamErrorReason } from '@parley/protos/internal/parley/scheduler/v1/StreamErrorReason';
import { StatusReason as WireStatusReason } from '@parley/protos/internal/parley/types/v1/StatusReason';
import { StatusSource as WireStatusSource } from '@parley/protos/internal/parley/types/v1/StatusSource';
import { TaskState as WireTaskState } from '@parley/protos/internal/parley/types/v1/TaskState';
import type { AgentDown, AgentView, FileProblemKind, FrameworkView, RefusalReason, StreamError } from '../contract';
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
