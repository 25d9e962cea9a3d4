import { Metadata, status } from '@grpc/grpc-js';
import type { StatusObject } from '@grpc/grpc-js';
import type { StreamEnd } from '@parley/common/actor';
import type { FileProblemKind, OperatorAnswer } from '@parley/common/contract';
import { problemsText } from '@parley/common/kernel';
import { REASON_KEY } from '@parley/common/rpc';
import { FILE_PROBLEMS } from '../../domain/refusals';

/** A status with which a call ends. */
export type CallStatus = Partial<StatusObject> & { readonly code: status };

/** The leader's refusal of a request. */
export type RefusedAnswer = Extract<OperatorAnswer, { answer: 'refused' }>;

/** The leader's refusals by reason; what is not listed is a matter of state. */
const REFUSED: ReadonlyMap<string, status> = new Map([
  ['framework-unknown', status.NOT_FOUND],
  ['task-unknown', status.NOT_FOUND],
  ['agent-away', status.UNAVAILABLE],
  ['grace-invalid', status.INVALID_ARGUMENT],
  ['kills-full', status.RESOURCE_EXHAUSTED],
  ['queries-full', status.RESOURCE_EXHAUSTED],
  ['watch-too-slow', status.RESOURCE_EXHAUSTED],
]);

/** The status of a refused request. */
export function refusalStatus(answer: RefusedAnswer): CallStatus {
  return statusWith(REFUSED.get(answer.reason) ?? status.FAILED_PRECONDITION, {
    reason: answer.reason,
    details: refusalText(answer),
  });
}

/** The status of a request about a file that cannot be shown. */
export function fileProblemStatus(kind: FileProblemKind, message: string): CallStatus {
  const row = FILE_PROBLEMS[kind];
  return statusWith(status[row.status], { reason: kind, details: `${message}. ${row.remedy}` });
}

/** How a stream ends that the leader refused or gave up. */
export function refusalEnd(answer: RefusedAnswer): StreamEnd {
  const overloaded = REFUSED.get(answer.reason) === status.RESOURCE_EXHAUSTED;
  return { kind: overloaded ? 'overloaded' : 'refused', message: refusalText(answer) };
}

function refusalText({ message, remedy, problems }: RefusedAnswer): string {
  const details = problems.length === 0 ? message : `${message}: ${problemsText(problems)}`;
  return `${details}. ${remedy}`;
}

function statusWith(
  code: status,
  { reason, details }: { readonly reason: string; readonly details: string },
): CallStatus {
  const metadata = new Metadata();
  metadata.set(REASON_KEY, reason);
  return { code, details, metadata };
}
