import { frameOf } from './frames';
import type { Journal, RecordOptions } from './journal';
import { JournalClosed, JournalFailed, JournalOverloaded } from './journal-errors';
import { JournalFile } from './journal-file';

/** One append that is not yet known to be stored. */
interface Waiting {
  readonly records: readonly Uint8Array[];
  readonly bytes: number;
  readonly done: (failure?: Error) => void;
}

/** Everything queued is stored by one write and one sync, up to this much at a time. */
const FRAME_BYTES_MAX = 4 * 1024 * 1024;

/** What a writer has to know. */
export interface WriterOptions<R> extends RecordOptions<R> {
  /** Bound of what waits to be stored, in bytes; an append beyond it is refused with {@link JournalOverloaded}. 64 MiB unless given. */
  readonly queuedBytesMax?: number;
}

const QUEUED_BYTES_MAX = 64 * 1024 * 1024;

/** Writes records into a file, as many at once as came while the last ones were on their way. */
export class JournalWriter<R> implements Journal<R> {
  /** Bounded by `queuedBytesMax`. */
  #queue: Waiting[] = [];
  #queuedBytes = 0;
  #draining: Promise<void> | undefined;
  /** First failure or closing: whatever comes later is refused with it. */
  #ended: Error | undefined;
  /** Length of the file above which a snapshot replaces it. */
  #sizeMax: number;

  constructor(
    private file: JournalFile,
    private readonly options: WriterOptions<R>,
  ) {
    this.#sizeMax = options.compactAfterBytes;
  }

  append(records: readonly R[], done: (failure?: Error) => void): void {
    const refusal = this.#ended ?? this.#overload();
    if (refusal !== undefined) {
      tell([{ records: [], bytes: 0, done }], refusal);
      return;
    }
    const encoded = records.map((record) => this.#encode(record));
    const bytes = encoded.reduce((sum, record) => sum + record.byteLength, 0);
    this.#queue.push({ records: encoded, bytes, done });
    this.#queuedBytes += bytes;
    this.#draining ??= this.#drain();
  }

  async close(): Promise<void> {
    this.#ended ??= new JournalClosed();
    await this.#draining;
    await this.file.close();
  }

  #overload(): Error | undefined {
    const queuedMax = this.options.queuedBytesMax ?? QUEUED_BYTES_MAX;
    return this.#queuedBytes > queuedMax ? new JournalOverloaded(queuedMax) : undefined;
  }

  async #drain(): Promise<void> {
    // What is appended in the same turn shares the first write.
    await Promise.resolve();
    try {
      while (this.#queue.length > 0) {
        await this.#storeSome();
        if (this.file.size > this.#sizeMax) await this.#compact();
      }
    } catch (error) {
      this.#fail(new JournalFailed(this.file.path, error));
    } finally {
      this.#draining = undefined;
    }
  }

  async #storeSome(): Promise<void> {
    const batch = this.#takeSome();
    try {
      const records = batch.flatMap((waiting) => waiting.records);
      if (records.length > 0) {
        await this.file.write(frameOf(records));
        await this.file.sync();
      }
    } catch (error) {
      // Put back, so that these hear of the failure with all the others, in order.
      this.#queue.unshift(...batch);
      throw error;
    }
    tell(batch);
  }

  #takeSome(): readonly Waiting[] {
    let bytes = 0;
    let count = 0;
    for (const waiting of this.#queue) {
      if (count > 0 && bytes + waiting.bytes > FRAME_BYTES_MAX) break;
      bytes += waiting.bytes;
      count += 1;
    }
    this.#queuedBytes -= bytes;
    return this.#queue.splice(0, count);
  }

  /** Everything appended meanwhile stays queued and is written behind the snapshot. */
  async #compact(): Promise<void> {
    const old = this.file;
    this.file = await JournalFile.replace(old.path, this.#snapshot());
    await old.close();
    this.#sizeMax = this.file.size + Math.max(this.options.compactAfterBytes, this.file.size);
  }

  *#snapshot(): Generator<Uint8Array> {
    for (const record of this.options.snapshot()) yield this.#encode(record);
  }

  #fail(failure: Error): void {
    this.#ended ??= failure;
    const refused = this.#queue;
    this.#queue = [];
    this.#queuedBytes = 0;
    tell(refused, failure);
  }

  #encode(record: R): Uint8Array {
    const encoded = this.options.codec.encode(record);
    return typeof encoded === 'string' ? Buffer.from(encoded, 'utf8') : encoded;
  }
}

/** A callback that throws is a bug of its own and must not look like a broken disk, so each is called from an empty stack. */
function tell(batch: readonly Waiting[], failure?: Error): void {
  for (const { done } of batch) {
    queueMicrotask(() => {
      done(failure);
    });
  }
}
