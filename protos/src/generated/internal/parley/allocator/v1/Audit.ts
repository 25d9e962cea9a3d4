// Original file: parley/allocator/v1/allocator_session.proto

import type { AgentDigest as _parley_allocator_v1_AgentDigest, AgentDigest__Output as _parley_allocator_v1_AgentDigest__Output } from '../../../parley/allocator/v1/AgentDigest';

/**
 * What the allocator must know of some agents at this point of the session, as digests. Answered by one `audited`.
 */
export interface Audit {
  /**
   * The agents, at most 200.
   */
  'agents'?: (_parley_allocator_v1_AgentDigest)[];
}

/**
 * What the allocator must know of some agents at this point of the session, as digests. Answered by one `audited`.
 */
export interface Audit__Output {
  /**
   * The agents, at most 200.
   */
  'agents'?: (_parley_allocator_v1_AgentDigest__Output)[];
}
