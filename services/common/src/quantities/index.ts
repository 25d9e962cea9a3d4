export { addTo, covers, dominantShare, exceeds, hasAny, takeFrom } from './quantities';
export type { Quantities } from './quantities';
export { RESOURCE_NAMES_MAX, ResourceNames } from './resource-names';
