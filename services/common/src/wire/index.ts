export {
  AGENT_LINK_CLIENT,
  AGENT_LINK_SERVER,
  ALLOCATOR_SESSION_CLIENT,
  ALLOCATOR_SESSION_SERVER,
  GATEWAY_LINK_CLIENT,
  GATEWAY_LINK_SERVER,
} from './link-codecs';
export { LEADER_LOOKUP_CLIENT, LEADER_LOOKUP_SERVER, SCHEDULER_CLIENT, SCHEDULER_SERVER } from './message-codecs';
export { OPERATOR_CLIENT, OPERATOR_SERVER } from './operator-codecs';
export type { SnapshotAnswer } from './operator-codecs';
export type { AnswerOf, QueryOf, StateAnswer } from './operator-codec';
export { decodeResources, describeResources, encodeResources } from './resources-codec';
export type { DescribedResources } from './resources-codec';
export { TASK_PROBLEMS_MAX, decodeTaskInfo, describeTask, encodeTaskInfo } from './task-info-codec';
export { decodeTaskStatus, encodeTaskStatus } from './task-status-codec';
export { LIST_ENTRIES_MAX } from './readers';
export type { Wire, WireNumber } from './wire-form';
