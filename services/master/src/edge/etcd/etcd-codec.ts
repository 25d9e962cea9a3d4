import {
  CompareResult,
  CompareTarget,
  EtcdAuthenticationFailedError,
  EtcdLeaseInvalidError,
  EtcdPermissionDeniedError,
  GRPCInvalidArgumentError,
  GRPCNotFoundError,
  GRPCNotImplementedError,
  GRPCOutOfRangeError,
  GRPCUnauthenticatedError,
} from 'etcd3';
import type { ICompare, IRangeRequest, IRangeResponse, IRequestOp, ITxnRequest, ITxnResponse } from 'etcd3';
import { unreachable } from '@parley/common/kernel';
import type {
  CallFailure,
  Guard,
  Page,
  PageRequest,
  Put,
  StoredValue,
  Transaction,
  TransactionResult,
} from './etcd-calls';

/** What etcd answers when it would answer the same again. All else may have taken effect, or may pass. */
const REFUSALS = [
  EtcdAuthenticationFailedError,
  EtcdLeaseInvalidError,
  EtcdPermissionDeniedError,
  GRPCInvalidArgumentError,
  GRPCNotFoundError,
  GRPCNotImplementedError,
  GRPCOutOfRangeError,
  GRPCUnauthenticatedError,
];

/** A transaction as etcd takes it. */
export function encodeTransaction({ guards, puts, reads }: Transaction): ITxnRequest {
  const ranges = reads.map((key): IRequestOp => ({ request_range: { key: Buffer.from(key) } }));
  return { compare: guards.map(encodeGuard), success: [...puts.map(encodePut), ...ranges], failure: ranges };
}

/** What a transaction did and saw. */
export function decodeTransaction(transaction: Transaction, response: ITxnResponse): TransactionResult {
  const ranges = response.responses.slice(response.succeeded ? transaction.puts.length : 0);
  const found = new Map<string, StoredValue>();
  for (const { response_range: range } of ranges) {
    for (const { key, value, create_revision: createRevision, lease } of range.kvs) {
      found.set(key.toString(), { value: value.toString(), createRevision: Number(createRevision), lease });
    }
  }
  return { succeeded: response.succeeded, revision: Number(response.header.revision), found };
}

/** A listing as etcd takes it. */
export function encodePage({ prefix, after, revision, limit }: PageRequest): IRangeRequest {
  // The end of a prefix is its successor: all our prefixes end in a slash, so the last byte can grow.
  const end = Buffer.from(prefix);
  end[end.length - 1] = (end.at(-1) ?? 0) + 1;
  const key = after === undefined ? Buffer.from(prefix) : Buffer.concat([Buffer.from(after), Buffer.of(0)]);
  return { key, range_end: end, limit, revision };
}

/** A part of a listing. */
export function decodePage({ header, kvs, more }: IRangeResponse): Page {
  const entries = kvs.map(({ key, value }) => [key.toString(), value.toString()] as const);
  return { entries, more, revision: Number(header.revision) };
}

/** What an error of the package says of the call that failed. */
export function failureOf(error: unknown): CallFailure {
  const kind = REFUSALS.some((refusal) => error instanceof refusal) ? 'refused' : 'unknown';
  const text = error instanceof Error ? error.message : String(error);
  return { kind, message: text.replace(/^\w*Error: /, '').replace(/\.$/, '') };
}

function encodeGuard(guard: Guard): ICompare {
  const key = Buffer.from(guard.key);
  const result = CompareResult.Equal;
  switch (guard.guard) {
    case 'absent':
      return { key, result, target: CompareTarget.Create, create_revision: 0 };
    case 'created-at':
      return { key, result, target: CompareTarget.Create, create_revision: guard.revision };
    case 'value':
      return { key, result, target: CompareTarget.Value, value: Buffer.from(guard.value) };
    default:
      return unreachable(guard, 'guard');
  }
}

function encodePut({ key, value, lease = '0' }: Put): IRequestOp {
  return value === undefined
    ? { request_delete_range: { key: Buffer.from(key) } }
    : { request_put: { key: Buffer.from(key), value: Buffer.from(value), lease } };
}
