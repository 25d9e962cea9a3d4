import { MalformedMessage } from '@parley/common/kernel';
import type { RecordCodec, RecordOptions } from '@parley/common/journal';
import type { RegistrySnapshot } from '../../domain/registry';
import { snapshotOf } from '../registry/registry-entries';
import type { RegistryEntry } from '../registry/registry-entries';

/** Who this registry is: which cluster it belongs to and how often a master has begun a term with it. */
export interface StoreIdentity {
  readonly clusterId: string;
  readonly incarnation: number;
}

/** One line of the journal. Both kinds set something, so that repeating one does no harm. */
export type StoreRecord =
  { readonly record: 'identity'; readonly identity: StoreIdentity } | ({ readonly record: 'entry' } & RegistryEntry);

/** Growth after which a snapshot replaces the journal. */
const COMPACT_AFTER_BYTES = 8 * 1024 * 1024;

/** Identities are `[clusterId, incarnation]`, entries `[key, value]` or `[key]`: as short as JSON allows, and readable. */
const CODEC: RecordCodec<StoreRecord> = {
  encode: (record) =>
    JSON.stringify(
      record.record === 'identity'
        ? [record.identity.clusterId, record.identity.incarnation]
        : [record.key, ...(record.value === undefined ? [] : [record.value])],
    ),
  decode: (bytes) => {
    const list: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    const [first, second] = Array.isArray(list) ? (list as readonly unknown[]) : [];
    if (typeof first !== 'string') throw new MalformedMessage('record', 'must be a list that begins with a text');
    if (typeof second === 'number') return { record: 'identity', identity: { clusterId: first, incarnation: second } };
    return { record: 'entry', key: first, value: typeof second === 'string' ? second : undefined };
  },
};

/** The registry of a single master, in memory and in step with its journal: a record is applied when it is appended. */
export class StandaloneStore {
  /** As large as the cluster: agents, frameworks, bounded tombstones, roles. */
  readonly #entries = new Map<string, string>();
  #identity: StoreIdentity | undefined;

  /** How the journal of this store is opened. */
  readonly journalOptions: RecordOptions<StoreRecord> = {
    codec: CODEC,
    snapshot: () => this.#records(),
    compactAfterBytes: COMPACT_AFTER_BYTES,
  };

  get identity(): StoreIdentity | undefined {
    return this.#identity;
  }

  apply(record: StoreRecord): void {
    if (record.record === 'identity') this.#identity = record.identity;
    else if (record.value === undefined) this.#entries.delete(record.key);
    else this.#entries.set(record.key, record.value);
  }

  /** What the entries say; throws RegistryDamaged. */
  snapshot(): RegistrySnapshot {
    return snapshotOf(this.#entries);
  }

  *#records(): Iterable<StoreRecord> {
    if (this.#identity !== undefined) yield { record: 'identity', identity: this.#identity };
    for (const [key, value] of this.#entries) yield { record: 'entry', key, value };
  }
}
