import type { LinkEvent, StreamEnd } from '@parley/common/actor';
import type { AllocatorDown, AllocatorUp } from '@parley/common/contract';
import type { StreamId } from '@parley/common/kernel';

import type { AllocatorEvent } from '../domain/events';

/** What the allocator's core hears. */
export type AllocatorInput =
  /** Something happened on a stream that a master opened. */
  | { readonly input: 'session-stream'; readonly event: LinkEvent<AllocatorDown> }
  /** The process is to end in good order. */
  | { readonly input: 'shut-down' };

/** What the allocator's core wants done. */
export type AllocatorEffect =
  | { readonly effect: 'send'; readonly stream: StreamId; readonly item: AllocatorUp }
  | { readonly effect: 'end-stream'; readonly stream: StreamId; readonly because: StreamEnd }
  | { readonly effect: 'observe'; readonly event: AllocatorEvent }
  /** Everything was said: nothing is to be stepped any more. */
  | { readonly effect: 'stopped' };
