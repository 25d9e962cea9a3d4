// Original file: parley/operator/v1/operator_agents.proto


/**
 * The schedule is in effect.
 */
export interface UpdateMaintenanceResponse {
}

/**
 * The schedule is in effect.
 */
export interface UpdateMaintenanceResponse__Output {
}
