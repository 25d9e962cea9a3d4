import type { Journal, OpenedJournal, RecordOptions } from './journal';
import { JournalClosed } from './journal-errors';

/** One append on its way to a disk in memory. */
interface Unsynced {
  readonly records: readonly Uint8Array[];
  readonly done: (failure?: Error) => void;
}

/** A disk in memory that outlives the processes of a simulation. What was appended but not synced is lost when its process crashes. */
export class MemoryDisk {
  #stored: Uint8Array[] = [];
  /** In order of appending; bounded by whoever lets time pass, since every sync empties it. */
  #unsynced: Unsynced[] = [];
  #session = 0;

  /** Records, in order, that survive a crash at this moment. */
  get stored(): readonly Uint8Array[] {
    return this.#stored;
  }

  /** How many appends a crash at this moment can lose. */
  get unsyncedCount(): number {
    return this.#unsynced.length;
  }

  /** The number of the process that holds the disk: what an earlier one still does has no effect. */
  get session(): number {
    return this.#session;
  }

  /** The process dies. Of its un-synced appends only the first `keep` reached the disk, each whole; nobody is told anything. */
  crash(keep = 0): void {
    for (const { records } of this.#unsynced.slice(0, keep)) this.#stored.push(...records);
    this.#unsynced = [];
    this.#session += 1;
  }

  /** Queues the records of one append and the word about them. */
  write(records: readonly Uint8Array[], done: (failure?: Error) => void): void {
    this.#unsynced.push({ records, done });
  }

  /** Makes everything queued durable and says so, in order. */
  sync(): void {
    const synced = this.#unsynced;
    this.#unsynced = [];
    for (const { records } of synced) this.#stored.push(...records);
    for (const { done } of synced) done();
  }

  /** Fails everything queued, as a full or broken disk does. */
  fail(failure: Error): void {
    const failed = this.#unsynced;
    this.#unsynced = [];
    for (const { done } of failed) done(failure);
  }

  /** Puts a snapshot in the place of everything stored. */
  replace(records: Iterable<Uint8Array>): void {
    this.#stored = [...records];
  }
}

/** How a journal in memory is kept. */
export interface MemoryJournalOptions<R> extends RecordOptions<R> {
  readonly disk: MemoryDisk;
  /** Arranges that a sync happens later; asked once for all that is appended until then. A simulation puts it into its queue of time. */
  readonly schedule: (sync: () => void) => void;
}

/** Opens what a disk in memory holds, with the same promises as a journal in files, and the same codec in between. */
export function openMemoryJournal<R>(options: MemoryJournalOptions<R>): OpenedJournal<R> {
  const records = options.disk.stored.map((bytes) => options.codec.decode(bytes));
  return { journal: new MemoryJournal(options), records, torn: 0 };
}

class MemoryJournal<R> implements Journal<R> {
  readonly #session: number;
  #scheduled = false;
  #ended: Error | undefined;
  #grownBytes = 0;

  constructor(private readonly options: MemoryJournalOptions<R>) {
    this.#session = options.disk.session;
  }

  append(records: readonly R[], done: (failure?: Error) => void): void {
    const refusal = this.#ended;
    if (refusal !== undefined) {
      this.options.schedule(() => {
        done(refusal);
      });
      return;
    }
    // A process that crashed is gone, even if the simulation still holds a part of it.
    if (this.#session !== this.options.disk.session) return;
    const encoded = records.map((record) => this.#encode(record));
    for (const bytes of encoded) this.#grownBytes += bytes.byteLength;
    this.options.disk.write(encoded, (failure) => {
      this.#ended ??= failure;
      done(failure);
    });
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.options.schedule(() => {
      this.#sync();
    });
  }

  async close(): Promise<void> {
    this.#sync();
    this.#ended ??= new JournalClosed();
  }

  #sync(): void {
    this.#scheduled = false;
    const { disk, snapshot, compactAfterBytes } = this.options;
    if (this.#session !== disk.session) return;
    disk.sync();
    // With records queued by a `done` just now, the next sync is early enough.
    if (this.#grownBytes <= compactAfterBytes || disk.unsyncedCount > 0) return;
    this.#grownBytes = 0;
    disk.replace([...snapshot()].map((record) => this.#encode(record)));
  }

  #encode(record: R): Uint8Array {
    const encoded = this.options.codec.encode(record);
    return typeof encoded === 'string' ? Buffer.from(encoded, 'utf8') : Uint8Array.from(encoded);
  }
}
