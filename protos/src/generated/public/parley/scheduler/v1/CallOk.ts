// Original file: parley/scheduler/v1/scheduler_events.proto


/**
 * The call took effect.
 */
export interface CallOk {
}

/**
 * The call took effect.
 */
export interface CallOk__Output {
}
