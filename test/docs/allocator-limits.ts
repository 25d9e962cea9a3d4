import { BATCH_BYTES_MAX, BATCH_ITEMS_MAX, EXPLAIN_EXAMPLES_MAX } from '@parley/common/contract';
import { ID_BYTES_MAX } from '@parley/common/kernel';
import { SCALAR_MILLI_MAX } from '@parley/common/resources';
import { LINK_MESSAGE_BYTES_MAX } from '@parley/common/rpc';
import { LIMITS } from '../../services/master/src/domain/limits';

/** The limits that an allocator meets, as rows of words and numbers. */
export function contractLimits(): readonly (readonly [string, string])[] {
  return [
    ['open proposals', number(LIMITS.allocatorCredits)],
    ['open offers of one agent', number(LIMITS.offersPerAgentMax)],
    ['agents', number(LIMITS.agentsMax)],
    ['frameworks', number(LIMITS.frameworksMax)],
    ['roles of one framework', number(LIMITS.rolesPerFrameworkMax)],
    ['filters for one framework, role and agent', number(LIMITS.filtersPerAgentMax)],
    [
      'items of one message, and what they come to before one more is added',
      `${number(BATCH_ITEMS_MAX)}, ${kib(BATCH_BYTES_MAX)} KiB`,
    ],
    ['one message, in either direction', `${kib(LINK_MESSAGE_BYTES_MAX)} KiB`],
    ['an id', `${number(ID_BYTES_MAX)} bytes`],
    ['a scalar, in thousandths', number(SCALAR_MILLI_MAX)],
    ['examples of agents behind one reason', number(EXPLAIN_EXAMPLES_MAX)],
  ];
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}

function kib(bytes: number): string {
  return number(bytes / 1024);
}
