export { BATCH_BYTES_MAX, BATCH_ITEMS_MAX, CHUNK_ENTRIES_MAX } from './batch';
export type { Batch } from './batch';
export type { AgentInfo, Attribute, Filters, FrameworkInfo, Label, Offer } from './cluster';
export type {
  Acknowledgement,
  CallOutcome,
  DescribedTask,
  LaunchOperation,
  ReconcileTask,
  SchedulerCall,
  SchedulerEvent,
  SessionCall,
  StreamError,
  SubscribeCall,
} from './scheduler';
export type { AgentDown, AgentStatusUpdate, AgentUp, LaunchOrder, ReportedTask } from './agent-link';
export { compareStamps } from './gateway-link';
export type { GatewayDown, GatewayUp, SessionStamp } from './gateway-link';
export { FILE_LIST_MAX, FILE_READ_BYTES_MAX } from './operator';
export type {
  AgentView,
  FileAnswer,
  FileEntry,
  FileProblemKind,
  FileQuery,
  FrameworkView,
  OfferView,
  OperatorAnswer,
  OperatorQuery,
  RoleView,
  StateEntry,
  TaskView,
} from './operator';
export type {
  Allocation,
  AllocatorAgent,
  AllocatorDown,
  AllocatorFramework,
  AllocatorUp,
  Proposal,
  RefusalFilter,
  RefusalReason,
} from './allocator';
export type { LeaderAnswer } from './leader';
