// Original file: parley/operator/v1/operator_agents.proto


/**
 * Asks for the schedule of maintenance.
 */
export interface GetMaintenanceRequest {
}

/**
 * Asks for the schedule of maintenance.
 */
export interface GetMaintenanceRequest__Output {
}
