/** Coordination cannot begin with what was configured: one sentence that says why, and one that says what to do. */
export class CoordinationRefused extends Error {
  override readonly name = 'CoordinationRefused';

  constructor(
    message: string,
    /** Whether the configuration is at fault: without a change of it, every start ends so. Else the registry is, which may be mended, or be away. */
    readonly fault: 'configuration' | 'registry',
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The refusal of a registry that belongs to another cluster than the configured one. */
export function foreignCluster(place: string, found: string, configured: string): CoordinationRefused {
  return new CoordinationRefused(
    `the registry ${place} belongs to cluster "${found}", not to "${configured}". ` +
      `Point this master at the registry of its own cluster, or configure the cluster id "${found}" if this is the one you mean.`,
    'configuration',
  );
}
