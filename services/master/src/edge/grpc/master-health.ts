import type { GrpcServer } from '@parley/common/rpc';
import { HealthImplementation } from 'grpc-health-check';
import { SERVICE_NAME } from './master-service';

/**
 * What probes are told by `grpc.health.v1`: an instance serves from the start, leading or standing by, since a standby that answers who leads
 * does all that is asked of it.
 */
export class MasterHealth {
  readonly #health = new HealthImplementation({ '': 'SERVING', [SERVICE_NAME]: 'SERVING' });

  addTo(server: GrpcServer): void {
    this.#health.addToServer({
      addService: (service, implementation) => server.add(service, implementation),
    });
  }

  /** The instance is about to end. */
  stopping(): void {
    this.#health.setStatus('', 'NOT_SERVING');
    this.#health.setStatus(SERVICE_NAME, 'NOT_SERVING');
  }
}
