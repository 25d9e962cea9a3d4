// Original file: parley/allocator/v1/allocator_session.proto

/**
 * What an allocator may be able to do beyond proposals.
 */
export const AllocatorCapability = {
  /**
   * Not said; never sent.
   */
  ALLOCATOR_CAPABILITY_UNSPECIFIED: 'ALLOCATOR_CAPABILITY_UNSPECIFIED',
  /**
   * Answers `explain`.
   */
  ALLOCATOR_CAPABILITY_EXPLAIN: 'ALLOCATOR_CAPABILITY_EXPLAIN',
  /**
   * Answers `get_shares`.
   */
  ALLOCATOR_CAPABILITY_SHARES: 'ALLOCATOR_CAPABILITY_SHARES',
  /**
   * Answers `audit`.
   */
  ALLOCATOR_CAPABILITY_AUDIT: 'ALLOCATOR_CAPABILITY_AUDIT',
} as const;

/**
 * What an allocator may be able to do beyond proposals.
 */
export type AllocatorCapability =
  /**
   * Not said; never sent.
   */
  | 'ALLOCATOR_CAPABILITY_UNSPECIFIED'
  | 0
  /**
   * Answers `explain`.
   */
  | 'ALLOCATOR_CAPABILITY_EXPLAIN'
  | 1
  /**
   * Answers `get_shares`.
   */
  | 'ALLOCATOR_CAPABILITY_SHARES'
  | 2
  /**
   * Answers `audit`.
   */
  | 'ALLOCATOR_CAPABILITY_AUDIT'
  | 3

/**
 * What an allocator may be able to do beyond proposals.
 */
export type AllocatorCapability__Output = typeof AllocatorCapability[keyof typeof AllocatorCapability]
