export { Actor, MAILBOX_MAX } from './actor';
export type { ActorPorts } from './actor';
export type { Core, Tick } from './core';
export { LeaderSearch } from './leader-search';
export type { SearchAction } from './leader-search';
export type {
  DialedStreams,
  DialedStreamsFactory,
  LinkEvent,
  StreamContext,
  StreamEnd,
  StreamEvent,
  StreamSink,
  Streams,
  StreamsFactory,
} from './streams';
export { SystemClock, systemRandom } from './system-clock';
