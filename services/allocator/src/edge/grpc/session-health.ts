import type { GrpcServer } from '@parley/common/rpc';
import { HealthImplementation } from 'grpc-health-check';

import type { AllocatorEvent } from '../../domain/events';
import { SERVICE_NAME } from './served-sessions';

/**
 * `grpc.health.v1`: the process as a whole (the empty name) serves from the start, since a master must be able to reach it to make it
 * ready; the allocator's service serves while a master's snapshot is complete.
 */
export class SessionHealth {
  readonly #health = new HealthImplementation({ '': 'SERVING', [SERVICE_NAME]: 'NOT_SERVING' });

  addTo(server: GrpcServer): void {
    this.#health.addToServer({
      addService: (service, implementation) => server.add(service, implementation),
    });
  }

  /** To be told of everything that happens. */
  observe(event: AllocatorEvent): void {
    if (event.event === 'session-live') this.#health.setStatus(SERVICE_NAME, 'SERVING');
    else if (event.event === 'session-ended') this.#health.setStatus(SERVICE_NAME, 'NOT_SERVING');
  }

  /** Tells everyone who watches that nothing is served any more. */
  close(): void {
    this.#health.setStatus(SERVICE_NAME, 'NOT_SERVING');
    this.#health.setStatus('', 'NOT_SERVING');
  }
}
