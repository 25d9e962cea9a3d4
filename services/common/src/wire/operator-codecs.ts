import type {
  GetStateResponse,
  GetStateResponse__Output,
} from '@parley/protos/internal/parley/operator/v1/GetStateResponse';
import type { WatchResponse, WatchResponse__Output } from '@parley/protos/internal/parley/operator/v1/WatchResponse';
import { MalformedMessage, unreachable } from '../kernel';
import { encodeEpoch } from './cluster-codec';
import {
  decodeData,
  decodeFiles,
  decodeListFiles,
  decodeReadFile,
  encodeData,
  encodeFiles,
  encodeListFiles,
  encodeReadFile,
} from './file-codec';
import { encodeScope } from './explanation-codec';
import { sizeOfAnswer, sizeOfQuery } from './item-sizes';
import { messageCodec } from './message-codecs';
import {
  decodeDone,
  decodeKillRequest,
  decodeStateBegin,
  decodeStateChanges,
  decodeStateChunk,
  decodeStateEnd,
  decodeTeardownRequest,
  decodeWatchRequest,
  encodeKillRequest,
  encodeNotes,
} from './operator-codec';
import type { AnswerOf, QueryOf, StateAnswer } from './operator-codec';
import {
  decodeDeactivateAgent,
  decodeMaintenanceAnswer,
  decodeReactivateAgent,
  decodeUpdateMaintenance,
  decodeUpdateWhitelist,
  decodeWhitelistAnswer,
  encodeAgentOrder,
  encodeMaintenanceAnswer,
  encodeUpdateMaintenance,
  encodeWhitelist,
} from './operator-agents-codec';
import {
  decodeExplainOffers,
  decodeExplained,
  decodeShares,
  encodeExplained,
  encodeShares,
} from './operator-offers-codec';
import {
  decodeUpdatePacking,
  decodeUpdateQuota,
  decodeUpdateWeights,
  encodeUpdatePacking,
  encodeUpdateQuota,
  encodeUpdateWeights,
} from './operator-order-codec';
import { message } from './readers';
import { SMALL_ITEM_BYTES } from './sizes';
import { encodeStateEntry } from './state-codec';
import type { Wire } from './wire-form';

/** A part of a snapshot. */
export type SnapshotAnswer = Exclude<StateAnswer, AnswerOf<'changes'>>;

const small = (): number => SMALL_ITEM_BYTES;
const DONE: AnswerOf<'done'> = { answer: 'done', deferred: false };
const GET_STATE: QueryOf<'get-state'> = { query: 'get-state' };
const GET_WHITELIST: QueryOf<'get-whitelist'> = { query: 'get-whitelist' };
const GET_MAINTENANCE: QueryOf<'get-maintenance'> = { query: 'get-maintenance' };
const GET_SHARES: QueryOf<'get-shares'> = { query: 'get-shares' };

const questions = {
  getState: { encode: () => ({}), decode: () => GET_STATE, sizeOf: small },
  watch: {
    encode: (query: QueryOf<'watch'>) => ({ resumeAfter: query.resumeAfter }),
    decode: decodeWatchRequest,
    sizeOf: small,
  },
  kill: { encode: encodeKillRequest, decode: decodeKillRequest, sizeOf: small },
  teardown: {
    encode: (query: QueryOf<'teardown'>) => ({ frameworkId: query.frameworkId }),
    decode: decodeTeardownRequest,
    sizeOf: small,
  },
  listFiles: { encode: encodeListFiles, decode: decodeListFiles, sizeOf: small },
  readFile: { encode: encodeReadFile, decode: decodeReadFile, sizeOf: small },
  updateWeights: { encode: encodeUpdateWeights, decode: decodeUpdateWeights, sizeOf: sizeOfQuery },
  updateQuota: { encode: encodeUpdateQuota, decode: decodeUpdateQuota, sizeOf: sizeOfQuery },
  updatePacking: { encode: encodeUpdatePacking, decode: decodeUpdatePacking, sizeOf: sizeOfQuery },
  updateWhitelist: {
    encode: (query: QueryOf<'update-whitelist'>) => encodeWhitelist(query),
    decode: decodeUpdateWhitelist,
    sizeOf: sizeOfQuery,
  },
  getWhitelist: { encode: () => ({}), decode: () => GET_WHITELIST, sizeOf: small },
  deactivateAgent: { encode: encodeAgentOrder, decode: decodeDeactivateAgent, sizeOf: small },
  reactivateAgent: { encode: encodeAgentOrder, decode: decodeReactivateAgent, sizeOf: small },
  updateMaintenance: { encode: encodeUpdateMaintenance, decode: decodeUpdateMaintenance, sizeOf: sizeOfQuery },
  getMaintenance: { encode: () => ({}), decode: () => GET_MAINTENANCE, sizeOf: small },
  explainOffers: {
    encode: (query: QueryOf<'explain-offers'>) => encodeScope(query),
    decode: decodeExplainOffers,
    sizeOf: small,
  },
  getShares: { encode: () => ({}), decode: () => GET_SHARES, sizeOf: small },
};

const obeyed = { encode: () => ({}), decode: () => DONE, sizeOf: small };
/** An order that was obeyed, with what whoever gave it should know. */
const noted = { encode: encodeNotes, decode: decodeDone, sizeOf: small };

const answers = {
  getState: { encode: encodeSnapshotAnswer, decode: decodeSnapshotAnswer, sizeOf: sizeOfAnswer },
  watch: { encode: encodeWatchAnswer, decode: decodeWatchAnswer, sizeOf: sizeOfAnswer },
  kill: {
    encode: (answer: AnswerOf<'done'>) => ({ deferred: answer.deferred }),
    decode: decodeDone,
    sizeOf: small,
  },
  teardown: obeyed,
  listFiles: { encode: encodeFiles, decode: decodeFiles, sizeOf: sizeOfAnswer },
  readFile: { encode: encodeData, decode: decodeData, sizeOf: sizeOfAnswer },
  getWhitelist: {
    encode: (answer: AnswerOf<'whitelist'>) => encodeWhitelist(answer),
    decode: decodeWhitelistAnswer,
    sizeOf: sizeOfAnswer,
  },
  getMaintenance: { encode: encodeMaintenanceAnswer, decode: decodeMaintenanceAnswer, sizeOf: sizeOfAnswer },
  explainOffers: { encode: encodeExplained, decode: decodeExplained, sizeOf: sizeOfAnswer },
  getShares: { encode: encodeShares, decode: decodeShares, sizeOf: sizeOfAnswer },
};

/** The asking ends of `parley.operator.v1.OperatorService`, by method. Refusals are gRPC statuses and no messages. */
export const OPERATOR_CLIENT = {
  getState: messageCodec(questions.getState, answers.getState),
  watch: messageCodec(questions.watch, answers.watch),
  kill: messageCodec(questions.kill, answers.kill),
  teardown: messageCodec(questions.teardown, answers.teardown),
  listFiles: messageCodec(questions.listFiles, answers.listFiles),
  readFile: messageCodec(questions.readFile, answers.readFile),
  updateWeights: messageCodec(questions.updateWeights, obeyed),
  updateQuota: messageCodec(questions.updateQuota, obeyed),
  updatePacking: messageCodec(questions.updatePacking, obeyed),
  updateWhitelist: messageCodec(questions.updateWhitelist, noted),
  getWhitelist: messageCodec(questions.getWhitelist, answers.getWhitelist),
  deactivateAgent: messageCodec(questions.deactivateAgent, obeyed),
  reactivateAgent: messageCodec(questions.reactivateAgent, obeyed),
  updateMaintenance: messageCodec(questions.updateMaintenance, noted),
  getMaintenance: messageCodec(questions.getMaintenance, answers.getMaintenance),
  explainOffers: messageCodec(questions.explainOffers, answers.explainOffers),
  getShares: messageCodec(questions.getShares, answers.getShares),
};

/** The gateway's ends of `parley.operator.v1.OperatorService`, by method. */
export const OPERATOR_SERVER = {
  getState: messageCodec(answers.getState, questions.getState),
  watch: messageCodec(answers.watch, questions.watch),
  kill: messageCodec(answers.kill, questions.kill),
  teardown: messageCodec(answers.teardown, questions.teardown),
  listFiles: messageCodec(answers.listFiles, questions.listFiles),
  readFile: messageCodec(answers.readFile, questions.readFile),
  updateWeights: messageCodec(obeyed, questions.updateWeights),
  updateQuota: messageCodec(obeyed, questions.updateQuota),
  updatePacking: messageCodec(obeyed, questions.updatePacking),
  updateWhitelist: messageCodec(noted, questions.updateWhitelist),
  getWhitelist: messageCodec(answers.getWhitelist, questions.getWhitelist),
  deactivateAgent: messageCodec(obeyed, questions.deactivateAgent),
  reactivateAgent: messageCodec(obeyed, questions.reactivateAgent),
  updateMaintenance: messageCodec(noted, questions.updateMaintenance),
  getMaintenance: messageCodec(answers.getMaintenance, questions.getMaintenance),
  explainOffers: messageCodec(answers.explainOffers, questions.explainOffers),
  getShares: messageCodec(answers.getShares, questions.getShares),
};

function encodeSnapshotAnswer(answer: SnapshotAnswer): GetStateResponse {
  switch (answer.answer) {
    case 'state-begin':
      return { begin: { epoch: encodeEpoch(answer.epoch), version: answer.version } };
    case 'state':
      return { chunk: { entries: answer.entries.map(encodeStateEntry) } };
    case 'state-end':
      return { end: { version: answer.version, count: answer.count } };
    default:
      return unreachable(answer, 'part of a snapshot');
  }
}

function decodeSnapshotAnswer(wire: Wire<GetStateResponse__Output>): SnapshotAnswer {
  switch (wire.part) {
    case 'begin':
      return message(wire.begin, 'begin', decodeStateBegin);
    case 'chunk':
      return message(wire.chunk, 'chunk', decodeStateChunk);
    case 'end':
      return message(wire.end, 'end', decodeStateEnd);
    case undefined:
    default:
      throw new MalformedMessage('part', 'must be one of begin, chunk, end');
  }
}

function encodeWatchAnswer(answer: StateAnswer): WatchResponse {
  if (answer.answer !== 'changes') return encodeSnapshotAnswer(answer);
  return { changes: { version: answer.version, entries: answer.entries.map(encodeStateEntry) } };
}

function decodeWatchAnswer(wire: Wire<WatchResponse__Output>): StateAnswer {
  switch (wire.part) {
    case 'begin':
      return message(wire.begin, 'begin', decodeStateBegin);
    case 'chunk':
      return message(wire.chunk, 'chunk', decodeStateChunk);
    case 'end':
      return message(wire.end, 'end', decodeStateEnd);
    case 'changes':
      return message(wire.changes, 'changes', decodeStateChanges);
    case undefined:
    default:
      throw new MalformedMessage('part', 'must be one of begin, chunk, end, changes');
  }
}
