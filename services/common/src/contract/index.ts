export { BATCH_BYTES_MAX, BATCH_ITEMS_MAX, CHUNK_ENTRIES_MAX } from './batch';
export type { Batch } from './batch';
export type {
  AgentInfo,
  Attribute,
  DemandShape,
  FaultDomain,
  Filters,
  FrameworkCapability,
  FrameworkInfo,
  InverseOffer,
  Label,
  Offer,
  OfferConstraint,
  OfferSettings,
  RoleDemand,
  Unavailability,
} from './cluster';
export { DEMAND_COUNT_MAX, DEMAND_SHAPES_MAX, DEMAND_SIZE_MAX, demandSize } from './demand-size';
export { EXPLAIN_EXAMPLES_MAX, NO_OFFER_REASONS } from './explain';
export type { Explanation, ExplainScope, FrameworkShare, NoOfferReason, ReasonCount, RoleShare } from './explain';
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
  MaintenanceAnswer,
  MaintenanceWindow,
  OfferView,
  OperatorAnswer,
  OperatorQuery,
  RoleUpdate,
  RoleView,
  StateEntry,
  TaskView,
} from './operator';
export type {
  AgentDigest,
  AgentStanding,
  Allocation,
  AllocatorAgent,
  AllocatorCapability,
  AllocatorDown,
  AllocatorFramework,
  AllocatorRole,
  AllocatorUp,
  FrameworkRole,
  Packing,
  Proposal,
  Quota,
  RefusalFilter,
  RefusalReason,
} from './allocator';
export type { LeaderAnswer } from './leader';
