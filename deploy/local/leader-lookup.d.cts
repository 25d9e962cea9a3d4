/** The address of the master that leads by its own lease at this moment; undefined while none of them does, or none answers in time. */
export function leadingMaster(addresses: readonly string[], deadlineMs?: number): Promise<string | undefined>;
