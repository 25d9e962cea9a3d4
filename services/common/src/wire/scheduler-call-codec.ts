import type { Acknowledge__Output } from '@parley/protos/internal/parley/scheduler/v1/Acknowledge';
import type { Acknowledgement__Output } from '@parley/protos/internal/parley/scheduler/v1/Acknowledgement';
import type {
  ConnectRequest,
  ConnectRequest__Output,
} from '@parley/protos/internal/parley/scheduler/v1/ConnectRequest';
import type { Kill__Output } from '@parley/protos/internal/parley/scheduler/v1/Kill';
import type { Reconcile__Output } from '@parley/protos/internal/parley/scheduler/v1/Reconcile';
import type { ReconcileTask__Output } from '@parley/protos/internal/parley/scheduler/v1/ReconcileTask';
import type {
  Subscribe as WireSubscribe,
  Subscribe__Output,
} from '@parley/protos/internal/parley/scheduler/v1/Subscribe';
import type { UpdateFramework__Output } from '@parley/protos/internal/parley/scheduler/v1/UpdateFramework';
import type { Acknowledgement, ReconcileTask, SchedulerCall, SessionCall, SubscribeCall } from '../contract';
import { MalformedMessage, unreachable } from '../kernel';
import type { CallId } from '../kernel';
import { decodeFrameworkInfo, encodeFrameworkInfo } from './cluster-codec';
import { decodeRoleDemand, encodeRoleDemands } from './demand-codec';
import {
  decodeAccept,
  decodeCallId,
  decodeDecline,
  decodeInverseAnswer,
  encodeAccept,
  encodeFilters,
  encodeInverseAnswer,
} from './offer-call-codec';
import { id, message, messages, optionalId, optionalNatural, someText, texts } from './readers';
import type { Wire } from './wire-form';

type CallOf<Name extends SchedulerCall['call']> = Extract<SchedulerCall, { call: Name }>;

/** A framework's call on the wire. Problems of described tasks do not travel: whoever decodes finds them again. */
export function encodeSchedulerCall(call: SchedulerCall): ConnectRequest {
  switch (call.call) {
    case 'subscribe':
      return { subscribe: encodeSubscribe(call) };
    case 'heartbeat':
      return { heartbeat: {} };
    case 'accept':
    case 'decline':
    case 'suppress':
    case 'revive':
    case 'kill':
    case 'reconcile':
    case 'acknowledge':
    case 'update-framework':
    case 'teardown':
    case 'request':
    case 'accept-inverse':
    case 'decline-inverse':
      return encodeSessionCall(call);
    default:
      return unreachable(call, 'scheduler call');
  }
}

/** A call of a subscribed framework on the wire. */
export function encodeSessionCall(call: SessionCall): ConnectRequest {
  switch (call.call) {
    case 'accept':
      return { accept: encodeAccept(call) };
    case 'decline':
      return {
        decline: { callId: call.callId, offerIds: [...call.offerIds], filters: encodeFilters(call.filters) },
      };
    case 'suppress':
      return { suppress: { callId: call.callId, roles: [...call.roles] } };
    case 'revive':
      return { revive: { callId: call.callId, roles: [...call.roles] } };
    case 'kill':
      return { kill: encodeKill(call) };
    case 'reconcile':
      return { reconcile: { callId: call.callId, tasks: call.tasks.map(encodeReconcileTask) } };
    case 'acknowledge':
      return {
        acknowledge: { callId: call.callId, acknowledgements: call.acknowledgements.map(encodeAcknowledgement) },
      };
    case 'update-framework':
      return {
        updateFramework: {
          callId: call.callId,
          frameworkInfo: encodeFrameworkInfo(call.info),
          suppressedRoles: [...call.suppressedRoles],
        },
      };
    case 'teardown':
      return { teardown: { callId: call.callId } };
    case 'request':
      return { request: { callId: call.callId, demands: encodeRoleDemands(call.demands) } };
    case 'accept-inverse':
      return { acceptInverseOffers: encodeInverseAnswer(call) };
    case 'decline-inverse':
      return { declineInverseOffers: encodeInverseAnswer(call) };
    default:
      return unreachable(call, 'session call');
  }
}

/** A framework's call off the wire. Faults of task descriptions travel beside the tasks; every other fault makes the whole call malformed. */
export function decodeSchedulerCall(wire: Wire<ConnectRequest__Output>): SchedulerCall {
  switch (wire.call) {
    case 'subscribe':
      return message(wire.subscribe, 'subscribe', decodeSubscribe);
    case 'heartbeat':
      return { call: 'heartbeat' };
    default:
      return decodeSessionCall(wire);
  }
}

/** A call of a subscribed framework off the wire; any other kind of call is malformed here. */
export function decodeSessionCall(wire: Wire<ConnectRequest__Output>): SessionCall {
  switch (wire.call) {
    case 'accept':
      return message(wire.accept, 'accept', decodeAccept);
    case 'decline':
      return message(wire.decline, 'decline', decodeDecline);
    case 'suppress':
      return message(wire.suppress, 'suppress', (call) => ({ call: 'suppress', ...decodeRoles(call) }));
    case 'revive':
      return message(wire.revive, 'revive', (call) => ({ call: 'revive', ...decodeRoles(call) }));
    case 'kill':
      return message(wire.kill, 'kill', decodeKill);
    case 'reconcile':
      return message(wire.reconcile, 'reconcile', decodeReconcile);
    case 'acknowledge':
      return message(wire.acknowledge, 'acknowledge', decodeAcknowledge);
    case 'updateFramework':
      return message(wire.updateFramework, 'update_framework', decodeUpdateFramework);
    case 'teardown':
      return message(wire.teardown, 'teardown', (call) => ({ call: 'teardown', callId: decodeCallId(call) }));
    default:
      return decodeLaterCall(wire);
  }
}

function decodeLaterCall(wire: Wire<ConnectRequest__Output>): SessionCall {
  switch (wire.call) {
    case 'request':
      return message(wire.request, 'request', (call) => ({
        call: 'request',
        callId: decodeCallId(call),
        demands: messages(call.demands, 'demands', decodeRoleDemand),
      }));
    case 'acceptInverseOffers':
      return message(wire.acceptInverseOffers, 'accept_inverse_offers', (call) =>
        decodeInverseAnswer('accept-inverse', call),
      );
    case 'declineInverseOffers':
      return message(wire.declineInverseOffers, 'decline_inverse_offers', (call) =>
        decodeInverseAnswer('decline-inverse', call),
      );
    default:
      throw new MalformedMessage('call', 'must be a call that this stream may carry');
  }
}

/** A subscription on the wire. */
export function encodeSubscribe(call: SubscribeCall): WireSubscribe {
  return {
    frameworkInfo: encodeFrameworkInfo(call.info),
    suppressedRoles: [...call.suppressedRoles],
    subscribeId: call.subscribeId,
    demands: encodeRoleDemands(call.demands),
  };
}

/** A subscription off the wire. */
export function decodeSubscribe(wire: Wire<Subscribe__Output>): SubscribeCall {
  return {
    call: 'subscribe',
    info: message(wire.frameworkInfo, 'framework_info', decodeFrameworkInfo),
    suppressedRoles: texts(wire.suppressedRoles, 'suppressed_roles'),
    demands: messages(wire.demands, 'demands', decodeRoleDemand),
    subscribeId: id(wire.subscribeId, 'subscribe_id'),
  };
}

function decodeRoles(wire: Wire<{ callId?: string; roles?: string[] }>): {
  readonly callId: CallId;
  readonly roles: readonly string[];
} {
  return { callId: decodeCallId(wire), roles: texts(wire.roles, 'roles') };
}

function encodeKill(call: CallOf<'kill'>): ConnectRequest['kill'] & object {
  const wire = { callId: call.callId, taskId: call.taskId, agentId: call.agentId ?? '' };
  return call.graceMs === undefined ? wire : { ...wire, graceMs: call.graceMs };
}

function decodeKill(wire: Wire<Kill__Output>): CallOf<'kill'> {
  return {
    call: 'kill',
    callId: decodeCallId(wire),
    taskId: id(wire.taskId, 'task_id'),
    agentId: optionalId(wire.agentId, 'agent_id'),
    graceMs: optionalNatural(wire.graceMs, 'grace_ms'),
  };
}

function encodeReconcileTask(task: ReconcileTask): { taskId: string; agentId: string } {
  return { taskId: task.taskId, agentId: task.agentId ?? '' };
}

function decodeReconcile(wire: Wire<Reconcile__Output>): CallOf<'reconcile'> {
  return { call: 'reconcile', callId: decodeCallId(wire), tasks: messages(wire.tasks, 'tasks', decodeReconcileTask) };
}

function decodeReconcileTask(wire: Wire<ReconcileTask__Output>): ReconcileTask {
  return { taskId: id(wire.taskId, 'task_id'), agentId: optionalId(wire.agentId, 'agent_id') };
}

function encodeAcknowledgement(of: Acknowledgement): { agentId: string; taskId: string; uuid: string } {
  return { agentId: of.agentId, taskId: of.taskId, uuid: of.uuid };
}

function decodeAcknowledge(wire: Wire<Acknowledge__Output>): CallOf<'acknowledge'> {
  return {
    call: 'acknowledge',
    callId: decodeCallId(wire),
    acknowledgements: messages(wire.acknowledgements, 'acknowledgements', decodeAcknowledgement),
  };
}

function decodeAcknowledgement(wire: Wire<Acknowledgement__Output>): Acknowledgement {
  return {
    agentId: id(wire.agentId, 'agent_id'),
    taskId: id(wire.taskId, 'task_id'),
    uuid: someText(wire.uuid, 'uuid'),
  };
}

function decodeUpdateFramework(wire: Wire<UpdateFramework__Output>): CallOf<'update-framework'> {
  return {
    call: 'update-framework',
    callId: decodeCallId(wire),
    info: message(wire.frameworkInfo, 'framework_info', decodeFrameworkInfo),
    suppressedRoles: texts(wire.suppressedRoles, 'suppressed_roles'),
  };
}
