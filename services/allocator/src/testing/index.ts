export {
  agentItem,
  allocationItem,
  at,
  epochNumber,
  filterItem,
  frameworkItem,
  GivenAllocator,
  held,
} from './given-allocator';
export type { At } from './given-allocator';
export { ReferenceAllocator } from './reference-allocator';
