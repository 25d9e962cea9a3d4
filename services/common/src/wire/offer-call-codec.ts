import type { Accept as WireAccept, Accept__Output } from '@parley/protos/internal/parley/scheduler/v1/Accept';
import type {
  AcceptInverseOffers as WireInverseAnswer,
  AcceptInverseOffers__Output,
} from '@parley/protos/internal/parley/scheduler/v1/AcceptInverseOffers';
import type { Decline__Output } from '@parley/protos/internal/parley/scheduler/v1/Decline';
import type { DeclineInverseOffers__Output } from '@parley/protos/internal/parley/scheduler/v1/DeclineInverseOffers';
import type { Filters as WireFilters, Filters__Output } from '@parley/protos/internal/parley/scheduler/v1/Filters';
import type { Launch__Output } from '@parley/protos/internal/parley/scheduler/v1/Launch';
import type { Operation, Operation__Output } from '@parley/protos/internal/parley/scheduler/v1/Operation';
import type { TaskInfo__Output } from '@parley/protos/internal/parley/types/v1/TaskInfo';
import type { DescribedTask, Filters, LaunchOperation, SessionCall } from '../contract';
import { MalformedMessage } from '../kernel';
import type { CallId } from '../kernel';
import { LIST_ENTRIES_MAX, ids, message, messages, optionalId, optionalMessage, optionalNatural } from './readers';
import { describeTask, encodeTaskInfo } from './task-info-codec';
import type { Wire } from './wire-form';

type AcceptCall = Extract<SessionCall, { call: 'accept' }>;
type InverseAnswer = Extract<SessionCall, { call: 'accept-inverse' | 'decline-inverse' }>;
type DeclineCall = Extract<SessionCall, { call: 'decline' }>;

/** Once this many problems were found in one ACCEPT, of each further task only the first is told: what is told of a call has to fit into a message. */
const ACCEPT_PROBLEMS_MAX = 1_000;

const NO_CALL_ID = '' as CallId;
const DEFAULT_FILTERS: Filters = { refuseMs: undefined };

/** A use of offers, on the wire. */
export function encodeAccept(call: AcceptCall): WireAccept {
  return {
    callId: call.callId,
    offerIds: [...call.offerIds],
    operations: call.operations.map(encodeOperation),
    filters: encodeFilters(call.filters),
  };
}

/** A use of offers, off the wire; faults of task descriptions travel beside the tasks. All operations together hold no more tasks than one list may. */
export function decodeAccept(wire: Wire<Accept__Output>): AcceptCall {
  const tasks = new TaskReader();
  return {
    call: 'accept',
    callId: decodeCallId(wire),
    offerIds: ids(wire.offerIds, 'offer_ids'),
    operations: messages(wire.operations, 'operations', (operation) => decodeOperation(operation, tasks)),
    filters: optionalMessage(wire.filters, 'filters', decodeFilters) ?? DEFAULT_FILTERS,
  };
}

function encodeOperation(operation: LaunchOperation): Operation {
  return { launch: { tasks: operation.tasks.map(({ task }) => encodeTaskInfo(task)) } };
}

function decodeOperation(wire: Wire<Operation__Output>, tasks: TaskReader): LaunchOperation {
  if (wire.operation !== 'launch') throw new MalformedMessage('operation', 'must be launch');
  return message(wire.launch, 'launch', (launch: Wire<Launch__Output>) => ({
    operation: 'launch',
    tasks: messages(launch.tasks, 'tasks', (task) => tasks.read(task)),
  }));
}

/** Reads the tasks of one ACCEPT and keeps count of them and of what is wrong with them. */
class TaskReader {
  #tasks = 0;
  #problems = 0;

  read(wire: Wire<TaskInfo__Output>): DescribedTask {
    this.#tasks += 1;
    if (this.#tasks > LIST_ENTRIES_MAX) {
      throw new MalformedMessage('task_id', `must be among the first ${String(LIST_ENTRIES_MAX)} tasks of the call`);
    }
    const described = describeTask(wire);
    const beyond = this.#problems >= ACCEPT_PROBLEMS_MAX && described.problems.length > 1;
    this.#problems += described.problems.length;
    return beyond ? { task: described.task, problems: described.problems.slice(0, 1) } : described;
  }
}

/** For how long resources are not wanted, on the wire; absent for the default. */
export function encodeFilters(filters: Filters): WireFilters | null {
  return filters.refuseMs === undefined ? null : { refuseMs: filters.refuseMs };
}

function decodeFilters(wire: Wire<Filters__Output>): Filters {
  return { refuseMs: optionalNatural(wire.refuseMs, 'refuse_ms') };
}

/** A refusal of offers, off the wire. */
export function decodeDecline(wire: Wire<Decline__Output>): DeclineCall {
  return {
    call: 'decline',
    callId: decodeCallId(wire),
    offerIds: ids(wire.offerIds, 'offer_ids'),
    filters: optionalMessage(wire.filters, 'filters', decodeFilters) ?? DEFAULT_FILTERS,
  };
}

/** An answer to inverse offers, on the wire. */
export function encodeInverseAnswer(call: InverseAnswer): WireInverseAnswer {
  return {
    callId: call.callId,
    inverseOfferIds: [...call.inverseOfferIds],
    filters: encodeFilters(call.filters),
  };
}

/** An answer to inverse offers, off the wire. */
export function decodeInverseAnswer(
  call: InverseAnswer['call'],
  wire: Wire<AcceptInverseOffers__Output | DeclineInverseOffers__Output>,
): InverseAnswer {
  return {
    call,
    callId: decodeCallId(wire),
    inverseOfferIds: ids(wire.inverseOfferIds, 'inverse_offer_ids'),
    filters: optionalMessage(wire.filters, 'filters', decodeFilters) ?? DEFAULT_FILTERS,
  };
}

/** The id of any call, empty where the client wants no result. */
export function decodeCallId(wire: Wire<{ callId?: string }>): CallId {
  return optionalId<CallId>(wire.callId, 'call_id') ?? NO_CALL_ID;
}
