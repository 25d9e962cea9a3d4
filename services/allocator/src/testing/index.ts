export {
  agentItem,
  allocationItem,
  at,
  epochNumber,
  filterItem,
  frameworkItem,
  frameworkRole,
  GivenAllocator,
  held,
} from './given-allocator';
export type { At } from './given-allocator';
export { ReferenceAllocator } from './reference-allocator';
