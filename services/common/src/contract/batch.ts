import type { Epoch, LinkNumber } from '../kernel';

/** What travels on an internal link in one message: items of one step, stamped so that a receiver can drop what is not for it. */
export interface Batch<Item> {
  /** The term the sender serves (a master's own; for peers the highest they obey). */
  readonly epoch: Epoch;
  /** The sender's number for this link; receivers obey the newest link of a peer only. */
  readonly link: LinkNumber;
  /** 1, 2, 3 … per link and direction. */
  readonly sequence: number;
  readonly items: readonly Item[];
}

/** Batches hold at most this many items and, by estimate, this many bytes (architecture §3). */
export const BATCH_ITEMS_MAX = 100;
export const BATCH_BYTES_MAX = 32 * 1024;

/** Chunks of anything long (registration, snapshots, state) hold at most this many entries, well under {@link BATCH_BYTES_MAX}. */
export const CHUNK_ENTRIES_MAX = 50;
