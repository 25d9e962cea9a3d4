import type { Brand } from './brand';

/** Names one agent for ever: chosen at random by the agent and durable there before first contact. */
export type AgentId = Brand<string, 'AgentId'>;
/** Names one framework for ever: assigned by the master at the first SUBSCRIBE. */
export type FrameworkId = Brand<string, 'FrameworkId'>;
/** Names one task of a framework; chosen by the framework. */
export type TaskId = Brand<string, 'TaskId'>;
/** Names one offer; contains the epoch that made it, so that an older leader's offers are known as such. */
export type OfferId = Brand<string, 'OfferId'>;
/** Names one client call; chosen by the client, deduplicated by the master within an epoch. */
export type CallId = Brand<string, 'CallId'>;
/** Names one proposal of the allocator within its session. */
export type ProposalId = Brand<number, 'ProposalId'>;
/** Names one gateway process; chosen at random at its start. */
export type GatewayId = Brand<string, 'GatewayId'>;
/** Names one registry write of a core; outcomes carry it back. */
export type WriteId = Brand<number, 'WriteId'>;
/** Names one stream of this process, inbound or outbound; never sent. */
export type StreamId = Brand<number, 'StreamId'>;
/** Numbers the links between two peers: a receiver obeys only the highest it has seen from a peer. */
export type LinkNumber = Brand<number, 'LinkNumber'>;

/** The id of a call that wants no answer, and of answers to no call. */
export const NO_CALL = '' as CallId;

/** Makes the registry write id number `counter` of a core. */
export function writeIdOf(counter: number): WriteId {
  return counter as WriteId;
}

/** Makes a stream id for a stream that a core opens itself; `counter` must not repeat. */
export function streamIdOf(counter: number): StreamId {
  return counter as StreamId;
}

/** Makes a link number; `counter` must grow with every link to the same peer. */
export function linkNumberOf(counter: number): LinkNumber {
  return counter as LinkNumber;
}

/** Makes the proposal id number `counter` of a session; `counter` must grow by one with every proposal. */
export function proposalIdOf(counter: number): ProposalId {
  return counter as ProposalId;
}

/** Ids are at most this long (mesos-semantics §5.1). */
export const ID_BYTES_MAX = 255;

/** Why a text cannot be an id, or undefined when it can (Mesos' rules: non-empty, ≤ 255 bytes, no path tricks, no control characters). */
export function idProblem(id: string): string | undefined {
  if (id.length === 0) return 'must not be empty';
  if (Buffer.byteLength(id) > ID_BYTES_MAX) return `must be at most ${String(ID_BYTES_MAX)} bytes`;
  if (id === '.' || id === '..') return 'must not be "." or ".."';
  if (/[/\\]/.test(id)) return 'must not contain "/" or "\\"';
  if (/\p{Cc}/u.test(id)) return 'must not contain control characters';
  return undefined;
}
