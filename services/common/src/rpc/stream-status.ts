import { Metadata, status } from '@grpc/grpc-js';
import type { ServiceError, StatusObject } from '@grpc/grpc-js';
import { isAnyOf } from './text-set';
import type { StreamEnd } from '../actor';

/** Metadata key under which a status carries the stable kind of what went wrong; clients switch on it, never on text. */
export const REASON_KEY = 'parley-reason';

/** One row per kind: the gRPC status a peer sees when we end its stream. */
const STATUS_OF: Readonly<Record<StreamEnd['kind'], status>> = {
  ended: status.OK,
  lost: status.UNAVAILABLE,
  malformed: status.INVALID_ARGUMENT,
  'too-slow': status.RESOURCE_EXHAUSTED,
  superseded: status.ABORTED,
  refused: status.FAILED_PRECONDITION,
  overloaded: status.RESOURCE_EXHAUSTED,
  'shutting-down': status.UNAVAILABLE,
};

const isKind = isAnyOf(Object.keys(STATUS_OF) as readonly StreamEnd['kind'][]);

/** The status with which a server ends a stream. */
export function statusOf(end: StreamEnd): Partial<StatusObject> & { readonly code: status } {
  const metadata = new Metadata();
  metadata.set(REASON_KEY, end.kind);
  return { code: STATUS_OF[end.kind], details: end.message, metadata };
}

/** Reads, on the client's side, why a server ended a stream or a call failed. */
export function endOf(error: unknown): StreamEnd {
  const { code, details, metadata } = error as Partial<ServiceError>;
  const message = details ?? (error instanceof Error ? error.message : String(error));
  const kind = metadata?.get(REASON_KEY)[0]?.toString();
  if (kind !== undefined && isKind(kind)) return { kind, message };
  if (code === status.INVALID_ARGUMENT) return { kind: 'malformed', message };
  if (code === status.FAILED_PRECONDITION || code === status.UNIMPLEMENTED || code === status.PERMISSION_DENIED)
    return { kind: 'refused', message };
  if (code === status.RESOURCE_EXHAUSTED) return { kind: 'overloaded', message };
  return { kind: 'lost', message };
}
