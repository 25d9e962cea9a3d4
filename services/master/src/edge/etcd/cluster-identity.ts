import type { Clock } from '@parley/common/kernel';
import { foreignCluster } from '../registry/coordination-refused';
import type { EtcdCalls, Guard, Put, TransactionResult } from './etcd-calls';
import { incarnationOf } from './etcd-keys';
import type { EtcdKeys } from './etcd-keys';
import { insist } from './insist';

/** What a master wants its registry to be. */
export interface WantedIdentity {
  /** The configured cluster id; undefined takes whatever is stored. */
  readonly clusterId: string | undefined;
  /** Chosen at random by the caller; used when there is neither a stored nor a configured id. */
  readonly newClusterId: string;
  /** Raised to at least this: an operator sets it after a restore of etcd to more than it ever was. */
  readonly incarnationMin: number;
}

/** The cluster that a registry belongs to, or why it cannot be used. */
export type IdentityResult =
  { readonly ok: true; readonly clusterId: string } | { readonly ok: false; readonly because: string };

/** How an identity is established. */
export interface IdentityPorts {
  readonly calls: EtcdCalls;
  readonly clock: Clock;
  readonly keys: EtcdKeys;
  readonly wanted: () => boolean;
}

/** Reads who the registry belongs to, marks it when it is new, raises the incarnation when an operator asked for it. Waits for etcd as long as it takes. */
export function establishIdentity(
  identity: WantedIdentity,
  ports: IdentityPorts,
  done: (result: IdentityResult) => void,
): void {
  const step = (guards: readonly Guard[], puts: readonly Put[]): void => {
    const { calls, keys, clock, wanted } = ports;
    const transaction = { guards, puts, reads: [keys.clusterId, keys.incarnation] };
    insist<TransactionResult>((answered) => calls.transact(transaction, answered), {
      clock,
      wanted,
      done: (answer) => {
        if (!answer.ok) done({ ok: false, because: `etcd refuses to serve this master: ${answer.because}` });
        else judge(answer.value);
      },
    });
  };

  const judge = ({ found }: TransactionResult): void => {
    const { keys } = ports;
    const clusterId = found.get(keys.clusterId)?.value;
    const stored = found.get(keys.incarnation)?.value;
    const incarnation = String(Math.max(identity.incarnationMin, 1));
    if (clusterId === undefined) {
      const value = identity.clusterId ?? identity.newClusterId;
      const raise = stored === undefined ? [{ key: keys.incarnation, value: incarnation }] : [];
      step([{ guard: 'absent', key: keys.clusterId }], [{ key: keys.clusterId, value }, ...raise]);
    } else if (identity.clusterId !== undefined && identity.clusterId !== clusterId) {
      done({ ok: false, because: foreignCluster(`under ${keys.registry}`, clusterId, identity.clusterId).message });
    } else if (incarnationOf(stored) < Number(incarnation)) {
      const guard: Guard =
        stored === undefined
          ? { guard: 'absent', key: keys.incarnation }
          : { guard: 'value', key: keys.incarnation, value: stored };
      step([guard], [{ key: keys.incarnation, value: incarnation }]);
    } else done({ ok: true, clusterId });
  };

  step([], []);
}
