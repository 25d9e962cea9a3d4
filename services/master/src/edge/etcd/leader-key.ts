import type { Epoch } from '@parley/common/kernel';
import { MalformedMessage } from '@parley/common/kernel';
import type { TransactionResult } from './etcd-calls';
import { incarnationOf } from './etcd-keys';
import type { EtcdKeys } from './etcd-keys';

/** The leader key as it was seen at one instant. */
export interface SeenLeader {
  readonly epoch: Epoch;
  /** Where peers reach the leader; empty when the key does not say. */
  readonly address: string;
  /** The lease under which the leader leads. */
  readonly lease: string;
}

/** What the leader key says: the address for peers, the instance for people. */
export function leaderValue(address: string, instanceId: string): string {
  return JSON.stringify({ address, instanceId });
}

/** The keys that {@link seenLeader} needs to have been read. */
export function leaderReads(keys: EtcdKeys): readonly string[] {
  return [keys.leader, keys.clusterId, keys.incarnation];
}

/** Who leads according to what was read; undefined when nobody does. */
export function seenLeader(keys: EtcdKeys, { found }: TransactionResult): SeenLeader | undefined {
  const leader = found.get(keys.leader);
  if (leader === undefined) return undefined;
  const epoch: Epoch = {
    clusterId: found.get(keys.clusterId)?.value ?? '',
    incarnation: incarnationOf(found.get(keys.incarnation)?.value),
    revision: leader.createRevision,
  };
  return { epoch, address: addressOf(leader.value), lease: leader.lease };
}

function addressOf(value: string): string {
  try {
    const parsed: unknown = JSON.parse(value);
    if (typeof parsed === 'object' && parsed !== null && 'address' in parsed) return String(parsed.address);
    throw new MalformedMessage('leader', 'must be an object with an address');
  } catch {
    // Someone else wrote the key by hand; it still keeps us from leading, and says nothing about where the leader is.
    return '';
  }
}
