import type { LeaderAnswer, SchedulerCall, SchedulerEvent } from '../contract';
import { MalformedMessage } from '../kernel';
import type { MessageCodec } from '../rpc';
import { decodeLeaderAnswer, encodeLeaderAnswer } from './leader-codec';
import { decodeSchedulerCall, encodeSchedulerCall } from './scheduler-call-codec';
import { decodeSchedulerEvent, encodeSchedulerEvent } from './scheduler-event-codec';
import { SMALL_ITEM_BYTES, sizeOfCall, sizeOfEvent } from './sizes';

/** One direction of a call: how its messages are written, read and measured. */
export interface Way<Item, WireItem> {
  readonly encode: (item: Item) => object;
  readonly decode: (wire: WireItem) => Item;
  readonly sizeOf: (item: Item) => number;
}

const CALLS = { encode: encodeSchedulerCall, decode: decodeSchedulerCall, sizeOf: sizeOfCall };
const EVENTS = { encode: encodeSchedulerEvent, decode: decodeSchedulerEvent, sizeOf: sizeOfEvent };
const LEADER_QUESTION = { encode: () => ({}), decode: () => undefined, sizeOf: () => 0 };
const LEADER_ANSWER = { encode: encodeLeaderAnswer, decode: decodeLeaderAnswer, sizeOf: () => SMALL_ITEM_BYTES };

/** The framework's end of `parley.scheduler.v1.SchedulerService/Connect`. */
export const SCHEDULER_CLIENT: MessageCodec<SchedulerCall, SchedulerEvent> = messageCodec(CALLS, EVENTS);
/** The gateway's end of `parley.scheduler.v1.SchedulerService/Connect`. */
export const SCHEDULER_SERVER: MessageCodec<SchedulerEvent, SchedulerCall> = messageCodec(EVENTS, CALLS);
/** The asking end of `parley.master.v1.MasterService/LookupLeader`; the question says nothing. */
export const LEADER_LOOKUP_CLIENT: MessageCodec<undefined, LeaderAnswer> = messageCodec(LEADER_QUESTION, LEADER_ANSWER);
/** The master's end of `parley.master.v1.MasterService/LookupLeader`. */
export const LEADER_LOOKUP_SERVER: MessageCodec<LeaderAnswer, undefined> = messageCodec(LEADER_ANSWER, LEADER_QUESTION);

/** The codec of one end of a call whose messages travel one by one. */
export function messageCodec<Out, WireOut, In, WireIn>(
  out: Way<Out, WireOut>,
  into: Way<In, WireIn>,
): MessageCodec<Out, In> {
  return {
    encode: out.encode,
    decode: (wire) => {
      if (typeof wire !== 'object' || wire === null) throw new MalformedMessage('message', 'must be a message');
      return into.decode(wire as WireIn);
    },
    sizeOf: out.sizeOf,
  };
}
