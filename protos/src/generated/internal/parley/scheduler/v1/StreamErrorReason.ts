// Original file: parley/scheduler/v1/scheduler_events.proto

/**
 * Why a stream ends.
 */
export const StreamErrorReason = {
  /**
   * Not said; never sent.
   */
  STREAM_ERROR_REASON_UNSPECIFIED: 0,
  /**
   * A newer stream has subscribed with the same framework id. Do not connect again: two schedulers would evict each other for ever.
   */
  STREAM_ERROR_REASON_SESSION_REPLACED: 1,
  /**
   * The framework was torn down or its failover timeout passed. Connect again only as a new framework.
   */
  STREAM_ERROR_REASON_FRAMEWORK_REMOVED: 2,
  /**
   * The subscription was refused. Do not connect again unchanged.
   */
  STREAM_ERROR_REASON_INVALID: 3,
  /**
   * The client sent something that is no valid message. Do not send it again.
   */
  STREAM_ERROR_REASON_MALFORMED: 4,
  /**
   * The client reads slower than events are made. Connect again and reconcile.
   */
  STREAM_ERROR_REASON_TOO_SLOW: 5,
  /**
   * Too much is going on. Connect again with backoff.
   */
  STREAM_ERROR_REASON_OVERLOADED: 6,
  /**
   * This gateway stops. Connect again at once, to any other.
   */
  STREAM_ERROR_REASON_SHUTTING_DOWN: 7,
} as const;

/**
 * Why a stream ends.
 */
export type StreamErrorReason =
  /**
   * Not said; never sent.
   */
  | 'STREAM_ERROR_REASON_UNSPECIFIED'
  | 0
  /**
   * A newer stream has subscribed with the same framework id. Do not connect again: two schedulers would evict each other for ever.
   */
  | 'STREAM_ERROR_REASON_SESSION_REPLACED'
  | 1
  /**
   * The framework was torn down or its failover timeout passed. Connect again only as a new framework.
   */
  | 'STREAM_ERROR_REASON_FRAMEWORK_REMOVED'
  | 2
  /**
   * The subscription was refused. Do not connect again unchanged.
   */
  | 'STREAM_ERROR_REASON_INVALID'
  | 3
  /**
   * The client sent something that is no valid message. Do not send it again.
   */
  | 'STREAM_ERROR_REASON_MALFORMED'
  | 4
  /**
   * The client reads slower than events are made. Connect again and reconcile.
   */
  | 'STREAM_ERROR_REASON_TOO_SLOW'
  | 5
  /**
   * Too much is going on. Connect again with backoff.
   */
  | 'STREAM_ERROR_REASON_OVERLOADED'
  | 6
  /**
   * This gateway stops. Connect again at once, to any other.
   */
  | 'STREAM_ERROR_REASON_SHUTTING_DOWN'
  | 7

/**
 * Why a stream ends.
 */
export type StreamErrorReason__Output = typeof StreamErrorReason[keyof typeof StreamErrorReason]
