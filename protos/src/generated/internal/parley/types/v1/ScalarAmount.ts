// Original file: parley/types/v1/quota.proto

import type { Long } from '@grpc/proto-loader';

/**
 * A quantity of one scalar resource.
 */
export interface ScalarAmount {
  /**
   * Name of the resource, such as `cpus`. Never empty.
   */
  'name'?: (string);
  /**
   * The quantity in thousandths of the resource's unit, 0 or more: 1500 of `cpus` are one and a half cores.
   */
  'milli'?: (number | string | Long);
}

/**
 * A quantity of one scalar resource.
 */
export interface ScalarAmount__Output {
  /**
   * Name of the resource, such as `cpus`. Never empty.
   */
  'name'?: (string);
  /**
   * The quantity in thousandths of the resource's unit, 0 or more: 1500 of `cpus` are one and a half cores.
   */
  'milli'?: (number);
}
