import type {
  CallProblem as WireCallProblem,
  CallProblem__Output,
} from '@parley/protos/internal/parley/scheduler/v1/CallProblem';
import type {
  CallResult as WireCallResult,
  CallResult__Output,
} from '@parley/protos/internal/parley/scheduler/v1/CallResult';
import type {
  ConnectResponse,
  ConnectResponse__Output,
} from '@parley/protos/internal/parley/scheduler/v1/ConnectResponse';
import type { ReconcileEnd__Output } from '@parley/protos/internal/parley/scheduler/v1/ReconcileEnd';
import type {
  StreamError as WireStreamError,
  StreamError__Output,
} from '@parley/protos/internal/parley/scheduler/v1/StreamError';
import type { Subscribed__Output } from '@parley/protos/internal/parley/scheduler/v1/Subscribed';
import type { CallOutcome, SchedulerEvent, StreamError } from '../contract';
import { MalformedMessage, unreachable } from '../kernel';
import type { CallId } from '../kernel';
import { decodeInverseOffer, encodeInverseOffer } from './availability-codec';
import { decodeEpoch, decodeOffer, decodeProblem, encodeEpoch, encodeOffer, encodeProblems } from './cluster-codec';
import { STREAM_ERROR_REASON } from './enums';
import { id, ids, message, messages, natural, optionalId, someText, text } from './readers';
import { decodeTaskStatus, encodeTaskStatus } from './task-status-codec';
import type { Wire } from './wire-form';

type EventOf<Name extends SchedulerEvent['event']> = Extract<SchedulerEvent, { event: Name }>;
type Refusal = Omit<Extract<CallOutcome, { outcome: 'problem' }>, 'outcome'>;

const NO_CALL_ID = '' as CallId;

/** An event for a framework, on the wire. */
export function encodeSchedulerEvent(event: SchedulerEvent): ConnectResponse {
  switch (event.event) {
    case 'subscribed':
      return { subscribed: { frameworkId: event.frameworkId, heartbeatMs: event.heartbeatMs } };
    case 'offers':
      return { offers: { offers: event.offers.map(encodeOffer) } };
    case 'rescind':
      return { rescind: { offerIds: [...event.offerIds] } };
    case 'inverse-offers':
      return { inverseOffers: { inverseOffers: event.inverseOffers.map(encodeInverseOffer) } };
    case 'rescind-inverse':
      return { rescindInverseOffers: { inverseOfferIds: [...event.inverseOfferIds] } };
    case 'status-updates':
      return { statusUpdates: { statuses: event.statuses.map(encodeTaskStatus) } };
    case 'call-result':
      return { callResult: encodeCallResult(event) };
    case 'reconcile-end':
      return { reconcileEnd: { callId: event.callId, pendingTaskIds: [...event.pending] } };
    case 'agent-lost':
      return { agentLost: { agentId: event.agentId } };
    case 'leader-changed':
      return { leaderChanged: { epoch: encodeEpoch(event.epoch) } };
    case 'heartbeat':
      return { heartbeat: {} };
    case 'error':
      return { streamError: encodeStreamError(event.error) };
    default:
      return unreachable(event, 'scheduler event');
  }
}

/** An event for a framework, off the wire. */
export function decodeSchedulerEvent(wire: Wire<ConnectResponse__Output>): SchedulerEvent {
  switch (wire.event) {
    case 'subscribed':
      return message(wire.subscribed, 'subscribed', decodeSubscribed);
    case 'offers':
      return message(wire.offers, 'offers', (event) => ({
        event: 'offers',
        offers: messages(event.offers, 'offers', decodeOffer),
      }));
    case 'rescind':
      return message(wire.rescind, 'rescind', (event) => ({
        event: 'rescind',
        offerIds: ids(event.offerIds, 'offer_ids'),
      }));
    case 'statusUpdates':
      return message(wire.statusUpdates, 'status_updates', (event) => ({
        event: 'status-updates',
        statuses: messages(event.statuses, 'statuses', decodeTaskStatus),
      }));
    case 'callResult':
      return message(wire.callResult, 'call_result', decodeCallResult);
    case 'reconcileEnd':
      return message(wire.reconcileEnd, 'reconcile_end', decodeReconcileEnd);
    case 'agentLost':
      return message(wire.agentLost, 'agent_lost', (event) => ({
        event: 'agent-lost',
        agentId: id(event.agentId, 'agent_id'),
      }));
    case 'leaderChanged':
      return message(wire.leaderChanged, 'leader_changed', (event) => ({
        event: 'leader-changed',
        epoch: message(event.epoch, 'epoch', decodeEpoch),
      }));
    case 'heartbeat':
      return { event: 'heartbeat' };
    case 'streamError':
      return { event: 'error', error: message(wire.streamError, 'stream_error', decodeStreamError) };
    default:
      return decodeLaterEvent(wire);
  }
}

function decodeLaterEvent(wire: Wire<ConnectResponse__Output>): SchedulerEvent {
  switch (wire.event) {
    case 'inverseOffers':
      return message(wire.inverseOffers, 'inverse_offers', (event) => ({
        event: 'inverse-offers',
        inverseOffers: messages(event.inverseOffers, 'inverse_offers', decodeInverseOffer),
      }));
    case 'rescindInverseOffers':
      return message(wire.rescindInverseOffers, 'rescind_inverse_offers', (event) => ({
        event: 'rescind-inverse',
        inverseOfferIds: ids(event.inverseOfferIds, 'inverse_offer_ids'),
      }));
    default:
      throw new MalformedMessage('event', 'must be an event that is known here');
  }
}

/** Why a stream ends, on the wire. */
export function encodeStreamError(error: StreamError): WireStreamError {
  return { reason: STREAM_ERROR_REASON.toWire(error.reason), message: error.message, remedy: error.remedy };
}

/** Why a stream ends, off the wire. */
export function decodeStreamError(wire: Wire<StreamError__Output>): StreamError {
  return {
    reason: STREAM_ERROR_REASON.fromWire(wire.reason, 'reason'),
    message: text(wire.message, 'message'),
    remedy: text(wire.remedy, 'remedy'),
  };
}

/** A refusal of a call or of an operator's question, on the wire. */
export function encodeRefusal(refusal: Refusal): WireCallProblem {
  return {
    reason: refusal.reason,
    message: refusal.message,
    remedy: refusal.remedy,
    problems: encodeProblems(refusal.problems),
  };
}

/** A refusal of a call or of an operator's question, off the wire. */
export function decodeRefusal(wire: Wire<CallProblem__Output>): Refusal {
  return {
    reason: someText(wire.reason, 'reason'),
    message: text(wire.message, 'message'),
    remedy: text(wire.remedy, 'remedy'),
    problems: messages(wire.problems, 'problems', decodeProblem),
  };
}

function decodeSubscribed(wire: Wire<Subscribed__Output>): EventOf<'subscribed'> {
  return {
    event: 'subscribed',
    frameworkId: id(wire.frameworkId, 'framework_id'),
    heartbeatMs: natural(wire.heartbeatMs, 'heartbeat_ms'),
  };
}

function encodeCallResult(event: EventOf<'call-result'>): WireCallResult {
  const { callId, result } = event;
  switch (result.outcome) {
    case 'ok':
      return { callId, ok: {} };
    case 'deferred':
      return { callId, deferred: {} };
    case 'problem':
      return { callId, problem: encodeRefusal(result) };
    case 'outcome-unknown':
      return { callId, outcomeUnknown: { message: result.message } };
    default:
      return unreachable(result, 'call outcome');
  }
}

function decodeCallResult(wire: Wire<CallResult__Output>): EventOf<'call-result'> {
  return { event: 'call-result', callId: id(wire.callId, 'call_id'), result: decodeOutcome(wire) };
}

function decodeOutcome(wire: Wire<CallResult__Output>): CallOutcome {
  switch (wire.outcome) {
    case 'ok':
      return { outcome: 'ok' };
    case 'deferred':
      return { outcome: 'deferred' };
    case 'problem':
      return { outcome: 'problem', ...message(wire.problem, 'problem', decodeRefusal) };
    case 'outcomeUnknown':
      return message(wire.outcomeUnknown, 'outcome_unknown', (unknown) => ({
        outcome: 'outcome-unknown',
        message: text(unknown.message, 'message'),
      }));
    case undefined:
    default:
      throw new MalformedMessage('outcome', 'must be one of ok, deferred, problem, outcome_unknown');
  }
}

function decodeReconcileEnd(wire: Wire<ReconcileEnd__Output>): EventOf<'reconcile-end'> {
  return {
    event: 'reconcile-end',
    callId: optionalId<CallId>(wire.callId, 'call_id') ?? NO_CALL_ID,
    pending: ids(wire.pendingTaskIds, 'pending_task_ids'),
  };
}
