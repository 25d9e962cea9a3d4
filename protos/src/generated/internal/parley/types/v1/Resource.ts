// Original file: parley/types/v1/resources.proto

import type { ResourceRanges as _parley_types_v1_ResourceRanges, ResourceRanges__Output as _parley_types_v1_ResourceRanges__Output } from '../../../parley/types/v1/ResourceRanges';
import type { ResourceSet as _parley_types_v1_ResourceSet, ResourceSet__Output as _parley_types_v1_ResourceSet__Output } from '../../../parley/types/v1/ResourceSet';
import type { Reservation as _parley_types_v1_Reservation, Reservation__Output as _parley_types_v1_Reservation__Output } from '../../../parley/types/v1/Reservation';
import type { Long } from '@grpc/proto-loader';

/**
 * An amount of one named resource. A list of resources holds each name once per kind and reservation; if a sender repeats one,
 * scalars add up and ranges and sets must not overlap. Amounts with different reservations, revocability or sharing are different
 * things: they never add up.
 */
export interface Resource {
  /**
   * Name, such as `cpus`, `mem`, `disk`, `gpus` or `ports`, or any of your own. Never empty.
   */
  'name'?: (string);
  /**
   * A quantity in thousandths of the resource's unit: 1500 of `cpus` are one and a half cores, 1024000 of `mem` are 1024 MiB.
   * Never negative; 0 is the same as leaving the resource out. `gpus` are whole, hence multiples of 1000.
   */
  'milli'?: (number | string | Long);
  /**
   * Whole numbers, such as network ports.
   */
  'ranges'?: (_parley_types_v1_ResourceRanges | null);
  /**
   * Distinct names, such as devices.
   */
  'set'?: (_parley_types_v1_ResourceSet | null);
  /**
   * For whom the amount is reserved: a stack of reservations, outermost first, each for a role strictly below the one before; the last
   * says whose it is. Empty: it is reserved for nobody.
   */
  'reservations'?: (_parley_types_v1_Reservation)[];
  /**
   * True when what uses the amount may be stopped at any time to give it back. Only for frameworks with the capability
   * FRAMEWORK_CAPABILITY_REVOCABLE_RESOURCES.
   */
  'revocable'?: (boolean);
  /**
   * Names something that many tasks may use at once, such as a volume: it is counted once and offered whole however many hold it. Only
   * for frameworks with the capability FRAMEWORK_CAPABILITY_SHARED_RESOURCES. Never set
   * together with `revocable`, and only for quantities. Empty: it is used by one at a time.
   */
  'shared'?: (string);
  /**
   * The amount. Exactly one member is set.
   */
  'value'?: "milli"|"ranges"|"set";
}

/**
 * An amount of one named resource. A list of resources holds each name once per kind and reservation; if a sender repeats one,
 * scalars add up and ranges and sets must not overlap. Amounts with different reservations, revocability or sharing are different
 * things: they never add up.
 */
export interface Resource__Output {
  /**
   * Name, such as `cpus`, `mem`, `disk`, `gpus` or `ports`, or any of your own. Never empty.
   */
  'name'?: (string);
  /**
   * A quantity in thousandths of the resource's unit: 1500 of `cpus` are one and a half cores, 1024000 of `mem` are 1024 MiB.
   * Never negative; 0 is the same as leaving the resource out. `gpus` are whole, hence multiples of 1000.
   */
  'milli'?: (number);
  /**
   * Whole numbers, such as network ports.
   */
  'ranges'?: (_parley_types_v1_ResourceRanges__Output);
  /**
   * Distinct names, such as devices.
   */
  'set'?: (_parley_types_v1_ResourceSet__Output);
  /**
   * For whom the amount is reserved: a stack of reservations, outermost first, each for a role strictly below the one before; the last
   * says whose it is. Empty: it is reserved for nobody.
   */
  'reservations'?: (_parley_types_v1_Reservation__Output)[];
  /**
   * True when what uses the amount may be stopped at any time to give it back. Only for frameworks with the capability
   * FRAMEWORK_CAPABILITY_REVOCABLE_RESOURCES.
   */
  'revocable'?: (boolean);
  /**
   * Names something that many tasks may use at once, such as a volume: it is counted once and offered whole however many hold it. Only
   * for frameworks with the capability FRAMEWORK_CAPABILITY_SHARED_RESOURCES. Never set
   * together with `revocable`, and only for quantities. Empty: it is used by one at a time.
   */
  'shared'?: (string);
  /**
   * The amount. Exactly one member is set.
   */
  'value'?: "milli"|"ranges"|"set";
}
