export {
  addResources,
  containsResources,
  equalResources,
  ResourcesShort,
  subtractResources,
  sumResources,
} from './algebra';
export { fromEntries, toEntries, validateEntries } from './entries';
export type { ResourceEntry } from './entries';
export { subtractItems } from './item-sets';
export {
  chargeable,
  hasKind,
  isOfferableTo,
  isPlain,
  isPlainKey,
  keyOf,
  kindOf,
  plainOf,
  reservedScalars,
  scalarsByName,
  sharedOf,
} from './kinds';
export type { ReservedQuantities, ResourceKind } from './kinds';
export { subtractRanges } from './ranges';
export type { Range } from './ranges';
export { isEmptyResources, NO_RESOURCES, resources, scalarMilli } from './resources';
export type { Named, ResourceParts, Resources } from './resources';
export { SCALAR_MILLI_MAX } from './rules';
export { formatMilli, formatResources, parseResources } from './text';
export type { ParseResult } from './text';
