// Original file: parley/scheduler/v1/scheduler_events.proto


/**
 * The call will take effect later.
 */
export interface CallDeferred {
}

/**
 * The call will take effect later.
 */
export interface CallDeferred__Output {
}
