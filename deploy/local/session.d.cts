/** Removes the state folders, named `<purpose>-<process id>`, of launchers that are gone, except the latest one. */
export function removeLeftovers(parent: string): void;
