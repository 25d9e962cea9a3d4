/**
 * Records that survive a crash of the process and of the machine, in the order in which they were appended. One process at a time
 * holds a journal; what it must remember it appends, and what it does not must be able to lose.
 */
export interface Journal<R> {
  /**
   * Starts the write and returns at once. `done` is called once, later and never from inside this call: without an argument when
   * these records, and all before them, survive a crash; with the reason when they may not. After a failed write the journal takes
   * no more: the process should stop and begin again from what is stored. Of the records of one append a crash leaves all or none.
   * An append without records is done when all before it is.
   */
  append(records: readonly R[], done: (failure?: Error) => void): void;
  /** Stores what is queued, then lets go of the place. Appending afterwards fails. Closing twice does nothing. */
  close(): Promise<void>;
}

/** How a record is written. Records are encoded when they are appended, so that later changes to them do no harm. */
export interface RecordCodec<R> {
  encode(record: R): Uint8Array | string;
  /** May throw: what it cannot read is reported as damage, with the place. */
  decode(bytes: Uint8Array): R;
}

/** What a journal has to know of its records, wherever they are kept. */
export interface RecordOptions<R> {
  readonly codec: RecordCodec<R>;
  /**
   * The present state, as records that lead to it: what replaces a log that has grown long. Asked for only after an append, and
   * walked in slices while life goes on. It must hold the effect of every record whose `done` was called: apply a record when it
   * is appended or inside `done`, never later. Records that are still queued are written once more behind the snapshot, so a
   * record must be of the kind that sets something (put, delete), not of the kind that counts.
   */
  readonly snapshot: () => Iterable<R>;
  /** Growth after which a snapshot replaces the log, unless the last snapshot was larger still; in bytes > 0. */
  readonly compactAfterBytes: number;
}

/** A journal that was opened, and what it holds from before. */
export interface OpenedJournal<R> {
  readonly journal: Journal<R>;
  /** All that was stored, in order: a snapshot, then what was appended after it. */
  readonly records: readonly R[];
  /** Bytes at the end that a crash left unfinished and that were cut off. Nobody was ever told that these were stored. */
  readonly torn: number;
}
