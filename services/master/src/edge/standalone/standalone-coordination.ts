import { openJournal } from '@parley/common/journal';
import type { Journal, OpenedJournal } from '@parley/common/journal';
import type { LeaderAnswer } from '@parley/common/contract';
import { InvariantBroken } from '@parley/common/kernel';
import type { Epoch, MonotonicMs, WriteId } from '@parley/common/kernel';
import type { RegistryChange, RegistrySnapshot } from '../../domain/registry';
import type { Coordination, CoordinationSink } from '../../ports';
import { CoordinationRefused, foreignCluster } from '../registry/coordination-refused';
import { entryOf } from '../registry/registry-entries';
import { StandaloneStore } from './standalone-store';
import type { StoreRecord } from './standalone-store';

/** The revision of every standalone term: terms are told apart by their incarnations, which each start raises. */
const REVISION = 1;
/** Nobody else can ever lead, so leadership is proven for as long as there is a clock. */
const FOR_EVER = Number.MAX_SAFE_INTEGER as MonotonicMs;
const NEVER = -1 as MonotonicMs;

/** Which cluster the registry is for. */
export interface StandaloneOptions {
  /** Where the registry is kept; over a journal that is not in files, what to call that place. */
  readonly directory: string;
  /** The configured cluster id; undefined takes whatever is stored. */
  readonly clusterId: string | undefined;
  /** Chosen at random by the caller; used when there is neither a stored nor a configured id. */
  readonly newClusterId: string;
}

/**
 * Opens the registry of a single master in a directory that no other process may hold. Rejects with one sentence and its remedy: the
 * directory cannot be used, is in use or is damaged, or {@link CoordinationRefused} when it belongs to another cluster.
 */
export async function openStandalone(options: StandaloneOptions): Promise<Coordination> {
  const store = new StandaloneStore();
  const opened = await openJournal({ ...store.journalOptions, directory: options.directory });
  try {
    return standaloneOver(store, opened, options);
  } catch (error) {
    await opened.journal.close();
    throw error;
  }
}

/** The same over a journal that was opened with the store's options, wherever it is kept. */
export function standaloneOver(
  store: StandaloneStore,
  opened: OpenedJournal<StoreRecord>,
  options: StandaloneOptions,
): Coordination {
  for (const record of opened.records) store.apply(record);
  const { clusterId } = options;
  const stored = store.identity?.clusterId;
  if (stored !== undefined && clusterId !== undefined && stored !== clusterId) {
    throw foreignCluster(`in ${options.directory}`, stored, clusterId);
  }
  const epoch: Epoch = {
    clusterId: stored ?? clusterId ?? options.newClusterId,
    incarnation: (store.identity?.incarnation ?? 0) + 1,
    revision: REVISION,
  };
  return new StandaloneCoordination({ store, journal: opened.journal, snapshot: snapshotOf(store), epoch });
}

function snapshotOf(store: StandaloneStore): RegistrySnapshot {
  try {
    return store.snapshot();
  } catch (error) {
    throw new CoordinationRefused(error instanceof Error ? error.message : String(error), 'registry', { cause: error });
  }
}

interface StandaloneParts {
  readonly store: StandaloneStore;
  readonly journal: Journal<StoreRecord>;
  /** What the registry held when it was opened; nothing changes it before the term begins. */
  readonly snapshot: RegistrySnapshot;
  readonly epoch: Epoch;
}

/** Coordination of one: leads as soon as its new incarnation is durable. Writes are durable before they are reported written. */
class StandaloneCoordination implements Coordination {
  #state: 'idle' | 'starting' | 'leading' | 'resigning' | 'ended' = 'idle';
  #address = '';
  #sink: CoordinationSink | undefined;

  constructor(private readonly parts: StandaloneParts) {}

  campaign(address: string, sink: CoordinationSink): void {
    if (this.#state !== 'idle') throw new InvariantBroken('a coordination campaigns once');
    this.#state = 'starting';
    this.#address = address;
    this.#sink = sink;
    const { clusterId, incarnation } = this.parts.epoch;
    this.#append([{ record: 'identity', identity: { clusterId, incarnation } }], () => {
      if (this.#state !== 'starting') return;
      this.#state = 'leading';
      sink.elected(this.parts.epoch, this.parts.snapshot);
    });
  }

  write(writeId: WriteId, changes: readonly RegistryChange[]): void {
    if (this.#state !== 'leading') return;
    const records = changes.map((change): StoreRecord => ({ record: 'entry', ...entryOf(change) }));
    this.#append(records, () => this.#sink?.written(writeId, 'written'));
  }

  leaseUntil(): MonotonicMs {
    return this.#leads() ? FOR_EVER : NEVER;
  }

  leader(): LeaderAnswer {
    const { epoch } = this.parts;
    if (!this.#leads()) return { clusterId: epoch.clusterId, leading: false, epoch: undefined, address: '' };
    return { clusterId: epoch.clusterId, leading: true, epoch, address: this.#address };
  }

  async resign(): Promise<void> {
    if (this.#state === 'leading') this.#state = 'resigning';
    await this.parts.journal.close();
    this.#state = 'ended';
  }

  /** Until the last write is settled it still leads, although it takes no more. */
  #leads(): boolean {
    return this.#state === 'leading' || this.#state === 'resigning';
  }

  #append(records: readonly StoreRecord[], stored: () => void): void {
    for (const record of records) this.parts.store.apply(record);
    this.parts.journal.append(records, (failure) => {
      if (failure === undefined) stored();
      else this.#fail(failure);
    });
  }

  #fail(failure: Error): void {
    if (this.#state === 'ended') return;
    this.#state = 'ended';
    this.#sink?.lost(failure.message);
  }
}
