// Original file: parley/allocator/v1/allocator_session.proto

import type { Ready as _parley_allocator_v1_Ready, Ready__Output as _parley_allocator_v1_Ready__Output } from '../../../parley/allocator/v1/Ready';
import type { Proposal as _parley_allocator_v1_Proposal, Proposal__Output as _parley_allocator_v1_Proposal__Output } from '../../../parley/allocator/v1/Proposal';
import type { Pong as _parley_allocator_v1_Pong, Pong__Output as _parley_allocator_v1_Pong__Output } from '../../../parley/allocator/v1/Pong';
import type { Explained as _parley_allocator_v1_Explained, Explained__Output as _parley_allocator_v1_Explained__Output } from '../../../parley/allocator/v1/Explained';
import type { Shares as _parley_allocator_v1_Shares, Shares__Output as _parley_allocator_v1_Shares__Output } from '../../../parley/allocator/v1/Shares';
import type { Audited as _parley_allocator_v1_Audited, Audited__Output as _parley_allocator_v1_Audited__Output } from '../../../parley/allocator/v1/Audited';

/**
 * One thing the allocator tells the master.
 */
export interface SessionResponseItem {
  /**
   * The first item of every session.
   */
  'ready'?: (_parley_allocator_v1_Ready | null);
  /**
   * A decision, for the master to check.
   */
  'proposal'?: (_parley_allocator_v1_Proposal | null);
  /**
   * A sign of life.
   */
  'pong'?: (_parley_allocator_v1_Pong | null);
  /**
   * A part of the answer to `explain`.
   */
  'explained'?: (_parley_allocator_v1_Explained | null);
  /**
   * A part of the answer to `get_shares`.
   */
  'shares'?: (_parley_allocator_v1_Shares | null);
  /**
   * The answer to an audit.
   */
  'audited'?: (_parley_allocator_v1_Audited | null);
  /**
   * What is told. Exactly one member is set.
   */
  'item'?: "ready"|"proposal"|"pong"|"explained"|"shares"|"audited";
}

/**
 * One thing the allocator tells the master.
 */
export interface SessionResponseItem__Output {
  /**
   * The first item of every session.
   */
  'ready'?: (_parley_allocator_v1_Ready__Output | null);
  /**
   * A decision, for the master to check.
   */
  'proposal'?: (_parley_allocator_v1_Proposal__Output | null);
  /**
   * A sign of life.
   */
  'pong'?: (_parley_allocator_v1_Pong__Output | null);
  /**
   * A part of the answer to `explain`.
   */
  'explained'?: (_parley_allocator_v1_Explained__Output | null);
  /**
   * A part of the answer to `get_shares`.
   */
  'shares'?: (_parley_allocator_v1_Shares__Output | null);
  /**
   * The answer to an audit.
   */
  'audited'?: (_parley_allocator_v1_Audited__Output | null);
  /**
   * What is told. Exactly one member is set.
   */
  'item'?: "ready"|"proposal"|"pong"|"explained"|"shares"|"audited";
}
