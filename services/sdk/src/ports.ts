import type { DialedStreamsFactory } from '@parley/common/actor';
import type { SchedulerCall, SchedulerEvent } from '@parley/common/contract';
import type { Clock, Random } from '@parley/common/kernel';
import type { News } from './domain/news';

/** Where a framework keeps its id, so that the next process of it finds its tasks again. Rejections are told to the author and change nothing else. */
export interface FrameworkIdStore {
  /** The id kept earlier, or undefined when there is none. */
  load(): Promise<string | undefined>;
  save(frameworkId: string): Promise<void>;
  /** The framework is no more: its id must not be presented again. */
  clear(): Promise<void>;
}

/** All that a scheduler asks of the world. */
export interface SchedulerPorts {
  readonly clock: Clock;
  readonly random: Random;
  /** Streams to gateways: gRPC in production, a simulated network in simulation. */
  readonly gateways: DialedStreamsFactory<SchedulerCall, SchedulerEvent>;
  readonly frameworkIds: Pick<FrameworkIdStore, 'save' | 'clear'>;
  /** Told everything in order. An update counts as handled when this returns, or when the promise it returns is fulfilled; any other value means nothing. */
  readonly author: (news: News) => unknown;
  /** Told what the author's code, or the store, threw. Must not throw. */
  readonly troubled: (error: unknown) => void;
}
