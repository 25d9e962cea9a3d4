import type { StreamEnd } from '@parley/common/actor';
import type { AllocatorDown, AllocatorUp, Batch } from '@parley/common/contract';
import type { Epoch, LinkNumber, StreamId } from '@parley/common/kernel';

import type { FairnessClass } from '../kit';

/** What stands between an allocator and its master. What is left out passes as it is. */
export interface Tampering {
  /** What the allocator hears in place of an item. */
  readonly hears?: (item: AllocatorDown, stream: StreamId) => readonly AllocatorDown[];
  /** What is said in place of an item of the allocator. */
  readonly says?: (item: AllocatorUp, stream: StreamId) => readonly AllocatorUp[];
  /** Whether the allocator's wish to end a stream is carried out. */
  readonly ends?: (because: StreamEnd) => boolean;
  /** The link number that the allocator takes for the one of a batch. */
  readonly link?: (batch: Batch<AllocatorDown>, stream: StreamId) => LinkNumber;
  /** Why a batch ends its stream. */
  readonly objects?: (batch: Batch<AllocatorDown>, stream: StreamId) => StreamEnd | undefined;
  /** The epoch that is stamped on what is said. */
  readonly epoch?: (epoch: Epoch) => Epoch;
}

/** One way of being broken, and what the kit must find. */
export interface Fault {
  /** Completes the sentence "an allocator that …". */
  readonly name: string;
  /** Ids of the rules that must fail, all of them and no other. */
  readonly breaks: readonly string[];
  /** By default drf. */
  readonly policy?: FairnessClass;
  /** For strict priority: the priority of the role that should come first, where the other has 0; by default 1. */
  readonly highPriority?: number;
  /** What the report must say beside the names of the rules. */
  readonly tells?: readonly string[];
  /** Made anew for each allocator. */
  readonly make: () => Tampering;
}

/** Changes one kind of item that the allocator hears, and lets the others pass. */
export function hearing<Kind extends AllocatorDown['item']>(
  kind: Kind,
  change: (item: Extract<AllocatorDown, { item: Kind }>) => readonly AllocatorDown[],
): () => Tampering {
  const isKind = (item: AllocatorDown): item is Extract<AllocatorDown, { item: Kind }> => item.item === kind;
  return () => ({ hears: (item) => (isKind(item) ? change(item) : [item]) });
}

/** Changes one kind of item that the allocator says, and lets the others pass. */
export function saying<Kind extends AllocatorUp['item']>(
  kind: Kind,
  change: (item: Extract<AllocatorUp, { item: Kind }>) => readonly AllocatorUp[],
): () => Tampering {
  const isKind = (item: AllocatorUp): item is Extract<AllocatorUp, { item: Kind }> => item.item === kind;
  return () => ({ says: (item) => (isKind(item) ? change(item) : [item]) });
}
