import { formatHostPort } from '@parley/common/config';
import type { HostPort } from '@parley/common/config';
import type { Clock } from '@parley/common/kernel';
import type { Coordination } from '../../ports';
import { openEtcd } from '../etcd/open-etcd';
import { openStandalone } from '../standalone/standalone-coordination';

/** How an instance takes part, and where the registry is. */
export interface CoordinationSettings {
  readonly coordination: 'standalone' | 'etcd';
  readonly clusterId: string | undefined;
  readonly dataDir: string;
  readonly etcd: readonly HostPort[];
  readonly etcdPrefix: string;
  readonly etcdStartTimeoutMs: number;
  readonly leaseTtlMs: number;
  readonly incarnationMin: number;
}

/** Opens the coordination that is configured. Rejects with a sentence and its remedy when that is not possible. */
export async function openCoordination(
  settings: CoordinationSettings,
  instance: { readonly id: string; readonly clock: Clock },
): Promise<Coordination> {
  const { clusterId } = settings;
  const newClusterId = instance.id;
  if (settings.coordination === 'standalone')
    return openStandalone({ directory: settings.dataDir, clusterId, newClusterId });
  return openEtcd(
    {
      endpoints: settings.etcd.map(formatHostPort),
      prefix: settings.etcdPrefix,
      startTimeoutMs: settings.etcdStartTimeoutMs,
      leaseTtlMs: settings.leaseTtlMs,
      incarnationMin: settings.incarnationMin,
      instanceId: instance.id,
      clusterId,
      newClusterId,
    },
    instance.clock,
  );
}
