import type { GrpcServer } from '@parley/common/rpc';
import { HealthImplementation } from 'grpc-health-check';
import type { MasterEvent } from '../../domain/events';
import { SERVICE_NAME } from './master-service';

/** The name under which probes are told whether the leader has a session with its allocator. */
export const ALLOCATOR_CONDITION = 'parley.master.allocator';

/**
 * What probes are told by `grpc.health.v1`: an instance serves from the start, leading or standing by, since a standby that answers who leads
 * does all that is asked of it. A leader also tells, under a name of its own, whether there is an allocator: without one nothing new is
 * offered, while everything else goes on, so that the instance itself stays in service.
 */
export class MasterHealth {
  readonly #health = new HealthImplementation({ '': 'SERVING', [SERVICE_NAME]: 'SERVING' });

  addTo(server: GrpcServer): void {
    this.#health.addToServer({
      addService: (service, implementation) => server.add(service, implementation),
    });
  }

  /** Takes note of what changes the condition of the allocator. */
  observe({ event }: MasterEvent): void {
    if (event === 'allocator-ready') this.#health.setStatus(ALLOCATOR_CONDITION, 'SERVING');
    if (event === 'allocator-lost' || event === 'term-began')
      this.#health.setStatus(ALLOCATOR_CONDITION, 'NOT_SERVING');
  }

  /** The instance is about to end. */
  stopping(): void {
    this.#health.setStatus('', 'NOT_SERVING');
    this.#health.setStatus(SERVICE_NAME, 'NOT_SERVING');
  }
}
