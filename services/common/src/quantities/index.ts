export { addTo, covers, dominantShare, exceeds, hasAny, takeFrom } from './quantities';
export type { Quantities } from './quantities';
export { ResourceNames } from './resource-names';
