export { ManualClock } from './manual-clock';
export {
  anyAgentId,
  anyEpoch,
  anyFrameworkId,
  anyLinkNumber,
  anyNatural,
  anyOfferId,
  anyProblem,
  anyResources,
  anyTaskId,
  anyText,
  fewOf,
} from './arbitraries-basics';
export {
  anyAgentInfo,
  anyAttribute,
  anyDescribedTask,
  anyFilters,
  anyFrameworkInfo,
  anyOffer,
  anyTaskInfo,
  anyTaskState,
  anyTaskStatus,
} from './arbitraries-cluster';
export {
  anyCallOutcome,
  anyLaunch,
  anySchedulerCall,
  anySchedulerEvent,
  anySessionCall,
  anySoundLaunch,
  anyStreamError,
  anySubscribeCall,
} from './arbitraries-scheduler';
export {
  anyFileAnswer,
  anyFileQuery,
  anyOperatorAnswer,
  anyOperatorQuery,
  anyStateAnswer,
  anyStateEntry,
} from './arbitraries-operator';
export {
  anyAgentDown,
  anyAgentUp,
  anyAllocatorDown,
  anyAllocatorUp,
  anyBatchOf,
  anyGatewayDown,
  anyGatewayUp,
  anyLeaderAnswer,
  anyStamp,
} from './arbitraries-links';
export { findEtcd, RealEtcd, startEtcd } from './real-etcd';
export type { RealEtcdOptions } from './real-etcd';
export { TcpProxy } from './tcp-proxy';
export type { BlackHole } from './tcp-proxy';
export { Changes } from './changes';
