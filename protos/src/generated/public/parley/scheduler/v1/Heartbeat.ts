// Original file: parley/scheduler/v1/scheduler_calls.proto


/**
 * Says that the sender is alive. Clients send one whenever they have been silent for the interval told in `subscribed`.
 */
export interface Heartbeat {
}

/**
 * Says that the sender is alive. Clients send one whenever they have been silent for the interval told in `subscribed`.
 */
export interface Heartbeat__Output {
}
