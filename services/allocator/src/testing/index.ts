export {
  agentItem,
  allocationItem,
  at,
  demandOf,
  epochNumber,
  filterItem,
  frameworkItem,
  frameworkRole,
  GivenAllocator,
  held,
  roleItem,
} from './given-allocator';
export type { At, FrameworkOptions } from './given-allocator';
export { Look } from '../domain/look';
export { Mirror } from '../domain/mirror';
export { policyOf } from '../domain/policies/policies';
export { ReferenceAllocator } from './reference-allocator';
export type { ReferenceSettings } from './reference-allocator';
