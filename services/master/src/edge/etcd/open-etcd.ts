import { after } from '@parley/common/kernel';
import type { Clock } from '@parley/common/kernel';
import type { Coordination } from '../../ports';
import { CoordinationRefused, foreignCluster } from '../registry/coordination-refused';
import type { EtcdCalls, TransactionResult } from './etcd-calls';
import { EtcdClient } from './etcd-client';
import { EtcdCoordination } from './etcd-coordination';
import type { EtcdCoordinationOptions } from './etcd-coordination';
import { etcdKeys } from './etcd-keys';
import { insist } from './insist';

/** How etcd is reached, and how one instance takes part. */
export interface EtcdOptions extends EtcdCoordinationOptions {
  /** `host:port` or URL of each node, at least one. */
  readonly endpoints: readonly string[];
  /** How long to wait for a first answer before giving up. */
  readonly startTimeoutMs: number;
}

/**
 * Connects to etcd and makes sure that it answers and serves this cluster; otherwise rejects with {@link CoordinationRefused},
 * one sentence and its remedy. Later on etcd may come and go: that is for the coordination to live with.
 */
export async function openEtcd(options: EtcdOptions, clock: Clock): Promise<Coordination> {
  const calls = new EtcdClient(options.endpoints, clock);
  try {
    const found = await firstAnswer(calls, options, clock);
    const { clusterId } = options;
    if (found !== undefined && clusterId !== undefined && found !== clusterId) {
      throw foreignCluster(`at ${options.endpoints.join(', ')} under ${options.prefix}`, found, clusterId);
    }
  } catch (error) {
    calls.close();
    throw error;
  }
  return new EtcdCoordination(options, { calls, clock });
}

/** The cluster id that etcd holds, or undefined when it holds none yet. */
function firstAnswer(calls: EtcdCalls, options: EtcdOptions, clock: Clock): Promise<string | undefined> {
  const key = etcdKeys(options.prefix).clusterId;
  const { endpoints, startTimeoutMs } = options;
  return new Promise((resolve, reject) => {
    let waiting = true;
    let lastFailure = 'no answer';
    const refuse = (why: string): void => {
      waiting = false;
      cancel();
      reject(
        new CoordinationRefused(
          `etcd at ${endpoints.join(', ')} ${why}. Start it, correct the endpoints, or see to the network in between.`,
          'registry',
        ),
      );
    };
    const cancel = clock.at(after(clock.now(), startTimeoutMs), () => {
      refuse(`does not serve within ${String(startTimeoutMs)} ms (${lastFailure})`);
    });
    insist<TransactionResult>(
      (done) =>
        calls.transact({ guards: [], puts: [], reads: [key] }, (answer) => {
          if (!answer.ok) lastFailure = answer.failure.message;
          done(answer);
        }),
      {
        clock,
        wanted: () => waiting,
        done: (answer) => {
          if (!answer.ok) {
            refuse(`refuses to serve this master (${answer.because})`);
            return;
          }
          waiting = false;
          cancel();
          resolve(answer.value.found.get(key)?.value);
        },
      },
    );
  });
}
