export { addTo, covers, dominantShare, hasAny, takeFrom } from './quantities';
export type { Quantities } from './quantities';
export { RESOURCE_NAMES_MAX, ResourceNames } from './resource-names';
