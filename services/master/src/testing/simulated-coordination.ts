import type { Clock } from '@parley/common/kernel';
import { EtcdCoordination } from '../edge/etcd/etcd-coordination';
import type { Coordination } from '../ports';
import type { SimulatedEtcd, SimulatedEtcdClient } from './simulated-etcd';

/** Which instance takes part in a simulated cluster. */
export interface SimulatedInstance {
  readonly instanceId: string;
  /** Time of the instance's host: it may stand still while etcd's goes on. */
  readonly clock: Clock;
  /** Time to live of the leader's lease in milliseconds, whole seconds ≥ 2 s; 5 s unless given. */
  readonly leaseTtlMs?: number;
  /** 0 unless an operator raises it after a restore. */
  readonly incarnationMin?: number;
}

/** The real coordination over simulated etcd: every rule of elections, leases and fenced writes runs as in production, only the calls do not leave the process. */
export function simulatedCoordination(
  etcd: SimulatedEtcd,
  instance: SimulatedInstance,
): { readonly coordination: Coordination; readonly client: SimulatedEtcdClient } {
  const client = etcd.client(instance.clock);
  const options = {
    prefix: '/parley',
    clusterId: 'simulated',
    newClusterId: 'simulated',
    incarnationMin: instance.incarnationMin ?? 0,
    leaseTtlMs: instance.leaseTtlMs ?? 5000,
    instanceId: instance.instanceId,
  };
  return { coordination: new EtcdCoordination(options, { calls: client, clock: instance.clock }), client };
}
