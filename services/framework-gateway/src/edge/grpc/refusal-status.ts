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

/** The leader's refusals by reason, where the last word of the reason does not say enough. */
const REFUSED: ReadonlyMap<string, status> = new Map([
  ['agent-away', status.UNAVAILABLE],
  ['watch-too-slow', status.RESOURCE_EXHAUSTED],
  ['outcome-unknown', status.ABORTED],
]);

/** The leader's refusals by the last word of their reasons; what is listed nowhere is a matter of state. */
const REFUSED_BY_LAST_WORD: ReadonlyMap<string, status> = new Map([
  ['unknown', status.NOT_FOUND],
  ['invalid', status.INVALID_ARGUMENT],
  ['full', status.RESOURCE_EXHAUSTED],
]);

/** The status of a refused request. */
export function refusalStatus(answer: RefusedAnswer): CallStatus {
  return statusWith(codeOf(answer.reason), {
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
  const { reason } = answer;
  const kind = codeOf(reason) === status.RESOURCE_EXHAUSTED ? 'overloaded' : 'refused';
  return { kind, reason, message: refusalText(answer) };
}

function codeOf(reason: string): status {
  const lastWord = reason.slice(reason.lastIndexOf('-') + 1);
  return REFUSED.get(reason) ?? REFUSED_BY_LAST_WORD.get(lastWord) ?? status.FAILED_PRECONDITION;
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
