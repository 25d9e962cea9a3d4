import {
  BATCH_BYTES_MAX,
  BATCH_ITEMS_MAX,
  DEMAND_COUNT_MAX,
  DEMAND_SHAPES_MAX,
  DEMAND_SIZE_MAX,
  EXPLAIN_EXAMPLES_MAX,
} from '@parley/common/contract';
import { ID_BYTES_MAX } from '@parley/common/kernel';
import { SCALAR_MILLI_MAX } from '@parley/common/resources';
import { KEEPALIVE, LINK_MESSAGE_BYTES_MAX } from '@parley/common/rpc';
import { LIMITS } from '../../services/master/src/domain/limits';

/** The limits that an allocator meets, as rows of words and numbers. */
export function contractLimits(): readonly (readonly [string, string])[] {
  return [
    ['open proposals', number(LIMITS.allocatorCredits)],
    ['open offers of one agent', number(LIMITS.offersPerAgentMax)],
    ['agents', number(LIMITS.agentsMax)],
    ['frameworks', number(LIMITS.frameworksMax)],
    ['roles of one framework', number(LIMITS.rolesPerFrameworkMax)],
    [
      'shapes of demand of one role, and pieces of one shape',
      `${number(DEMAND_SHAPES_MAX)}, ${number(DEMAND_COUNT_MAX)}`,
    ],
    ['the demand of one framework over all its roles', `${number(DEMAND_SIZE_MAX)} characters`],
    ['filters for one framework, role and agent', number(LIMITS.filtersPerAgentMax)],
    [
      'items of one message, and what they come to before one more is added',
      `${number(BATCH_ITEMS_MAX)}, ${kib(BATCH_BYTES_MAX)} KiB`,
    ],
    ['one message, in either direction', `${kib(LINK_MESSAGE_BYTES_MAX)} KiB`],
    [
      'HTTP/2 pings of the master on the connection, and how long their answer may take',
      `every ${seconds(KEEPALIVE.everyMs)}, ${seconds(KEEPALIVE.answerMs)}`,
    ],
    ['an id', `${number(ID_BYTES_MAX)} bytes`],
    ['a scalar, in thousandths', number(SCALAR_MILLI_MAX)],
    ['examples of agents behind one reason', number(EXPLAIN_EXAMPLES_MAX)],
  ];
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}

function seconds(ms: number): string {
  return `${number(ms / 1_000)} s`;
}

function kib(bytes: number): string {
  return number(bytes / 1024);
}
