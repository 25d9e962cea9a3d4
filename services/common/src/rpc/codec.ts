import type { Batch } from '../contract';
import type { Epoch, LinkNumber } from '../kernel';
import { BATCH_BYTES_MAX, BATCH_ITEMS_MAX } from '../contract';

/** Turns the batches of one internal link into wire messages and back. Decoding throws `MalformedMessage` for anything it does not know. */
export interface LinkCodec<Out, In> {
  encode(batch: Batch<Out>): object;
  decode(wire: unknown): Batch<In>;
  /** Cheap estimate of the encoded size in bytes. */
  sizeOf(item: Out): number;
}

/** Turns the single messages of a public stream into wire messages and back. */
export interface MessageCodec<Out, In> {
  encode(item: Out): object;
  decode(wire: unknown): In;
  /** Cheap estimate of the encoded size in bytes. */
  sizeOf(item: Out): number;
}

/** What a framing knows of the stream it frames for. */
export interface FrameState {
  readonly epoch: Epoch;
  readonly link: LinkNumber;
  /** Number of the message to be framed: 1, 2, 3 … */
  readonly sequence: number;
}

/** How queued items become messages of one stream: both kinds of codec behind one face, so that there is one stream table. */
export interface Framing<Out, In> {
  /** Frames a first part of `items`, at least one, and says how many it took. */
  frame(items: readonly Out[], state: FrameState): { readonly message: object; readonly taken: number };
  decode(wire: unknown): In;
  /** The link number a received message carries; 0 where the kind of stream has none. */
  linkOf(message: In): LinkNumber;
  sizeOf(item: Out): number;
}

const NO_LINK = 0 as LinkNumber;

/** Batches of up to 100 items or about 32 KiB, whichever is reached first. */
export function linkFraming<Out, In>(codec: LinkCodec<Out, In>): Framing<Out, Batch<In>> {
  return {
    frame(items, state) {
      let taken = 0;
      let bytes = 0;
      for (const item of items) {
        bytes += codec.sizeOf(item);
        if (taken > 0 && (taken >= BATCH_ITEMS_MAX || bytes > BATCH_BYTES_MAX)) break;
        taken += 1;
      }
      const batch = { epoch: state.epoch, link: state.link, sequence: state.sequence, items: items.slice(0, taken) };
      return { message: codec.encode(batch), taken };
    },
    decode: (wire) => codec.decode(wire),
    linkOf: (batch) => batch.link,
    sizeOf: (item) => codec.sizeOf(item),
  };
}

/** One message per item. */
export function messageFraming<Out, In>(codec: MessageCodec<Out, In>): Framing<Out, In> {
  return {
    frame(items) {
      const [first] = items;
      if (first === undefined) throw new RangeError('nothing to frame');
      return { message: codec.encode(first), taken: 1 };
    },
    decode: (wire) => codec.decode(wire),
    linkOf: () => NO_LINK,
    sizeOf: (item) => codec.sizeOf(item),
  };
}
