import { status } from '@grpc/grpc-js';
import type {
  ServerWritableStream,
  UntypedServiceImplementation,
  handleServerStreamingCall,
  handleUnaryCall,
} from '@grpc/grpc-js';
import type { StreamEnd } from '@parley/common/actor';
import type { OperatorAnswer, OperatorQuery } from '@parley/common/contract';
import { FILE_READ_BYTES_MAX } from '@parley/common/contract';
import { MalformedMessage, NO_EPOCH } from '@parley/common/kernel';
import type { Clock, LinkNumber, StreamId } from '@parley/common/kernel';
import { LINK_OUTBOX, STREAM_ENDS, StreamTable, messageFraming, statusOf } from '@parley/common/rpc';
import type { MessageCodec, Sender } from '@parley/common/rpc';
import { OPERATOR_SERVER } from '@parley/common/wire';
import type { AnswerOf, SnapshotAnswer, StateAnswer } from '@parley/common/wire';
import type { OperatorRelay } from './operator-relay';
import { fileProblemStatus, refusalEnd, refusalStatus } from './refusal-status';
import type { CallStatus } from './refusal-status';
import { fieldOfRequest } from './request-fields';

const UNEXPECTED: CallStatus = {
  code: status.INTERNAL,
  details: 'the leader gave an answer that does not fit the request',
};
const NO_LINK = 0 as LinkNumber;
/** A server stream hears nothing from its client; its end arrives as a cancellation. */
const SILENCE: AsyncIterable<never> = {
  [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => undefined) }),
};

/** Takes an answer of the kind that a method gives, or undefined for any other. */
type Pick<Answer> = (answer: OperatorAnswer) => Answer | undefined;

const done: Pick<AnswerOf<'done'>> = (answer) => (answer.answer === 'done' ? answer : undefined);
const files: Pick<AnswerOf<'files'>> = (answer) => (answer.answer === 'files' ? answer : undefined);
const fileData: Pick<AnswerOf<'data'>> = (answer) => (answer.answer === 'data' ? answer : undefined);
const whitelist: Pick<AnswerOf<'whitelist'>> = (answer) => (answer.answer === 'whitelist' ? answer : undefined);
const maintenance: Pick<AnswerOf<'maintenance'>> = (answer) => (answer.answer === 'maintenance' ? answer : undefined);
const explained: Pick<AnswerOf<'explained'>> = (answer) => (answer.answer === 'explained' ? answer : undefined);
const shares: Pick<AnswerOf<'shares'>> = (answer) => (answer.answer === 'shares' ? answer : undefined);
const snapshotPart: Pick<SnapshotAnswer> = (answer) =>
  answer.answer === 'state-begin' || answer.answer === 'state' || answer.answer === 'state-end' ? answer : undefined;
const statePart: Pick<StateAnswer> = (answer) => (answer.answer === 'changes' ? answer : snapshotPart(answer));

/** Who names no length wants as much as may be given: from here on a length is always told. */
const READ_FILE: typeof OPERATOR_SERVER.readFile = {
  ...OPERATOR_SERVER.readFile,
  decode: (wire) => {
    const query = OPERATOR_SERVER.readFile.decode(wire);
    return query.lengthMax === 0 ? { ...query, lengthMax: FILE_READ_BYTES_MAX } : query;
  },
};

/** The methods of `parley.operator.v1.OperatorService`: each decodes, asks the leader through the relay, and encodes what comes back. */
export function operatorHandlers(relay: OperatorRelay, clock: Clock): UntypedServiceImplementation {
  const codecs = OPERATOR_SERVER;
  return {
    getState: streamMethod({ codec: codecs.getState, pick: snapshotPart }, relay, clock),
    watch: streamMethod({ codec: codecs.watch, pick: statePart }, relay, clock),
    kill: unaryMethod(codecs.kill, done, relay),
    teardown: unaryMethod(codecs.teardown, done, relay),
    listFiles: unaryMethod(codecs.listFiles, files, relay),
    readFile: unaryMethod(READ_FILE, fileData, relay),
    updateWeights: unaryMethod(codecs.updateWeights, done, relay),
    updateQuota: unaryMethod(codecs.updateQuota, done, relay),
    updatePacking: unaryMethod(codecs.updatePacking, done, relay),
    updateWhitelist: unaryMethod(codecs.updateWhitelist, done, relay),
    getWhitelist: unaryMethod(codecs.getWhitelist, whitelist, relay),
    deactivateAgent: unaryMethod(codecs.deactivateAgent, done, relay),
    reactivateAgent: unaryMethod(codecs.reactivateAgent, done, relay),
    updateMaintenance: unaryMethod(codecs.updateMaintenance, done, relay),
    getMaintenance: unaryMethod(codecs.getMaintenance, maintenance, relay),
    explainOffers: streamMethod({ codec: codecs.explainOffers, pick: explained }, relay, clock),
    getShares: streamMethod({ codec: codecs.getShares, pick: shares }, relay, clock),
  };
}

function unaryMethod<Answer>(
  codec: MessageCodec<Answer, OperatorQuery>,
  pick: Pick<Answer>,
  relay: OperatorRelay,
): handleUnaryCall<unknown, object> {
  return (call, callback) => {
    const query = queryOf(codec, call.request);
    if ('code' in query) {
      callback(query);
      return;
    }
    let reply: { readonly failed: CallStatus } | { readonly message: object } = { failed: UNEXPECTED };
    const request = relay.open(query, {
      answer: (answer) => {
        const picked = pick(answer);
        reply = picked === undefined ? { failed: failureOf(query, answer) } : { message: codec.encode(picked) };
      },
      end: (because) => {
        if (because.kind !== 'ended') callback(statusOf(because));
        else if ('failed' in reply) callback(reply.failed);
        else callback(null, reply.message);
      },
    });
    call.on('cancelled', () => {
      relay.close(request);
    });
  };
}

function streamMethod<Answer>(
  method: { readonly codec: MessageCodec<Answer, OperatorQuery>; readonly pick: Pick<Answer> },
  relay: OperatorRelay,
  clock: Clock,
): handleServerStreamingCall<unknown, object> {
  const { codec, pick } = method;
  const table = new StreamTable<Answer, OperatorQuery>({
    framing: messageFraming(codec),
    sink: {
      deliver: (event) => {
        if (event.event === 'closed') relay.close(event.stream);
      },
      room: async () => undefined,
    },
    context: { epoch: () => NO_EPOCH, mayWrite: () => true },
    clock,
    limits: LINK_OUTBOX,
  });
  return (call) => {
    const query = queryOf(codec, call.request);
    if ('code' in query) {
      call.emit('error', query);
      return;
    }
    const stream = relay.open(query, {
      answer: (answer) => {
        const picked = pick(answer);
        if (picked !== undefined) table.send(stream, picked);
        else
          table.end(
            stream,
            answer.answer === 'refused' ? refusalEnd(answer) : { kind: 'ended', message: 'the leader is done' },
          );
        table.flush();
      },
      end: (because) => {
        table.end(stream, because);
      },
    }) as StreamId;
    call.on('cancelled', () => {
      table.lost(stream, { kind: 'lost', message: 'the operator is gone' });
    });
    table.hold(stream, { sender: senderOf(call), messages: SILENCE, link: NO_LINK });
  };
}

function senderOf(call: ServerWritableStream<unknown, object>): Sender {
  return {
    write: (message) => call.write(message),
    onDrain: (callback) => {
      call.on('drain', callback);
    },
    end: (because: StreamEnd) => {
      if (because.kind === 'ended') call.end();
      else call.emit('error', statusOf(because));
    },
  };
}

/** The request, or the status of one that cannot be understood. */
function queryOf(codec: MessageCodec<never, OperatorQuery>, wire: unknown): OperatorQuery | CallStatus {
  try {
    return codec.decode(wire);
  } catch (error) {
    if (error instanceof MalformedMessage) {
      return statusOf({ kind: 'malformed', message: `${error.message}. ${STREAM_ENDS.malformed.remedy}` });
    }
    throw error;
  }
}

function failureOf(query: OperatorQuery, answer: OperatorAnswer): CallStatus {
  if (answer.answer === 'refused') {
    const problems = answer.problems.map(({ field, message }) => ({ field: fieldOfRequest(query, field), message }));
    return refusalStatus({ ...answer, problems });
  }
  return answer.answer === 'file-problem' ? fileProblemStatus(answer.kind, answer.message) : UNEXPECTED;
}
