import type {
  OperatorAnswer as WireOperatorAnswer,
  OperatorAnswer__Output,
} from '@parley/protos/internal/parley/master/v1/OperatorAnswer';
import type {
  OperatorQuery as WireOperatorQuery,
  OperatorQuery__Output,
} from '@parley/protos/internal/parley/master/v1/OperatorQuery';
import type { KillRequest, KillRequest__Output } from '@parley/protos/internal/parley/operator/v1/KillRequest';
import type { StateBegin__Output } from '@parley/protos/internal/parley/operator/v1/StateBegin';
import type { StateChanges__Output } from '@parley/protos/internal/parley/operator/v1/StateChanges';
import type { StateEnd__Output } from '@parley/protos/internal/parley/operator/v1/StateEnd';
import type { TeardownRequest__Output } from '@parley/protos/internal/parley/operator/v1/TeardownRequest';
import type { WatchRequest__Output } from '@parley/protos/internal/parley/operator/v1/WatchRequest';
import type { OperatorAnswer, OperatorQuery } from '../contract';
import { MalformedMessage, unreachable } from '../kernel';
import { decodeEpoch, encodeEpoch } from './cluster-codec';
import {
  decodeFileAnswer,
  decodeListFiles,
  decodeReadFile,
  encodeFileAnswer,
  encodeListFiles,
  encodeReadFile,
} from './file-codec';
import { encodeScope } from './explanation-codec';
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
import { decodeRolesUpdate, encodeRolesUpdate } from './operator-order-codec';
import { flag, id, message, messages, natural, optionalNatural, texts } from './readers';
import { decodeRefusal, encodeRefusal } from './scheduler-event-codec';
import { decodeStateEntry, encodeStateEntry } from './state-codec';
import type { Wire } from './wire-form';

/** An operator's question of one kind. */
export type QueryOf<Name extends OperatorQuery['query']> = Extract<OperatorQuery, { query: Name }>;
/** An answer to an operator of one kind. */
export type AnswerOf<Name extends OperatorAnswer['answer']> = Extract<OperatorAnswer, { answer: Name }>;
type Order = Exclude<OperatorQuery, QueryOf<'get-state' | 'watch' | 'kill' | 'teardown' | 'list-files' | 'read-file'>>;
/** What the parts of a snapshot or of a watch can be. */
export type StateAnswer = AnswerOf<'state-begin' | 'state' | 'state-end' | 'changes'>;

/** An operator's question on the gateway's link. */
export function encodeOperatorQuery(requestId: number, query: OperatorQuery): WireOperatorQuery {
  switch (query.query) {
    case 'get-state':
      return { requestId, getState: {} };
    case 'watch':
      return { requestId, watch: { resumeAfter: query.resumeAfter } };
    case 'kill':
      return { requestId, kill: encodeKillRequest(query) };
    case 'teardown':
      return { requestId, teardown: { frameworkId: query.frameworkId } };
    case 'list-files':
      return { requestId, listFiles: encodeListFiles(query) };
    case 'read-file':
      return { requestId, readFile: encodeReadFile(query) };
    default:
      return { requestId, ...encodeOrder(query) };
  }
}

function encodeOrder(query: Order): WireOperatorQuery {
  switch (query.query) {
    case 'update-roles':
      return { updateRoles: encodeRolesUpdate(query) };
    case 'update-whitelist':
      return { updateWhitelist: encodeWhitelist(query) };
    case 'get-whitelist':
      return { getWhitelist: {} };
    case 'deactivate-agent':
      return { deactivateAgent: encodeAgentOrder(query) };
    case 'reactivate-agent':
      return { reactivateAgent: encodeAgentOrder(query) };
    case 'update-maintenance':
      return { updateMaintenance: encodeUpdateMaintenance(query) };
    case 'get-maintenance':
      return { getMaintenance: {} };
    case 'explain-offers':
      return { explainOffers: encodeScope(query) };
    case 'get-shares':
      return { getShares: {} };
    default:
      return unreachable(query, 'operator query');
  }
}

/** An operator's question off the gateway's link. */
export function decodeOperatorQuery(wire: Wire<OperatorQuery__Output>): OperatorQuery {
  switch (wire.query) {
    case 'getState':
      return { query: 'get-state' };
    case 'watch':
      return message(wire.watch, 'watch', decodeWatchRequest);
    case 'kill':
      return message(wire.kill, 'kill', decodeKillRequest);
    case 'teardown':
      return message(wire.teardown, 'teardown', decodeTeardownRequest);
    case 'listFiles':
      return message(wire.listFiles, 'list_files', decodeListFiles);
    case 'readFile':
      return message(wire.readFile, 'read_file', decodeReadFile);
    default:
      return decodeOrder(wire);
  }
}

function decodeOrder(wire: Wire<OperatorQuery__Output>): OperatorQuery {
  switch (wire.query) {
    case 'updateRoles':
      return message(wire.updateRoles, 'update_roles', decodeRolesUpdate);
    case 'updateWhitelist':
      return message(wire.updateWhitelist, 'update_whitelist', decodeUpdateWhitelist);
    case 'getWhitelist':
      return { query: 'get-whitelist' };
    case 'deactivateAgent':
      return message(wire.deactivateAgent, 'deactivate_agent', decodeDeactivateAgent);
    case 'reactivateAgent':
      return message(wire.reactivateAgent, 'reactivate_agent', decodeReactivateAgent);
    case 'updateMaintenance':
      return message(wire.updateMaintenance, 'update_maintenance', decodeUpdateMaintenance);
    case 'getMaintenance':
      return { query: 'get-maintenance' };
    case 'explainOffers':
      return message(wire.explainOffers, 'explain_offers', decodeExplainOffers);
    case 'getShares':
      return { query: 'get-shares' };
    default:
      throw new MalformedMessage('query', 'must be a question that is known here');
  }
}

/** An answer to an operator on the gateway's link. */
export function encodeOperatorAnswer(requestId: number, answer: OperatorAnswer): WireOperatorAnswer {
  switch (answer.answer) {
    case 'state-begin':
      return { requestId, stateBegin: { epoch: encodeEpoch(answer.epoch), version: answer.version } };
    case 'state':
      return { requestId, state: { entries: answer.entries.map(encodeStateEntry) } };
    case 'state-end':
      return { requestId, stateEnd: { version: answer.version, count: answer.count } };
    case 'changes':
      return { requestId, changes: { version: answer.version, entries: answer.entries.map(encodeStateEntry) } };
    case 'done':
      return { requestId, done: { deferred: answer.deferred, ...encodeNotes(answer) } };
    case 'refused':
      return { requestId, refused: encodeRefusal(answer) };
    case 'files':
    case 'data':
    case 'file-problem':
      return { requestId, ...encodeFileAnswer(answer) };
    case 'whitelist':
      return { requestId, whitelist: encodeWhitelist(answer) };
    case 'maintenance':
      return { requestId, maintenance: encodeMaintenanceAnswer(answer) };
    case 'explained':
      return { requestId, explained: encodeExplained(answer) };
    case 'shares':
      return { requestId, shares: encodeShares(answer) };
    default:
      return unreachable(answer, 'operator answer');
  }
}

/** An answer to an operator off the gateway's link. */
export function decodeOperatorAnswer(wire: Wire<OperatorAnswer__Output>): OperatorAnswer {
  switch (wire.answer) {
    case 'stateBegin':
      return message(wire.stateBegin, 'state_begin', decodeStateBegin);
    case 'state':
      return message(wire.state, 'state', decodeStateChunk);
    case 'stateEnd':
      return message(wire.stateEnd, 'state_end', decodeStateEnd);
    case 'changes':
      return message(wire.changes, 'changes', decodeStateChanges);
    case 'done':
      return message(wire.done, 'done', decodeDone);
    case 'refused':
      return { answer: 'refused', ...message(wire.refused, 'refused', decodeRefusal) };
    case 'files':
      return decodeFileAnswer({ answer: 'files', files: wire.files });
    case 'data':
      return decodeFileAnswer({ answer: 'data', data: wire.data });
    case 'fileProblem':
      return decodeFileAnswer({ answer: 'fileProblem', fileProblem: wire.fileProblem });
    default:
      return decodeReport(wire);
  }
}

function decodeReport(wire: Wire<OperatorAnswer__Output>): OperatorAnswer {
  switch (wire.answer) {
    case 'whitelist':
      return message(wire.whitelist, 'whitelist', decodeWhitelistAnswer);
    case 'maintenance':
      return message(wire.maintenance, 'maintenance', decodeMaintenanceAnswer);
    case 'explained':
      return message(wire.explained, 'explained', decodeExplained);
    case 'shares':
      return message(wire.shares, 'shares', decodeShares);
    default:
      throw new MalformedMessage('answer', 'must be an answer that is known here');
  }
}

/** A kill by an operator, on the wire. */
export function encodeKillRequest(query: QueryOf<'kill'>): KillRequest {
  const wire: KillRequest = { frameworkId: query.frameworkId, taskId: query.taskId };
  if (query.graceMs !== undefined) wire.graceMs = query.graceMs;
  return wire;
}

/** A kill by an operator, off the wire. */
export function decodeKillRequest(wire: Wire<KillRequest__Output>): QueryOf<'kill'> {
  return {
    query: 'kill',
    frameworkId: id(wire.frameworkId, 'framework_id'),
    taskId: id(wire.taskId, 'task_id'),
    graceMs: optionalNatural(wire.graceMs, 'grace_ms'),
  };
}

/** A watch, off the wire. */
export function decodeWatchRequest(wire: Wire<WatchRequest__Output>): QueryOf<'watch'> {
  return { query: 'watch', resumeAfter: natural(wire.resumeAfter, 'resume_after') };
}

/** A teardown by an operator, off the wire. */
export function decodeTeardownRequest(wire: Wire<TeardownRequest__Output>): QueryOf<'teardown'> {
  return { query: 'teardown', frameworkId: id(wire.frameworkId, 'framework_id') };
}

/** The begin of a snapshot, off the wire. */
export function decodeStateBegin(wire: Wire<StateBegin__Output>): AnswerOf<'state-begin'> {
  return {
    answer: 'state-begin',
    epoch: message(wire.epoch, 'epoch', decodeEpoch),
    version: natural(wire.version, 'version'),
  };
}

/** A part of a snapshot, off the wire. */
export function decodeStateChunk(wire: Wire<Pick<StateChanges__Output, 'entries'>>): AnswerOf<'state'> {
  return { answer: 'state', entries: messages(wire.entries, 'entries', decodeStateEntry) };
}

/** The end of a snapshot, off the wire. */
export function decodeStateEnd(wire: Wire<StateEnd__Output>): AnswerOf<'state-end'> {
  return { answer: 'state-end', version: natural(wire.version, 'version'), count: natural(wire.count, 'count') };
}

/** Changes, off the wire. */
export function decodeStateChanges(wire: Wire<StateChanges__Output>): AnswerOf<'changes'> {
  return {
    answer: 'changes',
    version: natural(wire.version, 'version'),
    entries: messages(wire.entries, 'entries', decodeStateEntry),
  };
}

/** That something was done, off the wire. */
export function decodeDone(wire: Wire<{ deferred?: boolean; notes?: string[] }>): AnswerOf<'done'> {
  const done = { answer: 'done', deferred: flag(wire.deferred, 'deferred') } as const;
  const notes = texts(wire.notes, 'notes');
  return notes.length === 0 ? done : { ...done, notes };
}

/** What whoever ordered should know, on the wire. */
export function encodeNotes({ notes = [] }: AnswerOf<'done'>): { notes: string[] } {
  return { notes: [...notes] };
}
