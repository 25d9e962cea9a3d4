import type { CallId, LinkNumber, StreamId } from '@parley/common/kernel';

/** Names the stream number `counter` that this process opens. */
export function streamIdOf(counter: number): StreamId {
  return counter as StreamId;
}

/** Numbers the link number `counter` of this process. */
export function linkNumberOf(counter: number): LinkNumber {
  return counter as LinkNumber;
}

/** Names a call that the gateway makes for itself where a client wants no answer; the gateway's random id keeps it apart from the clients' own. */
export function ownCallId(gatewayId: string, counter: number): CallId {
  return `${gatewayId}-${String(counter)}` as CallId;
}

/** True for the empty call id of a client that wants no answer. */
export function isUnanswered(callId: CallId): boolean {
  return callId.length === 0;
}

/** The call id of calls whose answer nobody wants. */
export const NO_CALL_ID = '' as CallId;
