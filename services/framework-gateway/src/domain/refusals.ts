import type { CallOutcome, FileProblemKind, StreamError } from '@parley/common/contract';

/** One kind of refusal as clients see it: a sentence without a final period, and what to do about it. */
export interface RefusalRow {
  readonly message: string;
  readonly remedy: string;
}

/** Why the gateway itself refuses a call, without asking the master. The reason is the stable name that clients switch on. */
export const CALL_REFUSALS = {
  'no-leader': {
    message: 'the call was not carried out, because no leading master serves this framework at the moment',
    remedy: 'Send the call again after a short pause; offers received before were rescinded.',
  },
  'not-subscribed': {
    message: 'the call was not carried out, because the subscription is not answered yet',
    remedy: 'Wait for SUBSCRIBED before sending other calls.',
  },
  overloaded: {
    message: 'the call was not carried out, because too many calls of this stream are unanswered',
    remedy: 'Wait for results of earlier calls, then send the call again.',
  },
} as const satisfies Record<string, RefusalRow>;

/** Names of {@link CALL_REFUSALS}. */
export type CallRefusal = keyof typeof CALL_REFUSALS;

/** The outcome of a call that the gateway refuses. */
export function refusedCall(reason: CallRefusal): CallOutcome {
  return { outcome: 'problem', reason, ...CALL_REFUSALS[reason], problems: [] };
}

/** Why a stream or a request ends here, each with the reason that clients see in the ERROR event. */
export const STREAM_ERRORS = {
  'subscribe-first': {
    reason: 'malformed',
    message: 'the first call of a stream must be SUBSCRIBE',
    remedy: 'Open a new stream and send SUBSCRIBE before any other call.',
  },
  'subscribed-twice': {
    reason: 'malformed',
    message: 'a stream carries one SUBSCRIBE only',
    remedy: 'Use UPDATE_FRAMEWORK to change the framework, or subscribe again on a new stream.',
  },
  'subscribe-late': {
    reason: 'malformed',
    message: 'no SUBSCRIBE arrived in time',
    remedy: 'Send SUBSCRIBE as soon as the stream is open.',
  },
  'sessions-full': {
    reason: 'overloaded',
    message: 'this gateway serves as many streams as it may',
    remedy: 'Connect to another gateway, or try again later.',
  },
  'shutting-down': {
    reason: 'shutting-down',
    message: 'this gateway is shutting down',
    remedy: 'Connect to another gateway and subscribe with the same framework id; tasks are not affected.',
  },
} as const satisfies Record<string, StreamError>;

/** Why an operator request ends without the leader's word. */
export const OPERATOR_REFUSALS = {
  'no-leader': {
    reason: 'lost',
    message: 'no leading master can be reached at the moment',
    remedy: 'Send the request again after a short pause; a watch goes on from the version seen last.',
  },
  overloaded: {
    reason: 'overloaded',
    message: 'this gateway has as many unanswered operator requests as it may',
    remedy: 'Send the request again later, or to another gateway.',
  },
  'shutting-down': {
    reason: 'shutting-down',
    message: 'this gateway is shutting down',
    remedy: 'Send the request to another gateway.',
  },
} as const satisfies Record<string, RefusalRow & { readonly reason: string }>;

/** Names of {@link OPERATOR_REFUSALS}. */
export type OperatorRefusal = keyof typeof OPERATOR_REFUSALS;

/** Why a file of a sandbox is not shown, by the reason that operators see. `status` is the name of the gRPC status. */
export const FILE_PROBLEMS = {
  'not-found': {
    status: 'NOT_FOUND',
    message: 'there is no such framework, task, file or folder, or the sandbox itself was removed',
    remedy: 'Look up the path with ListFiles, and the ids of frameworks and tasks with GetState.',
  },
  'not-a-file': {
    status: 'FAILED_PRECONDITION',
    message: 'the path leads to something that is no plain file',
    remedy: 'List folders with ListFiles; pipes, sockets and devices cannot be read.',
  },
  'outside-sandbox': {
    status: 'INVALID_ARGUMENT',
    message: 'the path leads out of the sandbox',
    remedy: 'Name a path below the sandbox, without links that lead elsewhere.',
  },
  'agent-away': {
    status: 'UNAVAILABLE',
    message: 'the agent that keeps the sandbox cannot be asked at the moment',
    remedy: 'Send the request again after a pause.',
  },
  unreadable: {
    status: 'FAILED_PRECONDITION',
    message: 'the file cannot be read; the text names the error of the operating system',
    remedy: "Check the file's permissions and the disk of the agent.",
  },
} as const satisfies Record<FileProblemKind, RefusalRow & { readonly status: string }>;

/** What is told of a call whose answer was lost with the link to the leader. */
export const OUTCOME_LOST: CallOutcome = {
  outcome: 'outcome-unknown',
  message: 'the link to the leading master was lost before the call was answered',
};
