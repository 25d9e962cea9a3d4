export { GivenAllocator, withoutCredits } from './given-allocator';
export {
  agentItem,
  agentItems,
  allocationItem,
  at,
  BEGIN,
  demandOf,
  epochNumber,
  filterItem,
  frameworkItem,
  frameworkRole,
  held,
  offeredItem,
  refusedItem,
  roleItem,
} from './told-items';
export type { At, FrameworkOptions } from './told-items';
export { Look } from '../domain/look';
export { Mirror } from '../domain/mirror';
export { policyOf } from '../domain/policies/policies';
export { ProposedTaking } from '../domain/proposed-taking';
export { ReasonCounts } from '../domain/reason-counts';
export { ReferenceAllocator } from './reference-allocator';
export type { ReferenceSettings } from './reference-allocator';
