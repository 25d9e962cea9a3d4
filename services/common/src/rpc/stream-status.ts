import { Metadata, status } from '@grpc/grpc-js';
import type { ServiceError, StatusObject } from '@grpc/grpc-js';
import { isAnyOf } from './text-set';
import type { StreamEnd } from '../actor';

/** A note of grpc-js's resolver that says nothing. */
const RESOLVER_NOTE = / Resolution note: $/;

/** Metadata key under which a status carries the stable kind of what went wrong; clients switch on it, never on text. */
export const REASON_KEY = 'parley-reason';

/** What the end of a stream or call means to the peer that sees it. */
export interface StreamEndRow {
  readonly status: keyof typeof status;
  readonly message: string;
  readonly remedy: string;
}

/** One row per kind: the name of the gRPC status a peer sees when we end its stream, what that means, and what to do. */
export const STREAM_ENDS = {
  ended: { status: 'OK', message: 'the stream ended in good order', remedy: 'Nothing.' },
  lost: {
    status: 'UNAVAILABLE',
    message: 'a connection that the answer depends on is gone',
    remedy: 'Send the request again after a short pause.',
  },
  malformed: {
    status: 'INVALID_ARGUMENT',
    message: 'the request has a field that is missing or out of its range; the text names it',
    remedy: 'Correct the field and send the request again.',
  },
  'too-slow': {
    status: 'RESOURCE_EXHAUSTED',
    message: 'the stream was read slower than it was written',
    remedy: 'Open it again, and read it as fast as it comes.',
  },
  superseded: {
    status: 'ABORTED',
    message: 'a newer stream of the same client took over',
    remedy: 'Leave the work to the newer stream.',
  },
  refused: {
    status: 'FAILED_PRECONDITION',
    message: 'the request cannot be met as things are; the text says why and what to do',
    remedy: 'Follow the text; sent unchanged it is refused again.',
  },
  overloaded: {
    status: 'RESOURCE_EXHAUSTED',
    message: 'a limit was reached; the text names it',
    remedy: 'Send the request again later, with fewer requests at once.',
  },
  'shutting-down': {
    status: 'UNAVAILABLE',
    message: 'the service is shutting down',
    remedy: 'Connect to another one.',
  },
} as const satisfies Record<StreamEnd['kind'], StreamEndRow>;

const isKind = isAnyOf(Object.keys(STREAM_ENDS) as readonly StreamEnd['kind'][]);

/** The status with which a server ends a stream. */
export function statusOf(end: StreamEnd): Partial<StatusObject> & { readonly code: status } {
  const metadata = new Metadata();
  metadata.set(REASON_KEY, end.reason ?? end.kind);
  return { code: status[STREAM_ENDS[end.kind].status], details: end.message, metadata };
}

/** Reads, on the client's side, why a server ended a stream or a call failed. */
export function endOf(error: unknown): StreamEnd {
  const { code, details, metadata } = error as Partial<ServiceError>;
  // grpc-js ends some sentences with a note of its resolver, also when there is none.
  const message = (details ?? (error instanceof Error ? error.message : String(error))).replace(RESOLVER_NOTE, '');
  const kind = metadata?.get(REASON_KEY)[0]?.toString();
  if (kind !== undefined && isKind(kind)) return { kind, message };
  if (code === status.INVALID_ARGUMENT) return { kind: 'malformed', message };
  if (code === status.FAILED_PRECONDITION || code === status.UNIMPLEMENTED || code === status.PERMISSION_DENIED)
    return { kind: 'refused', message };
  if (code === status.RESOURCE_EXHAUSTED) return { kind: 'overloaded', message };
  return { kind: 'lost', message };
}
