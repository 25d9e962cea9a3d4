import type { ServiceDefinition, UntypedServiceImplementation } from '@grpc/grpc-js';
import type { GrpcServer } from '@parley/common/rpc';
import { HealthImplementation } from 'grpc-health-check';

/** The services whose health depends on a leader: all that the gateway serves to frameworks and operators. */
export const LEADER_SERVICES = ['parley.scheduler.v1.SchedulerService', 'parley.operator.v1.OperatorService'] as const;

/** What probes are told by grpc.health.v1: the process (empty name) serves while it runs, the public services while a leader is followed. */
export class GatewayHealth {
  readonly #health = new HealthImplementation({ '': 'SERVING' });

  constructor() {
    this.following(false);
  }

  addTo(server: GrpcServer): void {
    this.#health.addToServer({
      addService: (service: object, handlers: UntypedServiceImplementation) => {
        server.add(service as ServiceDefinition, handlers);
      },
    });
  }

  /** Whether a leader serves this gateway. */
  following(isFollowing: boolean): void {
    for (const service of LEADER_SERVICES) this.#health.setStatus(service, isFollowing ? 'SERVING' : 'NOT_SERVING');
  }

  /** The process is about to end. */
  stopping(): void {
    this.#health.setStatus('', 'NOT_SERVING');
    this.following(false);
  }
}
