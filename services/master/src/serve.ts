import type { Clock } from '@parley/common/kernel';
import { formatHostPort } from '@parley/common/config';
import type { Log } from '@parley/common/logging';
import { GrpcServer } from '@parley/common/rpc';
import type { Telemetry } from '@parley/common/telemetry';
import type { Random } from '@parley/common/kernel';
import { composeMaster } from './compose';
import type { Master, MasterEvent } from './compose';
import { settingsOf } from './config';
import type { MasterConfig } from './config';
import { dialedAllocator } from './edge/grpc/dialed-allocator';
import { MasterHealth } from './edge/grpc/master-health';
import { MasterService } from './edge/grpc/master-service';
import { observeMaster } from './edge/observe/observe-master';
import type { Coordination } from './ports';

/** What one master instance runs with. */
export interface ServePorts {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly telemetry: Telemetry;
  readonly coordination: Coordination;
  /** Called once when the instance must end because it does not lead any more, or cannot take part. */
  readonly ended: (because: string) => void;
}

/** A master instance that serves. */
export interface Serving {
  readonly port: number;
  /** Hands leadership over if it is held, stops taking part, and closes. */
  stop(): Promise<void>;
}

/** Serves who leads, takes part in the election, and leads when elected. Rejects when the address cannot be used. */
export async function serve(config: MasterConfig, ports: ServePorts): Promise<Serving> {
  const { clock, random, log, coordination } = ports;
  const server = new GrpcServer();
  const service = new MasterService({
    clock,
    leader: () => coordination.leader(),
    onFault: (error) => {
      log.error({ err: error }, 'a call failed');
    },
  });
  service.addTo(server);
  const health = new MasterHealth();
  health.addTo(server);
  const port = await server.listen(formatHostPort(config.listen));
  let master: Master | undefined;
  let over = false;
  const end = (because: string): void => {
    master?.stop();
    if (over) return;
    over = true;
    ports.ended(because);
  };
  coordination.campaign(formatHostPort(config.advertise ?? { ...config.listen, port }), {
    elected: (epoch, snapshot) => {
      const { agents, gateways } = service;
      const tell = observeMaster(ports);
      const observe = (event: MasterEvent): void => {
        health.observe(event);
        tell(event);
      };
      const masterPorts = {
        clock,
        random,
        coordination,
        agents,
        gateways,
        allocator: dialedAllocator(clock),
        observe,
        abandon: end,
      };
      master = composeMaster(settingsOf(config), masterPorts, { epoch, snapshot });
    },
    lost: end,
    written: (writeId, outcome) => master?.registryWritten(writeId, outcome),
  });
  return {
    port,
    stop: async () => {
      // Whatever ends from here on was meant to.
      over = true;
      health.stopping();
      if (clock.now() < coordination.leaseUntil()) await master?.handOver();
      await coordination.resign();
      await server.close(clock, config.graceMs);
    },
  };
}
